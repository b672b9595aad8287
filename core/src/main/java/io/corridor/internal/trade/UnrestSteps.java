package io.corridor.internal.trade;

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

/** The equations of section 9 of the model: episodes of unrest. */
public final class UnrestSteps {

  private UnrestSteps() {}

  /**
   * Says whether an episode that started in an earlier month lasts.
   *
   * @param last last month of the latest episode
   * @param unrest 1 in a month of unrest, else 0
   */
  public static Step lasting(Whole last, Real unrest) {
    return Step.of(
            "Unrest.Lasting",
            ports -> {
              WholePort until = ports.read(last);
              RealPort out = ports.write(unrest);
              return (block, month) -> {
                int[] end = block.of(until);
                double[] u = block.of(out);
                for (int p = 0; p < block.paths(); p++) {
                  u[p] = end[p] >= month ? 1 : 0;
                }
              };
            })
        .made();
  }

  /**
   * In month t an episode starts with probability 1 − exp(−h · e^{β (U(t) − U(−1))}); it lasts
   * through months t + 1 … t + duration.
   *
   * @param draws of the stream of uniforms
   * @param duration months that an episode lasts
   * @param rate h
   * @param onUnserved β
   * @param unserved U(t)
   * @param startUnserved U(−1)
   * @param last last month of the latest episode
   */
  public static Step start(
      Chance<MonthlyWords> draws,
      int duration,
      Real rate,
      Real onUnserved,
      Real unserved,
      Real startUnserved,
      Whole last) {
    return Step.of(
            "Unrest.Start",
            ports -> {
              MonthlyWords uniforms = ports.draw(draws);
              RealPort h = ports.read(rate);
              RealPort beta = ports.read(onUnserved);
              RealPort now = ports.read(unserved);
              RealPort before = ports.read(startUnserved);
              WholePort until = ports.update(last);
              return (block, month) -> {
                int n = block.paths();
                double[] rates = block.of(h);
                double[] u = block.of(now);
                double[] none = block.scratch();
                noStart(rates, block.of(beta), u, block.of(before), none, n);
                long[] words = block.words();
                uniforms.of(month).fill(block.firstPath(), n, words);
                int[] end = block.of(until);
                for (int p = 0; p < n; p++) {
                  if (!(RandomStream.uniform(words[p]) >= 1 - none[p])
                      && isPossible(rates[p], u[p], block.firstPath() + p)) {
                    end[p] = month + duration;
                  }
                }
              };
            })
        .made(duration);
  }

  /** Computes exp(−h · e^{β (U(t) − U(−1))}). */
  private static void noStart(
      double[] h, double[] beta, double[] now, double[] before, double[] none, int n) {
    for (int p = 0; p < n; p++) {
      none[p] = beta[p] * (now[p] - before[p]);
    }
    Exp.exp(none, none, n);
    Vectors.multiply(none, h, n);
    Vectors.scale(-1, none, none, n);
    Exp.exp(none, none, n);
  }

  /** False if the rate is 0: then only what is no number comes here, as an infinity times 0 is. */
  private static boolean isPossible(double rate, double unservedShare, long path) {
    if (Double.isNaN(unservedShare)) {
      throw new SimulationException(
          "unrest: on path "
              + path
              + " the unserved share, which it depends on, is not a number; some growth,"
              + " volatility or elasticity is out of proportion");
    }
    return rate > 0;
  }
}
