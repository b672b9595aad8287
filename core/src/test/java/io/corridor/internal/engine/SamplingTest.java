package io.corridor.internal.engine;

import static io.corridor.internal.engine.Corridors.flow;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Distribution;
import io.corridor.model.Metrics;
import io.corridor.model.Output;
import io.corridor.model.Precision;
import io.corridor.model.Question;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.run.Progress;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of every sampling: the same bits everywhere, no bias, and errors that are true. */
class SamplingTest {
  private static final double VOLATILITY = 0.2;
  private static final int MONTHS = 13;

  /** Trade of 100 a month times a driver with an uncertain drift. */
  private static final Scenario SCENARIO =
      from("2020-01", MONTHS)
          .driver("x", gbm(1, 0.05, VOLATILITY))
          .flow("goods", flow(1200, Map.of("x", Value.ONE)))
          .question("up", ask(110, Question.Test.ANY_MONTH, List.of()))
          .question("far-up", ask(150, Question.Test.ANY_MONTH, List.of()))
          .question(
              "far-if-up",
              ask(150, Question.Test.ANY_MONTH, List.of(new Question.Given("up", true))))
          .question("months", ask(110, new Question.Test.CountMonths(), List.of()))
          .output(new Output(List.of(50.0), Optional.of(List.of("total"))))
          .build();

  private static Question ask(double least, Question.Test test, List<Question.Given> given) {
    return new Question(
        "total",
        Question.Band.atLeast(least),
        Question.Window.at(YearMonth.of(2021, 1)),
        test,
        Optional.empty(),
        given);
  }

  /** The probability that 100 X(12) is at least {@code least}. */
  private static double probability(double least) {
    double logMean = 0.05 - VOLATILITY * VOLATILITY / 2;
    return new NormalDistribution()
        .cumulativeProbability((logMean - Math.log(least / 100)) / VOLATILITY);
  }

  private static Settings settings(Sampling sampling, long paths, long seed) {
    return Settings.of(SCENARIO)
        .withSampling(sampling)
        .withPaths(paths)
        .withSeed(seed)
        .withThreads(1);
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void bitsDependOnNeitherThreadsNorCuts(Sampling sampling) {
    long paths = 5 * 2048 + 345;
    for (long seed = 0; seed < 4; seed++) {
      Scenario scenario = RandomScenarios.small(seed);
      Plan plan =
          PlanCompiler.compile(
              scenario, Drawn.of(new Sample(seed, sampling, paths)), Wanted.REPORTED);
      byte[] expected = PlanRuns.of(plan, paths, 1).toBytes();
      assertThat(PlanRuns.of(plan, paths, 2).toBytes()).isEqualTo(expected);
      assertThat(PlanRuns.of(plan, paths, 3).toBytes()).isEqualTo(expected);
      Summary parts = PlanRuns.of(plan, 3 * 2048, paths - 3 * 2048, 2);
      parts.merge(parts.fromBytes(PlanRuns.of(plan, 0, 2048, 1).toBytes()));
      parts.merge(PlanRuns.of(plan, 2048, 2 * 2048, 1));
      assertThat(parts.toBytes()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void goesOnFromWhereItWasCut(Sampling sampling) {
    long paths = 50 * 2048 + 17;
    Plan plan =
        PlanCompiler.compile(SCENARIO, Drawn.of(new Sample(4, sampling, paths)), Wanted.REPORTED);
    byte[] whole = PlanRuns.of(plan, paths, 1).toBytes();
    SavedInMemory saved = new SavedInMemory();
    PlanRuns.stretches(plan, Goal.of(paths), 1, Progress.NONE, saved).run();
    for (int saves = 0; saves < saved.history.size(); saves++) {
      SavedInMemory cut = new SavedInMemory();
      saved.history.subList(0, saves).forEach(cut::save);
      assertThat(PlanRuns.stretches(plan, Goal.of(paths), 2, Progress.NONE, cut).run().toBytes())
          .isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void aReplayShowsThePathsOfTheRun(Sampling sampling) {
    int paths = 4_500;
    for (long seed = 0; seed < 4; seed++) {
      Scenario scenario = RandomScenarios.small(seed);
      List<String> ids = List.copyOf(Metrics.of(scenario).keySet());
      Sample sample = new Sample(seed, sampling, paths);
      Projection run =
          Simulator.run(
              scenario.toBuilder().output(Output.ALL).buildUnchecked(),
              Settings.of(scenario).withSampling(sampling).withPaths(paths).withSeed(seed));
      Paths all = Replay.of(scenario, sample, ids).paths(0, paths);
      String id = ids.get((int) seed % ids.size());
      int last = scenario.months() - 1;
      double sum = 0;
      for (int p = 0; p < paths; p++) {
        sum += all.value(id, last, p);
      }
      double mean = run.series(id).mean(last);
      assertThat(sum / paths)
          .isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-9 * (1 + Math.abs(mean))));
      for (int one : new int[] {0, 1, 16, 2_047, 2_049, 4_499}) {
        Paths alone = Replay.of(scenario, sample, List.of(id)).paths(one, 1);
        for (int month = 0; month <= last; month++) {
          assertThat(alone.value(id, month, 0)).isEqualTo(all.value(id, month, one));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void theFirstPathsOfALongerRunAreThoseOfAShorterUnlessItIsAHypercube(Sampling sampling) {
    Scenario uncertain =
        SCENARIO.toBuilder()
            .driver("x", gbm(1, 0.05, VOLATILITY))
            .flow("goods", flow(1200, Map.of("x", new Distribution.Uniform(0.5, 1.5))))
            .build();
    Paths shorter =
        Replay.of(uncertain, new Sample(1, sampling, 100), List.of("total")).paths(0, 100);
    Paths longer =
        Replay.of(uncertain, new Sample(1, sampling, 5_000), List.of("total")).paths(0, 100);
    int same = 0;
    for (int p = 0; p < 100; p++) {
      same += shorter.value("total", 12, p) == longer.value("total", 12, p) ? 1 : 0;
    }
    assertThat(same).isEqualTo(sampling == Sampling.LHS ? 0 : 100);
  }

  /** Means over 100 seeds, whose own spread gives the error; one of a million seeds fails. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void nothingIsBiased(Sampling sampling) {
    int seeds = 100;
    double[] means = new double[seeds];
    double[] up = new double[seeds];
    double[] farIfUp = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      Projection run = Simulator.run(SCENARIO, settings(sampling, 1_000, seed));
      means[seed] = run.series("total").mean(12);
      up[seed] = run.probability("up").probability().orElseThrow();
      farIfUp[seed] = run.probability("far-if-up").probability().orElseThrow();
    }
    Significance.mean("mean", means, 100 * Math.exp(0.05));
    Significance.mean("probability", up, probability(110));
    // A ratio's bias is a tenth of its error here.
    Significance.mean("conditional", farIfUp, probability(150) / probability(110));
  }

  /**
   * Of 600 intervals, as many cover as a right program's do but for one of 1000 seeds. Those of
   * Sobol points are meant to cover 92 % at least: the law of their errors isn't quite normal, and
   * where all replications say the same, intervals are those of random paths. So are they mostly
   * for rare events.
   */
  @ParameterizedTest
  @CsvSource({
    "RANDOM, 1000",
    "ANTITHETIC, 1000",
    "LHS, 1000",
    "SOBOL, 1000",
    "SOBOL, 4096",
    "ANTITHETIC, 512"
  })
  void intervalsCoverAsOftenAsTheySay(Sampling sampling, long paths) {
    int seeds = 600;
    int means = 0;
    int ups = 0;
    int farUps = 0;
    int months = 0;
    for (int seed = 0; seed < seeds; seed++) {
      Projection run = Simulator.run(SCENARIO, settings(sampling, paths, 10_000 + seed));
      Series total = run.series("total");
      double half = sampling.quantile95() * total.standardError(12);
      means += Math.abs(total.mean(12) - 100 * Math.exp(0.05)) <= half ? 1 : 0;
      ups += covers(run.probability("up"), probability(110)) ? 1 : 0;
      farUps += covers(run.probability("far-up"), probability(150)) ? 1 : 0;
      Answer.Count count = run.count("months");
      months += Math.abs(count.mean() - probability(110)) <= count.halfWidth95() ? 1 : 0;
    }
    boolean sobol = sampling == Sampling.SOBOL;
    int least =
        new BinomialDistribution(null, seeds, sobol ? 0.92 : 0.95)
            .inverseCumulativeProbability(5e-4);
    int most =
        sobol
            ? seeds
            : new BinomialDistribution(null, seeds, 0.95).inverseCumulativeProbability(1 - 5e-4);
    assertThat(means).as("mean").isBetween(least, most);
    assertThat(ups).as("probability").isBetween(least, most);
    assertThat(months).as("count").isBetween(least, most);
    assertThat(farUps).as("rare").isGreaterThanOrEqualTo(least);
  }

  private static boolean covers(Answer.Probability answer, double probability) {
    Answer.Interval interval = answer.interval95().orElseThrow();
    return interval.low() <= probability && probability <= interval.high();
  }

  /**
   * Reductions of the variance of the mean of exp(σZ), from the closed form. Squared errors of 200
   * runs of 15 degrees of freedom have a standard error of 2.6 %; 13 % are five of them.
   */
  @ParameterizedTest(name = "sigma {0}")
  @CsvSource({"0.2, 25.50333324444861", "0.5, 4.520811664187803", "1.0, 1.5819767068693265"})
  void antitheticPairsReduceTheVarianceByTheClosedForm(double sigma, double expected) {
    Scenario scenario =
        SCENARIO.toBuilder()
            .driver("x", gbm(1, 0.05, sigma))
            .output(new Output(List.of(50.0), Optional.of(List.of("driver.x"))))
            .build();
    double pairs = 0;
    int seeds = 200;
    for (int seed = 0; seed < seeds; seed++) {
      Projection run = Simulator.run(scenario, settings(Sampling.ANTITHETIC, 2_048, seed));
      pairs += Math.pow(run.series("driver.x").standardError(12), 2) / seeds;
    }
    double random = Math.exp(0.1) * Math.expm1(sigma * sigma) / 2_048;
    assertThat(random / pairs).isBetween(expected / 1.15, expected * 1.15);
  }

  /** A smooth mean of one driver gains a lot, and the more the more points there are. */
  @Test
  void sobolPointsBeatRandomOnesByFar() {
    for (long paths : new long[] {2_048, 32_768}) {
      double squares = 0;
      for (int seed = 0; seed < 20; seed++) {
        Series total =
            Simulator.run(SCENARIO, settings(Sampling.SOBOL, paths, seed)).series("total");
        squares += Math.pow(total.standardError(12), 2) / 20;
      }
      double random = 1e4 * Math.exp(0.1) * Math.expm1(VOLATILITY * VOLATILITY) / paths;
      assertThat(random / squares).isGreaterThan(paths == 2_048 ? 100 : 1_000);
    }
  }

  @Test
  void latinHypercubesAreExactOnAverageInWhatIsDrawnOnce() {
    Scenario scenario =
        SCENARIO.toBuilder()
            .driver("x", new io.corridor.model.Driver.Constant(new Distribution.Uniform(1, 3), ""))
            .output(new Output(List.of(50.0), Optional.of(List.of("driver.x"))))
            .build();
    Series x = Simulator.run(scenario, settings(Sampling.LHS, 16_000, 5)).series("driver.x");
    // One uniform in each of 1000 strata: the variance is that within a stratum.
    double expected = 2 / Math.sqrt(12) / 1_000 / Math.sqrt(16_000);
    assertThat(x.standardError(3)).isBetween(expected / 2, expected * 2);
    assertThat(Math.abs(x.mean(3) - 2)).isLessThan(5 * expected);
  }

  @Test
  void comparisonsHaveErrorsOfTheirReplicationsAndTheBaseIsTheRun() {
    Scenario variant =
        SCENARIO.toBuilder()
            .driver("x", gbm(1, 0.05, VOLATILITY))
            .driver("y", gbm(1, 0, 0.3))
            .flow("goods", flow(1212, Map.of("x", Value.ONE)))
            .flow("more", flow(12, Map.of("y", Value.ONE)))
            .build();
    for (Sampling sampling : Sampling.values()) {
      Settings settings = settings(sampling, 4_096, 3);
      Comparison comparison = Simulator.compare(SCENARIO, Map.of("more", variant), settings);
      Identical.runs(comparison.base(), Simulator.run(SCENARIO, settings));
      var difference = comparison.differences("more").metric("total");
      // The drivers that both have are the same, path by path.
      assertThat(difference.below(12)).isZero();
      assertThat(Math.abs(difference.mean(12) - (1 + Math.exp(0.05))))
          .isLessThan(5 * difference.standardError(12));
      assertThat(comparison.differences("more").question("up").standardError().orElseThrow())
          .isPositive()
          .isLessThan(0.005);
    }
  }

  /** The error of a paired difference is that of the differences themselves. */
  @ParameterizedTest
  @EnumSource(value = Sampling.class, names = "RANDOM", mode = EnumSource.Mode.EXCLUDE)
  void errorsOfPairedAnswersAreTrue(Sampling sampling) {
    Scenario variant =
        SCENARIO.toBuilder().flow("goods", flow(1230, Map.of("x", Value.ONE))).build();
    int seeds = 150;
    double[] differences = new double[seeds];
    double squares = 0;
    for (int seed = 0; seed < seeds; seed++) {
      var answer =
          Simulator.compare(SCENARIO, Map.of("v", variant), settings(sampling, 1_024, seed))
              .differences("v")
              .question("far-if-up");
      differences[seed] = answer.difference().orElseThrow();
      squares += Math.pow(answer.standardError().orElseThrow(), 2) / seeds;
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    double variance =
        Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum() / (seeds - 1);
    // A variance of 150 numbers has a standard error of 12 %.
    assertThat(squares / variance).isBetween(0.6, 1.8);
  }

  @Test
  void sobolRunsForAPrecisionEndAtPowersOfTwo() {
    Settings settings =
        settings(Sampling.SOBOL, 1, 2).withPaths(100).withPrecision(Precision.of(0.0012));
    Projection run = Simulator.run(SCENARIO, settings);
    assertThat(Long.bitCount(run.paths())).isEqualTo(1);
    assertThat(run.paths()).isGreaterThan(16_384);
    assertThat(run.reached().orElseThrow().isEnough()).isTrue();
    Identical.runs(Simulator.run(SCENARIO, settings(Sampling.SOBOL, run.paths(), 2)), run);
    Plan plan = PlanCompiler.compile(SCENARIO, Drawn.of(settings.sample()), Wanted.REPORTED);
    PrecisionGoal goal = PrecisionGoal.of(plan, Precision.of(0.001));
    assertThat(LongStream.iterate(goal.next(0), end -> goal.next(end + 1)).limit(4))
        .containsExactly(16_384L, 32_768L, 65_536L, 131_072L);
  }

  @Test
  void whatCanNotBeSampledIsRefusedAndSaysWhy() {
    assertThatThrownBy(() -> Simulator.run(SCENARIO, settings(Sampling.SOBOL, 31, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "paths: must be at least 32 with sampling sobol, two for each of its 16 replications,"
                + " not 31");
    assertThatThrownBy(
            () ->
                Simulator.run(
                    SCENARIO, settings(Sampling.LHS, 100, 1).withPrecision(Precision.of(0.01))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sampling lhs depends on the number of paths");
    assertThatThrownBy(() -> new Sample(1, Sampling.LHS, 1L << 36))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be at most 34359738368 with sampling lhs");
    assertThatThrownBy(() -> Sampling.of("sobl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sampling 'sobl', must be one of random, antithetic, lhs, sobol");
  }
}
