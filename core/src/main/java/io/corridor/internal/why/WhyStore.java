package io.corridor.internal.why;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.BlockLoop;
import io.corridor.internal.engine.Collected;
import io.corridor.internal.engine.Summary;
import io.corridor.internal.summary.PackedInput;
import io.corridor.internal.summary.PackedOutput;
import io.corridor.run.Progress;
import io.corridor.why.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of the paths of all runs, piece by piece. Blocks of {@link #simulate} are pieces.
 * Threads may put pieces at the same time, as each has its own place; it is read once all are
 * there.
 */
public final class WhyStore implements Collected<WhyStore> {
  private final WhyRuns runs;

  /** By piece and column; null where it is not there. */
  private final Column[][] pieces;

  private short @Nullable [][] turns;

  /** A number of the paths of a piece; outcomes of questions are small whole numbers. */
  private record Column(short[] whole, double[] real) {

    static Column of(double[] numbers, int count, boolean isWhole) {
      if (!isWhole) {
        return new Column(new short[0], Arrays.copyOf(numbers, count));
      }
      short[] whole = new short[count];
      for (int p = 0; p < count; p++) {
        whole[p] = (short) numbers[p];
      }
      return new Column(whole, new double[0]);
    }

    void copy(double[] to, int place) {
      System.arraycopy(real, 0, to, place, real.length);
      for (int p = 0; p < whole.length; p++) {
        to[place + p] = whole[p];
      }
    }

    void write(PackedOutput out) {
      out.writeLong(whole.length);
      for (short number : whole) {
        out.writeLong(number);
      }
      out.writeDoubles(real);
    }

    static Column read(PackedInput in) {
      short[] whole = new short[in.readInt(0, Block.PATHS)];
      for (int p = 0; p < whole.length; p++) {
        whole[p] = (short) in.readInt(0, Short.MAX_VALUE);
      }
      return new Column(whole, in.readDoubles());
    }
  }

  /** Makes the store of some runs, empty. */
  public WhyStore(WhyRuns runs) {
    this.runs = runs;
    this.pieces = new Column[(int) runs.pieces()][];
  }

  /** Returns the runs. */
  public WhyRuns runs() {
    return runs;
  }

  @Override
  public WhyStore anew() {
    return new WhyStore(runs);
  }

  @Override
  public double secondsPerPath() {
    return Summary.secondsPerPath(runs.plan()) * WhyRuns.PATHS / Block.PATHS;
  }

  @Override
  public void simulate(long firstPath, long paths, int threads, Progress progress) {
    BlockLoop.run(firstPath, paths, threads, progress, () -> new WhyWorker(this));
  }

  // Columns of A and B: numbers of the paths by last month, outcomes, whether the path counts.
  // Columns of other runs: outcomes of the targets whose variance is shared out.

  private int gauge(int end, int gauge) {
    return end * runs.gauges().size() + gauge;
  }

  private int outcome(int target) {
    return gauge(runs.ends().length, target);
  }

  private int count(int target) {
    return outcome(runs.targets().size() + target);
  }

  private int columns(int run) {
    return run < 2 ? count(runs.targets().size()) : runs.shared().size();
  }

  void putGauge(int piece, int end, int gauge, double[] numbers) {
    put(piece, gauge(end, gauge), numbers, false);
  }

  void putOutcome(int piece, int target, double[] outcomes) {
    put(piece, outcome(target), outcomes, runs.targets().get(target).isQuestion());
  }

  void putCounts(int piece, int target, double[] counts) {
    put(piece, count(target), counts, true);
  }

  void putExchanged(int piece, int shared, double[] outcomes) {
    put(piece, shared, outcomes, runs.shared().get(shared).isQuestion());
  }

  private void put(int number, int column, double[] numbers, boolean isWhole) {
    WhyRuns.Piece piece = runs.piece(number);
    if (pieces[number] == null) {
      pieces[number] = new Column[columns(piece.run())];
    }
    pieces[number][column] = Column.of(numbers, piece.paths(), isWhole);
  }

  @Override
  public void merge(WhyStore other) {
    for (int i = 0; i < pieces.length; i++) {
      if (other.pieces[i] != null) {
        if (pieces[i] != null) {
          throw new IllegalArgumentException("piece " + i + " is here already");
        }
        pieces[i] = other.pieces[i];
      }
    }
  }

  @Override
  public byte[] toBytes() {
    PackedOutput out = new PackedOutput();
    for (Column[] piece : pieces) {
      out.writeLong(piece == null ? 0 : piece.length);
      for (int i = 0; piece != null && i < piece.length; i++) {
        piece[i].write(out);
      }
    }
    return out.toBytes();
  }

  @Override
  public WhyStore fromBytes(byte[] bytes) {
    return PackedInput.read(
        bytes,
        in -> {
          WhyStore read = anew();
          for (int i = 0; i < pieces.length; i++) {
            int columns = in.readInt(0, columns(runs.piece(i).run()));
            if (columns > 0) {
              read.pieces[i] = new Column[columns];
              Arrays.setAll(read.pieces[i], column -> Column.read(in));
            }
          }
          return read;
        });
  }

  /** Returns a column of all paths of a run, which end at {@code to}[{@code end}] − 1. */
  private void copy(int run, int column, double[] to, int first) {
    for (int block = 0; block < runs.blocks(); block++) {
      int number = block * runs.runs() + run;
      pieces[number][column].copy(to, first + runs.piece(number).firstPath());
    }
  }

  /** Returns a column of A, then of B. */
  private double[] both(int column) {
    double[] all = new double[2 * runs.paths()];
    copy(0, column, all, 0);
    copy(1, column, all, runs.paths());
    return all;
  }

  /** Returns an outcome by path: n of A, then n of B. */
  public double[] outcome(Target target) {
    return both(outcome(runs.targets().indexOf(target)));
  }

  /** Returns by path whether it counts for an outcome. */
  public boolean[] counts(Target target) {
    double[] counts = both(count(runs.targets().indexOf(target)));
    boolean[] which = new boolean[counts.length];
    for (int p = 0; p < which.length; p++) {
      which[p] = counts[p] == 1;
    }
    return which;
  }

  /** Returns the ids of the numbers that paths have. */
  public List<String> numbers() {
    return runs.gauges();
  }

  /** Returns a number of the paths, as of an outcome's last month. */
  public double[] number(Target target, String id) {
    return both(gauge(runs.endPlace(target), numbers().indexOf(id)));
  }

  /** Returns the runs of an outcome whose variance is shared out. */
  public Runs runs(Target target) {
    short[][] orders =
        turns == null ? Orders.of(runs.seed(), 0, runs.paths(), runs.causes()) : turns;
    turns = orders;
    int column = runs.shared().indexOf(target);
    double[] a = new double[runs.paths()];
    double[] b = new double[runs.paths()];
    copy(0, outcome(runs.targets().indexOf(target)), a, 0);
    copy(1, outcome(runs.targets().indexOf(target)), b, 0);
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

      private double[] of(int run) {
        double[] outcomes = new double[runs.paths()];
        copy(run, column, outcomes, 0);
        return outcomes;
      }

      @Override
      public double[] aWithB(int cause) {
        return of(runs.runWithB(cause));
      }

      @Override
      public double[] bWithA(int cause) {
        return of(runs.runWithA(cause));
      }

      @Override
      public double[] after(int count) {
        if (count == 0) {
          return a;
        }
        return count == causes() ? b : of(runs.runAfter(count));
      }

      @Override
      public short[] turn(int turn) {
        return orders[turn - 1];
      }
    };
  }
}
