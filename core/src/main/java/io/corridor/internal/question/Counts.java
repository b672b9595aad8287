package io.corridor.internal.question;

import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Replications;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * What is counted of the paths that count for a question: whole numbers and smallest numbers, which
 * add up the same in any order.
 *
 * <p>Not for use by several threads.
 */
final class Counts {
  private final Watch watch;
  private final Replications replications;
  private final long[] byPlace;
  private final FirstPaths firstPaths = new FirstPaths();

  /** Of each replication; without replications, of all paths. */
  private final long[] paths;

  /** Sum of what the paths say: how many came true, or how many months there were. */
  private final long[] sums;

  Counts(Watch watch, int months, Replications replications) {
    this.watch = watch;
    this.replications = replications;
    this.byPlace = new long[watch.places(months)];
    this.paths = new long[Math.max(1, replications.count())];
    this.sums = new long[paths.length];
  }

  /** Adds a path that counts. */
  void add(int state, long path) {
    int replication = replications.isNone() ? 0 : replications.ofPath(path);
    long value = watch.value(state);
    int place = watch.place(state);
    paths[replication]++;
    sums[replication] += value;
    if (place != Watch.NOWHERE) {
      byPlace[place]++;
    }
    if (value != 0) {
      firstPaths.add(path);
    }
  }

  /** Returns all that was counted, to be read by {@link #addAll}. */
  LongStream all() {
    return LongStream.concat(
        LongStream.concat(LongStream.of(paths), LongStream.of(sums)),
        LongStream.concat(LongStream.of(byPlace), firstPaths.all()));
  }

  /**
   * Adds {@link #all} of another, which stand in {@code counts} from {@code from} on; returns the
   * place after them.
   */
  int addAll(long[] counts, int from) {
    int next = add(paths, counts, from);
    next = add(sums, counts, next);
    next = add(byPlace, counts, next);
    for (int i = 0; i < FirstPaths.MOST; i++) {
      firstPaths.add(counts[next++]);
    }
    return next;
  }

  private static int add(long[] to, long[] counts, int from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += counts[from + i];
    }
    return from + to.length;
  }

  /** Returns the number of paths. */
  long paths() {
    return LongStream.of(paths).sum();
  }

  /** Returns the sum of what the paths say. */
  long sum() {
    return LongStream.of(sums).sum();
  }

  /** Returns how many paths were counted at each place. */
  long[] byPlace() {
    return byPlace.clone();
  }

  /** Returns the first place by which {@code percentile} per cent of what was counted are in. */
  int place(double percentile) {
    long rank = Rank.of(percentile, LongStream.of(byPlace).sum());
    long seen = byPlace[0];
    int place = 0;
    while (seen < rank) {
      seen += byPlace[++place];
    }
    return place;
  }

  /** Returns the first paths whose value isn't 0. */
  FirstPaths firstPaths() {
    return firstPaths;
  }

  /**
   * Returns the standard error that replications show; empty without them, without paths, or if all
   * replications say the same.
   */
  OptionalDouble replicatedError() {
    if (replications.isNone() || paths() == 0) {
      return OptionalDouble.empty();
    }
    double error = Replications.standardError(Replications.deviations(sums, paths));
    return error > 0 ? OptionalDouble.of(error) : OptionalDouble.empty();
  }
}
