package io.corridor.internal.numeric;

import java.util.function.DoubleUnaryOperator;

/** Gauss and Legendre's rule of five points: exact for polynomials up to degree 9. */
public final class GaussLegendre {
  private static final double[] NODES = {
    0,
    -Math.sqrt(5 - 2 * Math.sqrt(10 / 7.0)) / 3,
    Math.sqrt(5 - 2 * Math.sqrt(10 / 7.0)) / 3,
    -Math.sqrt(5 + 2 * Math.sqrt(10 / 7.0)) / 3,
    Math.sqrt(5 + 2 * Math.sqrt(10 / 7.0)) / 3
  };

  private static final double[] WEIGHTS = {
    128 / 225.0,
    (322 + 13 * Math.sqrt(70)) / 900,
    (322 + 13 * Math.sqrt(70)) / 900,
    (322 - 13 * Math.sqrt(70)) / 900,
    (322 - 13 * Math.sqrt(70)) / 900
  };

  private GaussLegendre() {}

  /** Returns the integral of {@code f} from {@code a} to {@code b}. */
  public static double integral(DoubleUnaryOperator f, double a, double b) {
    double half = 0.5 * (b - a);
    double middle = 0.5 * (a + b);
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * f.applyAsDouble(middle + half * NODES[i]);
    }
    return half * sum;
  }
}
