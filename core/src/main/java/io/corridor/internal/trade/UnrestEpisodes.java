package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.RandomStream;
import io.corridor.run.SimulationException;

/** Episodes of unrest (section 9 of the model). */
public final class UnrestEpisodes {

  private UnrestEpisodes() {}

  /** Says whether an episode that started in an earlier month lasts. */
  public static final class Lasting extends Step {
    private final WholePort last;
    private final RealPort out;

    /**
     * Makes the step.
     *
     * @param last last month of the latest episode
     * @param out 1 in a month of unrest, else 0
     */
    public Lasting(Whole last, Real out) {
      this.last = ports.read(last);
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      int[] until = block.of(last);
      double[] unrest = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        unrest[p] = until[p] >= month ? 1 : 0;
      }
    }
  }

  /**
   * In month t an episode starts with probability 1 − exp(−h · e^{β (U(t) − U(−1))}); it lasts
   * through months t + 1 … t + duration.
   */
  public static final class Start extends Step {
    private final MonthlyWords draws;
    private final int duration;
    private final RealPort rate;
    private final RealPort onUnserved;
    private final RealPort unserved;
    private final RealPort startUnserved;
    private final WholePort last;

    /**
     * Makes the step.
     *
     * @param draws of the stream of uniforms
     * @param duration months that an episode lasts
     * @param rate h
     * @param onUnserved β
     * @param unserved U(t)
     * @param startUnserved U(−1)
     * @param last last month of the latest episode
     */
    public Start(
        Chance<MonthlyWords> draws,
        int duration,
        Real rate,
        Real onUnserved,
        Real unserved,
        Real startUnserved,
        Whole last) {
      this.draws = ports.draw(draws);
      this.duration = duration;
      this.rate = ports.read(rate);
      this.onUnserved = ports.read(onUnserved);
      this.unserved = ports.read(unserved);
      this.startUnserved = ports.read(startUnserved);
      this.last = ports.update(last);
    }

    @Override
    public void advance(Block block, int month) {
      int n = block.paths();
      double[] beta = block.of(onUnserved);
      double[] now = block.of(unserved);
      double[] before = block.of(startUnserved);
      double[] none = block.scratch();
      for (int p = 0; p < n; p++) {
        none[p] = beta[p] * (now[p] - before[p]);
      }
      Exp.exp(none, none, n);
      Vectors.multiply(none, block.of(rate), n);
      Vectors.scale(-1, none, none, n);
      Exp.exp(none, none, n);
      long[] words = block.words();
      draws.of(month).fill(block.firstPath(), n, words);
      int[] until = block.of(last);
      for (int p = 0; p < n; p++) {
        if (!(RandomStream.uniform(words[p]) >= 1 - none[p]) && isPossible(now[p], block, p)) {
          until[p] = month + duration;
        }
      }
    }

    /** Said no where h = 0, however large the rest is; only what is no number gets here then. */
    private boolean isPossible(double unservedShare, Block block, int p) {
      if (Double.isNaN(unservedShare)) {
        throw new SimulationException(
            "unrest: on path "
                + (block.firstPath() + p)
                + " the unserved share, which it depends on, is not a number; some growth,"
                + " volatility or elasticity is out of proportion");
      }
      return block.of(rate)[p] > 0;
    }
  }
}
