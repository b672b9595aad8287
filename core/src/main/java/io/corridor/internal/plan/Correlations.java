package io.corridor.internal.plan;

import io.corridor.model.Correlation;
import java.util.List;

/** Correlation matrices of named things. */
final class Correlations {

  private Correlations() {}

  /** Returns the correlations among {@code ids}, in their order; pairs that aren't given are 0. */
  static double[][] matrix(List<Correlation> correlations, List<String> ids) {
    double[][] matrix = new double[ids.size()][ids.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] = 1;
    }
    for (Correlation correlation : correlations) {
      int i = ids.indexOf(correlation.first());
      int j = ids.indexOf(correlation.second());
      if (i >= 0 && j >= 0) {
        matrix[i][j] = correlation.rho();
        matrix[j][i] = correlation.rho();
      }
    }
    return matrix;
  }
}
