package io.corridor.internal.engine;

import io.corridor.internal.question.PairedTally;
import io.corridor.internal.summary.DifferenceRecorder;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes blocks of paths through several plans in step, month by month, and adds them and their
 * differences to a summary. For use by one thread.
 */
final class ComparisonWorker implements BlockLoop.Worker {
  private final int months;
  private final PlanWorker base;
  private final List<Paired> variants = new ArrayList<>();

  /** A variant, and what it is compared with. */
  private record Paired(
      PlanWorker variant, Pairing pairing, DifferenceRecorder recorder, PairedTally tally) {

    void advance(int month, PlanWorker base) {
      variant.advance(month);
      List<Pairing.Metrics> metrics = pairing.metrics();
      for (int i = 0; i < metrics.size(); i++) {
        Pairing.Metrics places = metrics.get(i);
        recorder.record(i, month, variant.values(places.variant()), base.values(places.base()));
      }
    }

    void end(PlanWorker base) {
      variant.end();
      recorder.end();
      tally.add(base.block(), variant.block());
    }

    void close() {
      variant.close();
      recorder.close();
      synchronized (pairing) {
        pairing.tally().merge(tally);
      }
    }
  }

  ComparisonWorker(PairedSummary summary) {
    this.months = summary.plans().get(0).months();
    this.base = new PlanWorker(summary.plans().get(0), summary.runs().get(0));
    for (int i = 0; i < summary.pairings().size(); i++) {
      Pairing pairing = summary.pairings().get(i);
      variants.add(
          new Paired(
              new PlanWorker(summary.plans().get(i + 1), summary.runs().get(i + 1)),
              pairing,
              pairing.differences().recorder(),
              pairing.newTally()));
    }
  }

  @Override
  public void simulate(long number, long firstPath, int paths) {
    base.begin(number, firstPath, paths);
    for (Paired paired : variants) {
      paired.variant().begin(number, firstPath, paths);
      paired.recorder().begin(number, paths);
    }
    for (int month = 0; month < months; month++) {
      base.advance(month);
      for (Paired paired : variants) {
        paired.advance(month, base);
      }
    }
    base.end();
    for (Paired paired : variants) {
      paired.end(base);
    }
  }

  @Override
  public void close() {
    base.close();
    variants.forEach(Paired::close);
  }
}
