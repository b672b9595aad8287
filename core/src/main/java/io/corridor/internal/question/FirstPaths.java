package io.corridor.internal.question;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The smallest numbers of paths on which a question came true: the same whatever the order in which
 * paths come. Once it is full, a path that comes too late costs one comparison.
 *
 * <p>Not for use by several threads.
 */
final class FirstPaths {

  /** How many are kept. */
  static final int MOST = 10;

  /** Stands where there is no path. */
  static final long NONE = Long.MAX_VALUE;

  private final long[] paths = new long[MOST];

  FirstPaths() {
    Arrays.fill(paths, NONE);
  }

  /** Adds a path, unless there are enough smaller ones; {@link #NONE} changes nothing. */
  void add(long path) {
    if (path < paths[MOST - 1]) {
      insert(path);
    }
  }

  private void insert(long path) {
    int place = MOST - 1;
    while (place > 0 && paths[place - 1] > path) {
      paths[place] = paths[place - 1];
      place--;
    }
    paths[place] = path;
  }

  /** Returns the path at a place, in ascending order; {@link #NONE} beyond the last. */
  long get(int place) {
    return paths[place];
  }

  /** Returns the paths at all places. */
  LongStream all() {
    return LongStream.of(paths);
  }

  /** Returns the paths in ascending order. */
  List<Long> list() {
    return Arrays.stream(paths).filter(path -> path != NONE).boxed().toList();
  }
}
