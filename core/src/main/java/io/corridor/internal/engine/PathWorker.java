package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.Shared;
import io.corridor.internal.question.PairedTally;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.Recorder;
import io.corridor.run.SimulationException;
import java.util.ArrayList;
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
  private final Summary.Layout layout;
  private final List<Block> blocks = new ArrayList<>();
  private final InStep opening;
  private final InStep monthly;
  private final List<Tally> tallies;
  private final List<PairedTally> pairedTallies;
  private final long[] unsettled;
  private final Recorder recorder;

  PathWorker(Summary summary) {
    this.summary = summary;
    this.plans = summary.plans();
    this.pairings = summary.pairings();
    this.layout = summary.layout();
    blocks.add(plans.get(0).newBlock());
    pairings.forEach(pairing -> blocks.add(pairing.shared().newBlock(blocks.get(0))));
    this.opening =
        new InStep(
            plans.get(0).opening(), pairings.stream().map(p -> p.shared().opening()).toList());
    this.monthly =
        new InStep(
            plans.get(0).parts().stream().map(part -> new Plan.At(part.step(), 0)).toList(),
            pairings.stream().map(p -> p.shared().monthly()).toList());
    this.tallies = plans.stream().map(Summary::newTally).toList();
    this.pairedTallies = pairings.stream().map(Pairing::newTally).toList();
    this.unsettled = new long[plans.size()];
    this.recorder = summary.channels().recorder();
  }

  @Override
  public void simulate(long number, long firstPath, int paths) {
    recorder.begin(number, paths);
    for (Block block : blocks) {
      block.start(firstPath, paths);
    }
    opening.open();
    int months = plans.get(0).months();
    for (int month = 0; month < months; month++) {
      monthly.advance(month);
      int recorded = 0;
      for (int i = 0; i < plans.size(); i++) {
        unsettled[i] += plans.get(i).unsettled(blocks.get(i));
        recorded = recordMetrics(i, recorded, month);
      }
      for (int i = 0; i < pairings.size(); i++) {
        recorded = recordDifferences(i, recorded, month);
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

  /** The steps of all plans in turn: those that only a variant takes between those of the base. */
  private final class InStep {
    private final Step[] steps;
    private final Block[] of;
    private final int[] months;

    InStep(List<Plan.At> base, List<List<Shared.Own>> own) {
      List<Step> all = new ArrayList<>();
      List<Block> theirs = new ArrayList<>();
      List<Integer> opening = new ArrayList<>();
      int[] next = new int[own.size()];
      for (int done = 0; done <= base.size(); done++) {
        for (int i = 0; i < next.length; i++) {
          for (;
              next[i] < own.get(i).size() && own.get(i).get(next[i]).after() == done;
              next[i]++) {
            all.add(own.get(i).get(next[i]).step());
            theirs.add(blocks.get(i + 1));
            opening.add(own.get(i).get(next[i]).month());
          }
        }
        if (done < base.size()) {
          all.add(base.get(done).step());
          theirs.add(blocks.get(0));
          opening.add(base.get(done).month());
        }
      }
      this.steps = all.toArray(Step[]::new);
      this.of = theirs.toArray(Block[]::new);
      this.months = opening.stream().mapToInt(Integer::intValue).toArray();
    }

    void open() {
      for (int i = 0; i < steps.length; i++) {
        steps[i].advance(of[i], months[i]);
      }
    }

    void advance(int month) {
      for (int i = 0; i < steps.length; i++) {
        steps[i].advance(of[i], month);
      }
    }
  }

  /** Records the metrics of a plan whose channels are not those of plans before it. */
  private int recordMetrics(int of, int recorded, int month) {
    Plan plan = plans.get(of);
    int metrics = plan.metrics().size();
    int next = recorded;
    for (int metric = 0; metric < metrics; metric++) {
      int channel = layout.metrics()[of][metric];
      if (channel != next) {
        continue;
      }
      next++;
      try {
        recorder.record(channel, month, plan.values(blocks.get(of), metric));
      } catch (ArithmeticException e) {
        throw outOfProportion(of, metric, month);
      }
      if (recorder.magnitude(channel, month) > LARGEST) {
        throw outOfProportion(of, metric, month);
      }
    }
    return next;
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
                SignificantDigits.plain(values[p], 4)));
  }

  private int recordDifferences(int variant, int recorded, int month) {
    List<PairedTally.Pair> metrics = pairings.get(variant).metrics();
    int next = recorded;
    for (int i = 0; i < metrics.size(); i++) {
      if (layout.differences()[variant][i] != next) {
        continue;
      }
      recorder.recordDifference(
          next++,
          month,
          plans.get(variant + 1).values(blocks.get(variant + 1), metrics.get(i).variant()),
          plans.get(0).values(blocks.get(0), metrics.get(i).base()));
    }
    return next;
  }

  @Override
  public void close() {
    recorder.close();
    summary.add(tallies, pairedTallies, unsettled);
  }
}
