package io.corridor.internal.why;

import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Sums;
import io.corridor.why.LeverResult.Regret;
import java.util.Arrays;

/**
 * What each of some choices loses, path by path, against the best of them there: regret (Savage,
 * JASA 46, 1951, doi:10.1080/01621459.1951.10500768), in the mean and at its 95 % point.
 */
final class Losses {
  private final double[][] outcomes;
  private final double sign;
  private final double[] best;

  /**
   * Makes the losses.
   *
   * @param outcomes by choice and path
   * @param maximise whether more is better, or less
   */
  Losses(double[][] outcomes, boolean maximise) {
    this.outcomes = outcomes;
    this.sign = maximise ? 1 : -1;
    this.best = new double[outcomes[0].length];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (double[] outcome : outcomes) {
      for (int p = 0; p < best.length; p++) {
        best[p] = Math.max(best[p], sign * outcome[p]);
      }
    }
  }

  /** Returns the choice of the best mean, of equal ones the first. */
  int choice() {
    int choice = 0;
    for (int i = 1; i < outcomes.length; i++) {
      choice = Sums.of(outcomes[i]) * sign > Sums.of(outcomes[choice]) * sign ? i : choice;
    }
    return choice;
  }

  /** Returns by path whether a choice is better than another. */
  boolean[] beats(int one, int other) {
    boolean[] beats = new boolean[best.length];
    for (int p = 0; p < beats.length; p++) {
      beats[p] = sign * outcomes[one][p] > sign * outcomes[other][p];
    }
    return beats;
  }

  /** Returns the regret of a choice. */
  Regret regret(int choice) {
    double[] loss = new double[best.length];
    int unbeaten = 0;
    for (int p = 0; p < loss.length; p++) {
      loss[p] = best[p] - sign * outcomes[choice][p];
      unbeaten += loss[p] == 0 ? 1 : 0;
    }
    double mean = Sums.mean(loss);
    double error = Sums.standardError(loss, mean);
    Arrays.sort(loss);
    double percentile = loss[(int) Rank.of(95, loss.length) - 1];
    return new Regret((double) unbeaten / loss.length, mean, error, percentile);
  }
}
