package io.corridor.internal.engine;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Inquiry;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.Recorder;
import io.corridor.projection.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Adds those of a plan's paths to a summary on which conditions hold, to the same bits however the
 * paths are shared out. For use by one thread.
 */
final class ChosenPaths implements BlockLoop.Worker {
  /** Paths whose months are held at a time: all metrics of a large scenario are 65 kB of each. */
  private static final int PATHS = 512;

  private final Plan plan;
  private final Summary summary;
  private final List<Place> places;
  private final Block block;
  private final Recorder recorder;
  private final Tally tally;
  private final int[] chosen = new int[PATHS];
  private final double[] values = new double[PATHS];

  /** All months of some paths, and how their questions came out. */
  record Chunk(long first, int paths, double[][][] metrics, int[][] states) {}

  /** Where a condition is looked up: the place of its metric and the month, or of its question. */
  private record Place(Condition condition, int index, int month) {

    static Place of(Condition condition, Plan plan) {
      boolean isQuestion = condition.month().isEmpty();
      List<String> ids =
          isQuestion
              ? List.copyOf(plan.scenario().questions().keySet())
              : plan.metrics().stream().map(metric -> metric.id()).toList();
      int index = ids.indexOf(condition.of());
      int month = condition.month().map(plan.scenario()::index).orElse(0);
      if (index < 0 || month < 0 || month >= plan.months()) {
        throw new IllegalArgumentException(
            condition.of() + " is no " + (isQuestion ? "question" : "metric with such a month"));
      }
      if (isQuestion
          && requireNonNull(plan.scenario().questions().get(ids.get(index))).countsMonths()) {
        throw new IllegalArgumentException(
            condition.of() + " counts months, and so is neither true nor false");
      }
      return new Place(condition, index, month);
    }

    boolean holds(Chunk chunk, List<Inquiry> inquiries, Block block, int p) {
      return condition.holds(
          condition.month().isEmpty()
              ? inquiries.get(index).value(block, p)
              : chunk.metrics[index][month][p]);
    }
  }

  /**
   * Makes the worker.
   *
   * @param summary of the plan alone
   * @param conditions all of which must hold
   */
  ChosenPaths(Summary summary, List<Condition> conditions) {
    this.plan = summary.plans().get(0);
    this.summary = summary;
    this.places = conditions.stream().map(condition -> Place.of(condition, plan)).toList();
    this.block = plan.newBlock();
    this.recorder = summary.channels().recorder();
    this.tally = Summary.newTally(plan);
  }

  @Override
  public void simulate(long number, long firstPath, int paths) {
    each(firstPath, paths, this::add);
  }

  /** Simulates paths, some at a time, and hands them on. */
  void each(long firstPath, int paths, Consumer<Chunk> next) {
    for (int done = 0; done < paths; done += PATHS) {
      next.accept(simulated(firstPath + done, Math.min(PATHS, paths - done)));
    }
  }

  private Chunk simulated(long first, int paths) {
    block.start(first, paths);
    plan.open(block);
    double[][][] metrics = new double[plan.metrics().size()][plan.months()][];
    for (int month = 0; month < plan.months(); month++) {
      plan.advance(block, month);
      for (int metric = 0; metric < metrics.length; metric++) {
        metrics[metric][month] = Arrays.copyOf(plan.values(block, metric), paths);
      }
    }
    List<int[]> states = new ArrayList<>();
    plan.inquiries().forEach(inquiry -> states.add(block.of(inquiry.state()).clone()));
    return new Chunk(first, paths, metrics, states.toArray(int[][]::new));
  }

  /** Adds what is chosen of a chunk. */
  void add(Chunk chunk) {
    List<Inquiry> inquiries = plan.inquiries();
    block.start(chunk.first, chunk.paths);
    for (int q = 0; q < inquiries.size(); q++) {
      System.arraycopy(chunk.states[q], 0, block.of(inquiries.get(q).state()), 0, chunk.paths);
    }
    int count = 0;
    for (int p = 0; p < chunk.paths; p++) {
      int path = p;
      if (places.stream().allMatch(place -> place.holds(chunk, inquiries, block, path))) {
        chosen[count++] = p;
      }
    }
    if (count == 0) {
      return;
    }
    recorder.begin(chunk.first / PATHS, count);
    for (int metric = 0; metric < chunk.metrics.length; metric++) {
      for (int month = 0; month < plan.months(); month++) {
        double[] all = chunk.metrics[metric][month];
        for (int i = 0; i < count; i++) {
          values[i] = all[chosen[i]];
        }
        recorder.record(metric, month, values);
      }
    }
    recorder.end();
    tally.add(block, chosen, count);
  }

  @Override
  public void close() {
    recorder.close();
    summary.add(List.of(tally), List.of(), new long[1]);
  }
}
