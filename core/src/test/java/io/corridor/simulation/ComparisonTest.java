package io.corridor.simulation;

import static io.corridor.simulation.Corridors.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Output;
import io.corridor.model.Question;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.QuestionDifference;
import io.corridor.projection.Series;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final Settings SETTINGS = new Settings(3_000, 7, 1, Progress.NONE);

  /** Three scenarios of the same months: one as it is, one that grows, one that reports less. */
  private static Map<String, Scenario> variants(Scenario base) {
    Scenario.Builder growing = base.toBuilder();
    base.flows().forEach((id, flow) -> growing.flow(id, growing(flow)));
    Scenario.Builder terse =
        base.toBuilder()
            .output(new Output(List.of(10.0, 50.0), Optional.of(List.of("total", "exports"))));
    Map<String, Scenario> variants = new LinkedHashMap<>();
    variants.put("growing", growing.buildUnchecked());
    variants.put("terse", terse.buildUnchecked());
    return variants;
  }

  private static Flow growing(Flow flow) {
    return new Flow(
        flow.from(),
        flow.to(),
        flow.annualValue(),
        flow.partnerShare(),
        flow.substitution(),
        flow.upperElasticity(),
        false,
        Value.of(0.3),
        flow.elasticities(),
        flow.noise(),
        flow.season(),
        flow.regimeFactor());
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 14, 15, 92, 65, 35})
  void anyNumberOfThreadsGivesTheSameBits(long seed) {
    Scenario base = RandomScenarios.of(seed);
    Comparison one = Simulator.compare(base, variants(base), SETTINGS);
    Comparison three = Simulator.compare(base, variants(base), SETTINGS.withThreads(3));
    assertThat(Bits.of(three)).isEqualTo(Bits.of(one));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 14, 15, 92, 65, 35})
  void eachProjectionIsThatOfTheScenarioAlone(long seed) {
    Scenario base = RandomScenarios.of(seed);
    Map<String, Scenario> variants = variants(base);
    Comparison comparison = Simulator.compare(base, variants, SETTINGS.withThreads(2));
    assertThat(Bits.of(comparison.base())).isEqualTo(Bits.of(Simulator.run(base, SETTINGS)));
    variants.forEach(
        (name, variant) ->
            assertThat(Bits.of(comparison.variant(name)))
                .isEqualTo(Bits.of(Simulator.run(variant, SETTINGS))));
  }

  @Test
  void aVariantThatChangesNothingDiffersInNothing() {
    Scenario base = RandomScenarios.of(92);
    Differences same = Simulator.compare(base, Map.of("same", base), SETTINGS).differences("same");
    for (MetricDifference metric : same.metrics().values()) {
      for (int month = 0; month < metric.months(); month++) {
        assertThat(metric.mean(month)).isZero();
        assertThat(metric.standardError(month)).isZero();
        assertThat(metric.above(month)).isZero();
        assertThat(metric.below(month)).isZero();
      }
    }
    for (QuestionDifference question : same.questions().values()) {
      assertThat(question.difference().orElse(0)).isZero();
      assertThat(question.standardError().orElse(0)).isZero();
    }
  }

  @Test
  void theLastBlockNeedNotBeFull() {
    Scenario base = Corridors.logNormal(0, 0.2).build();
    Scenario higher = Corridors.logNormal(1, 0.2).build();
    Differences difference =
        Simulator.compare(base, Map.of("higher", higher), SETTINGS.withPaths(1_500))
            .differences("higher");
    assertThat(difference.metric("driver.x").above(YEAR)).isEqualTo(1);
    assertThat(difference.metric("driver.x").below(YEAR)).isZero();
    assertThat(difference.metric("driver.x").above(0)).isZero();
    assertThat(difference.metric("driver.x").below(0)).isZero();
  }

  /**
   * exp(m₁ + s₁Z) and exp(m₂ + s₂Z) of the same Z, in closed form: moments of the difference, and
   * the variance of the difference of independent ones over that of these.
   */
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.25, 0, 0, 0.011542067472346984, 0.0031958104244672603, 34.773742140872585",
    "0.5, 0.5, 0, 0.05, 0.058097763545531755, 0.0009586852268540502, 800.8333541646612",
    "0.3, 0.35, 0, -0.02, -0.003915258776259423, 0.003202889285042587, 76.35901499401002"
  })
  void commonNumbersReduceTheVarianceAsTheyShould(
      double s1, double s2, double m1, double m2, double mean, double variance, double factor) {
    Settings settings = SETTINGS.withPaths(200_000).withThreads(2);
    Scenario base = Corridors.logNormal(m1, s1).build();
    Scenario other = Corridors.logNormal(m2, s2).build();
    Comparison comparison = Simulator.compare(base, Map.of("other", other), settings);
    MetricDifference difference = comparison.differences("other").metric("driver.x");
    // A right program fails once in 10⁶ seeds, by the normal law.
    assertThat(difference.mean(YEAR)).isCloseTo(mean, within(4.9 * difference.standardError(YEAR)));
    // The kurtosis of the differences is below 30: the variance's own error is below 1.2 %, and
    // 6 % five times as much. Alike for the two variances that the factor is made of.
    double found = difference.sd(YEAR) * difference.sd(YEAR);
    assertThat(found).isCloseTo(variance, within(0.06 * variance));
    Series alone = Simulator.run(other, settings.withSeed(8)).series("driver.x");
    Series first = comparison.base().series("driver.x");
    double independent = first.sd(YEAR) * first.sd(YEAR) + alone.sd(YEAR) * alone.sd(YEAR);
    assertThat(independent / found).isCloseTo(factor, within(0.08 * factor));
  }

  @Test
  void pathByPathTheLargerWins() {
    // exp(0.2 Z) is larger than exp(0.1 + 0.1 Z) where Z > 1: on 15.866 % of paths.
    Scenario base = Corridors.logNormal(0.1, 0.1).build();
    Scenario other = Corridors.logNormal(0, 0.2).build();
    MetricDifference difference =
        Simulator.compare(base, Map.of("other", other), SETTINGS.withPaths(100_000))
            .differences("other")
            .metric("flow.goods");
    // √(p(1 − p)/n) is 0.00116; 4.9 of these are missed once in 10⁶ seeds.
    assertThat(difference.above(YEAR)).isCloseTo(0.158655, within(4.9 * 0.00116));
    assertThat(difference.above(YEAR) + difference.below(YEAR)).isCloseTo(1, within(1e-12));
  }

  @Test
  void fansAreOfTheDifferencesThemselves() {
    Scenario base = Corridors.logNormal(0, 0.5).question("q", Corridors.ends("x", 1)).build();
    Scenario twice = Corridors.logNormal(0.6931471805599453, 0.5).build();
    Differences differences =
        Simulator.compare(base, Map.of("twice", twice), SETTINGS.withPaths(50_000))
            .differences("twice");
    assertThat(differences.fans().keySet()).containsExactly("total", "total.12m", "driver.x");
    Series fan = differences.fans().get("driver.x");
    // After a year 2x − x = x, whose median is 1, and 5th percentile exp(−0.5 · 1.6449). The error
    // of a percentile of n = 50 000 is below 0.0063 here: five of these and half a per cent.
    assertThat(fan.percentile(50, YEAR)).isCloseTo(1, within(0.036));
    assertThat(fan.percentile(5, YEAR)).isCloseTo(0.43937, within(0.035));
    assertThat(fan.mean(YEAR)).isEqualTo(differences.metric("driver.x").mean(YEAR));
  }

  @Test
  void onlyWhatBothHaveIsCompared() {
    Scenario base =
        Corridors.logNormal(0, 0.2)
            .driver("y", Corridors.gbm(0, 0.1))
            .question("both", Corridors.ends("x", 1))
            .question("counts-in-one", Corridors.ends("x", 1))
            .question("base-only", Corridors.ends("x", 1))
            .build();
    Scenario other =
        Corridors.logNormal(0, 0.3)
            .driver("y", new Driver.Constant(Value.ONE, "USD"))
            .question("variant-only", Corridors.ends("x", 1))
            .question("counts-in-one", Corridors.months("x", 1))
            .question("both", Corridors.ends("x", 1.1))
            .build();
    Differences differences =
        Simulator.compare(base, Map.of("other", other), SETTINGS).differences("other");
    assertThat(differences.questions().keySet()).containsExactly("both");
    assertThat(differences.metrics().keySet()).contains("driver.x").doesNotContain("driver.y");
    assertThatThrownBy(() -> differences.question("base-only"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base-only")
        .hasMessageContaining("[both]");
  }

  @Test
  void aQuestionDiffersByThePathsOnWhichItDoes() {
    Scenario base = Corridors.logNormal(0, 0.2).question("q", Corridors.ends("x", 1.1)).build();
    Scenario more = Corridors.logNormal(0.05, 0.2).question("q", Corridors.ends("x", 1.1)).build();
    Comparison comparison = Simulator.compare(base, Map.of("more", more), SETTINGS);
    QuestionDifference difference = comparison.differences("more").question("q");
    long before = comparison.base().probability("q").hits();
    long after = comparison.variant("more").probability("q").hits();
    assertThat(after).isGreaterThan(before);
    assertThat(difference.above()).isEqualTo(after - before);
    assertThat(difference.below()).isZero();
    assertThat(difference.paired()).isEqualTo(3_000);
    double d = (after - before) / 3_000.0;
    assertThat(difference.difference().orElseThrow()).isEqualTo(d);
    assertThat(difference.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(d * (1 - d) / 2_999), within(1e-15));
  }

  /**
   * 400 comparisons of their own seeds: the variance of their conditional differences is, by its
   * ratio to the mean of what each states for it, a χ² of 399 degrees of freedom over 399. A right
   * program stays between 0.70 and 1.37 but for 10⁻⁶ of sets of seeds.
   */
  @ParameterizedTest
  @ValueSource(strings = {"rises", "months"})
  void theErrorOfAConditionalDifferenceIsWhatSeedsShow(String question) {
    int seeds = 400;
    double sum = 0;
    double squares = 0;
    double stated = 0;
    Scenario base = conditional(0, 0.25);
    Map<String, Scenario> variants = Map.of("other", conditional(0.1, 0.35));
    for (int seed = 0; seed < seeds; seed++) {
      QuestionDifference difference =
          Simulator.compare(base, variants, SETTINGS.withPaths(1_000).withSeed(seed))
              .differences("other")
              .question(question);
      double d = difference.difference().orElseThrow();
      double error = difference.standardError().orElseThrow();
      sum += d;
      squares += d * d;
      stated += error * error;
    }
    double shown = (squares - sum * sum / seeds) / (seeds - 1);
    assertThat(shown / (stated / seeds)).isBetween(0.70, 1.37);
  }

  private static Scenario conditional(double m, double s) {
    Question.Given given = new Question.Given("given", true);
    return Corridors.logNormal(m, s)
        .driver("y", Corridors.gbm(m, s))
        .correlation("x", "y", 0.7)
        .question("given", Corridors.ends("y", 1.05))
        .question("rises", Corridors.ends("x", 1.1, given))
        .question("months", Corridors.months("x", 1.1, given))
        .build();
  }

  @Test
  void whereNoPathCountsThereIsNoDifference() {
    Question.Given never = new Question.Given("never", true);
    Scenario base =
        Corridors.logNormal(0, 0.2)
            .question("never", Corridors.ends("x", 1e9))
            .question("q", Corridors.ends("x", 1, never))
            .build();
    QuestionDifference difference =
        Simulator.compare(base, Map.of("same", base), SETTINGS).differences("same").question("q");
    assertThat(difference.difference()).isEmpty();
    assertThat(difference.standardError()).isEmpty();
    assertThat(difference.paired()).isZero();
  }

  @Test
  void otherMonthsCannotBeCompared() {
    Scenario base = Corridors.logNormal(0, 0.2).build();
    Scenario longer = base.toBuilder().horizon(Corridors.START, 20).build();
    assertThatThrownBy(() -> Simulator.compare(base, Map.of("longer", longer), SETTINGS))
        .isInstanceOf(HorizonMismatchException.class)
        .hasMessageContaining("'longer' starts in 2020-01 and has 20 months")
        .hasMessageContaining("has 13: only scenarios of the same months");
    Scenario later = base.toBuilder().horizon(Corridors.START.plusMonths(1), 13).build();
    assertThatThrownBy(() -> Simulator.compare(base, Map.of("later", later), SETTINGS))
        .hasMessageContaining("'later' starts in 2020-02");
  }

  @Test
  void whatIsWrongIsSaidWithTheNameOfTheVariant() {
    Scenario base = Corridors.logNormal(0, 0.2).build();
    Scenario wrong = Corridors.logNormal(0, 0.2).driver("x", Corridors.gbm(0, -1)).buildUnchecked();
    assertThatThrownBy(() -> Simulator.compare(base, Map.of("wrong", wrong), SETTINGS))
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("wrong: drivers.x.volatility");
  }

  @Test
  void aComparisonCanBeCancelled() {
    Scenario base = Corridors.logNormal(0, 0.2).build();
    List<Long> seen = new ArrayList<>();
    Progress once =
        (done, paths) -> {
          seen.add(done);
          return false;
        };
    assertThatThrownBy(
            () -> Simulator.compare(base, Map.of("same", base), SETTINGS.withProgress(once)))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled after 2048 of 3000 paths");
    assertThat(seen).containsExactly(2048L);
  }
}
