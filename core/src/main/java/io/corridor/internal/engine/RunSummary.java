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
        MetricSummary.of(plan.months(), whole, plan.replications()), newTally(plan));
  }

  /** Returns a tally of no paths, for one thread. */
  static Tally newTally(Plan plan) {
    return Tally.of(plan.inquiries(), plan.months(), plan.replications());
  }

  /** Adds the summary of other blocks of the same plan. */
  public void merge(RunSummary other) {
    metrics.merge(other.metrics);
    tally.merge(other.tally);
  }

  /** Returns the summary as bytes, with a checksum. */
  public byte[] toBytes() {
    return Pieces.join(List.of(Pieces.ofLongs(tally.counts()), metrics.toBytes()));
  }

  /**
   * Reads what {@link #toBytes} wrote, of the same plan.
   *
   * @throws IllegalArgumentException if the bytes are damaged, or of another plan
   */
  public static RunSummary fromBytes(Plan plan, byte[] bytes) {
    List<byte[]> pieces = Pieces.split(bytes, 2);
    Tally tally = newTally(plan);
    tally.addCounts(Pieces.toLongs(pieces.get(0)));
    return new RunSummary(MetricSummary.fromBytes(pieces.get(1)), tally);
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
    return new Projection(
        scenario, plan.sample().withPaths(metrics.paths()), timing, series, answers);
  }
}
