package io.corridor.benchmarks;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.Summary;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.Recorder;
import io.corridor.model.Scenario;
import java.util.List;

/**
 * What one thread does for each block of paths in the middle of a run, block after block.
 *
 * <p>The same {@value #BLOCKS} blocks of paths come again and again. So no value is the greatest or
 * the least that was ever seen, for which the counts of a metric would have to grow: they do that
 * ever more rarely in a run, but never quite stop.
 */
public final class SteadyLoop {
  private static final int BLOCKS = 64;

  private final Plan plan;
  private final Block block;
  private final Tally tally;
  private final Recorder recorder;
  private long number;

  private SteadyLoop(Plan plan) {
    this.plan = plan;
    this.block = plan.newBlock();
    this.tally = Tally.of(plan.inquiries(), plan.months());
    this.recorder = Summary.of(plan, List.of()).channels().recorder();
  }

  /** Returns the loop of a scenario, once each block has been twice. */
  public static SteadyLoop of(Scenario scenario) {
    SteadyLoop loop = new SteadyLoop(PlanCompiler.compile(scenario, Drawn.of(1), Wanted.REPORTED));
    while (loop.number < 2 * BLOCKS) {
      loop.next();
    }
    return loop;
  }

  /** Returns how many path-months a block has. */
  public long pathMonths() {
    return (long) Block.PATHS * plan.months();
  }

  /** Simulates and records the next block; returns how many have been. */
  public long next() {
    block.start(number % BLOCKS * Block.PATHS, Block.PATHS);
    recorder.begin(number, Block.PATHS);
    plan.open(block);
    for (int month = 0; month < plan.months(); month++) {
      plan.advance(block, month);
      for (int metric = 0; metric < plan.metrics().size(); metric++) {
        recorder.record(metric, month, plan.values(block, metric));
      }
    }
    recorder.end();
    tally.add(block);
    return ++number;
  }
}
