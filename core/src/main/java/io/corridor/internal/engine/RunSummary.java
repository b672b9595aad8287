package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.MetricSummary;
import io.corridor.model.Metric;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

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
    byte[] summed = metrics.toBytes();
    long[] counts = tally.counts();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            2 * Integer.BYTES + counts.length * Long.BYTES + summed.length + Integer.BYTES);
    bytes.putInt(counts.length);
    bytes.putInt(summed.length);
    bytes.asLongBuffer().put(counts);
    bytes.position(bytes.position() + counts.length * Long.BYTES);
    bytes.put(summed);
    bytes.putInt(checksum(bytes.array()));
    return bytes.array();
  }

  /**
   * Reads what {@link #toBytes} wrote, of the same plan.
   *
   * @throws IllegalArgumentException if the bytes are damaged, or of another plan
   */
  public static RunSummary fromBytes(Plan plan, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < 3 * Integer.BYTES
        || in.getInt(bytes.length - Integer.BYTES) != checksum(bytes)) {
      throw new IllegalArgumentException("damaged summary: the checksum is another");
    }
    long[] counts = new long[in.getInt()];
    byte[] summed = new byte[in.getInt()];
    in.asLongBuffer().get(counts);
    in.position(in.position() + counts.length * Long.BYTES);
    in.get(summed);
    Tally tally = newTally(plan);
    tally.addCounts(counts);
    return new RunSummary(MetricSummary.fromBytes(summed), tally);
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - Integer.BYTES);
    return (int) checksum.getValue();
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
