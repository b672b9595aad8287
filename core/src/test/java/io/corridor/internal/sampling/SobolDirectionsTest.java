package io.corridor.internal.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Direction numbers against points of SciPy 1.17.1's {@code qmc.Sobol} (Joe and Kuo's
 * new-joe-kuo-6.21201, unscrambled, in Gray code order).
 */
class SobolDirectionsTest {

  private static double point(long index, int dimension) {
    long gray = index ^ index >>> 1;
    long word = 0;
    for (int bit = 0; bit < SobolWords.BITS; bit++) {
      word ^= (gray >>> bit & 1) == 1 ? SobolWords.direction(dimension, bit) : 0;
    }
    return (word >>> 12) * 0x1p-52;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "sobol_first32.csv", numLinesToSkip = 1)
  void firstPoints(ArgumentsAccessor row) {
    for (int dimension = 0; dimension < 10; dimension++) {
      assertThat(point(row.getLong(0), dimension)).isEqualTo(row.getDouble(dimension + 1));
    }
  }

  @ParameterizedTest(name = "point {0}, dimension {1}")
  @CsvFileSource(resources = "sobol_spot_checks.csv", numLinesToSkip = 1)
  void farDimensions(long index, int dimension, double value, long scaled) {
    assertThat(point(index, dimension - 1)).isEqualTo(value).isEqualTo(scaled * 0x1p-30);
  }
}
