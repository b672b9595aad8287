package io.corridor.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
  private static final Words RANDOM = RandomStream.of(7, "strata.test").key(0, 0);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 100, 255, 256, 257, 4096, 6250, 65_537})
  void takesEachPlaceOnce(int size) {
    for (int key = 0; key < 4; key++) {
      Permutation permutation = new Permutation(RANDOM, key, size);
      boolean[] taken = new boolean[size];
      for (int place = 0; place < size; place++) {
        taken[(int) permutation.of(place)] = true;
      }
      assertThat(taken).doesNotContain(false);
    }
  }

  @Test
  void staysBelowTheLargestSize() {
    Permutation permutation = new Permutation(RANDOM, 15, 1L << 31);
    for (long place = 0; place < 1L << 31; place += 12_345_678) {
      assertThat(permutation.of(place)).isBetween(0L, (1L << 31) - 1);
    }
  }

  /** Where two neighbours go, over many keys; a right program fails for one of 1000 seeds. */
  @Test
  void neighboursGoAnywhere() {
    int size = 10;
    long[] counts = new long[size * size];
    int keys = 40_000;
    for (int key = 0; key < keys; key++) {
      Permutation permutation = new Permutation(RANDOM, key, size);
      counts[(int) (permutation.of(3) * size + permutation.of(4))]++;
    }
    long[] pairs = new long[size * (size - 1)];
    int i = 0;
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        if (a != b) {
          pairs[i++] = counts[a * size + b];
        }
      }
    }
    double[] expected = new double[pairs.length];
    Arrays.fill(expected, (double) keys / pairs.length);
    assertThat(new ChiSquareTest().chiSquareTest(expected, pairs)).isGreaterThan(1e-3);
  }
}
