package io.corridor.report.story;

import io.corridor.model.Flow;
import io.corridor.model.MetricKind;
import io.corridor.report.words.MonthSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The trade of the twelve months to a month, against that of the twelve months before them, and
 * what each flow and carrier adds to the difference. Months before the start count what the model
 * has them count in {@code total.12m}; of energy that is one sum, so that carriers are told apart
 * only once both years lie after the start.
 *
 * @param month the last one, from 0
 * @param total USD a year
 * @param before USD in the twelve months before
 * @param parts of the difference, USD, by id of the flow or carrier, or {@code energy}
 */
public record Year(int month, double total, double before, Map<String, Double> parts) {

  /** What stands for all carriers together. */
  public static final String ENERGY = "energy";

  private static final int MONTHS = 12;

  /** Returns the year to {@code month} of a path. */
  public static Year of(SimulatedPath path, int month) {
    Map<String, Double> parts = new LinkedHashMap<>();
    double before = 0;
    for (String flow : path.scenario().flows().keySet()) {
      double last = flow(path, flow, month - MONTHS);
      before += last;
      parts.put(flow, flow(path, flow, month) - last);
    }
    if (path.scenario().energy().isPresent()) {
      double last = energy(path, month - MONTHS);
      before += last;
      if (month - 2 * MONTHS + 1 < 0) {
        parts.put(ENERGY, energy(path, month) - last);
      } else {
        for (String carrier : path.scenario().energy().get().carriers().keySet()) {
          double now = carrier(path, carrier, month);
          parts.put(carrier, now - carrier(path, carrier, month - MONTHS));
        }
      }
    }
    return new Year(month, path.value(MetricKind.TOTAL_OF_YEAR, month), before, parts);
  }

  private static double flow(SimulatedPath path, String id, int last) {
    return MonthSpan.yearTo(last)
        .sum(t -> t < 0 ? flowBefore(path, id, t) : path.value(MetricKind.FLOW, t, id));
  }

  private static double flowBefore(SimulatedPath path, String id, int month) {
    Flow flow = Objects.requireNonNull(path.scenario().flows().get(id));
    double annual = path.number(flow.annualValue(), "flows." + id + ".annual-value");
    double season =
        flow.season().isEmpty() ? 1 : flow.season().get(path.month(month).getMonthValue() - 1);
    return annual / MONTHS * season;
  }

  private static double energy(SimulatedPath path, int last) {
    var energy = path.scenario().energy().orElseThrow();
    double before = path.number(energy.annualValue(), "energy.annual-value") / MONTHS;
    double sum = 0;
    for (int t = last - MONTHS + 1; t <= last; t++) {
      if (t < 0) {
        sum += before;
      } else {
        for (String carrier : energy.carriers().keySet()) {
          sum += path.value(MetricKind.VALUE, t, carrier);
        }
      }
    }
    return sum;
  }

  /** Returns the value of a carrier's imports in the twelve months to {@code last}, USD. */
  static double carrier(SimulatedPath path, String id, int last) {
    return MonthSpan.yearTo(last).sum(t -> path.value(MetricKind.VALUE, t, id));
  }

  /** Returns by how much trade moved, USD a year. */
  public double change() {
    return total - before;
  }
}
