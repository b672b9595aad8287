package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
  /** The least n whose cumulative probability is above u: where it changes is that probability. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.3",
    "2, 0.98",
    "12, 0.88",
    "40, 0.5",
    "90, 0.8",
    "1000, 0.001",
    "10000, 0.5",
    "10000, 0.97"
  })
  void isTheInverseOfTheCumulativeDistribution(int trials, double probability) {
    Binomial binomial = Binomial.of(trials, probability);
    BinomialDistribution law = BinomialDistribution.of(trials, probability);
    for (double u = 0.0005; u < 1; u += 0.001) {
      int n = binomial.at(u);
      assertThat(walked(u, trials, probability)).isEqualTo(n);
      assertThat(law.cumulativeProbability(n)).isGreaterThan(u - 1e-9);
      assertThat(law.cumulativeProbability(n - 1)).isLessThan(u + 1e-9);
    }
  }

  /** Tables of 2 and 3 units, by exact arithmetic: the number changes at the sums of the law. */
  @Test
  void changesAtTheSumsOfTheLaw() {
    MathContext exact = MathContext.UNLIMITED;
    BigDecimal q = new BigDecimal("0.12");
    BigDecimal none = q.multiply(q, exact).multiply(q, exact);
    Binomial binomial = Binomial.of(3, 0.88);
    assertThat(binomial.at(none.doubleValue() * (1 - 1e-12))).isZero();
    assertThat(binomial.at(none.doubleValue() * (1 + 1e-12))).isEqualTo(1);
    double one = 0.12 * 0.12 * 0.12 + 3 * 0.88 * 0.12 * 0.12;
    assertThat(binomial.at(one - 1e-12)).isEqualTo(1);
    assertThat(binomial.at(one + 1e-12)).isEqualTo(2);
  }

  @Test
  void certainTrialsAllSucceed() {
    assertThat(Binomial.of(7, 1).at(0x1p-53)).isEqualTo(7);
    assertThat(Binomial.of(0, 0.4).at(0.7)).isZero();
    assertThat(walked(0.1, 7, 1)).isEqualTo(7);
    assertThat(walked(0.1, 0, 0.4)).isZero();
  }

  private static int walked(double u, int trials, double probability) {
    return Binomial.at(
        u,
        trials,
        probability,
        Binomial.ofMode(trials, probability),
        Binomial.upToMode(trials, probability));
  }

  /** What the walk starts from, against an independent law. */
  @ParameterizedTest
  @CsvSource({"1, 0.3", "2, 0.98", "90, 0.8", "1000, 0.001", "10000, 0.97", "7, 1", "7, 0"})
  void theModeIsTheLikeliestNumber(int trials, double probability) {
    BinomialDistribution law = BinomialDistribution.of(trials, probability);
    int mode = (int) Math.min(trials, Math.floor((trials + 1) * probability));
    assertThat(Binomial.ofMode(trials, probability))
        .isCloseTo(law.probability(mode), withinPercentage(1e-8));
    assertThat(Binomial.upToMode(trials, probability))
        .isCloseTo(law.cumulativeProbability(mode), withinPercentage(1e-8));
  }

  /** Every end of a cell of the table, and its neighbours, where a search begins. */
  @Test
  void aSearchFromATableEndsWhereOneFromTheBeginningDoes() {
    Binomial binomial = Binomial.of(40, 0.88);
    for (int cell = 1; cell < 1_024; cell++) {
      double end = cell / 1_024.0;
      for (double u : new double[] {Math.nextDown(end), end, Math.nextUp(end)}) {
        assertThat(binomial.at(u)).isEqualTo(walked(u, 40, 0.88));
      }
    }
  }

  /** Far in the tails, where nothing may underflow. */
  @Test
  void keepsItsAccuracyInTheTails() {
    BinomialDistribution law = BinomialDistribution.of(10_000, 0.9);
    for (double u : new double[] {0x1p-53, 1e-12, 1e-6, 1 - 1e-6, 1 - 1e-12}) {
      assertThat((double) Binomial.of(10_000, 0.9).at(u))
          .isCloseTo(law.inverseCumulativeProbability(u), within(1.0));
      if (u >= 1e-12) { // a walk knows probabilities to some 10⁻¹⁵
        assertThat((double) walked(u, 10_000, 0.9))
            .isCloseTo(law.inverseCumulativeProbability(u), within(1.0));
      }
    }
  }
}
