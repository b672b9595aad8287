package io.corridor.report.data;

import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.words.MonthSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Some paths of a run, so that nobody takes a band for a path: those at even quantiles of what
 * decides the main question.
 */
final class SamplePaths {
  private static final int DOTS = 50;

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

  /** Which of them are shown. */
  private final int[] chosen;

  private SamplePaths(Paths paths, int months, int[] chosen) {
    this.paths = paths;
    this.months = months;
    this.chosen = chosen;
  }

  /** Returns the metrics of paths that {@link #of} looks at. */
  static Set<String> recorded(Projection projection) {
    Set<String> recorded = new LinkedHashSet<>(metrics(projection));
    recorded.addAll(regimes(projection.scenario()));
    recorded.add(main(projection.scenario()).metric());
    return recorded;
  }

  /**
   * Returns ten paths.
   *
   * @param paths of the run, among which they are chosen
   */
  static ReportData.Samples of(Projection projection, Paths paths) {
    Scenario scenario = projection.scenario();
    Question main = main(scenario);
    int[] chosen = evenly(deciding(main, MonthSpan.of(scenario, main), paths));
    SamplePaths samples = new SamplePaths(paths, scenario.months(), chosen);
    Map<String, List<double[]>> values = new LinkedHashMap<>();
    metrics(projection).forEach(metric -> values.put(metric, samples.values(metric)));
    return new ReportData.Samples(
        IntStream.of(chosen).asLongStream().toArray(),
        values,
        samples.regimes(regimes(scenario)),
        deadline(projection, main));
  }

  private static List<String> regimes(Scenario scenario) {
    return scenario.regime().stream()
        .flatMap(regime -> regime.states().stream())
        .map(MetricKind.REGIME::id)
        .toList();
  }

  /** Returns the first question; without any, how large trade is in the end. */
  private static Question main(Scenario scenario) {
    return scenario.questions().values().stream()
        .findFirst()
        .orElse(Question.of(MetricKind.TOTAL_OF_YEAR.id(), Question.Band.atLeast(0)));
  }

  /**
   * Returns by path what decides a question: the value that it is held against the bound at, or in
   * how many months the condition holds; of one with two bounds the value in the last month.
   */
  private static double[] deciding(Question question, MonthSpan asked, Paths paths) {
    boolean hasLower = question.band().lower().isPresent();
    boolean isOpen = hasLower != question.band().upper().isPresent();
    double sign = hasLower ? 1 : -1;
    double[] deciding = new double[paths.count()];
    for (int path = 0; path < deciding.length; path++) {
      int at = path;
      IntToDoubleFunction value = month -> paths.value(question.metric(), month, at);
      deciding[path] =
          question
              .test()
              .match(
                  run ->
                      isOpen
                          ? sign
                              * best(
                                  asked, run.months(), month -> sign * value.applyAsDouble(month))
                          : value.applyAsDouble(asked.last()),
                  every ->
                      isOpen
                          ? sign
                              * worst(
                                  asked.first(),
                                  asked.last(),
                                  month -> sign * value.applyAsDouble(month))
                          : value.applyAsDouble(asked.last()),
                  count ->
                      asked.sum(
                          month -> question.band().holds(value.applyAsDouble(month)) ? 1 : 0));
    }
    return deciding;
  }

  /** The greatest value that is reached in so many months running, the last of them asked about. */
  private static double best(MonthSpan asked, int running, IntToDoubleFunction value) {
    return asked.stream()
        .filter(last -> last + 1 >= running)
        .mapToDouble(last -> worst(last + 1 - running, last, value))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static double worst(int first, int last, IntToDoubleFunction value) {
    return IntStream.rangeClosed(first, last)
        .mapToDouble(value)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the places of ten values, of fewer all, at even quantiles, ascending. */
  static int[] evenly(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int count = Math.min(MOST, values.length);
    return IntStream.range(0, count)
        .map(i -> order[(int) ((2L * i + 1) * values.length / (2 * count))])
        .toArray();
  }

  /** Returns what the paths are at when the time is up. */
  private static double[] deadline(Projection projection, Question question) {
    Series series = projection.series().get(question.metric());
    if (series == null || !series.isWhole() || projection.answers().isEmpty()) {
      return new double[0];
    }
    int last = MonthSpan.of(projection.scenario(), question).last();
    return IntStream.range(0, DOTS)
        .mapToDouble(i -> series.percentile((i + 0.5) * 100 / DOTS, last))
        .toArray();
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
    for (int path : chosen) {
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
    if (states.isEmpty()) {
      return places;
    }
    for (int path : chosen) {
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
