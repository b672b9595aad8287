package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import io.corridor.scenarios.internal.format.BacktestSource;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.format.Sited;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan of a scenario's `backtest`, which names its metrics and its data. */
public final class BacktestReader {
  private final Sited<BacktestSource> part;

  private BacktestReader(Sited<BacktestSource> part) {
    this.part = part;
  }

  /**
   * Returns the plan of a backtest; empty, and told, if there can't be one.
   *
   * @param backtest the section
   * @param scenario what it is of
   * @param series the scenario's data, by id
   */
  public static Optional<Backtest.Plan> plan(
      Sited<BacktestSource> backtest, Scenario scenario, Map<String, DataSeries> series) {
    return new BacktestReader(backtest).plan(scenario, series);
  }

  private Optional<Backtest.Plan> plan(Scenario scenario, Map<String, DataSeries> series) {
    BacktestSource says = part.says();
    List<YearMonth> origins = says.origins().stream().distinct().sorted().toList();
    List<Integer> horizons = says.horizons().stream().distinct().sorted().toList();
    Map<String, DataSeries> metrics = metrics(scenario, series);
    metrics.forEach((metric, data) -> refuseApart(metric, data, origins, horizons));
    return metrics.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Backtest.Plan(origins, horizons, metrics, says.questions(), says.tables()));
  }

  private Map<String, DataSeries> metrics(Scenario scenario, Map<String, DataSeries> series) {
    Map<String, DataSeries> found = new LinkedHashMap<>();
    Map<String, Metric> known = Metrics.of(scenario);
    Map<String, String> named = part.says().series();
    if (named.isEmpty()) {
      part.wrong("series", "must be a mapping of metrics to series of `data`");
    }
    named.forEach(
        (id, name) -> {
          Metric metric = known.get(id);
          DataSeries data = series.get(name);
          if (metric == null) {
            part.wrong(
                "series", "there is no metric " + quote(id) + Nearest.hint(id, known.keySet()));
          } else if (data == null) {
            part.wrong(
                "series",
                "there is no series "
                    + quote(name)
                    + " in `data`"
                    + Nearest.hint(name, series.keySet()));
          } else {
            inUnitOf(metric, data).ifPresent(fitting -> found.put(id, fitting));
          }
        });
    return found;
  }

  /** Tells of a series that nothing of the backtest meets. */
  private void refuseApart(
      String metric, DataSeries data, List<YearMonth> origins, List<Integer> horizons) {
    boolean meets =
        origins.stream()
            .anyMatch(
                origin ->
                    horizons.stream()
                        .map(ahead -> new Period(data.every(), origin.plusMonths(ahead - 1L)))
                        .anyMatch(
                            period ->
                                !period.first().isBefore(origin)
                                    && data.actual().at(period).isPresent()));
    if (!meets) {
      part.wrong(
          "series",
          "%s and %s don't overlap: no horizon ends, counted from an origin, with a %s of %s that begins at the origin or later"
              .formatted(metric, data.id(), data.every().word(), data.id()));
    }
  }

  private Optional<DataSeries> inUnitOf(Metric metric, DataSeries data) {
    if (metric.kind().ofYear() && data.every() != Every.YEAR) {
      part.wrong(
          "series",
          metric.id()
              + " is of twelve months; its series must be one of years, not of "
              + data.every().word()
              + "s");
      return Optional.empty();
    }
    Optional<DataSeries> series = SeriesUnit.of(metric).of(data);
    if (series.isEmpty()) {
      part.wrong("series", Shown.otherUnits(metric, data));
    }
    return series;
  }
}
