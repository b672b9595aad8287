package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Quantity;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Window;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Unrest;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.why.Box;
import io.corridor.why.Cause;
import io.corridor.why.Direction;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Levers;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests causes on scenarios whose indices are known. */
class CausesTest {
  private static final YearMonth LAST = Corridors.START.plusMonths(Corridors.YEAR);

  /** Two-sided normal critical value: a right estimate is rejected once in 10⁵ times. */
  private static final double Z = 4.417;

  private static Settings settings(int paths) {
    return new Settings(paths, 7, 2, Progress.NONE);
  }

  private static Explanation explain(Scenario scenario, Target target, int paths) {
    return Causes.of(scenario, List.of(target), settings(paths)).outcomes().get(target.id());
  }

  private static Map<String, Cause> causes(Explanation explanation) {
    return explanation.shares().orElseThrow().causes().stream()
        .collect(Collectors.toMap(Cause::id, cause -> cause));
  }

  private static void assertAbout(Ratio found, double expected) {
    assertThat(found.value())
        .as("standard error %s", found.standardError())
        .isCloseTo(expected, within(Z * found.standardError() + 1e-9));
    assertThat(found.standardError()).isLessThan(0.1);
  }

  /** Two drivers whose product is what a flow is worth: x, and y by the power of {@code power}. */
  private static Scenario.Builder product(double sx, double sy, double power) {
    return Scenario.builder("Product", "A", "B", Corridors.START, Corridors.YEAR + 1)
        .driver("x", Corridors.gbm(0, sx))
        .driver("y", Corridors.gbm(0, sy))
        .flow("goods", Corridors.flow(Map.of("x", Value.ONE, "y", Value.of(power))));
  }

  // Of exp(X + Y) with variances a and b of X and Y: first (e^a − 1)/(e^{a+b} − 1), and so on

  @Test
  void productsOfLognormals() {
    double a = 0.3 * 0.3;
    double b = 0.5 * 0.5;
    Map<String, Cause> causes =
        causes(explain(product(0.3, 0.5, 1).build(), Target.metric("flow.goods", LAST), 40_000));

    double all = Math.expm1(a + b);
    assertAbout(causes.get("drivers.x").first(), Math.expm1(a) / all);
    assertAbout(causes.get("drivers.y").first(), Math.expm1(b) / all);
    assertAbout(causes.get("drivers.x").total(), 1 - Math.expm1(b) / all);
    assertAbout(causes.get("drivers.x").share(), (1 + (Math.expm1(a) - Math.expm1(b)) / all) / 2);
  }

  @Test
  void correlatedDriversAreOneCause() {
    Scenario scenario = product(0.3, 0.5, 1).correlation("x", "y", 0.6).build();

    Shares shares =
        explain(scenario, Target.metric("flow.goods", LAST), 2000).shares().orElseThrow();

    Cause only = shares.causes().get(0);
    assertThat(only.id()).isEqualTo("drivers.x+drivers.y");
    assertThat(only.members()).containsExactly("drivers.x", "drivers.y");
    assertThat(only.share().value()).isEqualTo(1);
    assertAbout(only.first(), 1);
    assertAbout(only.total(), 1);
  }

  @Test
  void aCauseWithoutEffectIsZeroExactly() {
    Scenario scenario =
        product(0.3, 0.5, 1)
            .driver("idle", Corridors.gbm(0, 1))
            .parameter("idle-too", new Distribution.Uniform(0, 1))
            .build();

    Map<String, Cause> causes = causes(explain(scenario, Target.metric("driver.x", LAST), 1000));

    for (String id : List.of("drivers.idle", "parameters.idle-too", "drivers.y")) {
      assertThat(causes.get(id).share()).isEqualTo(Ratio.ZERO);
      assertThat(causes.get(id).first()).isEqualTo(Ratio.ZERO);
      assertThat(causes.get(id).total()).isEqualTo(Ratio.ZERO);
    }
    assertThat(causes.get("drivers.x").share()).isEqualTo(new Ratio(1, 0));
  }

  @Test
  void indicatorsOfOneCause() {
    Scenario scenario = product(0.3, 0.5, 1).question("high", Corridors.ends("x", 1.1)).build();

    Map<String, Cause> causes = causes(explain(scenario, Target.question("high"), 2000));

    assertThat(causes.get("drivers.x").share()).isEqualTo(new Ratio(1, 0));
    assertThat(causes.get("drivers.y").total()).isEqualTo(Ratio.ZERO);
  }

  /** With Z of two equal parts, P(both halves of a pair agree) is known: S = (2/π) asin ½ = 1/3. */
  @Test
  void indicatorsOfTwoCauses() {
    // ln goods = X + Y − a, of equal variances a: above its median on half of the paths
    double a = 0.4 * 0.4;
    Question above =
        Question.of("flow.goods", Band.above(Math.exp(-a))).withWindow(Window.at(LAST));
    Scenario scenario = product(0.4, 0.4, 1).question("above", above).build();

    Map<String, Cause> causes = causes(explain(scenario, Target.question("above"), 40_000));

    for (String id : List.of("drivers.x", "drivers.y")) {
      assertAbout(causes.get(id).first(), 1 / 3.0);
      assertAbout(causes.get(id).total(), 2 / 3.0);
      assertAbout(causes.get(id).share(), 1 / 2.0);
    }
  }

  private static Scenario.Builder parameters() {
    return Scenario.builder("Parameters", "A", "B", Corridors.START, 2)
        .parameter("p", new Distribution.Normal(10, 1, Optional.empty()))
        .parameter("q", new Distribution.Normal(10, 2, Optional.empty()))
        .parameter("r", new Distribution.Normal(10, 3, Optional.empty()))
        .driver("dp", new Driver.Constant(Value.parameter("p"), ""))
        .driver("dq", new Driver.Constant(Value.parameter("q"), ""))
        .driver("dr", new Driver.Constant(Value.parameter("r"), ""))
        .index("sum", Map.of("driver.dp", 1.0, "driver.dq", 1.0, "driver.dr", 1.0));
  }

  @Test
  void sumsOfParameters() {
    Explanation sum =
        explain(parameters().build(), Target.metric("index.sum", Corridors.START), 40_000);

    Map<String, Cause> causes = causes(sum);
    Map.of("p", 1 / 14.0, "q", 4 / 14.0, "r", 9 / 14.0)
        .forEach(
            (id, share) -> {
              assertAbout(causes.get("parameters." + id).first(), share);
              assertAbout(causes.get("parameters." + id).total(), share);
              assertAbout(causes.get("parameters." + id).share(), share);
            });
    assertAbout(sum.shares().orElseThrow().sumOfFirst(), 1);
    assertThat(sum.shares().orElseThrow().causes())
        .extracting(Cause::id)
        .containsExactly("parameters.r", "parameters.q", "parameters.p");
    assertThat(sum.variance()).isCloseTo(14, within(0.5));
  }

  @Test
  void correlatedParametersAreOneCause() {
    Scenario scenario = parameters().correlation("p", "r", 0.5).build();

    Map<String, Cause> causes =
        causes(explain(scenario, Target.metric("index.sum", Corridors.START), 40_000));

    double all = 1 + 4 + 9 + 2 * 0.5 * 3;
    assertAbout(causes.get("parameters.p+parameters.r").first(), 13 / all);
    assertAbout(causes.get("parameters.q").first(), 4 / all);
  }

  @Test
  void aCorrelationOfZeroTiesNothing() {
    Scenario scenario = parameters().correlation("p", "r", 0).build();

    assertThat(causes(explain(scenario, Target.metric("index.sum", Corridors.START), 500)))
        .containsOnlyKeys("parameters.p", "parameters.q", "parameters.r");
  }

  private static Scenario.Builder regimes() {
    return Scenario.builder("Regimes", "A", "B", Corridors.START, 12)
        .regime(
            Regime.of(List.of("calm", "crisis"), "calm")
                .withMonthly("calm", "crisis", 0.05)
                .withMonthly("crisis", "calm", 0.3))
        .driver("x", Corridors.gbm(0, 0.4))
        .flow("goods", Corridors.flow(Map.of("x", Value.ONE)));
  }

  @Test
  void aRegimeAlone() {
    Scenario scenario =
        regimes().question("crisis", Question.of("regime.crisis", Band.atLeast(1))).build();

    Explanation found = explain(scenario, Target.question("crisis"), 2000);

    assertThat(causes(found).get("regime").share()).isEqualTo(new Ratio(1, 0));
    assertThat(causes(found).get("drivers.x").total()).isEqualTo(Ratio.ZERO);
    Direction direction =
        found.directions().stream()
            .filter(d -> d.id().equals("regime.crisis.months"))
            .findFirst()
            .orElseThrow();
    assertThat(direction.spearman()).isGreaterThan(0.8);
    assertThat(direction.classes().get(0).from()).isZero();
    assertThat(direction.classes().get(0).mean()).isZero();
  }

  // A cause alone: an event E of chance p, and beside it a uniform number u, of which a question
  // asks whether both E is true and u ≥ ½. With q = ½ and v = pq(1 − pq): E alone has
  // q² p(1 − p)/v, u alone p² q(1 − q)/v, and what is left they have together.

  /**
   * An event that one cause decides.
   *
   * @param scenario that has it
   * @param metric that is 0 unless it happens
   * @param weight of the metric, so that it is 1 if it does
   * @param month in which it has happened, from 0
   * @param chance that it has
   */
  private record Event(
      Scenario.Builder scenario, String metric, double weight, int month, double chance) {}

  private static Map<String, Event> events() {
    Map<String, Event> events = new LinkedHashMap<>();
    // Two renewals, in February and April, take it to June
    events.put(
        "waivers.w",
        new Event(
            bare()
                .waiver(
                    "w", Waiver.of(LocalDate.of(2020, 2, 10), Waiver.Terms.of(60), 0.7, "goods"))
                .flow("goods", Corridors.flow(Map.of())),
            "waiver.w.coverage",
            1,
            4,
            0.7 * 0.7));
    events.put(
        "regime",
        new Event(
            bare()
                .regime(
                    Regime.of(List.of("calm", "crisis"), "calm")
                        .withMonthly("calm", "crisis", 0.1)
                        .withEvent(Corridors.START.plusMonths(3), "crisis", 0.3)),
            "regime.crisis",
            1,
            5,
            1 - Math.pow(0.9, 5) * 0.7));
    events.put(
        "unrest",
        new Event(bare().unrest(Unrest.of(0.6, 1, 0)), "unrest", 1, 3, -Math.expm1(-0.6)));
    // Planned for March, and ⌊d + ½⌋ months later; by September if not cancelled and d < 6.5
    Carrier dark = power(Carrier.Imports.of(0));
    events.put(
        POWER + ".projects.plant",
        new Event(
            of(
                dark.withProject(
                    "plant",
                    Carrier.Project.of(5, Corridors.START.plusMonths(2))
                        .withDelay(new Distribution.Uniform(0, 10))
                        .withCancel(0.2))),
            UNSERVED,
            1,
            8,
            1 - 0.8 * 0.65));
    // One of three is enough
    events.put(
        POWER + ".supply.units",
        new Event(
            of(
                dark.withSupply(
                    new Carrier.Supply(
                        Quantity.of(0),
                        Optional.empty(),
                        Map.of("old", Carrier.Units.of(3, 5, 0.7))))),
            UNSERVED,
            1,
            8,
            0.7 * 0.7 * 0.7));
    // Down for one of January's 31 days
    events.put(
        POWER + ".imports.sources.line.interruptions",
        new Event(
            of(
                power(
                    new Carrier.Sources(
                        Map.of(
                            "line",
                            Carrier.Imports.of(5)
                                .withInterruptions(Carrier.Interruptions.of(0.5, 1)))))),
            UNSERVED,
            31,
            12,
            -Math.expm1(-0.5)));
    events.put(
        POWER + ".imports.sources.line.opens",
        new Event(
            of(
                power(
                    new Carrier.Sources(
                        Map.of(
                            "line",
                            Carrier.Imports.of(5)
                                .withOpens(
                                    Carrier.Opening.of(Corridors.START.plusMonths(2))
                                        .withCancel(0.4)))))),
            UNSERVED,
            1,
            8,
            0.4));
    events.put(
        "draws.rows",
        new Event(
            bare()
                .draws(
                    "rows", DrawTable.of("rows.csv").withColumn("e", List.of(0.0, 1.0, 0.0, 0.0)))
                .driver("e", new Driver.Constant(Value.draw("rows", "e"), "")),
            "driver.e",
            1,
            0,
            0.25));
    return events;
  }

  private static final String POWER = "energy.carriers.power";
  private static final String UNSERVED = "energy.power.unserved-share";

  private static Scenario.Builder bare() {
    return Scenario.builder("Events", "A", "B", Corridors.START, Corridors.YEAR + 1)
        .parameter("level", new Distribution.Uniform(0, 1))
        .driver("u", new Driver.Constant(Value.parameter("level"), ""));
  }

  private static Scenario.Builder of(Carrier carrier) {
    return bare().energy(Energy.of(1e6).withCarrier("power", carrier));
  }

  private static Carrier power(Carrier.Imports imports) {
    return Carrier.of(
        Carrier.Kind.ELECTRICITY, Quantity.of(5), Quantity.of(0), imports, Carrier.Price.of(50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waivers.w",
        "regime",
        "unrest",
        POWER + ".projects.plant",
        POWER + ".supply.units",
        POWER + ".imports.sources.line.interruptions",
        POWER + ".imports.sources.line.opens",
        "draws.rows"
      })
  void anEventOfOneCauseBesideAnother(String id) {
    Event event = Objects.requireNonNull(events().get(id));
    Scenario scenario =
        event
            .scenario()
            .index("sum", Map.of(event.metric(), event.weight(), "driver.u", 1.0))
            .question(
                "both",
                Question.of("index.sum", Band.atLeast(1.5))
                    .withWindow(Window.at(Corridors.START.plusMonths(event.month()))))
            .build();

    Explanation found = explain(scenario, Target.question("both"), 20_000);

    double p = event.chance();
    double q = 0.5;
    double variance = p * q * (1 - p * q);
    assertAbout(new Ratio(found.mean(), Math.sqrt(variance / 40_000)), p * q);
    double alone = q * q * p * (1 - p) / variance;
    double other = p * p * q * (1 - q) / variance;
    double together = 1 - alone - other;
    Map<String, Cause> causes = causes(found);
    assertAbout(causes.get(id).first(), alone);
    assertAbout(causes.get(id).total(), alone + together);
    assertAbout(causes.get(id).share(), alone + together / 2);
    assertAbout(causes.get("parameters.level").first(), other);
    assertAbout(causes.get("parameters.level").total(), other + together);
    assertThat(causes).containsOnlyKeys(id, "parameters.level");
  }

  @Test
  void whatNeverVariesSaysSo() {
    Scenario scenario =
        regimes()
            .question("never", Question.of("flow.goods", Band.below(0)))
            .question("always", Question.of("flow.goods", Band.above(0)))
            .question("rare", Question.of("driver.x", Band.above(3.2)))
            .build();

    Map<String, Explanation> found =
        Causes.of(scenario, Causes.questions(scenario), settings(4096)).outcomes();

    assertThat(found.get("never").shares()).isEmpty();
    assertThat(found.get("never").reason().orElseThrow())
        .contains("true on none of 8 192 paths", "--sampling");
    assertThat(found.get("never").directions()).isEmpty();
    assertThat(found.get("always").reason().orElseThrow()).contains("false on none of 8 192");
    assertThat(found.get("rare").reason().orElseThrow())
        .matches("it is true on only \\d+ of 8 192 paths, .*--paths \\d+ would do");
    Explanation metric = explain(scenario, Target.metric("driver.x", Corridors.START), 256);
    assertThat(metric.reason().orElseThrow()).contains("the same on all 512 paths");
    assertThat(metric.variance()).isZero();
  }

  @Test
  void conditionsTieCausesTogether() {
    Scenario scenario =
        product(0.3, 0.5, 1)
            .question("x", Corridors.ends("x", 1))
            .question("y-given-x", Corridors.ends("y", 1, new Question.Given("x", true)))
            .build();

    Explanation found = explain(scenario, Target.question("y-given-x"), 2000);

    assertThat(found.shares()).isEmpty();
    assertThat(found.reason().orElseThrow()).contains("given");
    assertThat(found.paths()).isBetween(1500L, 2100L);
    assertThat(found.directions().get(0).id()).startsWith("drivers.y");
    assertThat(found.directions().get(0).classes().stream().mapToLong(c -> c.paths()).sum())
        .isEqualTo(found.paths());
  }

  @Test
  void meansAreThoseOfTheRun() {
    Scenario scenario = product(0.3, 0.5, 1).question("high", Corridors.ends("x", 1.1)).build();

    Explanation found = explain(scenario, Target.question("high"), 1024);
    Projection run = Simulator.run(scenario, settings(2048));

    assertThat(found.mean()).isEqualTo(run.probability("high").probability().orElseThrow());
  }

  @Test
  void doesNotDependOnThreadsNorOnWhatElseIsAsked() {
    Scenario scenario =
        regimes()
            .question("crisis", Question.of("regime.crisis", Band.atLeast(1)))
            .question("high", Question.of("driver.x", Band.above(1.3)))
            .build();

    Why both = Causes.of(scenario, Causes.questions(scenario), settings(5000));
    Why again = Causes.of(scenario, Causes.questions(scenario), settings(5000).withThreads(3));

    assertThat(again.outcomes()).isEqualTo(both.outcomes());
    assertThat(explain(scenario, Target.question("high"), 5000))
        .isEqualTo(both.outcomes().get("high"));
  }

  @Test
  void precisionDoublesThePaths() {
    Scenario scenario = product(0.3, 0.5, 1).build();
    List<Target> targets = List.of(Target.metric("flow.goods", LAST));

    Why why =
        Causes.of(
            scenario,
            targets,
            settings(1000)
                .withPrecision(new io.corridor.model.Precision(0.02, List.of(), 100_000)));

    assertThat(why.paths()).isGreaterThan(1000).isLessThanOrEqualTo(100_000);
    assertThat(Long.bitCount(why.paths() / 1000)).isEqualTo(1);
    assertThat(why.outcomes().get(targets.get(0).id()).shares().orElseThrow().widestTotal())
        .isLessThan(0.02);
  }

  /** How often 95 % intervals cover the truth over 200 seeds: 175 and more but once in 10⁵. */
  @Test
  void intervalsCover() {
    double a = 0.3 * 0.3;
    double b = 0.5 * 0.5;
    double all = Math.expm1(a + b);
    Scenario scenario = product(0.3, 0.5, 1).build();
    Target target = Target.metric("flow.goods", LAST);
    int first = 0;
    int total = 0;
    int share = 0;
    for (int seed = 0; seed < 200; seed++) {
      Why why = Causes.of(scenario, List.of(target), settings(1024).withSeed(seed).withThreads(1));
      Cause x = causes(why.outcomes().get(target.id())).get("drivers.x");
      first += covers(x.first(), Math.expm1(a) / all);
      total += covers(x.total(), 1 - Math.expm1(b) / all);
      share += covers(x.share(), (1 + (Math.expm1(a) - Math.expm1(b)) / all) / 2);
    }
    assertThat(first).isBetween(175, 200);
    assertThat(total).isBetween(175, 200);
    assertThat(share).isBetween(175, 200);
  }

  private static int covers(Ratio ratio, double truth) {
    return Math.abs(ratio.value() - truth) <= ratio.halfWidth95() ? 1 : 0;
  }

  @Test
  void boxesSayWhereAQuestionComesTrue() {
    Scenario scenario =
        parameters().question("high", Question.of("index.sum", Band.above(33))).build();

    Explanation found = explain(scenario, Target.question("high"), 8192);

    Box box = found.boxes().orElseThrow().cameTrue().get(0);
    assertThat(box.density()).isGreaterThan(0.7);
    assertThat(box.restrictions()).extracting(Box.Restriction::id).anyMatch(id -> id.contains("r"));
    assertThat(box.restrictions()).allMatch(r -> r.lower());
    assertThat(box.mass()).isCloseTo(box.paths() / 8192.0, within(1e-12));
    assertThat(box.trajectory().get(0).mass()).isEqualTo(1);
  }

  // Levers

  @Test
  void leversTellMeansAndRegret() {
    Scenario base = product(0.3, 0.5, 1).build();
    Map<String, Scenario> variants =
        Map.of("more", product(0.3, 0.5, 1.2).build(), "less", product(0.3, 0.5, 0.5).build());
    Target target = Target.metric("flow.goods", LAST);

    Levers levers =
        Causes.levers(
            base,
            new TreeMap<>(variants),
            List.of(target),
            Map.of(target.id(), Aim.MAXIMISE),
            settings(4096),
            0.8);

    LeverResult result = levers.outcomes().get(target.id());
    assertThat(result.variants()).containsOnlyKeys("base", "less", "more");
    assertThat(result.choice()).contains("more"); // convex: E Y^1.2 is the greatest
    double best =
        result.variants().values().stream()
            .mapToDouble(variant -> variant.regret().orElseThrow().best())
            .sum();
    assertThat(best).isCloseTo(1, within(1e-12));
    // where y ends low, the less it matters the better
    Box box = result.boxes().get("less").get(0);
    assertThat(box.restrictions())
        .extracting(Box.Restriction::id, Box.Restriction::lower)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("drivers.y.end", false));
    assertThat(box.restrictions().get(0).bound()).isCloseTo(1, within(0.1));
    assertThat(box.density()).isGreaterThan(0.9);
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    Scenario scenario = product(0.3, 0.5, 1).question("high", Corridors.ends("x", 1.1)).build();

    assertThatThrownBy(() -> explain(scenario, Target.question("hihg"), 10))
        .hasMessageContaining("no question 'hihg'; did you mean 'high'?");
    assertThatThrownBy(() -> explain(scenario, Target.metric("flow.good", LAST), 10))
        .hasMessageContaining("no metric 'flow.good'; did you mean 'flow.goods'?");
    assertThatThrownBy(() -> explain(scenario, Target.metric("total", LAST.plusMonths(1)), 10))
        .hasMessageContaining("months of the scenario are 2020-01 to 2021-01");
    assertThatThrownBy(() -> Causes.of(scenario, List.of(), settings(10)))
        .hasMessageContaining("nothing to explain");
    assertThatThrownBy(
            () ->
                Causes.levers(
                    scenario,
                    Map.of("same", scenario),
                    Causes.questions(scenario),
                    Map.of(),
                    settings(10),
                    0.8))
        .hasMessageContaining("two variants or more");
    assertThatThrownBy(() -> Causes.of(scenario, Causes.questions(scenario), settings(10), 1.5))
        .hasMessageContaining("density: 1.5");
  }

  @Test
  void canBeCancelled() {
    Scenario scenario = product(0.3, 0.5, 1).build();
    Settings settings = settings(100_000).withProgress((done, paths) -> false);

    assertThatThrownBy(() -> Causes.of(scenario, List.of(Target.metric("total", LAST)), settings))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void metricsAreAsTheRunReportsThem() {
    Scenario scenario = product(0.3, 0.5, 1).build();
    Metric metric = MetricKind.DRIVER.metric("", "y");

    Explanation found = explain(scenario, Target.metric(metric.id(), LAST), 512);
    Projection run = Simulator.run(scenario, settings(1024));

    assertThat(found.mean()).isCloseTo(run.series(metric.id()).mean(Corridors.YEAR), within(1e-12));
    assertThat(Math.sqrt(found.variance()))
        .isCloseTo(run.series(metric.id()).sd(Corridors.YEAR), within(1e-9));
  }
}
