package io.corridor.internal.why;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.engine.BlockLoop;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Inquiry;
import io.corridor.internal.sampling.Swaps;
import io.corridor.internal.why.WhyRuns.Piece;
import io.corridor.run.SimulationException;
import io.corridor.why.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Simulates pieces of runs, and puts their outcomes into a store. For one thread. */
final class WhyWorker implements BlockLoop.Worker {
  private final WhyRuns runs;
  private final WhyStore store;
  private final Plan gauged;
  private final Block gaugedBlock;
  private final Watched gaugedTargets;
  private final RealPort[] gauges;
  private final Swaps swaps = new Swaps();
  private final Plan exchanged;
  private final Block exchangedBlock;
  private final KeptSteps steps;
  private final Watched exchangedTargets;
  private short[][] order = {};
  private long orderedFrom = -1;

  WhyWorker(WhyStore store) {
    this.runs = store.runs();
    this.store = store;
    this.gauged = runs.gauged();
    this.gaugedBlock = gauged.newBlock();
    this.gaugedTargets = new Watched(runs, runs.places());
    this.gauges = gauged.numbers().values().toArray(RealPort[]::new);
    boolean shares = !runs.causes().isEmpty();
    this.exchanged = shares ? runs.exchanged(swaps) : gauged;
    this.exchangedBlock = shares ? exchanged.newBlock() : gaugedBlock;
    int[] ends = runs.ends();
    this.steps = new KeptSteps(runs, exchanged, swaps, ends[ends.length - 1] + 1);
    this.exchangedTargets = new Watched(runs, runs.sharedPlaces());
  }

  @Override
  public void simulate(long number, long firstPath, int paths) {
    Piece piece = runs.piece(number);
    if (piece.run() < 2) {
      simulateGauged(piece, (int) number);
    } else {
      simulateExchanged(piece, (int) number);
    }
  }

  private void simulateGauged(Piece piece, int number) {
    Block block = gaugedBlock;
    block.start(piece.firstPath() + (piece.run() == 1 ? runs.paths() : 0L), piece.paths());
    gauged.open(block);
    int[] ends = runs.ends();
    for (int month = 0, end = 0; end < ends.length; month++) {
      gauged.advance(block, month);
      gaugedTargets.look(gauged, block, month);
      if (month == ends[end]) {
        for (int i = 0; i < gauges.length; i++) {
          store.putGauge(number, end, i, block.of(gauges[i]));
        }
        end++;
      }
    }
    gaugedTargets.close(gauged, block);
    for (int i = 0; i < runs.targets().size(); i++) {
      store.putOutcome(number, i, gaugedTargets.outcome(i));
      store.putCounts(number, i, gaugedTargets.counts(i));
    }
  }

  private void simulateExchanged(Piece piece, int number) {
    Block block = exchangedBlock;
    Step[] monthly = steps.of(block, piece, swapped(piece.run()));
    long first = exchange(piece);
    block.takeOwn();
    block.start(first, piece.paths());
    exchanged.open(block);
    int[] ends = runs.ends();
    for (int month = 0; month <= ends[ends.length - 1]; month++) {
      for (Step step : monthly) {
        step.advance(block, month);
      }
      exchangedTargets.look(exchanged, block, month);
    }
    exchangedTargets.close(exchanged, block);
    for (int i = 0; i < runs.shared().size(); i++) {
      store.putExchanged(number, i, exchangedTargets.outcome(i));
    }
  }

  /** Returns the one cause whose numbers are exchanged in a run; null: several are. */
  private @Nullable String swapped(int run) {
    int causes = runs.causes().size();
    return run > runs.runAfter(0) ? null : runs.causes().get((run - runs.runWithB(0)) % causes);
  }

  /** Says whose numbers each cause has in a run, and returns the number of its first path. */
  private long exchange(Piece piece) {
    int causes = runs.causes().size();
    int run = piece.run();
    long distance = runs.paths();
    swaps.reset();
    if (run < runs.runWithA(0)) {
      swaps.set(runs.causes().get(run - runs.runWithB(0)), distance);
      return piece.firstPath();
    }
    if (run <= runs.runAfter(0)) {
      swaps.set(runs.causes().get(run - runs.runWithA(0)), -distance);
      return piece.firstPath() + distance;
    }
    int turns = run - runs.runAfter(0);
    if (orderedFrom != piece.firstPath()) {
      order = Orders.of(runs.seed(), piece.firstPath(), piece.paths(), runs.causes());
      orderedFrom = piece.firstPath();
    }
    long[][] distances = new long[causes][piece.paths()];
    for (int turn = 0; turn < turns; turn++) {
      for (int p = 0; p < piece.paths(); p++) {
        distances[order[turn][p]][p] = distance;
      }
    }
    for (int cause = 0; cause < causes; cause++) {
      swaps.set(runs.causes().get(cause), piece.firstPath(), distances[cause]);
    }
    return piece.firstPath();
  }

  @Override
  public void close() {
    // Everything was given away at once.
  }

  /** The outcomes of targets in the paths of a block. */
  private static final class Watched {
    private final List<Target> targets;
    private final int[] places;
    private final int[] ends;
    private final double[][] outcomes;
    private final double[][] counts;

    Watched(WhyRuns runs, Map<Target, Integer> places) {
      this.targets = List.copyOf(places.keySet());
      this.places = places.values().stream().mapToInt(Integer::intValue).toArray();
      this.ends = targets.stream().mapToInt(runs::end).toArray();
      this.outcomes = new double[targets.size()][WhyRuns.PATHS];
      this.counts = new double[targets.size()][WhyRuns.PATHS];
    }

    /** Keeps the metrics of a month that the paths have come to. */
    void look(Plan plan, Block block, int month) {
      for (int i = 0; i < ends.length; i++) {
        if (ends[i] == month && !targets.get(i).isQuestion()) {
          double[] metric = plan.values(block, places[i]);
          requireFinite(metric, block, targets.get(i));
          System.arraycopy(metric, 0, outcomes[i], 0, block.paths());
          Arrays.fill(counts[i], 1);
        }
      }
    }

    private static void requireFinite(double[] metric, Block block, Target target) {
      for (int p = 0; p < block.paths(); p++) {
        if (!(Math.abs(metric[p]) <= Double.MAX_VALUE)) {
          throw new SimulationException(
              target.id() + ": on path " + (block.firstPath() + p) + " it is " + metric[p]);
        }
      }
    }

    /** Keeps the questions, after the last month. */
    void close(Plan plan, Block block) {
      for (int i = 0; i < ends.length; i++) {
        if (targets.get(i).isQuestion()) {
          Inquiry inquiry = plan.inquiries().get(places[i]);
          for (int p = 0; p < block.paths(); p++) {
            outcomes[i][p] = inquiry.value(block, p);
            counts[i][p] = inquiry.counts(plan.inquiries(), block, p) ? 1 : 0;
          }
        }
      }
    }

    double[] outcome(int target) {
      return outcomes[target];
    }

    double[] counts(int target) {
      return counts[target];
    }
  }
}
