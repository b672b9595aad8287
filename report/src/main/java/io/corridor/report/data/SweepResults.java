package io.corridor.report.data;

import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sweep found.
 *
 * @param scenario as it stands
 * @param sample the paths of each point
 * @param axes values that each key takes, by key
 * @param base row of the scenario as it stands
 * @param points rows of the grid; the last key changes from each to the next
 */
public record SweepResults(
    Scenario scenario,
    Sample sample,
    Map<String, List<String>> axes,
    SweepPoint base,
    List<SweepPoint> points) {
  private static final Pattern COLUMN =
      Pattern.compile(
          "(.*)[.](mean|se|standardError|difference|differenceError|low|high|p[0-9.]+)");

  /** Copies the collections, keeping their order. */
  public SweepResults {
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    points = List.copyOf(points);
  }

  /** Returns the unit of a column of {@link SweepPoint}; empty for shares and numbers of paths. */
  public String unit(String column) {
    Matcher matcher = COLUMN.matcher(column);
    if (!matcher.matches()) {
      return "";
    }
    String id = matcher.group(1);
    if (scenario.questions().containsKey(id)) {
      return base.counts(id) ? "months" : "";
    }
    String name = id.startsWith(SweepPoint.METRIC) ? id.substring(SweepPoint.METRIC.length()) : id;
    Metric metric = Metrics.of(scenario).get(name);
    return metric == null ? "" : metric.unit();
  }

  /** Returns the ids of the metrics that have columns. */
  public List<String> metrics() {
    return Metrics.of(scenario).keySet().stream()
        .filter(
            id ->
                base.numbers()
                    .containsKey(
                        SweepPoint.metricColumn(id, scenario.questions().keySet()) + ".se"))
        .toList();
  }
}
