package io.corridor.report.data;

import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Metrics;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.report.words.MonthSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How metrics and questions are spread over the first paths of a run. */
final class Spread {
  /** Places beyond this one are counted together. */
  private static final int MOST_PLACES = 5;

  private final Scenario scenario;
  private final Set<String> whole = new LinkedHashSet<>();
  private final Set<String> shares = new LinkedHashSet<>();
  private final Map<String, Question> asked = new LinkedHashMap<>();

  /** Values by metric and month, of the paths that were looked at. */
  private final Map<String, double[][]> values = new LinkedHashMap<>();

  private final Map<String, Long> holding = new LinkedHashMap<>();
  private int paths;

  /**
   * Looks at no path as yet.
   *
   * @param most how many paths there will be
   */
  Spread(Projection projection, int most) {
    this.scenario = projection.scenario();
    for (Map.Entry<String, Metric> metric : Metrics.of(scenario).entrySet()) {
      boolean reported = projection.series().containsKey(metric.getKey());
      if (reported
          && (metric.getValue().counted() == MetricUnit.PLACE
              || metric.getValue().kind() == MetricKind.WITHOUT_LARGEST)) {
        whole.add(metric.getKey());
      } else if (reported && metric.getValue().kind() == MetricKind.DEPENDENCY) {
        shares.add(metric.getKey());
      }
    }
    whole.forEach(metric -> values.put(metric, new double[scenario.months()][most]));
    shares.forEach(metric -> values.put(metric, new double[scenario.months()][most]));
    projection
        .answers()
        .keySet()
        .forEach(
            id -> {
              Question question = Objects.requireNonNull(scenario.questions().get(id));
              if (projection.series().containsKey(question.metric())
                  && question.test().equals(Question.Test.ANY_MONTH)
                  && question.given().isEmpty()
                  && question.until().isEmpty()) {
                asked.put(id, question);
              }
            });
  }

  /** Returns the metrics of paths that {@link #add} looks at. */
  Set<String> recorded() {
    Set<String> recorded = new LinkedHashSet<>(values.keySet());
    asked.values().stream().map(Question::metric).forEach(recorded::add);
    return recorded;
  }

  /** Looks at paths that follow those before. */
  void add(Paths some) {
    values.forEach(
        (metric, byMonth) -> {
          double most = MetricKind.WITHOUT_LARGEST.is(metric) ? 1 : Double.POSITIVE_INFINITY;
          for (int month = 0; month < byMonth.length; month++) {
            for (int path = 0; path < some.count(); path++) {
              byMonth[month][paths + path] = Math.min(most, some.value(metric, month, path));
            }
          }
        });
    asked.forEach(
        (id, question) -> {
          int last = MonthSpan.of(scenario, question).last();
          long count = 0;
          for (int path = 0; path < some.count(); path++) {
            count += question.band().holds(some.value(question.metric(), last, path)) ? 1 : 0;
          }
          holding.merge(id, count, Long::sum);
        });
    paths += some.count();
  }

  /** Returns what was seen. */
  ReportData.Looks looks() {
    Map<String, ReportData.Places> places = new LinkedHashMap<>();
    whole.forEach(metric -> places.put(metric, places(Objects.requireNonNull(values.get(metric)))));
    Map<String, ReportData.Regions> regions = new LinkedHashMap<>();
    for (String metric : shares) {
      DensestRegions.of(Objects.requireNonNull(values.get(metric)))
          .ifPresent(found -> regions.put(metric, found));
    }
    Map<String, Double> holds =
        holding.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> (double) entry.getValue() / paths,
                    (first, second) -> first,
                    LinkedHashMap::new));
    return new ReportData.Looks(paths, places, regions, holds);
  }

  private static ReportData.Places places(double[][] byMonth) {
    Set<Integer> found = new TreeSet<>();
    for (double[] atMonth : byMonth) {
      for (double value : atMonth) {
        found.add((int) value);
      }
    }
    List<Integer> shown = found.stream().limit(MOST_PLACES).toList();
    List<double[]> shares = new ArrayList<>();
    shown.forEach(place -> shares.add(new double[byMonth.length]));
    for (int month = 0; month < byMonth.length; month++) {
      for (double value : byMonth[month]) {
        int place = shown.indexOf((int) value);
        shares.get(place < 0 ? shown.size() - 1 : place)[month] += 1.0 / byMonth[month].length;
      }
    }
    return new ReportData.Places(shown, shares);
  }
}
