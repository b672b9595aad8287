package io.corridor.review;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Metrics;
import io.corridor.model.Partner;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Paths;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Typical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

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

  /** Of a carrier, in this order: the means of its months. */
  private static final List<MetricKind> MEANS =
      List.of(
          MetricKind.DEMAND,
          MetricKind.DOMESTIC,
          MetricKind.CARRIER_IMPORTS,
          MetricKind.SOURCE,
          MetricKind.PEAK_UNSERVED,
          MetricKind.CARRIER_PRICE,
          MetricKind.UNSERVED_SHARE,
          MetricKind.HOURS_SHORT,
          MetricKind.WITHOUT_LARGEST,
          MetricKind.DEPENDENCY);

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
   *     its value there, of the carriers the first year, without what opens from the start on;
   *     empty where that says nothing
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
    private final Map<String, Metric> known;
    private final Paths before;
    private final Paths after;
    private final List<Line> lines = new ArrayList<>();

    Making(Scenario scenario) {
      this.scenario = scenario;
      this.typical = new Typical(scenario);
      this.months = Math.min(YEAR, scenario.months());
      this.known = Metrics.of(scenario);
      Scenario still = Still.of(scenario);
      this.before = Replay.median(Still.before(still), known.keySet()).paths(0, 1);
      this.after = Replay.median(still, known.keySet()).paths(0, 1);
    }

    StartCheck check() {
      scenario.flows().forEach(this::addFlow);
      scenario.energy().ifPresent(this::addEnergy);
      addTotals();
      scenario.partners().forEach(this::addPartner);
      all(MetricKind.COMPARED_OF_YEAR, MetricKind.RANK)
          .forEach(metric -> addFromStart(metric, last(after, metric.id())));
      all(MetricKind.COVERAGE, MetricKind.COMPLIANCE, MetricKind.INDEX)
          .forEach(metric -> addFromStart(metric, mean(after, metric.id())));
      return new StartCheck(months, lines);
    }

    /** Returns the metrics of the scenario that are of {@code kinds}, in their order. */
    private Stream<Metric> all(MetricKind... kinds) {
      return Arrays.stream(kinds)
          .flatMap(kind -> known.values().stream().filter(metric -> metric.kind() == kind));
    }

    /** V_f is what was traded under the measures of the day before, whatever the month. */
    private void addFlow(String id, Flow flow) {
      String metric = MetricKind.FLOW.id(id);
      int month = scenario.start().getMonthValue() - 1;
      double season = flow.season().isEmpty() ? 1 : flow.season().get(month);
      OptionalDouble rate =
          season > 0
              ? OptionalDouble.of(before.value(metric, 0, 0) * YEAR / season)
              : OptionalDouble.empty();
      addYear(metric, stated(flow.annualValue()), rate, sum(after, metric));
      if (flow.substitution().isPresent()) {
        String share = MetricKind.FLOW_SHARE.id(id);
        OptionalDouble first = OptionalDouble.of(before.value(share, 0, 0));
        add(share, stated(flow.partnerShare()), first, mean(after, share));
      }
    }

    private void addEnergy(Energy energy) {
      double worthBefore = 0;
      double worth = 0;
      for (String id : energy.carriers().keySet()) {
        worthBefore += sum(before, MetricKind.VALUE.id(id)).orElseThrow();
        worth += sum(after, MetricKind.VALUE.id(id)).orElseThrow();
      }
      addYear(
          "energy",
          stated(energy.annualValue()),
          OptionalDouble.of(worthBefore),
          OptionalDouble.of(worth));
      energy.carriers().keySet().forEach(this::addCarrier);
    }

    private void addCarrier(String id) {
      String value = MetricKind.VALUE.id(id);
      addYear(value, OptionalDouble.empty(), sum(before, value), sum(after, value));
      all(MEANS.toArray(MetricKind[]::new))
          .filter(metric -> metric.owner().equals(id))
          .map(Metric::id)
          .forEach(
              metric ->
                  add(metric, OptionalDouble.empty(), mean(before, metric), mean(after, metric)));
    }

    private void addTotals() {
      String exporter = scenario.parties().exporter();
      double exports =
          scenario.energy().map(energy -> typical.of(energy.annualValue())).orElse(0.0);
      double imports = 0;
      double exportsBefore = rate("energy").orElse(0);
      double importsBefore = 0;
      for (var entry : scenario.flows().entrySet()) {
        double value = typical.of(entry.getValue().annualValue());
        double rate = rate(MetricKind.FLOW.id(entry.getKey())).orElse(value);
        if (entry.getValue().from().equals(exporter)) {
          exports += value;
          exportsBefore += rate;
        } else {
          imports += value;
          importsBefore += rate;
        }
      }
      addTotal(MetricKind.EXPORTS, exports, exportsBefore);
      addTotal(MetricKind.IMPORTS, imports, importsBefore);
      addTotal(MetricKind.TOTAL, exports + imports, exportsBefore + importsBefore);
    }

    /** Returns what a line says of the day before. */
    private OptionalDouble rate(String metric) {
      return lines.stream()
          .filter(line -> line.metric().equals(metric))
          .map(Line::before)
          .findFirst()
          .orElse(OptionalDouble.empty());
    }

    private void addTotal(MetricKind total, double stated, double asBefore) {
      addYear(
          total.id(),
          OptionalDouble.of(stated),
          OptionalDouble.of(asBefore),
          sum(after, total.id()));
    }

    private void addPartner(String id, Partner partner) {
      String metric = MetricKind.PARTNER_OF_YEAR.id(id);
      add(metric, stated(partner.annualValue()), OptionalDouble.empty(), last(after, metric));
    }

    /** Adds what stood on the day before, and what came of it. */
    private void addFromStart(Metric metric, OptionalDouble firstYear) {
      OptionalDouble first = OptionalDouble.of(before.value(metric.id(), 0, 0));
      add(metric.id(), OptionalDouble.empty(), first, firstYear);
    }

    private void add(
        String metric, OptionalDouble stated, OptionalDouble asBefore, OptionalDouble firstYear) {
      String unit = requireNonNull(known.get(metric), metric).unit();
      lines.add(new Line(metric, unit, stated, asBefore, firstYear));
    }

    /** Adds money of a year. */
    private void addYear(
        String metric, OptionalDouble stated, OptionalDouble asBefore, OptionalDouble firstYear) {
      String unit = MetricUnit.MONEY_PER_YEAR.words();
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
      double sum = 0;
      int all = 0;
      for (int month = 0; month < months; month++) {
        int days = scenario.month(month).lengthOfMonth();
        sum += days * paths.value(metric, month, 0);
        all += days;
      }
      return OptionalDouble.of(sum / all);
    }

    private OptionalDouble last(Paths paths, String metric) {
      return OptionalDouble.of(paths.value(metric, months - 1, 0));
    }
  }
}
