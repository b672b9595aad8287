package io.corridor.internal.engine;

import io.corridor.internal.engine.WhyRuns.Piece;
import io.corridor.internal.plan.Gauge;
import io.corridor.internal.why.Orders;
import io.corridor.internal.why.Runs;
import io.corridor.why.Target;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all paths of all runs. Threads may put pieces at the same time, as each has its
 * own place; it is read once all are there.
 */
public final class WhyStore implements WhyValues {
  private final WhyRuns runs;

  /** By target: outcomes of A, then of B, and whether the path counts. */
  private final double[][] outcomes;

  private final boolean[][] counts;

  /** By last month and number: A, then B. */
  private final double[][][] gauges;

  /** By target that is shared out and run, from the third. */
  private final Kept[][] exchanged;

  private short @Nullable [][] turns;

  /** Outcomes of n paths; those of questions are small whole numbers. */
  private record Kept(short[] whole, double[] real) {

    static Kept of(int paths, boolean isWhole) {
      return new Kept(new short[isWhole ? paths : 0], new double[isWhole ? 0 : paths]);
    }

    void put(int first, double[] values, int count) {
      if (whole.length == 0) {
        System.arraycopy(values, 0, real, first, count);
      } else {
        for (int p = 0; p < count; p++) {
          whole[first + p] = (short) values[p];
        }
      }
    }

    double[] all() {
      if (whole.length == 0) {
        return real;
      }
      double[] all = new double[whole.length];
      for (int p = 0; p < all.length; p++) {
        all[p] = whole[p];
      }
      return all;
    }
  }

  /** Makes the store of some runs, empty. */
  public WhyStore(WhyRuns runs) {
    this.runs = runs;
    int both = 2 * runs.paths();
    this.outcomes = new double[runs.targets().size()][both];
    this.counts = new boolean[runs.targets().size()][both];
    this.gauges = new double[runs.ends().length][runs.gauges().size()][both];
    this.exchanged = new Kept[runs.shared().size()][runs.runs() - 2];
    for (int i = 0; i < exchanged.length; i++) {
      boolean isWhole = runs.shared().get(i).isQuestion();
      for (int run = 0; run < exchanged[i].length; run++) {
        exchanged[i][run] = Kept.of(runs.paths(), isWhole);
      }
    }
  }

  private int place(Piece piece) {
    return piece.firstPath() + piece.run() * runs.paths();
  }

  @Override
  public void putGauge(Piece piece, int end, int gauge, double[] numbers) {
    System.arraycopy(numbers, 0, gauges[end][gauge], place(piece), piece.paths());
  }

  @Override
  public void putOutcome(Piece piece, int target, double[] values) {
    System.arraycopy(values, 0, outcomes[target], place(piece), piece.paths());
  }

  @Override
  public void putCounts(Piece piece, int target, boolean[] which) {
    System.arraycopy(which, 0, counts[target], place(piece), piece.paths());
  }

  @Override
  public void putExchanged(Piece piece, int shared, double[] values) {
    exchanged[shared][piece.run() - 2].put(piece.firstPath(), values, piece.paths());
  }

  /** Returns an outcome by path: n of A, then n of B. */
  public double[] outcome(Target target) {
    return outcomes[runs.targets().indexOf(target)];
  }

  /** Returns by path whether it counts for an outcome. */
  public boolean[] counts(Target target) {
    return counts[runs.targets().indexOf(target)];
  }

  /** Returns the numbers of the paths, as of an outcome's last month, by id. */
  public Map<String, double[]> numbers(Target target) {
    double[][] atEnd = gauges[runs.endPlace(target)];
    Map<String, double[]> numbers = new LinkedHashMap<>();
    List<Gauge> all = runs.gauges();
    for (int i = 0; i < atEnd.length; i++) {
      numbers.put(all.get(i).id(), atEnd[i]);
    }
    return numbers;
  }

  /** Returns the runs of an outcome whose variance is shared out. */
  public Runs runs(Target target) {
    short[][] orders = turns == null ? Orders.of(runs.seed(), runs.paths(), runs.causes()) : turns;
    turns = orders;
    int n = runs.paths();
    double[] both = outcome(target);
    double[] a = Arrays.copyOf(both, n);
    double[] b = Arrays.copyOfRange(both, n, 2 * n);
    Kept[] others = exchanged[runs.shared().indexOf(target)];
    return new Runs() {
      @Override
      public int causes() {
        return runs.causes().size();
      }

      @Override
      public double[] a() {
        return a;
      }

      @Override
      public double[] b() {
        return b;
      }

      @Override
      public double[] aWithB(int cause) {
        return others[runs.runWithB(cause) - 2].all();
      }

      @Override
      public double[] bWithA(int cause) {
        return others[runs.runWithA(cause) - 2].all();
      }

      @Override
      public double[] after(int count) {
        if (count == 0) {
          return a;
        }
        return count == causes() ? b : others[runs.runAfter(count) - 2].all();
      }

      @Override
      public short[] turn(int turn) {
        return orders[turn - 1];
      }
    };
  }
}
