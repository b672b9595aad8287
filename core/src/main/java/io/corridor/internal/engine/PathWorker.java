package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.PairedTally;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.Recorder;
import io.corridor.run.SimulationException;
import java.util.List;

/**
 * Takes blocks of paths through the plans of a summary in step, month by month, and adds them and
 * their differences to it. For use by one thread.
 */
final class PathWorker implements BlockLoop.Worker {
  /** Larger values make no sense, and the sum of their squares could overflow. */
  private static final double LARGEST = 1e140;

  private final Summary summary;
  private final List<Plan> plans;
  private final List<Pairing> pairings;
  private final List<Block> blocks;
  private final List<Tally> tallies;
  private final List<PairedTally> pairedTallies;
  private final Recorder recorder;

  PathWorker(Summary summary) {
    this.summary = summary;
    this.plans = summary.plans();
    this.pairings = summary.pairings();
    this.blocks = plans.stream().map(Plan::newBlock).toList();
    this.tallies = plans.stream().map(Summary::newTally).toList();
    this.pairedTallies = pairings.stream().map(Pairing::newTally).toList();
    this.recorder = summary.channels().recorder();
  }

  @Override
  public void simulate(long number, long firstPath, int paths) {
    recorder.begin(number, paths);
    for (int i = 0; i < plans.size(); i++) {
      blocks.get(i).start(firstPath, paths);
      plans.get(i).open(blocks.get(i));
    }
    int months = plans.get(0).months();
    for (int month = 0; month < months; month++) {
      int channel = 0;
      for (int i = 0; i < plans.size(); i++) {
        plans.get(i).advance(blocks.get(i), month);
        channel = recordMetrics(i, channel, month);
      }
      for (int i = 0; i < pairings.size(); i++) {
        channel = recordDifferences(i, channel, month);
      }
    }
    recorder.end();
    for (int i = 0; i < plans.size(); i++) {
      tallies.get(i).add(blocks.get(i));
    }
    for (int i = 0; i < pairings.size(); i++) {
      pairedTallies.get(i).add(blocks.get(0), blocks.get(i + 1));
    }
  }

  private int recordMetrics(int of, int firstChannel, int month) {
    Plan plan = plans.get(of);
    int metrics = plan.metrics().size();
    for (int metric = 0; metric < metrics; metric++) {
      int channel = firstChannel + metric;
      try {
        recorder.record(channel, month, plan.values(blocks.get(of), metric));
      } catch (ArithmeticException e) {
        throw outOfProportion(of, metric, month);
      }
      if (recorder.magnitude(channel, month) > LARGEST) {
        throw outOfProportion(of, metric, month);
      }
    }
    return firstChannel + metrics;
  }

  private SimulationException outOfProportion(int of, int metric, int month) {
    Plan plan = plans.get(of);
    Block block = blocks.get(of);
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

  private int recordDifferences(int variant, int firstChannel, int month) {
    List<PairedTally.Pair> metrics = pairings.get(variant).metrics();
    for (int i = 0; i < metrics.size(); i++) {
      recorder.recordDifference(
          firstChannel + i,
          month,
          plans.get(variant + 1).values(blocks.get(variant + 1), metrics.get(i).variant()),
          plans.get(0).values(blocks.get(0), metrics.get(i).base()));
    }
    return firstChannel + metrics.size();
  }

  @Override
  public void close() {
    recorder.close();
    summary.add(tallies, pairedTallies);
  }
}
