package io.corridor.reference;

import io.corridor.model.Correlation;
import java.util.List;

/** Correlated standard normals: L z, where L is the lower Cholesky factor of the matrix ρ. */
final class Correlated {
  // A pivot below it is rounding of a zero one.
  private static final double ZERO_PIVOT = 1e-12;

  private Correlated() {}

  /** Returns the factor of the correlations among {@code ids}, in the order of {@code ids}. */
  static double[][] cholesky(List<String> ids, List<Correlation> correlations) {
    return cholesky(matrix(ids, correlations));
  }

  /**
   * Returns the lower-triangular L with L Lᵀ = {@code rho}, which need only be semi-definite: the
   * column of a zero pivot is 0.
   */
  static double[][] cholesky(double[][] rho) {
    int n = rho.length;
    double[][] l = new double[n][n];
    for (int j = 0; j < n; j++) {
      double pivot = rho[j][j] - dot(l[j], l[j], j);
      if (pivot > ZERO_PIVOT) {
        l[j][j] = StrictMath.sqrt(pivot);
        for (int i = j + 1; i < n; i++) {
          l[i][j] = (rho[i][j] - dot(l[i], l[j], j)) / l[j][j];
        }
      }
    }
    return l;
  }

  /** Returns the product of a matrix and a vector. */
  static double[] times(double[][] l, double[] z) {
    double[] product = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      product[i] = dot(l[i], z, z.length);
    }
    return product;
  }

  private static double[][] matrix(List<String> ids, List<Correlation> correlations) {
    double[][] rho = new double[ids.size()][ids.size()];
    for (int i = 0; i < ids.size(); i++) {
      rho[i][i] = 1;
    }
    for (Correlation correlation : correlations) {
      int i = ids.indexOf(correlation.first());
      int j = ids.indexOf(correlation.second());
      if (i >= 0 && j >= 0) {
        rho[i][j] = correlation.rho();
        rho[j][i] = correlation.rho();
      }
    }
    return rho;
  }

  private static double dot(double[] a, double[] b, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
