package io.corridor.review;

import com.google.common.collect.ImmutableMap;
import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Metrics;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Paths;
import io.corridor.simulation.Replay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * What a scenario reproduces at its start, beside what it states: the table by which one sees that
 * it begins where the world stood.
 *
 * <p>Every shock is zero and every uncertain number at its median ({@link Replay#median}). What
 * happens with a probability below one half, doesn't.
 *
 * @param months how many make the first year: twelve, or those of a shorter scenario
 * @param lines what was looked at
 */
public record StartCheck(int months, List<Line> lines) {
  private static final int YEAR = 12;
  private static final String PER_YEAR = "USD/year";
  private static final String FRACTION = "fraction";

  /** Of a carrier, in this order, with their units. */
  private static final Map<String, String> SHARES =
      ImmutableMap.of(
          "unserved-share", FRACTION,
          "hours-short", "hours/day",
          "n-1", FRACTION,
          "dependency", FRACTION);

  /** Copies the list. */
  public StartCheck {
    lines = List.copyOf(lines);
  }

  /**
   * One figure.
   *
   * @param metric id of the metric it is of; {@code energy} for all carriers together
   * @param unit of the three numbers: {@code USD/year} where months of money are added up
   * @param stated in the scenario; empty where it states none
   * @param before under the measures of the day before: of a flow its rate in month 0, of a place
   *     its value there, of the carriers the first year; empty where that says nothing
   * @param firstYear as the scenario goes on: money added up, else the mean over its months, of a
   *     place and of what is counted over twelve months the last
   */
  public record Line(
      String metric,
      String unit,
      OptionalDouble stated,
      OptionalDouble before,
      OptionalDouble firstYear) {}

  /**
   * Returns the check of a scenario.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @throws io.corridor.run.SimulationException if that path can't be simulated
   */
  public static StartCheck of(Scenario scenario) {
    return new Making(scenario).check();
  }

  /** Returns the line of a metric; throws if there is none. */
  public Line line(String metric) {
    return lines.stream()
        .filter(line -> line.metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line of '" + metric + "'"));
  }

  /** The work: two paths, and what is read off them. */
  private static final class Making {
    private final Scenario scenario;
    private final Typical typical;
    private final int months;
    private final Set<String> known;
    private final Paths before;
    private final Paths after;
    private final List<Line> lines = new ArrayList<>();

    Making(Scenario scenario) {
      this.scenario = scenario;
      this.typical = new Typical(scenario);
      this.months = Math.min(YEAR, scenario.months());
      this.known = Metrics.of(scenario).keySet();
      Set<String> metrics = metrics();
      Scenario still = Still.of(scenario);
      this.before = Replay.median(Still.before(still), metrics).paths(0, 1);
      this.after = Replay.median(still, metrics).paths(0, 1);
    }

    private Set<String> metrics() {
      Set<String> metrics = new LinkedHashSet<>(List.of("total", "exports", "imports"));
      scenario
          .flows()
          .keySet()
          .forEach(id -> metrics.addAll(List.of("flow." + id, "flow." + id + ".share")));
      scenario
          .energy()
          .ifPresent(
              energy ->
                  energy.carriers().forEach((id, carrier) -> metrics.addAll(all(id, carrier))));
      scenario.partners().keySet().forEach(id -> metrics.add("partner." + id + ".12m"));
      if (!scenario.partners().isEmpty()) {
        metrics.addAll(List.of("compared.12m", "rank"));
      }
      scenario.waivers().keySet().forEach(id -> metrics.add("waiver." + id + ".coverage"));
      if (!scenario.sanctions().isEmpty()) {
        metrics.add("compliance");
      }
      scenario.indices().keySet().forEach(id -> metrics.add("index." + id));
      metrics.retainAll(known);
      return metrics;
    }

    private static List<String> all(String id, Carrier carrier) {
      String prefix = "energy." + id + ".";
      List<String> metrics = new ArrayList<>(List.of(prefix + "value", prefix + "price"));
      volumes(carrier).forEach(volume -> metrics.add(prefix + volume));
      SHARES.forEach((share, unit) -> metrics.add(prefix + share));
      return metrics;
    }

    /** What is in the carrier's unit; what it doesn't have is no metric. */
    private static List<String> volumes(Carrier carrier) {
      List<String> volumes = new ArrayList<>(List.of("demand", "domestic", "imports"));
      carrier.sources().keySet().forEach(source -> volumes.add("source." + source));
      volumes.add("peak-unserved");
      return volumes;
    }

    StartCheck check() {
      scenario.flows().forEach(this::addFlow);
      scenario.energy().ifPresent(this::addEnergy);
      addTotals();
      scenario
          .partners()
          .forEach(
              (id, partner) ->
                  add(
                      "partner." + id + ".12m",
                      PER_YEAR,
                      stated(partner.annualValue()),
                      OptionalDouble.empty(),
                      last(after, "partner." + id + ".12m")));
      if (!scenario.partners().isEmpty()) {
        addLast("compared.12m", PER_YEAR);
        addLast("rank", "place");
      }
      scenario.waivers().keySet().forEach(id -> addMonth("waiver." + id + ".coverage", FRACTION));
      if (!scenario.sanctions().isEmpty()) {
        addMonth("compliance", FRACTION);
      }
      scenario.indices().keySet().forEach(id -> addMonth("index." + id, ""));
      return new StartCheck(months, lines);
    }

    /** V_f is what was traded under the measures of the day before, whatever the month. */
    private void addFlow(String id, Flow flow) {
      String metric = "flow." + id;
      int month = scenario.start().getMonthValue() - 1;
      double season = flow.season().isEmpty() ? 1 : flow.season().get(month);
      OptionalDouble rate =
          season > 0
              ? OptionalDouble.of(before.value(metric, 0, 0) * YEAR / season)
              : OptionalDouble.empty();
      add(metric, PER_YEAR, stated(flow.annualValue()), rate, sum(after, metric));
      if (flow.substitution().isPresent()) {
        add(
            metric + ".share",
            FRACTION,
            stated(flow.partnerShare()),
            OptionalDouble.of(before.value(metric + ".share", 0, 0)),
            mean(after, metric + ".share"));
      }
    }

    private void addEnergy(Energy energy) {
      double worthBefore = 0;
      double worth = 0;
      for (String id : energy.carriers().keySet()) {
        worthBefore += sum(before, "energy." + id + ".value").orElseThrow();
        worth += sum(after, "energy." + id + ".value").orElseThrow();
      }
      add(
          "energy",
          PER_YEAR,
          stated(energy.annualValue()),
          OptionalDouble.of(worthBefore),
          OptionalDouble.of(worth));
      energy.carriers().forEach(this::addCarrier);
    }

    private void addCarrier(String id, Carrier carrier) {
      String prefix = "energy." + id + ".";
      add(
          prefix + "value",
          PER_YEAR,
          OptionalDouble.empty(),
          sum(before, prefix + "value"),
          sum(after, prefix + "value"));
      String unit = carrier.kind().unit();
      volumes(carrier).forEach(volume -> addYearIfThere(prefix + volume, unit));
      addYearIfThere(prefix + "price", carrier.kind().priceUnit()); // sources may have their own
      SHARES.forEach((share, of) -> addYearIfThere(prefix + share, of));
    }

    private void addTotals() {
      String exporter = scenario.parties().exporter();
      double exports =
          scenario.energy().map(energy -> typical.of(energy.annualValue())).orElse(0.0);
      double imports = 0;
      double worth = 0;
      for (Line line : lines) {
        worth += line.metric().equals("energy") ? line.before().orElse(0) : 0;
      }
      double exportsBefore = worth;
      double importsBefore = 0;
      for (var entry : scenario.flows().entrySet()) {
        double value = typical.of(entry.getValue().annualValue());
        double rate = ratesOf(entry.getKey());
        if (entry.getValue().from().equals(exporter)) {
          exports += value;
          exportsBefore += rate;
        } else {
          imports += value;
          importsBefore += rate;
        }
      }
      addTotal("exports", exports, exportsBefore);
      addTotal("imports", imports, importsBefore);
      addTotal("total", exports + imports, exportsBefore + importsBefore);
    }

    private double ratesOf(String flow) {
      return lines.stream()
          .filter(line -> line.metric().equals("flow." + flow))
          .mapToDouble(line -> line.before().orElse(line.stated().orElse(0)))
          .sum();
    }

    private void addTotal(String metric, double stated, double asBefore) {
      add(
          metric,
          PER_YEAR,
          OptionalDouble.of(stated),
          OptionalDouble.of(asBefore),
          sum(after, metric));
    }

    /** What stands for a year, of a metric that the scenario has: the mean of its months. */
    private void addYearIfThere(String metric, String unit) {
      if (known.contains(metric)) {
        add(metric, unit, OptionalDouble.empty(), mean(before, metric), mean(after, metric));
      }
    }

    /** What stood on the day before, and its mean afterwards. */
    private void addMonth(String metric, String unit) {
      add(
          metric,
          unit,
          OptionalDouble.empty(),
          OptionalDouble.of(before.value(metric, 0, 0)),
          mean(after, metric));
    }

    private void addLast(String metric, String unit) {
      add(
          metric,
          unit,
          OptionalDouble.empty(),
          OptionalDouble.of(before.value(metric, 0, 0)),
          last(after, metric));
    }

    private void add(
        String metric,
        String unit,
        OptionalDouble stated,
        OptionalDouble asBefore,
        OptionalDouble firstYear) {
      lines.add(new Line(metric, unit, stated, asBefore, firstYear));
    }

    private OptionalDouble stated(Value value) {
      return OptionalDouble.of(typical.of(value));
    }

    private OptionalDouble sum(Paths paths, String metric) {
      double sum = 0;
      for (int month = 0; month < months; month++) {
        sum += paths.value(metric, month, 0);
      }
      return OptionalDouble.of(sum);
    }

    /** Over days, so that volumes and their worth agree. */
    private OptionalDouble mean(Paths paths, String metric) {
      IntUnaryOperator days = month -> scenario.month(month).lengthOfMonth();
      double sum = 0;
      int all = 0;
      for (int month = 0; month < months; month++) {
        sum += days.applyAsInt(month) * paths.value(metric, month, 0);
        all += days.applyAsInt(month);
      }
      return OptionalDouble.of(sum / all);
    }

    private OptionalDouble last(Paths paths, String metric) {
      return OptionalDouble.of(paths.value(metric, months - 1, 0));
    }
  }
}
