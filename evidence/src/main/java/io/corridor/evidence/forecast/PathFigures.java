package io.corridor.evidence.forecast;

import io.corridor.evidence.series.Of;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Outcome;
import io.corridor.projection.Paths;
import io.corridor.run.Progress;
import io.corridor.simulation.Replay;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario's paths say of some figures, path by path: nothing is binned, so that scores are
 * those of the draws themselves.
 *
 * @param figures by figure, a value for each path
 * @param outcomes by question, 1 for each path on which it came true, 0 for others, and NaN for
 *     those that don't count, on which what is given doesn't hold
 */
public record PathFigures(Map<ForecastTarget, double[]> figures, Map<String, double[]> outcomes) {

  /**
   * Simulates a scenario's paths.
   *
   * @param scenario valid
   * @param sample its paths
   * @param targets figures whose months lie inside the horizon
   * @param questions ids of questions that don't count months
   * @param progress told of progress
   * @throws IllegalArgumentException if a figure's months lie outside the horizon
   * @throws io.corridor.run.CancelledException if {@code progress} ended it
   */
  public static PathFigures of(
      Scenario scenario,
      Sample sample,
      Collection<ForecastTarget> targets,
      Collection<String> questions,
      Progress progress) {
    Map<ForecastTarget, double[]> figures = new LinkedHashMap<>();
    for (ForecastTarget target : targets) {
      if (!isInside(scenario, target)) {
        throw new IllegalArgumentException(target.period() + " lies outside the horizon");
      }
      figures.put(target, new double[Math.toIntExact(sample.paths())]);
    }
    Map<String, double[]> outcomes = new LinkedHashMap<>();
    questions.forEach(
        question -> outcomes.put(question, new double[Math.toIntExact(sample.paths())]));
    List<String> metrics = targets.stream().map(ForecastTarget::metric).distinct().toList();
    Replay.of(scenario, sample, metrics)
        .forEach(
            0,
            sample.paths(),
            progress,
            paths -> {
              figures.forEach((target, values) -> fill(scenario, paths, target, values));
              outcomes.forEach((question, came) -> ask(paths, question, came));
            });
    return new PathFigures(figures, outcomes);
  }

  /** Returns whether all months of a figure lie inside the horizon. */
  public static boolean isInside(Scenario scenario, ForecastTarget target) {
    int last = scenario.index(target.period().last());
    int first = target.of() == Of.END ? last : scenario.index(target.period().first());
    return first >= 0 && last < scenario.months();
  }

  private static void fill(Scenario scenario, Paths paths, ForecastTarget target, double[] values) {
    int last = scenario.index(target.period().last());
    int first = target.of() == Of.END ? last : scenario.index(target.period().first());
    for (int path = 0; path < paths.count(); path++) {
      double sum = 0;
      double weights = 0;
      for (int month = first; month <= last; month++) {
        double weight = target.of() == Of.MEAN ? scenario.month(month).lengthOfMonth() : 1;
        sum += weight * paths.value(target.metric(), month, path);
        weights += weight;
      }
      values[Math.toIntExact(paths.first() + path)] = target.of() == Of.MEAN ? sum / weights : sum;
    }
  }

  private static void ask(Paths paths, String question, double[] came) {
    for (int path = 0; path < paths.count(); path++) {
      Outcome outcome = paths.outcome(question, path);
      came[Math.toIntExact(paths.first() + path)] = outcome.counts() ? outcome.value() : Double.NaN;
    }
  }
}
