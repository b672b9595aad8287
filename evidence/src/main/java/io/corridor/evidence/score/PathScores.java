package io.corridor.evidence.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How good forecasts of one metric's horizons have been as paths: whether what comes early and what
 * comes late go together as they did. Less is better.
 *
 * @param n of how many origins, each with all horizons
 * @param energy mean energy score: Σ_i ‖x_i − y‖/m − Σ_{i&lt;j} ‖x_i − x_j‖/(m(m − 1)), in the
 *     metric's unit (Gneiting and Raftery, JASA 102, 2007, doi:10.1198/016214506000001437; fair, as
 *     {@link Crps})
 * @param variogram mean variogram score of order ½: Σ_{h,k} (|y_h − y_k|^½ − Σ_i |x_ih −
 *     x_ik|^½/m)² over all ordered pairs of horizons (Scheuerer and Hamill, MWR 143, 2015,
 *     doi:10.1175/MWR-D-14-00269.1)
 * @param against the same of a rival, where it forecast all of it
 */
public record PathScores(int n, double energy, double variogram, Optional<PathScores> against) {
  /** Of more paths the sum over pairs takes long and says no more. */
  private static final int MOST = 2_000;

  /**
   * The forecasts of an origin.
   *
   * @param paths by horizon, then by path, NaN where one lacks a horizon
   * @param actual what happened, by horizon
   */
  public record Case(double[][] paths, double[] actual) {

    /** Returns the first of the paths that have all horizons, by horizon. */
    private double[][] whole() {
      int[] whole =
          IntStream.range(0, paths[0].length)
              .filter(path -> Arrays.stream(paths).noneMatch(row -> Double.isNaN(row[path])))
              .limit(MOST)
              .toArray();
      return Arrays.stream(paths)
          .map(row -> Arrays.stream(whole).mapToDouble(path -> row[path]).toArray())
          .toArray(double[][]::new);
    }
  }

  /** Returns the mean scores of some origins' forecasts; empty if no origin has whole paths. */
  public static Optional<PathScores> of(List<Case> cases, Optional<PathScores> against) {
    double energy = 0;
    double variogram = 0;
    int n = 0;
    for (Case one : cases) {
      double[][] paths = one.whole();
      if (paths[0].length > 0) {
        energy += energy(paths, one.actual());
        variogram += variogram(paths, one.actual());
        n++;
      }
    }
    return n == 0
        ? Optional.empty()
        : Optional.of(new PathScores(n, energy / n, variogram / n, against));
  }

  /** Returns the fair energy score of paths, by horizon; of one horizon it is the CRPS. */
  static double energy(double[][] paths, double[] actual) {
    int m = paths[0].length;
    double distances = 0;
    double spread = 0;
    for (int i = 0; i < m; i++) {
      double square = 0;
      for (int h = 0; h < actual.length; h++) {
        double error = paths[h][i] - actual[h];
        square += error * error;
      }
      distances += Math.sqrt(square);
      for (int j = 0; j < i; j++) {
        double between = 0;
        for (double[] row : paths) {
          double difference = row[i] - row[j];
          between += difference * difference;
        }
        spread += Math.sqrt(between);
      }
    }
    return distances / m - (m == 1 ? 0 : spread / ((double) m * (m - 1)));
  }

  /** Returns the variogram score of paths, by horizon. */
  static double variogram(double[][] paths, double[] actual) {
    int m = paths[0].length;
    double score = 0;
    for (int h = 0; h < actual.length; h++) {
      for (int k = 0; k < h; k++) {
        double sum = 0;
        for (int i = 0; i < m; i++) {
          sum += Math.sqrt(Math.abs(paths[h][i] - paths[k][i]));
        }
        double error = Math.sqrt(Math.abs(actual[h] - actual[k])) - sum / m;
        score += 2 * error * error;
      }
    }
    return score;
  }
}
