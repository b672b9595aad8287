package io.corridor.benchmarks.quality;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.RandomStream.Key;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for words that two of many keys have in common, or one key twice, on any of their paths:
 * were a stream a stretch of another, it would show. {@code benchmarks/quality.sh} calls it.
 *
 * <p>Of n random words of 64 bits, n²/2⁶⁵ pairs are equal by chance: of the 2²⁶ read here, 0.0001.
 */
public final class OverlapSearch {
  private static final int KEYS = 1 << 16;
  private static final int PATHS = 1 << 10;
  private static final int MONTHS = 1 << 7;

  private OverlapSearch() {}

  /**
   * Prints how many words, halves of keys and pairs of equal ones there are.
   *
   * @param arguments the path that is read first
   */
  public static void main(String[] arguments) {
    long firstPath = Long.parseLong(arguments[0]);
    List<Key> keys =
        IntStream.range(0, KEYS)
            .mapToObj(i -> RandomStream.of(0, "shock." + i / MONTHS).key(i % MONTHS, 0))
            .toList();
    long[] all = new long[KEYS * PATHS];
    long[] words = new long[PATHS];
    for (int i = 0; i < KEYS; i++) {
      keys.get(i).fill(firstPath, PATHS, words);
      System.arraycopy(words, 0, all, i * PATHS, PATHS);
    }
    print("words", all);
    print("starts", keys.stream().mapToLong(Key::start).toArray());
    print("twists", keys.stream().mapToLong(Key::twist).toArray());
  }

  private static void print(String what, long[] numbers) {
    Arrays.sort(numbers);
    long equal =
        IntStream.range(1, numbers.length).filter(i -> numbers[i] == numbers[i - 1]).count();
    System.out.printf("%s: %d, of which equal to another: %d%n", what, numbers.length, equal);
  }
}
