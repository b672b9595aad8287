package io.corridor.internal.random;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Normal;

/**
 * The inverse of a beta distribution's cumulative distribution, as a table.
 *
 * <p>What is tabulated is ln(x/(1 − x)) over z, the normal quantile of the probability: smooth and
 * nearly straight for all shapes, also those below 1, where the quantile itself is steep. A cell is
 * the polynomial of degree 5 that has the right value, slope and curvature at both ends; cells are
 * halved until the middle of each is right to 1e-11. Absolute error below 1e-10.
 *
 * <p>Numbers beyond ±8.5 standard deviations, which no word makes, count as ±8.5. Immutable.
 */
final class BetaQuantile {
  private static final double RANGE = 8.5;
  private static final double TOLERANCE = 1e-11;
  private static final int LEAST_CELLS = 64;
  private static final int MOST_CELLS = 1 << 13;
  private static final int COEFFICIENTS = 6;

  private final double[] cells;
  private final int last;
  private final double perUnit;

  private BetaQuantile(double[] cells) {
    this.cells = cells;
    int count = cells.length / COEFFICIENTS;
    this.last = count - 1;
    this.perUnit = count / (2 * RANGE);
  }

  /** Returns the quantile of a beta with shapes {@code alpha} and {@code beta}, both above 0. */
  static BetaQuantile of(double alpha, double beta) {
    LogitBeta lower = new LogitBeta(alpha, beta);
    LogitBeta upper = new LogitBeta(beta, alpha);
    BetaQuantile table = new BetaQuantile(tabulate(lower, upper, LEAST_CELLS));
    for (int count = 2 * LEAST_CELLS;
        count <= MOST_CELLS && table.error(lower, upper) >= TOLERANCE;
        count *= 2) {
      table = new BetaQuantile(tabulate(lower, upper, count));
    }
    return table;
  }

  /** Returns the quantile at the standard normal probability of {@code z}, in [0, 1]. */
  double atNormal(double z) {
    double place = (Math.min(RANGE, Math.max(-RANGE, z)) + RANGE) * perUnit;
    int cell = Math.min((int) place, last);
    return logistic(logitInCell(cell, place - cell));
  }

  private double logitInCell(int cell, double t) {
    int c = cell * COEFFICIENTS;
    double high = (cells[c + 5] * t + cells[c + 4]) * t + cells[c + 3];
    return ((high * t + cells[c + 2]) * t + cells[c + 1]) * t + cells[c];
  }

  /** Returns the largest error of x, from that of y and how steep x(y) gets within the cell. */
  private double error(LogitBeta lower, LogitBeta upper) {
    double largest = 0;
    for (int cell = 0; cell <= last; cell++) {
      double y = logit(lower, upper, (cell + 0.5) / perUnit - RANGE);
      double error = Math.abs(logitInCell(cell, 0.5) - y);
      largest = Math.max(largest, error * steepness(logitInCell(cell, 0), logitInCell(cell, 1)));
    }
    return largest;
  }

  /** Returns the largest x (1 − x) for y between two numbers. */
  private static double steepness(double from, double to) {
    double nearest = Math.max(from, Math.min(to, 0));
    return logistic(nearest) * logistic(-nearest);
  }

  private static double[] tabulate(LogitBeta lower, LogitBeta upper, int count) {
    double step = 2 * RANGE / count;
    double[] cells = new double[count * COEFFICIENTS];
    double[] start = valueSlopeCurvature(lower, upper, -RANGE, step);
    for (int i = 0; i < count; i++) {
      double[] end = valueSlopeCurvature(lower, upper, (i + 1) * step - RANGE, step);
      fit(start, end, cells, i * COEFFICIENTS);
      start = end;
    }
    return cells;
  }

  /** From dy/dz = φ(z)/f(y), f being the density of y: the second derivative follows. */
  private static double[] valueSlopeCurvature(
      LogitBeta lower, LogitBeta upper, double z, double step) {
    double y = logit(lower, upper, z);
    double slope = Normal.density(z) / lower.probabilityDensity(y);
    double curvature = slope * (-z - lower.slope(y) * slope);
    return new double[] {y, slope * step, curvature * step * step};
  }

  private static void fit(double[] start, double[] end, double[] cells, int at) {
    double value = end[0] - start[0] - start[1] - 0.5 * start[2];
    double slope = end[1] - start[1] - start[2];
    double curvature = end[2] - start[2];
    cells[at] = start[0];
    cells[at + 1] = start[1];
    cells[at + 2] = 0.5 * start[2];
    cells[at + 3] = 10 * value - 4 * slope + 0.5 * curvature;
    cells[at + 4] = -15 * value + 7 * slope - curvature;
    cells[at + 5] = 6 * value - 3 * slope + 0.5 * curvature;
  }

  /** From the nearer tail. */
  private static double logit(LogitBeta lower, LogitBeta upper, double z) {
    return z < 0 ? lower.quantile(Normal.cdf(z)) : -upper.quantile(Normal.cdf(-z));
  }

  private static double logistic(double y) {
    return 1 / (1 + Exp.exp(-y));
  }
}
