package io.corridor.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  /** By mpmath with 50 digits: {@code erfc(-z / sqrt(2)) / 2}. */
  @ParameterizedTest
  @CsvSource({
    "-37.0, 5.7255712225245768e-300",
    "-30, 4.9067139271481870595e-198",
    "-20, 2.7536241186062336951e-89",
    "-12, 1.7764821120776789977e-33",
    "-8.3, 5.2055697448902540246e-17",
    "-6, 9.865876450376981407e-10",
    "-5, 2.8665157187919391167e-7",
    "-3, 0.0013498980316300945267",
    "-1, 0.15865525393145705141",
    "-0.5, 0.30853753872598689636",
    "-1e-10, 0.49999999996010577196",
    "0, 0.5",
    "0.5, 0.69146246127401310364",
    "1, 0.84134474606854294859",
    "3, 0.99865010196836990547",
    "5, 0.99999971334842812081",
    "8, 0.9999999999999993779"
  })
  void keepsItsRelativeErrorInBothTails(double z, double expected) {
    assertThat(Normal.cdf(z)).isCloseTo(expected, withinPercentage(2e-13));
  }

  @Test
  void endsAtZeroAndOne() {
    assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isEqualTo(0);
    assertThat(Normal.cdf(-1e200)).isEqualTo(0);
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Normal.cdf(1e200)).isEqualTo(1);
    assertThat(Normal.cdf(Double.NaN)).isNaN();
  }

  @Test
  void neverFallsByMoreThanRounding() {
    double before = 0;
    for (double z = -38; z < 9; z += 1e-4) {
      assertThat(Normal.cdf(z)).isGreaterThanOrEqualTo(before * (1 - 4e-15));
      before = Normal.cdf(z);
    }
  }

  @Test
  void densityIsTheDerivative() {
    for (double z = -6; z < 0; z += 0.1) {
      double difference = (Normal.cdf(z + 1e-4) - Normal.cdf(z - 1e-4)) / 2e-4;
      assertThat(Normal.density(z)).isCloseTo(difference, withinPercentage(1e-4));
    }
  }
}
