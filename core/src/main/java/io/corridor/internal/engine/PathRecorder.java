package io.corridor.internal.engine;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.plan.Plan;
import io.corridor.projection.Outcome;
import io.corridor.projection.Paths;
import io.corridor.run.SimulationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes paths through a plan and keeps every month of them. */
public final class PathRecorder {
  private final Plan plan;
  private final Map<String, double[][]> metrics = new LinkedHashMap<>();
  private final Map<String, double[]> inputs = new LinkedHashMap<>();
  private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();

  private PathRecorder(Plan plan, int count) {
    this.plan = plan;
    plan.metrics().forEach(metric -> metrics.put(metric.id(), new double[plan.months()][count]));
    plan.numbers().keySet().forEach(key -> inputs.put(key, new double[count]));
    plan.scenario().questions().keySet().forEach(id -> outcomes.put(id, new ArrayList<>()));
  }

  /**
   * Returns paths {@code first} to {@code first} + {@code count} − 1.
   *
   * @param plan what is run
   * @param first number of the first path
   * @param count how many
   * @throws SimulationException if some path can't be simulated
   */
  public static Paths record(Plan plan, long first, int count) {
    PathRecorder recorder = new PathRecorder(plan, count);
    Block block = plan.newBlock();
    for (int done = 0; done < count; done += Block.PATHS) {
      block.start(first + done, Math.min(Block.PATHS, count - done));
      recorder.simulate(block, done);
    }
    return new Paths(
        plan.scenario().start(),
        plan.months(),
        first,
        count,
        recorder.metrics,
        recorder.inputs,
        recorder.outcomes);
  }

  private void simulate(Block block, int place) {
    plan.open(block);
    plan.numbers()
        .forEach((key, column) -> keep(block, column, requireNonNull(inputs.get(key)), place));
    for (int month = 0; month < plan.months(); month++) {
      plan.advance(block, month);
      for (int metric = 0; metric < plan.metrics().size(); metric++) {
        double[] kept = requireNonNull(metrics.get(plan.metrics().get(metric).id()))[month];
        System.arraycopy(plan.values(block, metric), 0, kept, place, block.paths());
      }
    }
    int question = 0;
    for (List<Outcome> kept : outcomes.values()) {
      for (int p = 0; p < block.paths(); p++) {
        kept.add(plan.inquiries().get(question).outcome(plan.inquiries(), block, p));
      }
      question++;
    }
  }

  private static void keep(Block block, RealPort column, double[] kept, int place) {
    System.arraycopy(block.of(column), 0, kept, place, block.paths());
  }
}
