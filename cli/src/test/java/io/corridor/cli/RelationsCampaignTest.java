package io.corridor.cli;

import static io.corridor.cli.Campaign.require;
import static io.corridor.cli.CommandLines.corridor;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Dimension;
import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.KeyPath;
import io.corridor.model.Metric;
import io.corridor.model.MetricUnit;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Regime;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioWriter;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must hold of any scenario, whatever is right for it: how results change if a scenario is
 * changed in a way whose effect is known (metamorphic relations), and that each comes through the
 * whole command. Scenarios are drawn at random, of everything that one may hold.
 */
@Tag("campaign")
class RelationsCampaignTest {
  private static final int PATHS = 128;

  /** A power of two, so that no number is rounded otherwise. */
  private static final double FACTOR = 4;

  /** What rounding may come to, in parts of the largest number of the same unit. */
  private static final double ROUNDING = 1e-9;

  /** After so many years dates fall on the same days of leap years again. */
  private static final int CYCLE = 28;

  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d(?=-\\d\\d)");

  private static final String HELD = "held";

  /** A scenario for which the relation need not hold, or says nothing. */
  private static final String UNSUITED = "unsuited";

  /** Deterministic scenarios have no draws, which new names would change. */
  private static Scenario deterministic(SplittableRandom random) {
    return RandomScenarios.deterministic(random.nextLong(1_000_000));
  }

  private static Scenario any(SplittableRandom random) {
    long seed = random.nextLong(1_000_000);
    return random.nextInt(3) == 0 ? RandomScenarios.of(seed) : RandomScenarios.small(seed);
  }

  // Relations

  private static void relation(String name, Campaign.Trial trial) {
    Campaign.of("relations: " + name, Campaign.trials(40, 4_000), trial);
  }

  @Test
  void moneyInOtherUnits() {
    relation(
        "money times four",
        random ->
            scaled(
                any(random),
                Map.of(
                    Dimension.MONEY, FACTOR,
                    Dimension.MONEY_FLOW, FACTOR,
                    Dimension.CARRIER_PRICE, FACTOR),
                metric -> isMoney(metric) || isPrice(metric) ? FACTOR : 1));
  }

  @Test
  void energyInOtherUnits() {
    relation(
        "energy times four",
        random -> {
          Scenario scenario = any(random);
          return scenario.carriers().isEmpty()
              ? UNSUITED
              : scaled(
                  scenario,
                  Map.of(
                      Dimension.CARRIER_FLOW, FACTOR,
                      Dimension.CARRIER_VOLUME, FACTOR,
                      Dimension.CARRIER_PRICE, 1 / FACTOR),
                  metric -> isVolume(metric) ? FACTOR : isPrice(metric) ? 1 / FACTOR : 1);
        });
  }

  private static String scaled(
      Scenario any, Map<Dimension, Double> factors, ToDoubleFunction<Metric> ofMetrics)
      throws ReflectiveOperationException {
    Scenario scenario = withoutParameters(any);
    Scaling scaling = new Scaling(factors);
    Declaration.walk(KeyPath.ROOT, scenario, scaling);
    Optional<Scenario> changed = read(scenario, scaling.reader, text -> text);
    if (changed.isEmpty()) {
      return UNSUITED; // such as an interval on the scale of shares
    }
    compare(
        simulate(scenario),
        simulate(changed.get()),
        id -> id,
        // What adds up several units scales with none.
        metric -> metric.id().startsWith("index.") ? Double.NaN : ofMetrics.applyAsDouble(metric),
        ROUNDING);
    return HELD;
  }

  /** Finds the numbers of some dimensions, and the options that multiply them. */
  private static final class Scaling implements Declaration.Visitor {
    private final Map<Dimension, Double> factors;
    private ScenarioReader reader = ScenarioReader.create().withSet("questions", "null");

    Scaling(Map<Dimension, Double> factors) {
      this.factors = factors;
    }

    @Override
    public boolean enter(KeyPath path, Object value, Form form, Component key, Object section) {
      Double factor = path.words().get(0).equals("questions") ? null : factors.get(key.unit());
      if (factor != null && value instanceof DatedPoints points) {
        Map<YearMonth, String> yaml = new TreeMap<>();
        points.points().forEach((month, point) -> yaml.put(month, Double.toString(point * factor)));
        reader = reader.withSet(path.toString(), yaml.toString().replace("=", ": "));
      } else if (factor != null
          && (value instanceof Double || value instanceof Value && !value.equals(Value.ZERO))) {
        reader = reader.withSet(path + "*", Double.toString(factor));
      }
      return true;
    }
  }

  /** Returns the scenario with what parameters and draws stand for in their places. */
  private static Scenario withoutParameters(Scenario scenario) throws ReflectiveOperationException {
    Scenario inlined =
        Declaration.map(
            scenario,
            value -> {
              Object of =
                  value instanceof Value.Parameter parameter
                      ? scenario.parameters().get(parameter.id())
                      : value;
              return of instanceof Value.Draw draw
                  ? Value.of(scenario.draws().get(draw.table()).columns().get(draw.column()).get(0))
                  : of;
            });
    return with(
        inlined,
        Map.of(
            "correlations",
            scenario.correlations().stream()
                .filter(pair -> !scenario.parameters().containsKey(pair.first()))
                .toList(),
            "parameters",
            Map.of(),
            "draws",
            Map.of()));
  }

  private static boolean isMoney(Metric metric) {
    return !metric.id().startsWith("driver.") && MetricUnit.of(metric.unit()).isMoney();
  }

  private static boolean isPrice(Metric metric) {
    return metric.id().startsWith("energy.")
        && List.of(Carrier.Kind.values()).stream()
            .anyMatch(kind -> kind.priceUnit().equals(metric.unit()));
  }

  private static boolean isVolume(Metric metric) {
    return metric.id().startsWith("energy.")
        && List.of(Carrier.Kind.values()).stream()
            .anyMatch(
                kind ->
                    kind.unit().equals(metric.unit()) || kind.storageUnit().equals(metric.unit()));
  }

  @Test
  void namesChangeNothing() {
    relation(
        "renamed",
        random -> {
          Scenario scenario = deterministic(random);
          UnaryOperator<String> rename =
              text ->
                  text.replaceAll(
                      "\\b(flow|driver|partner|state|measure|waiver|source|units|project)-(\\d)\\b",
                      "new-$1-$2");
          Scenario changed = read(scenario, ScenarioReader.create(), rename).orElseThrow();
          Projection before = simulate(scenario);
          Projection after = simulate(changed);
          compare(before, after, rename, metric -> 1, ROUNDING);
          requireAnswers(before, after);
          return HELD;
        });
  }

  @Test
  void theOrderChangesNothing() {
    relation(
        "another order",
        random -> {
          // Correlated shocks are made of those before them.
          Scenario scenario = with(any(random), Map.of("correlations", List.of()));
          Scenario changed =
              with(
                  scenario,
                  Map.of(
                      "flows", reversed(scenario.flows()),
                      "partners", reversed(scenario.partners()),
                      "sanctions", reversed(scenario.sanctions()),
                      "waivers", reversed(scenario.waivers()),
                      "drivers", reversed(scenario.drivers())));
          compare(simulate(scenario), simulate(changed), id -> id, metric -> 1, ROUNDING);
          return HELD;
        });
  }

  private static <T> Map<String, T> reversed(Map<String, T> map) {
    List<String> ids = new ArrayList<>(map.keySet());
    Collections.reverse(ids);
    Map<String, T> reversed = new LinkedHashMap<>();
    ids.forEach(id -> reversed.put(id, map.get(id)));
    return reversed;
  }

  /** Returns a scenario with other components of some names. */
  private static Scenario with(Scenario scenario, Map<String, Object> others)
      throws ReflectiveOperationException {
    RecordComponent[] components = Scenario.class.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Object same = components[i].getAccessor().invoke(scenario);
      values[i] = others.getOrDefault(components[i].getName(), same);
    }
    return Scenario.class.getConstructor(types).newInstance(values);
  }

  @Test
  void whatIsIdleChangesNothing() {
    relation(
        "idle things added",
        random -> {
          Scenario scenario = any(random);
          Scenario.Builder more =
              scenario.toBuilder()
                  .driver("idle-driver", Driver.Gbm.of(50, 0.02, 0.3))
                  .parameter("idle-number", Value.of(3));
          scenario.flows().entrySet().stream()
              .filter(flow -> !flow.getValue().world())
              .map(Map.Entry::getKey)
              .findFirst()
              .ifPresent(
                  flow -> more.sanction("idle-measure", Sanction.cut(scenario.start(), 0, flow)));
          Projection before = simulate(scenario);
          Projection after = simulate(more.build());
          compare(before, after, id -> id, metric -> 1, 0);
          requireAnswers(before, after);
          return HELD;
        });
  }

  @Test
  void aFlowInTwoHalvesIsTheFlow() {
    relation(
        "a flow split",
        random -> {
          Scenario scenario = deterministic(random);
          Optional<Map.Entry<String, Flow>> first =
              scenario.flows().entrySet().stream()
                  .filter(flow -> flow.getValue().annualValue() instanceof Value.Constant)
                  .findFirst();
          if (first.isEmpty()) {
            return UNSUITED;
          }
          String id = first.get().getKey();
          Flow flow = first.get().getValue();
          double half = ((Value.Constant) flow.annualValue()).number() / 2;
          Scenario.Builder split =
              scenario.toBuilder()
                  .flow(id, flow.withAnnualValue(half))
                  .flow("half", flow.withAnnualValue(half));
          scenario
              .sanctions()
              .forEach(
                  (name, sanction) ->
                      split.sanction(name, sanction.withTargets(withHalf(sanction.targets(), id))));
          scenario
              .waivers()
              .forEach(
                  (name, waiver) ->
                      split.waiver(name, waiver.withCovers(withHalf(waiver.covers(), id))));
          scenario.rankOf().ifPresent(of -> split.rankOf(withHalf(of, id)));
          compare(
              simulate(scenario),
              simulate(split.build()),
              metric -> metric,
              metric ->
                  metric.id().startsWith("index.")
                      ? Double.NaN
                      : isMoney(metric) && metric.id().startsWith("flow." + id) ? 0.5 : 1,
              ROUNDING);
          return HELD;
        });
  }

  private static List<String> withHalf(List<String> ids, String id) {
    Set<String> all = new LinkedHashSet<>(ids);
    if (all.contains(id)) {
      all.add("half");
    }
    return List.copyOf(all);
  }

  @Test
  void anotherStartShiftsAll() {
    relation(
        "another start",
        random -> {
          Scenario scenario = withoutEvents(any(random));
          UnaryOperator<String> shift =
              text ->
                  YEAR.matcher(text)
                      .replaceAll(m -> Integer.toString(Integer.parseInt(m.group()) + CYCLE));
          Scenario changed = read(scenario, ScenarioReader.create(), shift).orElseThrow();
          require(
              changed.start().equals(scenario.start().plusYears(CYCLE)),
              () -> "the start is " + changed.start());
          Projection before = simulate(scenario);
          Projection after = simulate(changed);
          compare(before, after, id -> id, metric -> 1, 0);
          requireAnswers(before, after);
          return HELD;
        });
  }

  /** What comes later changes nothing of what was before. */
  @Test
  void anEarlierEndLeavesTheBeginning() {
    relation(
        "an earlier end",
        random -> {
          Scenario scenario = withoutEvents(any(random));
          if (scenario.months() < 2) {
            return UNSUITED;
          }
          int months = 1 + random.nextInt(scenario.months() - 1);
          ScenarioReader reader =
              ScenarioReader.create()
                  .withSet("questions", "null")
                  .withSet("months", Integer.toString(months));
          Optional<Scenario> changed = read(scenario, reader, text -> text);
          if (changed.isEmpty()) {
            return UNSUITED; // such as a project that is planned too late for it
          }
          compare(simulate(scenario), simulate(changed.get()), id -> id, metric -> 1, ROUNDING);
          return HELD;
        });
  }

  /** Returns the scenario without turns of policy on a date, whose draws are named by it. */
  private static Scenario withoutEvents(Scenario scenario) throws ReflectiveOperationException {
    Optional<Regime> regime = scenario.regime().map(of -> of.withEvents(List.of()));
    return with(scenario, Map.of("regime", regime));
  }

  // What they are tested with

  /** Reads what is written of a scenario, changed; empty: it is refused. */
  private static Optional<Scenario> read(
      Scenario scenario, ScenarioReader reader, UnaryOperator<String> change) {
    String text = change.apply(ScenarioWriter.write(scenario));
    try {
      return Optional.of(
          reader.readText(text, "x.yaml", ScenarioWriter.files(scenario)).scenario());
    } catch (ScenarioFileException e) {
      return Optional.empty();
    }
  }

  /** Simulates all that a scenario has. */
  private static Projection simulate(Scenario scenario) {
    Scenario all = scenario.toBuilder().output(Output.ALL).build();
    return Simulator.run(all, Settings.of(all).withPaths(PATHS).withSeed(5).withThreads(1));
  }

  /**
   * Requires of all metrics what changes make of them, in each month that {@code after} has.
   *
   * @param renamed what the metric of an id is called after
   * @param factor that a metric is multiplied by; NaN: it may be anything
   * @param rounding of means, in parts of the largest number of the same unit
   */
  private static void compare(
      Projection before,
      Projection after,
      Function<String, String> renamed,
      ToDoubleFunction<Metric> factor,
      double rounding) {
    Map<String, Double> sizes = new TreeMap<>();
    for (Series series : before.series().values()) {
      for (int month = 0; month < series.months(); month++) {
        double size = Math.abs(series.mean(month)) + series.sd(month);
        sizes.merge(unit(series.metric()), size, Math::max);
      }
    }
    for (Series series : before.series().values()) {
      Metric metric = series.metric();
      Series other = after.series().get(renamed.apply(metric.id()));
      require(other != null, () -> "no " + metric.id());
      double times = factor.applyAsDouble(metric);
      double error = rounding * times * (1e-6 + sizes.get(unit(metric)));
      for (int month = 0; month < other.months() && !Double.isNaN(times); month++) {
        String where = metric.id() + " in month " + month + " of " + before.scenario().name();
        requireClose(where, other.mean(month), times * series.mean(month), error);
        // Of differences that rounding alone makes, squares say even less.
        requireClose("spread of " + where, other.sd(month), times * series.sd(month), 1e3 * error);
      }
    }
  }

  private static void requireClose(String what, double is, double expected, double error) {
    require(Math.abs(is - expected) <= error, () -> what + " is " + is + ", should be " + expected);
  }

  private static String unit(Metric metric) {
    return isMoney(metric) ? "money" : metric.unit();
  }

  private static void requireAnswers(Projection before, Projection after) {
    before
        .answers()
        .forEach(
            (id, answer) ->
                require(
                    said(after.answers().get(id)).equals(said(answer)),
                    () -> id + " of " + before.scenario().name() + " is answered otherwise"));
  }

  private static List<Double> said(Answer answer) {
    return List.of(
        (double) answer.paths(),
        answer.<Double>match(probability -> (double) probability.hits(), count -> count.mean()));
  }

  // The whole command

  @TempDir Path folder;

  @Test
  void commands() {
    Campaign.of(
        "scenarios of all kinds, by run --out",
        Campaign.trials(8, 600),
        random -> run(any(random)));
  }

  private String run(Scenario scenario) throws IOException {
    Path place = Files.createTempDirectory(folder, "any");
    Path file = place.resolve("any.yaml");
    Files.writeString(file, ScenarioWriter.write(scenario));
    for (Map.Entry<String, String> beside : ScenarioWriter.files(scenario).entrySet()) {
      Files.writeString(place.resolve(beside.getKey()), beside.getValue());
    }
    Path out = place.resolve("out");
    Outcome run =
        corridor("run", file.toString(), "--paths", "300", "--no-live", "--out", out.toString());
    require(run.status() == 0, () -> scenario.name() + ": " + run.err());
    require(isPlain(run.out()), () -> scenario.name() + ": " + run.out());
    for (String name : List.of("result.json", "series.csv", "series.parquet", "report.html")) {
      require(Files.size(out.resolve(name)) > 0, () -> scenario.name() + ": no " + name);
    }
    String page = Files.readString(out.resolve("report.html"));
    String shown = page.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ");
    require(isPlain(shown), () -> scenario.name() + ": the page shows what is no number");
    Outcome again = corridor("report", out.toString());
    require(again.status() == 0, () -> scenario.name() + ": " + again.err());
    return "done";
  }

  private static boolean isPlain(String text) {
    return !Pattern.compile("\\b(NaN|Infinity|infinity|null|undefined)\\b").matcher(text).find();
  }
}
