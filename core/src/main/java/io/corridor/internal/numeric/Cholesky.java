package io.corridor.internal.numeric;

/** The Cholesky factor of a positive semi-definite matrix, which may be singular. */
public final class Cholesky {

  /** A pivot below this counts as 0: rounding of a matrix whose diagonal is 1. */
  private static final double ROUNDING = 1e-12;

  private Cholesky() {}

  /**
   * Returns the lower triangular L with L Lᵀ = {@code matrix}. Where a pivot is 0 up to rounding,
   * so is its column.
   *
   * @param matrix symmetric, positive semi-definite, with a diagonal of 1
   */
  public static double[][] factor(double[][] matrix) {
    int n = matrix.length;
    double[][] factor = new double[n][n];
    for (int j = 0; j < n; j++) {
      double pivot = matrix[j][j] - dot(factor[j], factor[j], j);
      if (pivot <= ROUNDING) {
        continue;
      }
      factor[j][j] = Math.sqrt(pivot);
      for (int i = j + 1; i < n; i++) {
        factor[i][j] = (matrix[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
      }
    }
    return factor;
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
