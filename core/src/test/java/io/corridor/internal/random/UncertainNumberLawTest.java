package io.corridor.internal.random;

import static io.corridor.internal.engine.Corridors.constant;
import static io.corridor.internal.engine.Corridors.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.DrawTable;
import io.corridor.model.Scale;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Uncertain numbers as the engine draws them, and their copula (section 1 of the model). */
class UncertainNumberLawTest {
  private static final long SEED = 20_260_907;
  private static final int PATHS = 50_000;

  static Stream<Arguments> laws() {
    Optional<Interval> within = Optional.of(new Interval(4, 9));
    return Stream.of(
        Arguments.of(
            new Distribution.Uniform(-2, 6), scaled(UniformContinuousDistribution.of(-2, 6), 0, 1)),
        Arguments.of(
            new Distribution.Triangular(1, 2, 5), scaled(TriangularDistribution.of(1, 2, 5), 0, 1)),
        Arguments.of(new Distribution.Pert(1, 2, 5), scaled(BetaDistribution.of(2, 4), 1, 4)),
        Arguments.of(
            new Distribution.Normal(5, 3, Optional.empty()),
            scaled(NormalDistribution.of(5, 3), 0, 1)),
        Arguments.of(
            new Distribution.Normal(5, 3, within),
            scaled(TruncatedNormalDistribution.of(5, 3, 4, 9), 0, 1)),
        Arguments.of(
            new Distribution.Lognormal(3, 0.7, Optional.empty()),
            scaled(LogNormalDistribution.of(Math.log(3), 0.7), 0, 1)),
        Arguments.of(
            new Distribution.Beta(0.5, 2.5, Optional.empty()),
            scaled(BetaDistribution.of(0.5, 2.5), 0, 1)),
        Arguments.of(
            new Distribution.Beta(3, 2, Optional.of(new Interval(-1, 9))),
            scaled(BetaDistribution.of(3, 2), -1, 10)));
  }

  /** A law, shifted and stretched. */
  private record Scaled(ContinuousDistribution law, double low, double width) {
    double cumulative(double x) {
      return law.cumulativeProbability((x - low) / width);
    }

    double mean() {
      return low + width * law.getMean();
    }

    double variance() {
      return width * width * law.getVariance();
    }
  }

  private static Scaled scaled(ContinuousDistribution law, double low, double width) {
    return new Scaled(law, low, width);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void numbersFollowTheirLaw(Distribution written, Scaled law) {
    double[] drawn = draw(written);
    Significance.law(written.toString(), drawn, law::cumulative);
    Significance.moments(written.toString(), drawn, law.mean(), law.variance());
  }

  /** P(X ≤ x | 2 ≤ X ≤ 4) of the lognormal itself. */
  @Test
  void truncatedLognormalIsRenormalised() {
    ContinuousDistribution whole = LogNormalDistribution.of(Math.log(3), 0.7);
    double[] drawn = draw(new Distribution.Lognormal(3, 0.7, Optional.of(new Interval(2, 4))));
    Significance.law(
        "lognormal in [2, 4]",
        drawn,
        x -> whole.probability(2, Math.max(2, x)) / whole.probability(2, 4));
  }

  @Test
  void choicesFollowTheirWeights() {
    List<Double> values = List.of(5.0, 1.0, 3.0, 8.0);
    List<Double> weights = List.of(2.0, 1.0, 0.0, 5.0);
    double[] drawn = draw(new Distribution.Choice(values, weights));
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      long hits = Arrays.stream(drawn).filter(x -> x == value).count();
      Significance.share("choice of " + value, hits, PATHS, weights.get(i) / 8);
    }
  }

  /** An interval of any scale holds nine tenths of the draws, and a twentieth lies on each side. */
  @ParameterizedTest
  @CsvSource({
    "LINEAR, -3, 4, 0.5",
    "LOG, 9, 20, 13.416407864998739",
    "LOGIT, 0.1, 0.4, 0.21394022746105604",
    "GROWTH, -0.02, 0.09, 0.03353761424181225",
    "EXCESS, 1.5, 6, 2.5811388300841898"
  })
  void intervalsAreLawsOfEveryRange(Scale scale, double low, double high, double median) {
    double[] drawn = draw(Distribution.Quantiles.interval(low, high, scale));
    Significance.share("below", Arrays.stream(drawn).filter(x -> x < low).count(), PATHS, 0.05);
    Significance.share("half", Arrays.stream(drawn).filter(x -> x < median).count(), PATHS, 0.5);
    Significance.share("above", Arrays.stream(drawn).filter(x -> x > high).count(), PATHS, 0.05);
  }

  /** Rows are drawn whole: means, and the covariance of two columns, are those of the table. */
  @Test
  void columnsOfATableAreDrawnTogether() {
    List<Double> a = List.of(1.0, 4.0, 2.0, 8.0, 3.0, 9.0, 1.5);
    List<Double> b = List.of(-2.0, 5.0, 0.0, 6.0, 1.0, 9.5, -1.0);
    DrawTable table = DrawTable.of("draws.csv").withColumn("a", a).withColumn("b", b);
    Scenario scenario =
        from("2020-01", 1)
            .draws("posterior", table)
            .draws("other", table)
            .parameter("named", Value.draw("posterior", "a"))
            .driver("a", constant(Value.parameter("named")))
            .driver("again", constant(Value.draw("posterior", "a")))
            .driver("b", constant(Value.draw("posterior", "b")))
            .driver("c", constant(Value.draw("other", "b")))
            .build();
    Paths paths =
        Paths.of(scenario, SEED, PATHS, "driver.a", "driver.again", "driver.b", "driver.c");
    double[] drawnA = paths.at("driver.a", 0);
    double[] drawnB = paths.at("driver.b", 0);
    assertThat(paths.at("driver.again", 0)).containsExactly(drawnA);
    for (int p = 0; p < PATHS; p++) {
      assertThat(b.get(a.indexOf(drawnA[p]))).isEqualTo(drawnB[p]);
    }
    double meanA = mean(a);
    double meanB = mean(b);
    Significance.moments("a", drawnA, meanA, covariance(a, a));
    Significance.moments("b", drawnB, meanB, covariance(b, b));
    Significance.covariance("a and b", drawnA, meanA, drawnB, meanB, covariance(a, b));
    Significance.covariance("tables", drawnA, meanA, paths.at("driver.c", 0), meanB, 0);
  }

  private static double mean(List<Double> column) {
    return column.stream().mapToDouble(x -> x).average().orElseThrow();
  }

  private static double covariance(List<Double> a, List<Double> b) {
    return IntStream.range(0, a.size())
        .mapToDouble(i -> (a.get(i) - mean(a)) * (b.get(i) - mean(b)))
        .average()
        .orElseThrow();
  }

  private static double[] draw(Distribution law) {
    Scenario scenario = from("2020-01", 1).driver("x", constant(law)).build();
    return Paths.of(scenario, SEED, PATHS, "driver.x").at("driver.x", 0);
  }

  /** Joint probabilities of the Gaussian copula, and Spearman's 6/π · arcsin(ρ/2), by mpmath. */
  @ParameterizedTest(name = "correlation {0}")
  @CsvSource({
    "-0.5, 0.16666666666666666, 0.0007386013904147256, -0.4825837395309975",
    "0, 0.25, 0.01, 0",
    "0.25, 0.29021531162758313, 0.019333521918903578, 0.23935852604860938",
    "0.5, 0.3333333333333333, 0.03240152321834352, 0.4825837395309975",
    "0.8, 0.39758361765043326, 0.05624273674472787, 0.7859392826067277"
  })
  void copulaOfTwoParameters(double rho, double aboveMedian, double above90, double spearman) {
    Scenario scenario =
        from("2020-01", 1)
            .parameter("of-third", new Distribution.Uniform(0, 1))
            .parameter("of-u", new Distribution.Uniform(0, 1))
            .parameter("of-v", new Distribution.Uniform(2, 4))
            .driver("u", constant(Value.parameter("of-u")))
            .driver("v", constant(Value.parameter("of-v")))
            .driver("third", constant(Value.parameter("of-third")))
            .correlation("of-v", "of-u", rho)
            .correlation("of-third", "of-u", 0.3)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "driver.u", "driver.v", "driver.third");
    double[] u = paths.at("driver.u", 0);
    double[] v = Arrays.stream(paths.at("driver.v", 0)).map(x -> (x - 2) / 2).toArray();
    Significance.law("u", u, x -> x);
    Significance.law("v", v, x -> x);
    Significance.moments("u", u, 0.5, 1.0 / 12);
    Significance.moments("v", v, 0.5, 1.0 / 12);
    Significance.share("above the median", both(u, v, 0.5), PATHS, aboveMedian);
    Significance.share("above 90 %", both(u, v, 0.9), PATHS, above90);
    Significance.covariance("rank", u, 0.5, v, 0.5, spearman / 12);
    double[] third = paths.at("driver.third", 0);
    double uncorrelated = 6 / Math.PI * Math.asin(0.3 / 2) / 12;
    Significance.covariance("third", third, 0.5, u, 0.5, uncorrelated);
    Significance.covariance("third with v", third, 0.5, v, 0.5, 0);
  }

  private static long both(double[] u, double[] v, double bound) {
    return IntStream.range(0, PATHS).filter(p -> u[p] > bound && v[p] > bound).count();
  }

  @Test
  void aNamedParameterIsOneDrawAndUnnamedNumbersAreTheirOwn() {
    Distribution law = new Distribution.Uniform(0, 1);
    Scenario scenario =
        from("2020-01", 1)
            .parameter("p", law)
            .driver("a", constant(Value.parameter("p")))
            .driver("b", constant(Value.parameter("p")))
            .driver("c", constant(law))
            .driver("d", constant(law))
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "driver.a", "driver.b", "driver.c", "driver.d");
    assertThat(paths.at("driver.b", 0)).containsExactly(paths.at("driver.a", 0));
    String[] drawn = {"driver.a", "driver.c", "driver.d"};
    for (String x : drawn) {
      for (String y : drawn) {
        double expected = x.equals(y) ? 1.0 / 12 : 0;
        Significance.covariance(x + y, paths.at(x, 0), 0.5, paths.at(y, 0), 0.5, expected);
      }
    }
  }
}
