package io.corridor.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Correlation of the monthly shocks of two drivers or noises, or of two distributed parameters.
 *
 * @param first an id
 * @param second another id of the same sort
 * @param rho in [−1, 1]
 */
public record Correlation(String first, String second, double rho) {

  /** Returns the correlations among {@code ids}, in their order; pairs that aren't given are 0. */
  public static double[][] matrix(List<Correlation> correlations, List<String> ids) {
    Map<String, Integer> places = new HashMap<>();
    double[][] matrix = new double[ids.size()][ids.size()];
    for (int i = 0; i < matrix.length; i++) {
      places.put(ids.get(i), i);
      matrix[i][i] = 1;
    }
    for (Correlation correlation : correlations) {
      Integer i = places.get(correlation.first());
      Integer j = places.get(correlation.second());
      if (i != null && j != null) {
        matrix[i][j] = correlation.rho();
        matrix[j][i] = correlation.rho();
      }
    }
    return matrix;
  }
}
