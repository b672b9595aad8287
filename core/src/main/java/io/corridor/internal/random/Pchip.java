package io.corridor.internal.random;

/**
 * A monotone piecewise cubic through ascending points, straight beyond them.
 *
 * <p>Fritsch and Butland, SIAM Journal on Scientific and Statistical Computing 5 (1984),
 * doi:10.1137/0905021: inside, the derivative at a point is the weighted harmonic mean of the
 * slopes beside it; at an end, that of the parabola through the three nearest points, not below 0.
 * Beyond the first point lies the straight line through the first two, beyond the last that through
 * the last two. Immutable.
 */
final class Pchip {
  private static final int COEFFICIENTS = 4;

  private final double[] x;

  /** Of each interval, and of the lines before the first and after the last: powers of x − x_i. */
  private final double[] pieces;

  /** Makes the curve through two or more points, both {@code x} and {@code y} ascending. */
  Pchip(double[] x, double[] y) {
    int intervals = x.length - 1;
    double[] width = new double[intervals];
    double[] slope = new double[intervals];
    for (int i = 0; i < intervals; i++) {
      width[i] = x[i + 1] - x[i];
      slope[i] = (y[i + 1] - y[i]) / width[i];
    }
    double[] derivative = derivatives(width, slope);
    this.x = x.clone();
    this.pieces = new double[(intervals + 2) * COEFFICIENTS];
    set(0, y[0], slope[0], 0, 0);
    for (int i = 0; i < intervals; i++) {
      double from = derivative[i];
      double to = derivative[i + 1];
      set(
          i + 1,
          y[i],
          from,
          (3 * slope[i] - 2 * from - to) / width[i],
          (from + to - 2 * slope[i]) / (width[i] * width[i]));
    }
    set(intervals + 1, y[intervals], slope[intervals - 1], 0, 0);
  }

  private void set(int piece, double... coefficients) {
    System.arraycopy(coefficients, 0, pieces, piece * COEFFICIENTS, COEFFICIENTS);
  }

  private static double[] derivatives(double[] d, double[] s) {
    int n = d.length;
    double[] derivative = new double[n + 1];
    if (n == 1) {
      derivative[0] = s[0];
      derivative[1] = s[0];
      return derivative;
    }
    for (int i = 1; i < n; i++) {
      double w1 = 2 * d[i] + d[i - 1];
      double w2 = d[i] + 2 * d[i - 1];
      derivative[i] = (w1 + w2) / (w1 / s[i - 1] + w2 / s[i]);
    }
    derivative[0] = atEnd(d[0], s[0], d[1], s[1]);
    derivative[n] = atEnd(d[n - 1], s[n - 1], d[n - 2], s[n - 2]);
    return derivative;
  }

  private static double atEnd(double d1, double s1, double d2, double s2) {
    return Math.max(0, ((2 * d1 + d2) * s1 - d1 * s2) / (d1 + d2));
  }

  /** Returns the curve's height at {@code at}. */
  double at(double at) {
    int piece = 0;
    while (piece < x.length && at >= x[piece]) {
      piece++;
    }
    double t = at - x[Math.max(0, piece - 1)];
    int c = piece * COEFFICIENTS;
    return ((pieces[c + 3] * t + pieces[c + 2]) * t + pieces[c + 1]) * t + pieces[c];
  }
}
