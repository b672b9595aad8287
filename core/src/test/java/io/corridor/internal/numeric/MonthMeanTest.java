package io.corridor.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthMeanTest {

  /** Against integrals of what a shock leaves at the end, e^{−qs}, and in the mean. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-4, 0.01, 0.0999999, 0.1, 0.5, 2})
  void isTheIntegralOfWhatShocksLeave(double q) {
    double[] sums = new double[4];
    var rule = new GaussIntegratorFactory().legendre(20, 0, 1);
    for (int i = 0; i < rule.getNumberOfPoints(); i++) {
      double s = rule.getPoint(i);
      double end = Math.exp(-q * s);
      double mean = -Math.expm1(-q * s) / q;
      sums[0] += rule.getWeight(i) * end;
      sums[1] += rule.getWeight(i) * end * end;
      sums[2] += rule.getWeight(i) * end * mean;
      sums[3] += rule.getWeight(i) * mean * mean;
    }
    assertThat(MonthMean.weight(q)).isCloseTo(sums[0], within(1e-14));
    assertThat(MonthMean.endVariance(q)).isCloseTo(sums[1], within(1e-14));
    assertThat(MonthMean.covariance(q)).isCloseTo(sums[2], within(1e-14));
    assertThat(MonthMean.variance(q)).isCloseTo(sums[3], within(1e-12));
  }

  @Test
  void hasTheLimitsOfABrownianMotion() {
    assertThat(MonthMean.weight(0)).isEqualTo(1);
    assertThat(MonthMean.endVariance(0)).isEqualTo(1);
    assertThat(MonthMean.covariance(0)).isEqualTo(0.5);
    assertThat(MonthMean.variance(0)).isCloseTo(1 / 3.0, within(1e-16));
    assertThat(MonthMean.ownVariance(0)).isCloseTo(1 / 12.0, within(1e-16));
  }
}
