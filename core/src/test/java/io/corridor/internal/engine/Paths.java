package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Output;
import io.corridor.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that the engine computes for each single path, before anything is summed up. */
public final class Paths {
  /** By metric, month and path. */
  private final Map<String, double[][]> values = new LinkedHashMap<>();

  private final int months;

  private Paths(Plan plan, long first, int count) {
    months = plan.months();
    plan.metrics().forEach(metric -> values.put(metric.id(), new double[months][count]));
    Block block = plan.newBlock();
    for (int done = 0; done < count; done += Block.PATHS) {
      block.start(first + done, Math.min(Block.PATHS, count - done));
      simulate(plan, block, done);
    }
  }

  private void simulate(Plan plan, Block block, int place) {
    plan.open(block);
    for (int t = 0; t < months; t++) {
      plan.advance(block, t);
      for (int m = 0; m < plan.metrics().size(); m++) {
        double[] at = values.get(plan.metrics().get(m).id())[t];
        System.arraycopy(plan.values(block, m), 0, at, place, block.paths());
      }
    }
  }

  /**
   * Simulates {@code count} paths from {@code first} on, and keeps what {@code scenario} reports.
   */
  public static Paths of(Scenario scenario, long seed, long first, int count) {
    return new Paths(PlanCompiler.compile(scenario, Drawn.of(seed), Wanted.REPORTED), first, count);
  }

  /** Simulates paths 0 to {@code count} − 1, and keeps {@code metrics}. */
  public static Paths of(Scenario scenario, long seed, int count, String... metrics) {
    return of(reporting(scenario, metrics), seed, 0, count);
  }

  /** Returns {@code scenario} with all its metrics reported. */
  public static Scenario reportingAll(Scenario scenario) {
    return scenario.toBuilder().output(Output.ALL).buildUnchecked();
  }

  /** Returns {@code scenario} with {@code metrics} reported. */
  public static Scenario reporting(Scenario scenario, String... metrics) {
    return scenario.toBuilder()
        .output(new Output(Output.ALL.percentiles(), Optional.of(List.of(metrics))))
        .buildUnchecked();
  }

  /** Returns the ids of the metrics that were kept. */
  public Set<String> metrics() {
    return values.keySet();
  }

  /** Returns the number of months. */
  public int months() {
    return months;
  }

  /** Returns the values of a metric in one month, by path. */
  public double[] at(String metric, int month) {
    return values.get(metric)[month];
  }

  /** Returns the values of a metric on one path, by month. */
  public double[] of(String metric, int path) {
    double[] series = new double[months];
    for (int t = 0; t < months; t++) {
      series[t] = at(metric, t)[path];
    }
    return series;
  }

  /** Returns the values of every metric on one path, by month. */
  public Map<String, double[]> of(int path) {
    Map<String, double[]> all = new LinkedHashMap<>();
    metrics().forEach(metric -> all.put(metric, of(metric, path)));
    return all;
  }
}
