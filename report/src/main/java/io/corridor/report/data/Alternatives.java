package io.corridor.report.data;

import io.corridor.model.Output;
import io.corridor.model.Question;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What other variants of a file answer to a run's questions: on its first paths, so few that they
 * take a small part of what the run takes.
 */
final class Alternatives {
  /** All alternatives together take this part of the run's paths. */
  private static final double PART = 0.1;

  /** Beyond it the errors no longer show in a title. */
  private static final long MOST_PATHS = 10_000;

  /** Fewer say next to nothing. */
  private static final long LEAST_PATHS = 1000;

  private static final double MEDIAN = 50;

  private Alternatives() {}

  static List<ReportData.Alternative> of(
      Projection projection, Map<String, Scenario> alternatives, Progress progress) {
    List<ReportData.Alternative> answered = new ArrayList<>();
    for (Map.Entry<String, Scenario> alternative : alternatives.entrySet()) {
      if (isComparable(projection.scenario(), alternative.getValue())) {
        answered.add(
            answered(
                alternative.getKey(),
                Simulator.run(
                    briefly(alternative.getValue()),
                    settings(projection, alternatives.size(), progress))));
      }
    }
    return answered;
  }

  private static boolean isComparable(Scenario scenario, Scenario other) {
    return other.start().equals(scenario.start()) && other.months() == scenario.months();
  }

  private static Settings settings(Projection projection, int number, Progress progress) {
    long share = (long) (projection.paths() * PART / number);
    long paths = Math.max(LEAST_PATHS, Math.min(MOST_PATHS, share));
    Sampling sampling = projection.sample().sampling();
    return Settings.of(projection.scenario())
        .withSeed(projection.seed())
        .withSampling(sampling)
        .withPaths(Math.min(projection.paths(), paths))
        .withProgress(progress);
  }

  /** The alternative, with the run's questions and the metrics that these ask about alone. */
  private static Scenario briefly(Scenario alternative) {
    Set<String> asked = new LinkedHashSet<>();
    alternative.questions().values().stream().map(Question::metric).forEach(asked::add);
    return alternative.toBuilder()
        .output(new Output(List.of(MEDIAN), Optional.of(List.copyOf(asked))))
        .build();
  }

  private static ReportData.Alternative answered(String name, Projection projection) {
    Map<String, ReportData.Brief> answers = new LinkedHashMap<>();
    projection.answers().forEach((id, answer) -> answers.put(id, brief(answer)));
    Map<String, double[]> middles = new LinkedHashMap<>();
    projection
        .series()
        .forEach(
            (id, series) -> {
              double[] middle = new double[series.months()];
              for (int month = 0; month < middle.length; month++) {
                middle[month] = series.percentile(MEDIAN, month);
              }
              middles.put(id, middle);
            });
    List<Long> byMonth =
        projection.answers().values().stream()
            .limit(1)
            .flatMap(
                main ->
                    main.match(
                        probability -> probability.hitsByMonth().stream(), count -> Stream.of()))
            .toList();
    return new ReportData.Alternative(name, projection.paths(), answers, middles, byMonth);
  }

  private static ReportData.Brief brief(Answer answer) {
    return new ReportData.Brief(
        answer.shareOrMonths().orElse(Double.NaN), answer.standardError().orElse(Double.NaN));
  }
}
