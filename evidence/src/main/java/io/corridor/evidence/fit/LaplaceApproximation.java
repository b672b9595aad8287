package io.corridor.evidence.fit;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The normal law that is nearest to a density about its mode, which Newton's method finds from 0.
 */
final class LaplaceApproximation {
  final double[] mode;

  /** The inverse of the curvature at the mode. */
  final RealMatrix spread;

  private final ToDoubleFunction<double[]> logDensity;
  private final int size;

  /** Finds that of a density of {@code size} coordinates, whose logarithm is given. */
  LaplaceApproximation(ToDoubleFunction<double[]> logDensity, int size) {
    this.logDensity = logDensity;
    this.size = size;
    this.mode = climb();
    this.spread = spreadAbout(mode);
  }

  private double[] climb() {
    double[] z = new double[size];
    double value = logDensity.applyAsDouble(z);
    double damping = 0;
    for (int step = 0; step < 100; step++) {
      double[] gradient = new double[size];
      RealMatrix curvature = curvature(z, value, gradient);
      double[] next = newton(z, gradient, curvature, damping);
      double nextValue = next == null ? Double.NEGATIVE_INFINITY : logDensity.applyAsDouble(next);
      if (next != null && nextValue >= value) {
        double gain = nextValue - value;
        z = next;
        value = nextValue;
        damping = damping < 1e-3 ? 0 : damping / 10;
        if (gain < 1e-8) {
          break;
        }
      } else {
        damping = damping == 0 ? 1e-2 : damping * 10;
        if (damping > 1e12) {
          break;
        }
      }
    }
    return z;
  }

  /**
   * Returns the inverse of the curvature at {@code z}, made definite where it isn't; the prior's
   * spread where that has no inverse within what a double holds.
   */
  private RealMatrix spreadAbout(double[] z) {
    RealMatrix curvature = curvature(z, logDensity.applyAsDouble(z), new double[size]);
    RealMatrix inverse = invert(curvature);
    for (double ridge = 1; inverse == null && ridge < 1e12; ridge *= 10) {
      inverse = invert(curvature.add(identity(ridge)));
    }
    return inverse == null ? identity(1) : inverse;
  }

  /** Returns minus the matrix of second derivatives, and the first ones. */
  private RealMatrix curvature(double[] z, double value, double[] gradient) {
    double[] h = new double[size];
    double[] up = new double[size];
    for (int i = 0; i < size; i++) {
      h[i] = 1e-4 * Math.max(1, Math.abs(z[i]));
      up[i] = moved(z, i, h[i], i, 0);
      double down = moved(z, i, -h[i], i, 0);
      gradient[i] = (up[i] - down) / (2 * h[i]);
    }
    RealMatrix curvature = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double second;
        if (i == j) {
          second = (up[i] - 2 * value + moved(z, i, -h[i], i, 0)) / (h[i] * h[i]);
        } else {
          second =
              (moved(z, i, h[i], j, h[j])
                      - moved(z, i, h[i], j, -h[j])
                      - moved(z, i, -h[i], j, h[j])
                      + moved(z, i, -h[i], j, -h[j]))
                  / (4 * h[i] * h[j]);
        }
        double entry = Double.isFinite(second) ? -second : i == j ? 1 : 0;
        curvature.setEntry(i, j, entry);
        curvature.setEntry(j, i, entry);
      }
    }
    return curvature;
  }

  private double moved(double[] z, int i, double di, int j, double dj) {
    double[] moved = z.clone();
    moved[i] += di;
    moved[j] += dj;
    return logDensity.applyAsDouble(moved);
  }

  private double @Nullable [] newton(
      double[] z, double[] gradient, RealMatrix curvature, double damping) {
    DecompositionSolver solver = solver(curvature.add(identity(damping)));
    if (solver == null) {
      return null;
    }
    double[] step = solver.solve(new Array2DRowRealMatrix(gradient)).getColumn(0);
    double[] next = new double[size];
    for (int i = 0; i < size; i++) {
      // Far from the mode a step may be absurd; no prior knows of numbers so far out.
      next[i] = Math.max(-12, Math.min(12, z[i] + Math.max(-3, Math.min(3, step[i]))));
    }
    return next;
  }

  private RealMatrix identity(double scale) {
    return MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(scale);
  }

  /** Returns what solves equations with {@code matrix}; null where that isn't definite. */
  static @Nullable DecompositionSolver solver(RealMatrix matrix) {
    try {
      return new CholeskyDecomposition(matrix).getSolver();
    } catch (NonPositiveDefiniteMatrixException e) {
      return null;
    }
  }

  private static @Nullable RealMatrix invert(RealMatrix matrix) {
    DecompositionSolver solver = solver(matrix);
    if (solver == null) {
      return null;
    }
    RealMatrix inverse = solver.getInverse();
    // Exactly symmetric, as the next decomposition demands.
    RealMatrix symmetric = inverse.add(inverse.transpose()).scalarMultiply(0.5);
    return solver(symmetric) == null ? null : symmetric;
  }
}
