package io.corridor.benchmarks.quality;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.RandomStream.Key;
import io.corridor.internal.random.StreamNames;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets of keys whose words are read in turn: what stands beside what when a test reads them. */
enum StreamOrder {
  /** One month of one stream. */
  ONE(1, i -> stream("oil").key(1, 0)),
  /** The months of one stream. */
  MONTHS(128, month -> stream("oil").key(month, 0)),
  /** The draws of one month. */
  DRAWS(64, draw -> RandomStream.of(42, StreamNames.term("electricity")).key(7, draw)),
  /** Streams of neighbouring names. */
  NAMES(256, i -> stream(neighbour(i)).key(1, 0)),
  /** Ten streams month by month: in blocks of paths, the order in which the engine reads. */
  ENGINE(1200, i -> stream(neighbour(i % 10)).key(1 + i / 10, 0)),
  /** Neighbouring seeds. */
  SEEDS(1024, seed -> RandomStream.of(seed, StreamNames.shock("oil")).key(1, 0)),
  /** The worst that chance could bring: streams that start at the same place. */
  SAME_START(16, i -> new Key(stream("oil").key(0, 0).start(), stream("oil").key(i, 0).twist())),
  /** A control, which has to fail: the same, and the twists differ in the lowest bits alone. */
  SAME_START_NEAR_TWIST(
      16, i -> new Key(stream("oil").key(0, 0).start(), stream("oil").key(0, 0).twist() + i)),
  /** Streams of one twist, which start half of the Weyl sequence's cycle of 2⁶⁴ apart. */
  SAME_TWIST(
      2,
      i ->
          new Key(
              stream("oil").key(0, 0).start() + i * Long.MIN_VALUE,
              stream("oil").key(0, 0).twist()));

  private final int count;
  private final IntFunction<Key> key;

  StreamOrder(int count, IntFunction<Key> key) {
    this.count = count;
    this.key = key;
  }

  Stream<Key> keys() {
    return IntStream.range(0, count).mapToObj(key);
  }

  private static RandomStream stream(String id) {
    return RandomStream.of(42, StreamNames.shock(id));
  }

  /** Returns a, b, …, z, ba, bb, …: {@code i} in base 26. */
  private static String neighbour(int i) {
    String last = String.valueOf((char) ('a' + i % 26));
    return i < 26 ? last : neighbour(i / 26) + last;
  }
}
