package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that random scenarios are valid, reproducible, and use everything there is. */
class RandomScenariosTest {
  private static final int SEEDS = 300;

  private static final String[] DISTRIBUTIONS = {
    "Uniform[", "Triangular[", "Pert[", "Normal[", "Lognormal[", "Beta[", "Choice[", "Parameter["
  };

  private static final List<String> WRITTEN =
      seeds().mapToObj(RandomScenarios::of).map(Scenario::toString).toList();

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areValid(long seed) {
    assertThat(ScenarioCheck.check(RandomScenarios.of(seed))).isEmpty();
    assertThat(ScenarioCheck.check(RandomScenarios.small(seed))).isEmpty();
    assertThat(ScenarioCheck.check(RandomScenarios.deterministic(seed))).isEmpty();
  }

  @Test
  void askAllKindsOfQuestions() {
    Set<Class<?>> asked = new HashSet<>();
    seeds()
        .mapToObj(RandomScenarios::of)
        .forEach(
            scenario ->
                scenario.questions().values().stream()
                    .map(question -> question.test().getClass())
                    .forEach(asked::add));
    assertThat(asked).containsExactlyInAnyOrder(Question.Test.class.getPermittedSubclasses());
  }

  @Test
  void haveAllKindsOfDrivers() {
    Set<Class<?>> drawn = new HashSet<>();
    seeds()
        .mapToObj(RandomScenarios::of)
        .flatMap(scenario -> scenario.drivers().values().stream())
        .forEach(driver -> drawn.add(driver.getClass()));
    assertThat(drawn).containsExactlyInAnyOrder(Driver.class.getPermittedSubclasses());
  }

  @Test
  void dependOnTheSeedAlone() {
    assertThat(RandomScenarios.of(7)).isEqualTo(RandomScenarios.of(7));
    assertThat(seeds().mapToObj(RandomScenarios::of).distinct()).hasSize(SEEDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Override[",
        "DatedPoints[",
        "Event[",
        "Correlation[",
        "Waiver[",
        "waives=Optional[[",
        "states={state-0=[Term",
        "Term[days=1,",
        "Term[days=400,",
        "Sanction[",
        "World[",
        "deficits=ZERO",
        "rest=Optional[ROW]",
        "after=Optional[",
        "Shift[",
        "Cost[",
        "tariff=Optional[",
        "until=Optional[2",
        "Fuel[",
        "Storage[",
        "kind=ELECTRICITY",
        "kind=GAS",
        "kind=OIL",
        "Project[",
        "from=AAA, to=BBB",
        "from=BBB, to=AAA",
        "Noise[",
        "dependencyExponent=Constant[number=0.0]",
        "dependencyExponent=Constant[number=1.0]",
        "dependencyExponent=Constant[number=0.5]",
        "Payments[waiver=Optional.empty",
        "Unrest[",
        "Payments[waiver=Optional[waiver",
        "limit=Optional[",
        "limit=Optional.empty",
        "Partner[",
        "rankOf=Optional[[",
        "index-0={total",
        "Run[months=1]",
        "Run[months=7]",
        "EveryMonth[]",
        "CountMonths[]",
        "until=Optional[question",
        "holds=true",
        "holds=false",
        "regime=Optional.empty",
        "energy=Optional.empty",
        "within=Optional[Interval",
        "range=Optional[Interval"
      })
  void holdEverythingAScenarioMayHold(String part) {
    assertThat(WRITTEN).anyMatch(scenario -> scenario.contains(part));
  }

  @Test
  void holdEveryDistribution() {
    assertThat(String.join("", WRITTEN)).contains(DISTRIBUTIONS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void haveNoDistributionsIfDeterministic(long seed) {
    assertThat(RandomScenarios.deterministic(seed).toString()).doesNotContain(DISTRIBUTIONS);
  }
}
