package io.corridor.parquet;

import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.report.data.Source;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.simulation.Replay;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes the first paths of a run to a Parquet file: a row for each path and month, path by path,
 * with the columns {@code path}, {@code month} (a date, its first day) and one for each metric,
 * named by its id. The unit of {@code total} stands in the file's metadata under {@code
 * unit.total}, beside what the run was made of.
 *
 * <p>The paths are simulated again, in stretches that fit in a few megabytes however many there
 * are, so they need not be metrics that the run reports, nor has the run to be one that was
 * simulated here or in one go. The bytes depend on the scenario, the seed, the number of paths and
 * the version alone.
 */
public final class PathsParquet {
  private static final long MOST_BYTES = 16L << 20;
  private static final int MOST_PATHS = 1024;

  private final Scenario scenario;
  private final List<Metric> metrics;
  private final Replay replay;

  /** A month of a path. */
  private record Row(Paths paths, int path, int month) {}

  private PathsParquet(Scenario scenario, List<Metric> metrics, Replay replay) {
    this.scenario = scenario;
    this.metrics = metrics;
    this.replay = replay;
  }

  /**
   * Makes a file of the paths of a run.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param sample the paths of the run
   * @param metrics ids of the metrics, in the order of their columns
   * @throws IllegalArgumentException if the scenario has no such metric
   */
  public static PathsParquet of(Scenario scenario, Sample sample, Collection<String> metrics) {
    Map<String, Metric> known = Metrics.of(scenario);
    List<Metric> columns = metrics.stream().distinct().map(id -> known(known, id)).toList();
    return new PathsParquet(scenario, columns, Replay.of(scenario, sample, metrics));
  }

  private static Metric known(Map<String, Metric> metrics, String id) {
    Metric metric = metrics.get(id);
    if (metric == null) {
      throw new IllegalArgumentException("no metric '" + id + "'; there are " + metrics.keySet());
    }
    return metric;
  }

  /**
   * Writes paths 0 to {@code count} − 1, and leaves {@code out} open.
   *
   * @param count how many, {@code >= 1}
   * @param source where the scenario came from
   * @param progress told of progress
   * @param out takes the file
   * @throws IOException if {@code out} does
   * @throws CancelledException if {@code progress} ended it; what was written is of no use then
   */
  public void write(long count, Source source, Progress progress, OutputStream out)
      throws IOException {
    Map<String, String> about = About.of(scenario, source, replay.sample(), count);
    metrics.forEach(metric -> about.put("unit." + metric.id(), metric.unit()));
    try (Rows<Row> rows = Rows.to(out, "paths", columns(), about)) {
      int stretch = stretch(metrics.size(), scenario.months());
      for (long first = 0; first < count; first += stretch) {
        Paths paths = replay.paths(first, (int) Math.min(stretch, count - first));
        for (int p = 0; p < paths.count(); p++) {
          write(paths, p, count, progress, rows);
        }
      }
    }
  }

  /** Returns how many paths of so many metrics and months are held at a time. */
  static int stretch(int metrics, int months) {
    long bytes = (long) Double.BYTES * metrics * months;
    return (int) Math.max(1, Math.min(MOST_PATHS, MOST_BYTES / Math.max(1, bytes)));
  }

  private Columns<Row> columns() {
    Columns<Row> columns = new Columns<>();
    columns.whole("path", row -> row.paths.first() + row.path);
    columns.month("month", row -> scenario.month(row.month));
    metrics.forEach(
        metric ->
            columns.real(metric.id(), row -> row.paths.value(metric.id(), row.month, row.path)));
    return columns;
  }

  private void write(Paths paths, int path, long count, Progress progress, Rows<Row> rows)
      throws IOException {
    for (int t = 0; t < scenario.months(); t++) {
      int month = t;
      rows.write(() -> new Row(paths, path, month));
    }
    long done = paths.first() + path + 1;
    if (!progress.goOn(done, count) && done < count) {
      // From within a row, so that the rows that are held are dropped rather than written.
      rows.write(
          () -> {
            throw new CancelledException(done, count);
          });
    }
  }
}
