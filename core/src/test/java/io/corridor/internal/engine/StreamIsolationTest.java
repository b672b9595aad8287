package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is added to a scenario, or changed in it, moves no number that doesn't depend on it: the
 * same random numbers serve a variant and its base.
 */
class StreamIsolationTest {
  private static final int PATHS = 40;
  private static final Value UNCERTAIN = new Distribution.Uniform(0.1, 0.4);

  static LongStream seeds() {
    return LongStream.range(7_000, 7_060);
  }

  static LongStream fewSeeds() {
    return seeds().limit(20);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("fewSeeds")
  void aDriverMovesNoMetric(long seed) {
    List<Driver> drivers =
        List.of(
            new Driver.Gbm(Value.ONE, UNCERTAIN, UNCERTAIN, Map.of(), ""),
            new Driver.Jump(
                Value.ONE, UNCERTAIN, UNCERTAIN, Value.of(9), UNCERTAIN, UNCERTAIN, Map.of(), ""),
            new Driver.Bootstrap(
                Value.ONE, List.of(1.0, 1.2, 1.1, 1.5), 3, false, "history.csv", "x", ""));
    // Before and after the others.
    Scenario base = Betas.replaced(RandomScenarios.of(seed));
    for (Driver driver : drivers) {
      Map<String, Driver> first = new LinkedHashMap<>();
      first.put("added", driver);
      first.putAll(base.drivers());
      compare(base, with(base, first), seed, Set.of());
      compare(base, base.toBuilder().driver("added", driver).build(), seed, Set.of());
    }
  }

  private static Scenario with(Scenario base, Map<String, Driver> drivers) {
    return new Scenario(
        base.name(),
        base.description(),
        base.sources(),
        base.parties(),
        base.start(),
        base.months(),
        base.parameters(),
        base.regime(),
        drivers,
        base.world(),
        base.correlations(),
        base.waivers(),
        base.sanctions(),
        base.compliance(),
        base.energy(),
        base.flows(),
        base.payments(),
        base.unrest(),
        base.rankOf(),
        base.partners(),
        base.indices(),
        base.questions(),
        base.output(),
        base.draws(),
        base.run(),
        base.labels(),
        base.levers());
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void aParameterMovesNoMetric(long seed) {
    change(seed, Set.of(), scenario -> scenario.parameter("added", UNCERTAIN));
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void aFlowMovesTheTotalsAlone(long seed) {
    change(seed, totals(seed), scenario -> scenario.flow("added", noisy()));
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void aWaiverOfAFlowWithoutMeasuresMovesNoMetric(long seed) {
    Scenario base =
        Betas.replaced(RandomScenarios.of(seed)).toBuilder().flow("added", noisy()).build();
    Waiver waiver =
        Waiver.of(
                base.start().atDay(20),
                Waiver.Terms.of(List.of(new Waiver.Term(3, 1), new Waiver.Term(40, 1))),
                0.5,
                "added")
            .withReinstate(0.5)
            .withOnDependency(Value.ONE)
            .withOnUnserved(Value.ONE);
    compare(base, base.toBuilder().waiver("added-waiver", waiver).build(), seed, Set.of());
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void aPartnerMovesTheRankAlone(long seed) {
    Partner partner =
        new Partner(
            Value.of(1e9),
            UNCERTAIN,
            Map.of(),
            Optional.of(new Noise(Value.ONE, UNCERTAIN)),
            Map.of());
    Set<String> moved = new TreeSet<>(indices(seed));
    moved.add("rank");
    change(seed, moved, scenario -> scenario.partner("added", partner));
  }

  /** Another law for one driver, and a flow more, leave the other drivers and the regime alone. */
  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void aVariantSeesTheSameNumbers(long seed) {
    Scenario base = Betas.replaced(RandomScenarios.of(seed));
    Scenario variant =
        base.toBuilder()
            .flow("goods", noisy())
            .driver("driver-2", Corridors.gbm(3, 0.3, 0.9))
            .build();
    Paths before = Paths.of(Paths.reportingAll(base), seed, 0, PATHS);
    Paths after = Paths.of(Paths.reportingAll(variant), seed, 0, PATHS);
    List<String> untouched = new ArrayList<>();
    base.drivers().keySet().stream()
        .filter(id -> !id.equals("driver-2"))
        .forEach(id -> untouched.add("driver." + id));
    base.regime()
        .map(Regime::states)
        .orElse(List.of())
        .forEach(state -> untouched.add("regime." + state));
    Identical.paths(after, before, PATHS, untouched);
  }

  /** The same shocks at twice the volatility make twice the noise. */
  @Test
  void shocksDoNotDependOnTheVolatility() {
    Scenario calm = Corridors.from("2020-01", 30).driver("x", Corridors.gbm(1, 0.02, 0.2)).build();
    Scenario wild = calm.toBuilder().driver("x", Corridors.gbm(1, 0.08, 0.4)).build();
    Paths one = Paths.of(calm, 9, PATHS, "driver.x");
    Paths two = Paths.of(wild, 9, PATHS, "driver.x");
    for (int p = 0; p < PATHS; p++) {
      // The drifts are those of half the variance, so that the logarithm has none.
      assertThat(Math.log(two.at("driver.x", 29)[p]))
          .isCloseTo(2 * Math.log(one.at("driver.x", 29)[p]), within(1e-12));
    }
  }

  /** A project more, or a carrier, leaves the delays of the others as they are. */
  @Test
  void projectsHaveTheirOwnNumbers() {
    Carrier.Project project =
        new Carrier.Project(
            Value.of(50),
            YearMonth.of(2020, 5),
            new Distribution.Normal(2, 3, Optional.empty()),
            Value.of(0.4),
            3,
            Value.ONE);
    Carrier one = Corridors.electricity(100, 10, Corridors.imports(0), Map.of("plant", project));
    Carrier both =
        Corridors.electricity(
            100, 10, Corridors.imports(0), Map.of("another", project, "plant", project));
    Energy energy =
        new Energy(Value.ZERO, Optional.empty(), Optional.empty(), 0, Map.of("power", one));
    Scenario base = Corridors.from("2020-01", 20).energy(energy).build();
    Map<String, Carrier> carriers = new LinkedHashMap<>();
    carriers.put("other", both);
    carriers.put("power", one);
    Scenario more =
        base.toBuilder()
            .energy(new Energy(Value.ZERO, Optional.empty(), Optional.empty(), 0, carriers))
            .build();
    String domestic = "energy.power.domestic";
    Identical.paths(
        Paths.of(more, 4, 500, domestic), Paths.of(base, 4, 500, domestic), 500, Set.of(domestic));
    Scenario rebuilt = base.toBuilder().energy(Corridors.energy(both)).build();
    Paths separate = Paths.of(base, 4, 500, domestic);
    Paths together = Paths.of(rebuilt, 4, 500, domestic);
    for (int p = 0; p < 500; p++) {
      assertThat(together.at(domestic, 12)[p]).isGreaterThanOrEqualTo(separate.at(domestic, 12)[p]);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void seedsMatterAndZeroIsOne(long seed) {
    Scenario scenario = Corridors.from("2020-01", 3).flow("goods", noisy()).build();
    double[] zero = Paths.of(scenario, 0, PATHS, "flow.goods").at("flow.goods", 2);
    double[] other = Paths.of(scenario, seed, PATHS, "flow.goods").at("flow.goods", 2);
    for (int p = 0; p < PATHS; p++) {
      assertThat(other[p]).isNotEqualTo(zero[p]);
    }
  }

  private static Flow noisy() {
    return Flow.of("AAA", "BBB", UNCERTAIN)
        .withGrowth(UNCERTAIN)
        .withNoise(new Noise(Value.ONE, UNCERTAIN));
  }

  private static Set<String> totals(long seed) {
    Set<String> totals = new TreeSet<>(indices(seed));
    totals.addAll(
        List.of("total", "exports", "imports", "balance", "total.12m", "compared.12m", "rank"));
    return totals;
  }

  private static Set<String> indices(long seed) {
    Set<String> indices = new TreeSet<>();
    RandomScenarios.of(seed).indices().keySet().forEach(id -> indices.add("index." + id));
    return indices;
  }

  private static void change(long seed, Set<String> moved, Consumer<Scenario.Builder> change) {
    Scenario base = Betas.replaced(RandomScenarios.of(seed));
    Scenario.Builder builder = base.toBuilder();
    change.accept(builder);
    compare(base, builder.build(), seed, moved);
  }

  private static void compare(Scenario base, Scenario changed, long seed, Set<String> moved) {
    Paths before = Paths.of(Paths.reportingAll(base), seed, 0, PATHS);
    Paths after = Paths.of(Paths.reportingAll(changed), seed, 0, PATHS);
    Set<String> unmoved = new TreeSet<>(before.metrics());
    unmoved.removeAll(moved);
    Identical.paths(after, before, PATHS, unmoved);
  }
}
