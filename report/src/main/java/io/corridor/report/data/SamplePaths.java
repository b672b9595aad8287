package io.corridor.report.data;

import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.simulation.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The first paths of a run, so that nobody takes a band for a path. */
final class SamplePaths {
  private static final int MOST = 10;

  /** Those that are shown as a fan, and the waivers. */
  private static final Set<MetricKind> SAMPLED =
      Set.of(
          MetricKind.TOTAL_OF_YEAR,
          MetricKind.EXPORTS,
          MetricKind.IMPORTS,
          MetricKind.FLOW,
          MetricKind.DEPENDENCY,
          MetricKind.WITHOUT_LARGEST,
          MetricKind.COVERAGE);

  private final Paths paths;
  private final int months;

  private SamplePaths(Paths paths, int months) {
    this.paths = paths;
    this.months = months;
  }

  static ReportData.Samples of(Projection projection) {
    Scenario scenario = projection.scenario();
    List<String> metrics = metrics(projection);
    List<String> regimes =
        scenario.regime().stream()
            .flatMap(regime -> regime.states().stream())
            .map(MetricKind.REGIME::id)
            .toList();
    Replay replay =
        Replay.of(
            scenario,
            projection.sample(),
            Stream.concat(metrics.stream(), regimes.stream()).toList());
    int count = (int) Math.min(MOST, projection.paths());
    SamplePaths samples = new SamplePaths(replay.paths(0, count), scenario.months());
    Map<String, List<double[]>> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(metric, samples.values(metric)));
    return new ReportData.Samples(count, values, samples.regimes(regimes));
  }

  /** Returns those of them that are reported. */
  private static List<String> metrics(Projection projection) {
    return projection.series().values().stream()
        .map(Series::metric)
        .filter(metric -> SAMPLED.contains(metric.kind()))
        .map(Metric::id)
        .toList();
  }

  private List<double[]> values(String metric) {
    List<double[]> values = new ArrayList<>();
    for (int path = 0; path < paths.count(); path++) {
      double[] byMonth = new double[months];
      for (int month = 0; month < months; month++) {
        byMonth[month] = paths.value(metric, month, path);
      }
      values.add(byMonth);
    }
    return values;
  }

  private List<int[]> regimes(List<String> states) {
    List<int[]> places = new ArrayList<>();
    for (int path = 0; path < paths.count() && !states.isEmpty(); path++) {
      int[] byMonth = new int[months];
      for (int month = 0; month < months; month++) {
        while (paths.value(states.get(byMonth[month]), month, path) == 0) {
          byMonth[month]++;
        }
      }
      places.add(byMonth);
    }
    return places;
  }
}
