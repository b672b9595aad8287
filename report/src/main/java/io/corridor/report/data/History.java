package io.corridor.report.data;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Scenario;
import io.corridor.scenarios.Evidence;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of a metric, from the series beside the scenario: before the start as it was
 * known then, and, where the series go on, what came after it.
 *
 * @param series its name
 * @param before how many months before the start each value is of: 1 is the month before, 0 the
 *     first month of the scenario, −1 the next; falling
 * @param values in the metric's unit
 * @param part what was recorded where that is a part of the metric alone; empty: it is all of it
 */
public record History(String series, int[] before, double[] values, String part) {
  /** A chart that shows more has little room for what may come. */
  private static final int MOST_MONTHS = 60;

  private static final int YEAR = 12;

  /** What was recorded of all of a metric. */
  public History(String series, int[] before, double[] values) {
    this(series, before, values, "");
  }

  /**
   * Returns the history of each metric that has a series: those that the file says a series shows,
   * those that its backtest names, and those of drivers that are fitted.
   *
   * @param evidence the data beside the scenario
   * @param scenario whose start is meant
   */
  public static Map<String, History> of(Evidence evidence, Scenario scenario) {
    Map<String, Metric> metrics = Metrics.of(scenario);
    Map<String, DataSeries> series = new LinkedHashMap<>(evidence.shown());
    evidence.backtest().ifPresent(plan -> plan.series().forEach(series::putIfAbsent));
    for (Fit fit : evidence.fits()) {
      String metric = fit.key().replaceFirst("^drivers\\.", "driver.");
      DataSeries data = evidence.data().get(fit.series());
      if (data != null && data.unit().equals(unit(metrics.get(metric)))) {
        series.putIfAbsent(metric, data);
      }
    }
    Map<String, History> histories = new LinkedHashMap<>();
    series.forEach(
        (id, data) -> {
          Metric metric = metrics.get(id);
          if (metric != null) {
            boolean isYear = metric.kind().ofYear();
            NavigableMap<YearMonth, Double> months = byMonth(data, isYear, scenario);
            if (!months.isEmpty()) {
              String part = evidence.parts().getOrDefault(data.id(), "");
              histories.put(id, history(data.id(), months, scenario.start(), part));
            }
          }
        });
    return histories;
  }

  /** Returns the last value of all of it that was known at the start; empty where none was. */
  public OptionalDouble lastBefore() {
    return IntStream.range(0, before.length)
        .filter(i -> before[i] > 0 && part.isEmpty())
        .mapToDouble(i -> values[i])
        .reduce((first, second) -> second);
  }

  private static String unit(@Nullable Metric metric) {
    return metric == null ? "" : metric.unit();
  }

  private static History history(
      String series, NavigableMap<YearMonth, Double> months, YearMonth start, String part) {
    return new History(
        series,
        months.keySet().stream()
            .mapToInt(month -> (int) month.until(start, ChronoUnit.MONTHS))
            .toArray(),
        months.values().stream().mapToDouble(Double::doubleValue).toArray(),
        part);
  }

  private static NavigableMap<YearMonth, Double> byMonth(
      DataSeries data, boolean isYear, Scenario scenario) {
    YearMonth start = scenario.start();
    NavigableMap<Period, Double> known = new TreeMap<>(data.actual().byPeriod());
    known.putAll(data.knownBefore(start).byPeriod());
    NavigableMap<YearMonth, Double> months = new TreeMap<>();
    known.forEach(
        (period, value) -> {
          if (isYear) {
            if (period.every() == Every.YEAR) {
              months.put(period.last(), value);
            } else if (period.every() == Every.MONTH && data.of() == Of.SUM) {
              addYear(known, period, months);
            }
          } else if (data.of() == Of.END) {
            months.put(period.last(), value);
          } else {
            int length = period.every().months();
            for (int i = 0; i < length; i++) {
              months.put(
                  period.first().plusMonths(i), data.of() == Of.SUM ? value / length : value);
            }
          }
        });
    return months.subMap(
        start.minusMonths(MOST_MONTHS), true, start.plusMonths(scenario.months()), false);
  }

  /** Adds the sum of the twelve months that end with {@code last}, if all are known. */
  private static void addYear(
      NavigableMap<Period, Double> known, Period last, Map<YearMonth, Double> months) {
    double sum = 0;
    for (int i = 0; i < YEAR; i++) {
      Double value = known.get(last.plus(-i));
      if (value == null) {
        return;
      }
      sum += value;
    }
    months.put(last.last(), sum);
  }
}
