package io.corridor.internal.random;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.GaussLegendre;
import io.corridor.internal.numeric.Log;
import java.util.Arrays;

/**
 * The lower half of the distribution of y = ln(x/(1 − x)) where x is a beta: found by integration.
 *
 * <p>The density of y is proportional to x^α (1 − x)^β: smooth, with one peak, log-concave, and
 * exponential in both tails, whatever the shapes, even those below 1 whose density of x is
 * unbounded. It is integrated over cells by Gauss and Legendre's rule of five points; beyond the
 * cells by its exponential tails.
 */
final class LogitBeta {
  private static final int CELLS = 2048;

  /** Beyond the peak and this far, x or 1 − x is below 1e-19 of its value at the peak. */
  private static final double TAIL = 45;

  /** A density of exp(−80) of the peak's has no share in any probability that can be drawn. */
  private static final double LEAST_LOG_DENSITY = -80;

  private final double alpha;
  private final double beta;
  private final double peak;
  private final double from;
  private final double to;
  private final double step;
  private final double[] below = new double[CELLS + 1];
  private final double total;

  LogitBeta(double alpha, double beta) {
    this.alpha = alpha;
    this.beta = beta;
    double mode = Log.log(alpha) - Log.log(beta);
    this.peak = logShape(mode);
    this.from = edge(mode, Math.min(mode, 0) - TAIL);
    this.to = edge(mode, Math.max(mode, 0) + TAIL);
    this.step = (to - from) / CELLS;
    below[0] = density(from) / slope(from);
    for (int i = 0; i < CELLS; i++) {
      below[i + 1] = below[i] + integral(node(i), node(i + 1));
    }
    this.total = below[CELLS] - density(to) / slope(to);
  }

  /** Returns the y below which the probability is {@code p}, in (0, 1). */
  double quantile(double p) {
    double target = p * total;
    if (target < below[0]) {
      return from + Log.log(target / below[0]) / slope(from);
    }
    if (target >= below[CELLS]) {
      return to + Log.log((total - target) / (total - below[CELLS])) / slope(to);
    }
    int found = Arrays.binarySearch(below, target);
    return withinCell(found >= 0 ? found : -found - 2, target);
  }

  /** Returns the density of y, with probability 1 in all. */
  double probabilityDensity(double y) {
    return density(y) / total;
  }

  /** Returns the derivative of the density's logarithm: α (1 − x) − β x. */
  double slope(double y) {
    return alpha / (1 + Exp.exp(y)) - beta / (1 + Exp.exp(-y));
  }

  private double withinCell(int cell, double target) {
    double low = node(cell);
    double y = low + step * (target - below[cell]) / (below[cell + 1] - below[cell]);
    for (int i = 0; i < 20; i++) {
      double change = (target - below[cell] - integral(low, y)) / density(y);
      y = Math.min(node(cell + 1), Math.max(low, y + change));
      if (Math.abs(change) < 1e-12 * step) {
        break;
      }
    }
    return y;
  }

  /** Returns where the density becomes negligible between the mode and {@code limit}. */
  private double edge(double mode, double limit) {
    if (logShape(limit) - peak > LEAST_LOG_DENSITY) {
      return limit;
    }
    double inside = mode;
    double outside = limit;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (inside + outside);
      if (logShape(middle) - peak > LEAST_LOG_DENSITY) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private double node(int i) {
    return from + i * step;
  }

  private double integral(double a, double b) {
    return GaussLegendre.integral(this::density, a, b);
  }

  private double density(double y) {
    return Exp.exp(logShape(y) - peak);
  }

  /** Returns α ln x + β ln(1 − x). */
  private double logShape(double y) {
    double linear = y < 0 ? alpha * y : -beta * y;
    return linear - (alpha + beta) * StrictMath.log1p(Exp.exp(-Math.abs(y)));
  }
}
