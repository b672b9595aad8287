package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonQuantileTest {

  /** Of mpmath 1.3, gammainc(k + 1, λ, inf, regularized=True); above 10^6 scipy's poisson.cdf. */
  @ParameterizedTest(name = "P(N <= {0}), mean {1}")
  @CsvSource({
    "28, 101, 8.164287964439213155e-18",
    "90, 101, 0.14759204582843180843",
    "101, 101, 0.52643070959742099281",
    "130, 101, 0.99762385473145033277",
    "190, 101, 0.99999999999999896174",
    "700, 750, 0.034244295493656744405",
    "750, 750, 0.50970988724340903219",
    "760, 750, 0.65120989466394687958",
    "83333000, 83333333.25, 0.48546866911004916",
    "83340000, 83333333.25, 0.7674177188805966",
    "1000001000000, 1000000000000, 0.8413448670538446"
  })
  void cumulativeIsThatOfTheReference(double k, double rate, double probability) {
    assertThat(PoissonQuantile.cumulative(k, rate)).isCloseTo(probability, within(1e-13));
  }

  /** Summing and searching say the same where one takes the other's place. */
  @Test
  void searchGoesOnWhereSumsEnd() {
    double none = StrictMath.exp(-100);
    for (int i = 1; i < 2_000; i++) {
      double u = i / 2_000.0;
      double k = PoissonQuantile.at(u, 100, none);
      assertThat(PoissonQuantile.cumulative(k, 100)).isGreaterThan(u);
      assertThat(PoissonQuantile.cumulative(k - 1, 100)).isLessThanOrEqualTo(u);
    }
  }

  /** Over a fine grid of u, which leaves out the outermost 2.5e-5 of either tail. */
  @ParameterizedTest(name = "mean {0}")
  @ValueSource(doubles = {100.5, 750, 12_345.6, 1e9 / 12, 1e17})
  void meanAndVarianceAreTheRate(double rate) {
    int count = 20_000;
    double sum = 0;
    double squares = 0;
    double last = 0;
    for (int i = 0; i < count; i++) {
      double k = PoissonQuantile.at((i + 0.5) / count, rate, StrictMath.exp(-rate));
      assertThat(k).isGreaterThanOrEqualTo(last);
      last = k;
      sum += (k - rate) / count;
      squares += (k - rate) * (k - rate) / count;
    }
    assertThat(sum / Math.sqrt(rate)).isCloseTo(0, within(1e-3));
    assertThat(squares / rate).isCloseTo(1, within(2e-3));
  }
}
