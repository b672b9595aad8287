package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.MetricRecorder;
import io.corridor.internal.summary.NotFiniteException;
import io.corridor.run.SimulationException;

/** Takes blocks of paths through a plan, and adds them to a summary. For use by one thread. */
final class PlanWorker implements BlockLoop.Worker {
  /** Larger values make no sense, and the sum of their squares could overflow. */
  private static final double LARGEST = 1e140;

  private final Plan plan;
  private final RunSummary summary;
  private final Block block;
  private final Tally tally;
  private final MetricRecorder recorder;

  PlanWorker(Plan plan, RunSummary summary) {
    this.plan = plan;
    this.summary = summary;
    this.block = plan.newBlock();
    this.tally = RunSummary.newTally(plan);
    this.recorder = summary.metrics().recorder();
  }

  @Override
  public void simulate(long number, long firstPath, int paths) {
    begin(number, firstPath, paths);
    for (int month = 0; month < plan.months(); month++) {
      advance(month);
    }
    end();
  }

  /** Opens the paths of a block. */
  void begin(long number, long firstPath, int paths) {
    block.start(firstPath, paths);
    recorder.begin(number, paths);
    plan.open(block);
  }

  /** Takes the paths through the next month, and records it. */
  void advance(int month) {
    plan.advance(block, month);
    int metrics = plan.metrics().size();
    for (int metric = 0; metric < metrics; metric++) {
      record(metric, month);
    }
  }

  private void record(int metric, int month) {
    try {
      recorder.record(metric, month, plan.values(block, metric));
    } catch (NotFiniteException e) {
      throw outOfProportion(metric, month);
    }
    if (recorder.magnitude(metric, month) > LARGEST) {
      throw outOfProportion(metric, month);
    }
  }

  private SimulationException outOfProportion(int metric, int month) {
    double[] values = plan.values(block, metric);
    int p = 0;
    while (p < block.paths() - 1 && Math.abs(values[p]) <= LARGEST) {
      p++;
    }
    return new SimulationException(
        "%s: in %s on path %d it is %s; some growth, volatility or elasticity is out of proportion"
            .formatted(
                plan.metrics().get(metric).id(),
                plan.scenario().month(month),
                block.firstPath() + p,
                values[p]));
  }

  /** Closes the paths, after their last month. */
  void end() {
    recorder.end();
    tally.add(block);
  }

  /** Returns the values of a reported metric in the month that was last advanced to. */
  double[] values(int metric) {
    return plan.values(block, metric);
  }

  /** Returns the paths. */
  Block block() {
    return block;
  }

  @Override
  public void close() {
    recorder.close();
    synchronized (summary) {
      summary.tally().merge(tally);
    }
  }
}
