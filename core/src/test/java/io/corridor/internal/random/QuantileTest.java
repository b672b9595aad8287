package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.corridor.internal.numeric.Normal;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTest {
  private static final double SMALLEST = 0x1p-53;
  private static final double[] PROBABILITIES = {
    SMALLEST, 1e-12, 1e-6, 0.001, 0.05, 0.2, 0.4, 0.5, 0.51, 0.75, 0.9, 0.999, 1 - 1e-6
  };

  @Test
  void uniformIsLinear() {
    Quantile quantile = Quantile.of(new Distribution.Uniform(-2, 6));
    for (double u : PROBABILITIES) {
      assertThat(quantile.at(u)).isEqualTo(-2 + 8 * u, within(1e-15));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 5", "1, 1, 5", "1, 5, 5", "-3, 0, 1"})
  void triangularAgreesWithCommonsStatistics(double low, double mode, double high) {
    Quantile quantile = Quantile.of(new Distribution.Triangular(low, mode, high));
    ContinuousDistribution reference = TriangularDistribution.of(low, mode, high);
    for (double u : PROBABILITIES) {
      assertThat(quantile.at(u))
          .isEqualTo(reference.inverseCumulativeProbability(u), within(1e-12));
    }
  }

  @Test
  void normalAndLognormalAgreeWithCommonsStatistics() {
    Quantile normal = Quantile.of(new Distribution.Normal(10, 3, Optional.empty()));
    Quantile lognormal = Quantile.of(new Distribution.Lognormal(2, 0.5, Optional.empty()));
    ContinuousDistribution normalReference = NormalDistribution.of(10, 3);
    ContinuousDistribution lognormalReference = LogNormalDistribution.of(StrictMath.log(2), 0.5);
    for (double u : PROBABILITIES) {
      double z = NormalQuantile.of(u);
      assertThat(normal.at(u))
          .isEqualTo(normalReference.inverseCumulativeProbability(u), within(1e-11))
          .isEqualTo(normal.atNormal(z));
      assertThat(lognormal.at(u))
          .isCloseTo(lognormalReference.inverseCumulativeProbability(u), withinPercentage(1e-9))
          .isEqualTo(lognormal.atNormal(z));
    }
  }

  /** By mpmath with 50 digits: the root of log Q(z) = log(Q(a) − u (Q(a) − Q(b))), Q = 1 − Φ. */
  @ParameterizedTest
  @CsvSource({
    "10, 11, 0.5, 10.0684093695476186",
    "10, 11, 0.999, 10.6602276737084797",
    "-2, 3, 0.001, -1.98224287773230149",
    "-2, 3, 0.999, 2.83022032002184963",
    "6, 9, 0.25, 6.04654147781014209",
    "-1, 20, 0.9, 1.37778736159930725"
  })
  void truncationKeepsItsAccuracyInTheTails(double low, double high, double u, double expected) {
    Quantile above = truncatedNormal(low, high);
    Quantile below = truncatedNormal(-high, -low);
    assertThat(above.at(u)).isCloseTo(expected, withinPercentage(1e-10));
    assertThat(below.at(1 - u)).isCloseTo(-expected, withinPercentage(1e-10));
    assertThat(above.atNormal(NormalQuantile.of(u))).isCloseTo(expected, withinPercentage(1e-10));
  }

  /** The same root at 45.0153930452288932; the tail's approximate shape is right to 0.1 %. */
  @Test
  void truncationBeyondAllProbabilitiesHasTheTailsShape() {
    double z = truncatedNormal(45, 46).at(0.5);
    assertThat(z - 45).isCloseTo(0.0153930452288932, withinPercentage(0.1));
    assertThat(truncatedNormal(-46, -45).at(0.5)).isEqualTo(-z);
  }

  @Test
  void truncationIsRenormalised() {
    Interval range = new Interval(8, 12);
    Quantile quantile = Quantile.of(new Distribution.Normal(10, 3, Optional.of(range)));
    ContinuousDistribution reference = TruncatedNormalDistribution.of(10, 3, 8, 12);
    for (double u : PROBABILITIES) {
      assertThat(quantile.at(u)).isEqualTo(reference.inverseCumulativeProbability(u), within(1e-9));
    }
  }

  @Test
  void truncatedLognormalHasTheProbabilitiesOfItsLogarithm() {
    Interval range = new Interval(1.5, 4);
    Quantile quantile = Quantile.of(new Distribution.Lognormal(2, 0.5, Optional.of(range)));
    double from = Normal.cdf(StrictMath.log(1.5 / 2) / 0.5);
    double to = Normal.cdf(StrictMath.log(4 / 2.0) / 0.5);
    for (double u : PROBABILITIES) {
      double x = quantile.at(u);
      double p = Normal.cdf(StrictMath.log(x / 2) / 0.5);
      assertThat((p - from) / (to - from)).isEqualTo(u, within(1e-12));
      assertThat(x).isBetween(1.5, 4.0);
    }
    Quantile fromZero =
        Quantile.of(new Distribution.Lognormal(2, 0.5, Optional.of(new Interval(0, 4))));
    assertThat(Normal.cdf(StrictMath.log(fromZero.at(0.5) / 2) / 0.5))
        .isEqualTo(0.5 * to, within(1e-12));
  }

  /** Halving the cumulative distribution, as the library's own inverse stops at 1e-9. */
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 3",
    "1, 5",
    "5, 1",
    "3, 3",
    "0.5, 0.5",
    "0.1, 0.1",
    "0.01, 2",
    "2, 0.01",
    "0.001, 0.001",
    "100, 0.5",
    "0.3, 40",
    "1e4, 2e4",
    "1e6, 0.5"
  })
  void betaIsRightToOneInTenThousandMillion(double alpha, double beta) {
    BetaDistribution reference = BetaDistribution.of(alpha, beta);
    Quantile quantile = Quantile.of(new Distribution.Beta(alpha, beta, Optional.empty()));
    for (int i = 1; i < 300; i++) {
      double u = i / 300.0;
      assertThat(quantile.at(u)).isEqualTo(bisect(reference, u), within(1e-10));
    }
    for (double u : PROBABILITIES) {
      assertThat(quantile.at(u)).isEqualTo(bisect(reference, u), within(1e-10));
    }
  }

  @ParameterizedTest
  @CsvSource({"1e9, 1e9", "1e-8, 1e-8", "1e-30, 1", "1, 1e12", "1e-20, 1e-20"})
  void extremeBetasStayInsideAndNeverFall(double alpha, double beta) {
    Quantile quantile = Quantile.of(new Distribution.Beta(alpha, beta, Optional.empty()));
    double before = 0;
    for (int i = 1; i < 1000; i++) {
      double x = quantile.at(i / 1000.0);
      assertThat(x).isBetween(before * (1 - 1e-10), 1.0);
      before = x;
    }
  }

  @Test
  void hugeShapesApproachTheNormal() {
    Quantile quantile = Quantile.of(new Distribution.Beta(1e9, 1e9, Optional.empty()));
    for (double z = -4; z <= 4; z += 0.5) {
      double normal = 0.5 + z * Math.sqrt(0.25 / (2e9 + 1));
      assertThat(quantile.atNormal(z)).isEqualTo(normal, within(1e-9));
    }
  }

  @Test
  void pertIsABetaOnItsRange() {
    Quantile pert = Quantile.of(new Distribution.Pert(10, 14, 20));
    Quantile beta = Quantile.of(new Distribution.Beta(2.6, 3.4, Optional.of(new Interval(10, 20))));
    for (double u : PROBABILITIES) {
      assertThat(pert.at(u)).isEqualTo(beta.at(u), within(1e-12)).isBetween(10.0, 20.0);
    }
  }

  @Test
  void choiceRunsThroughItsValuesInAscendingOrder() {
    Quantile quantile =
        Quantile.of(new Distribution.Choice(List.of(5.0, 1.0, 3.0), List.of(1.0, 2.0, 1.0)));
    assertThat(quantile.at(SMALLEST)).isEqualTo(1);
    assertThat(quantile.at(0.499)).isEqualTo(1);
    assertThat(quantile.at(0.5)).isEqualTo(3);
    assertThat(quantile.at(0.749)).isEqualTo(3);
    assertThat(quantile.at(0.75)).isEqualTo(5);
    assertThat(quantile.at(1 - SMALLEST)).isEqualTo(5);
    assertThat(quantile.atNormal(9)).isEqualTo(5);
  }

  @Test
  void choiceNeverTakesAValueWithoutWeight() {
    Quantile quantile =
        Quantile.of(new Distribution.Choice(List.of(1.0, 2.0, 3.0), List.of(0.0, 0.1, 0.0)));
    assertThat(quantile.at(SMALLEST)).isEqualTo(2);
    assertThat(quantile.at(1 - SMALLEST)).isEqualTo(2);
  }

  static List<Distribution> pointsAtThree() {
    Optional<Interval> three = Optional.of(new Interval(3, 3));
    return List.of(
        new Distribution.Uniform(3, 3),
        new Distribution.Triangular(3, 3, 3),
        new Distribution.Pert(3, 3, 3),
        new Distribution.Normal(3, 0, Optional.empty()),
        new Distribution.Normal(3, 1, three),
        new Distribution.Lognormal(3, 0, Optional.empty()),
        new Distribution.Lognormal(3, 1, three),
        new Distribution.Beta(2, 2, three),
        new Distribution.Choice(List.of(3.0), List.of(0.2)));
  }

  @ParameterizedTest
  @MethodSource("pointsAtThree")
  void zeroWidthIsOneValue(Distribution distribution) {
    Quantile quantile = Quantile.of(distribution);
    for (double u : PROBABILITIES) {
      assertThat(quantile.at(u)).isEqualTo(3);
    }
    assertThat(quantile.atNormal(-1.3)).isEqualTo(3);
  }

  static List<Distribution> distributions() {
    Optional<Interval> range = Optional.of(new Interval(0.5, 7));
    return List.of(
        new Distribution.Uniform(-1, 2),
        new Distribution.Triangular(0, 1, 5),
        new Distribution.Pert(0, 1, 5),
        new Distribution.Normal(1, 2, Optional.empty()),
        new Distribution.Normal(1, 2, range),
        new Distribution.Lognormal(1, 2, Optional.empty()),
        new Distribution.Lognormal(1, 2, range),
        new Distribution.Beta(0.2, 0.7, range),
        new Distribution.Choice(List.of(3.0, 1.0), List.of(0.2, 0.3)));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void neverFalls(Distribution distribution) {
    Quantile quantile = Quantile.of(distribution);
    assertNeverFalls(quantile::at, 1 / 5000.0, 1 - 1 / 5000.0, 1 / 5000.0);
    assertNeverFalls(quantile::atNormal, -8.2, 8.2, 1 / 256.0);
  }

  private static void assertNeverFalls(DoubleUnaryOperator f, double from, double to, double step) {
    double before = f.applyAsDouble(from);
    for (double x = from; x <= to; x += step) {
      double value = f.applyAsDouble(x);
      assertThat(value).isGreaterThanOrEqualTo(before - 1e-11 * Math.abs(before));
      before = value;
    }
  }

  private static Quantile truncatedNormal(double low, double high) {
    return Quantile.of(new Distribution.Normal(0, 1, Optional.of(new Interval(low, high))));
  }

  private static double bisect(BetaDistribution distribution, double u) {
    double low = 0;
    double high = 1;
    double middle = 0.5;
    while (low < middle && middle < high) {
      boolean below =
          u < 0.5
              ? distribution.cumulativeProbability(middle) < u
              : distribution.survivalProbability(middle) > 1 - u;
      if (below) {
        low = middle;
      } else {
        high = middle;
      }
      middle = 0.5 * (low + high);
    }
    return middle;
  }

  /** The file says how SciPy made it. */
  @ParameterizedTest(name = "{0} {1}: {2} at {3}")
  @CsvFileSource(resources = "quantiles.csv", numLinesToSkip = 1)
  void quantilesAgreeWithSciPy(
      Scale scale, String percents, String values, double u, double expected) {
    Quantile quantile =
        Quantile.of(new Distribution.Quantiles(numbers(percents), numbers(values), scale));
    double spread = Math.abs(scale.of(expected)) + 1;
    assertThat(scale.of(quantile.at(u))).isCloseTo(scale.of(expected), within(1e-11 * spread));
    assertThat(quantile.at(u)).isEqualTo(quantile.atNormal(NormalQuantile.of(u)));
  }

  private static List<Double> numbers(String words) {
    return Arrays.stream(words.split(" ")).map(Double::valueOf).toList();
  }

  /** Two or three points of a normal on the scale give back that normal, in the tails too. */
  @ParameterizedTest
  @EnumSource(Scale.class)
  void pointsOfANormalGiveItBack(Scale scale) {
    for (List<Double> percents : List.of(List.of(5.0, 95.0), List.of(10.0, 35.0, 99.0))) {
      List<Double> values =
          percents.stream()
              .map(p -> scale.inverse(0.3 + 0.5 * NormalQuantile.of(p / 100)))
              .toList();
      Quantile quantile = Quantile.of(new Distribution.Quantiles(percents, values, scale));
      for (double z = -6; z <= 6; z += 0.25) {
        assertThat(scale.of(quantile.atNormal(z))).isCloseTo(0.3 + 0.5 * z, within(1e-10));
      }
    }
  }

  @Test
  void quantilesNeverDescendAndPassThroughTheirPoints() {
    List<Double> percents = List.of(1.0, 10.0, 50.0, 51.0, 90.0, 99.9);
    List<Double> values = List.of(0.01, 0.5, 0.6, 5.0, 700.0, 800.0);
    Quantile quantile = Quantile.of(new Distribution.Quantiles(percents, values, Scale.LOG));
    for (int i = 0; i < values.size(); i++) {
      assertThat(quantile.at(percents.get(i) / 100))
          .isCloseTo(values.get(i), withinPercentage(1e-9));
    }
    double last = 0;
    for (double z = -8; z <= 8; z += 1.0 / 1024) {
      assertThat(quantile.atNormal(z)).isGreaterThanOrEqualTo(last);
      last = quantile.atNormal(z);
    }
  }

  /** Where rounding would put a draw at an end that has probability 0, it lies just inside. */
  @Test
  void drawsStayOffTheEndsOfDensities() {
    Quantile beta = Quantile.of(new Distribution.Beta(0.01, 0.01, Optional.empty()));
    assertThat(beta.at(SMALLEST)).isEqualTo(Double.MIN_VALUE);
    assertThat(beta.at(1 - SMALLEST)).isEqualTo(Math.nextDown(1.0));
    Quantile logit = Quantile.of(Distribution.Quantiles.interval(0.001, 1 - 1e-15, Scale.LOGIT));
    assertThat(logit.atNormal(8)).isEqualTo(Math.nextDown(1.0));
    Quantile lognormal = Quantile.of(new Distribution.Lognormal(1e-300, 50, Optional.empty()));
    assertThat(lognormal.atNormal(-8)).isEqualTo(Double.MIN_VALUE);
    Quantile uniform = Quantile.of(new Distribution.Uniform(1e9, 1e9 + 1e-6));
    assertThat(uniform.at(SMALLEST)).isEqualTo(Math.nextUp(1e9));
  }

  @Test
  void rowsAreEquallyLikelyAndInTheirOrder() {
    Quantile rows = Quantile.ofRows(List.of(3.0, 1.0, 2.0));
    assertThat(rows.at(SMALLEST)).isEqualTo(3);
    assertThat(rows.at(0.34)).isEqualTo(1);
    assertThat(rows.at(1 - SMALLEST)).isEqualTo(2);
  }

  /** Where the law is as good as normal: its moments, over a fine grid of probabilities. */
  @ParameterizedTest(name = "beta({0}, {1})")
  @CsvSource({"1e10, 1e10", "1e18, 1e18", "3e18, 1e18", "1e12, 1e200", "1e300, 1.7e308"})
  void betasOfLargeShapesHaveTheirMeanAndDeviation(double alpha, double beta) {
    Quantile quantile = Quantile.of(new Distribution.Beta(alpha, beta, Optional.empty()));
    double mean = 1 / (1 + beta / alpha);
    double sd = mean * Math.sqrt((beta / (alpha / 2 + beta / 2) / 2) / alpha);
    double last = -1;
    for (double z = -8; z <= 8; z += 0.5) {
      double x = quantile.atNormal(z);
      assertThat(x).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(last);
      assertThat(x).isCloseTo(mean + z * sd, within(1e-3 * sd + 4 * Math.ulp(mean)));
      last = x;
    }
  }

  @Test
  void betasOfLargeShapesGoOnWhereTablesEnd() {
    BetaQuantile table = BetaQuantile.of(1e10, 3e10);
    Quantile normal = Quantile.of(new Distribution.Beta(1e10, 3e10, Optional.empty()));
    for (double z = -6; z <= 6; z += 0.25) {
      assertThat(normal.atNormal(z)).isCloseTo(table.atNormal(z), within(1e-10));
    }
  }
}
