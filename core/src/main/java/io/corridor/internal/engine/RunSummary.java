package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.MetricSummary;
import io.corridor.model.Metric;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of the paths of a run.
 *
 * @param metrics moments and histograms
 * @param tally of the questions
 */
public record RunSummary(MetricSummary metrics, Tally tally) {

  /** Returns the summary of no paths. */
  public static RunSummary of(Plan plan) {
    List<Metric> metrics = plan.metrics();
    boolean[] whole = new boolean[metrics.size()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = metrics.get(i).whole();
    }
    return new RunSummary(
        MetricSummary.of(plan.months(), whole), Tally.of(plan.inquiries(), plan.months()));
  }

  /** Returns the results. */
  public Projection projection(Plan plan, Projection.Timing timing) {
    Scenario scenario = plan.scenario();
    List<Double> percentiles = scenario.output().percentiles();
    Map<String, Series> series = new LinkedHashMap<>();
    for (int i = 0; i < plan.metrics().size(); i++) {
      Metric metric = plan.metrics().get(i);
      series.put(metric.id(), metrics.series(i, metric, scenario.start(), percentiles));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    int question = 0;
    for (String id : scenario.questions().keySet()) {
      answers.put(id, tally.answer(question++, scenario.start(), percentiles));
    }
    return new Projection(scenario, metrics.paths(), plan.seed(), timing, series, answers);
  }
}
