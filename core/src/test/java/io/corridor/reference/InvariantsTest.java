package io.corridor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must hold in every path holds in those of scenarios of every shape. */
class InvariantsTest {
  private static final int SCENARIOS = 200;
  private static final int PATHS = 3;

  @Test
  void holdOnEveryPath() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      for (long path = 0; path < PATHS; path++) {
        Map<String, double[]> metrics = ReferencePath.simulate(scenario, seed, path);
        assertThat(Invariants.violations(scenario, metrics))
            .as("scenario %d, path %d", seed, path)
            .isEmpty();
      }
    }
  }

  @Test
  void pathsOfADeterministicScenarioAreTheSame() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      long scenarioSeed = seed;
      Scenario scenario = RandomScenarios.deterministic(seed);
      Map<String, double[]> first = ReferencePath.simulate(scenario, 1, 0);
      Map<String, double[]> other = ReferencePath.simulate(scenario, 2, 77);
      // A history whose returns are all alike has them alike but for rounding.
      first.forEach(
          (id, values) ->
              assertThat(other.get(id))
                  .as("%s of scenario %d", id, scenarioSeed)
                  .containsExactly(values, offset(1e-9 * largest(values))));
    }
  }

  @Test
  void withoutCostsAndCutsWaiversChangeNothingButPayments() {
    int compared = 0;
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Scenario toothless = toothless(RandomScenarios.of(seed));
      Map<String, double[]> with = ReferencePath.simulate(toothless, seed, 0);
      Map<String, double[]> without = ReferencePath.simulate(lapsed(toothless), seed, 0);
      for (Map.Entry<String, double[]> metric : with.entrySet()) {
        String id = metric.getKey();
        if (!id.startsWith("waiver.")) {
          assertThat(without.get(id))
              .as("%s of scenario %d", id, seed)
              .containsExactly(metric.getValue());
        }
      }
      compared += toothless.waivers().isEmpty() ? 0 : 1;
    }
    assertThat(compared).isGreaterThan(SCENARIOS / 4);
  }

  @Test
  void everySortOfViolationIsFound() {
    Scenario scenario =
        Scenarios.from("2020-01", 2)
            .energy(
                Energy.of(0)
                    .withCarriers(
                        Map.of(
                            "oil",
                            Scenarios.carrier(Carrier.Kind.OIL, 10, Scenarios.supply(5), 3, 60))))
            .build();
    Map<String, double[]> path = ReferencePath.simulate(scenario, 1, 0);
    assertThat(Invariants.violations(scenario, path)).isEmpty();
    Map<String, Double> wrong = new LinkedHashMap<>();
    wrong.put("total", Double.NaN);
    wrong.put("flow.goods", -1.0);
    wrong.put("flow.goods.share", 1.1);
    wrong.put("energy.oil.imports", 4.0);
    wrong.put("energy.oil.demand", 11.0);
    wrong.put("energy.oil.unserved", -2.0);
    wrong.forEach(
        (id, value) -> {
          Map<String, double[]> altered = new HashMap<>(path);
          altered.put(id, new double[] {path.get(id)[0], value});
          assertThat(Invariants.violations(scenario, altered)).as(id).isNotEmpty();
        });
  }

  private static double largest(double[] values) {
    return 1 + Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  // Without payments, whose arrears waivers may move.
  private static Scenario toothless(Scenario scenario) {
    Scenario.Builder builder = scenario.toBuilder();
    scenario
        .sanctions()
        .forEach(
            (id, sanction) ->
                builder.sanction(
                    id,
                    new Sanction(
                        sanction.from(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        sanction.until(),
                        sanction.targets(),
                        sanction.cost().map(cost -> Value.ZERO),
                        sanction.cut().map(cut -> Value.ZERO),
                        Optional.empty(),
                        sanction.enforcement())));
    return withoutPaymentsAndQuestions(builder.buildUnchecked());
  }

  private static Scenario lapsed(Scenario scenario) {
    Scenario.Builder builder = scenario.toBuilder();
    scenario
        .waivers()
        .forEach(
            (id, waiver) ->
                builder.waiver(
                    id,
                    new Waiver(
                        waiver.covers(),
                        waiver.waives(),
                        scenario.start().atDay(1),
                        waiver.terms(),
                        waiver.renew(),
                        ByRegime.everywhere(0),
                        waiver.onDependency(),
                        waiver.onUnserved())));
    return builder.buildUnchecked();
  }

  private static Scenario withoutPaymentsAndQuestions(Scenario s) {
    return new Scenario(
        s.name(),
        s.description(),
        s.sources(),
        s.parties(),
        s.start(),
        s.months(),
        s.parameters(),
        s.regime(),
        s.drivers(),
        s.world(),
        s.correlations(),
        s.waivers(),
        s.sanctions(),
        s.compliance(),
        s.energy(),
        s.flows(),
        Optional.empty(),
        s.unrest(),
        s.rankOf(),
        s.partners(),
        Map.of(),
        Map.of(),
        s.output(),
        s.draws(),
        s.run(),
        s.labels(),
        s.levers());
  }
}
