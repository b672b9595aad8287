package io.corridor.evidence.score;

import java.util.Arrays;
import java.util.List;

/**
 * Where what happened lies among the paths of a forecast: the probability integral transform, from
 * the share of paths below it to the share not above. It is uniform over many forecasts if these
 * are right: heaped at the ends where their bands are too narrow, in the middle where too wide.
 *
 * @param low share of the paths below what happened
 * @param high share of the paths not above it
 */
public record Pit(double low, double high) {
  /** Number of the histogram's bins. */
  public static final int BINS = 10;

  /**
   * Returns the transform of {@code actual}.
   *
   * @param paths draws of the forecast, at least one, in any order
   */
  public static Pit of(double[] paths, double actual) {
    long below = Arrays.stream(paths).filter(x -> x < actual).count();
    long notAbove = Arrays.stream(paths).filter(x -> x <= actual).count();
    return new Pit((double) below / paths.length, (double) notAbove / paths.length);
  }

  /**
   * Returns the shares of ten equal bins, each transform spread evenly over its interval (Czado,
   * Gneiting and Held, Biometrics 65, 2009, doi:10.1111/j.1541-0420.2009.01191.x). One of no width
   * counts for the bin it lies in, on the border of two for half of each.
   *
   * @param transforms at least one
   */
  public static double[] histogram(List<Pit> transforms) {
    double[] shares = new double[BINS];
    for (Pit pit : transforms) {
      for (int bin = 0; bin < BINS; bin++) {
        shares[bin] += pit.upTo((bin + 1.0) / BINS) - pit.upTo((double) bin / BINS);
      }
    }
    for (int bin = 0; bin < BINS; bin++) {
      shares[bin] /= transforms.size();
    }
    return shares;
  }

  /** Returns how much of the interval lies up to {@code u}, in [0, 1]. */
  private double upTo(double u) {
    if (u <= 0) {
      return 0;
    }
    if (u >= 1) {
      return 1;
    }
    if (low < high) {
      return Math.min(1, Math.max(0, (u - low) / (high - low)));
    }
    return u < low ? 0 : u > low ? 1 : 0.5;
  }
}
