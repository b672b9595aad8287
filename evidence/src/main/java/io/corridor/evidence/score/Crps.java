package io.corridor.evidence.score;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import java.util.Arrays;

/**
 * The continuous ranked probability score: the mean distance of a forecast from what happened, less
 * half the mean distance between two draws of the forecast. It has the unit of the number; less is
 * better, and on average nothing beats the truth.
 *
 * <p>Gneiting and Raftery, JASA 102 (2007), doi:10.1198/016214506000001437.
 */
public final class Crps {
  private static final double ROOT_HALF = StrictMath.sqrt(0.5);
  private static final double ONE_BY_ROOT_PI = 1 / StrictMath.sqrt(StrictMath.PI);

  private Crps() {}

  /**
   * Returns the fair score of paths, Σ|x_i − y|/m − Σ_{i&lt;j}|x_i − x_j|/(m(m − 1)), whose
   * expectation is that of the law they are drawn from, however few they are (Ferro, QJRMS 140,
   * 2014, doi:10.1002/qj.2270). Of one path, or of paths that are all alike, it is the distance.
   *
   * @param paths draws of the forecast, at least one, in any order
   * @param actual what happened
   * @throws IllegalArgumentException if there are no paths
   */
  public static double fair(double[] paths, double actual) {
    double[] sorted = paths.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, actual);
  }

  /** Returns the fair score of paths in ascending order. */
  static double ofSorted(double[] sorted, double actual) {
    int m = sorted.length;
    if (m == 0) {
      throw new IllegalArgumentException("a forecast without paths has no score");
    }
    double distances = 0;
    double spread = 0;
    for (int i = 0; i < m; i++) {
      // About what happened, so that nothing large cancels.
      double error = sorted[i] - actual;
      distances += Math.abs(error);
      spread += (2.0 * i - m + 1) * error;
    }
    return distances / m - (m == 1 ? 0 : spread / ((double) m * (m - 1)));
  }

  /**
   * Returns the score of a normal law: σ(z(2Φ(z) − 1) + 2φ(z) − 1/√π), z = (y − μ)/σ.
   *
   * @param mean μ
   * @param sd σ, {@code >= 0}
   * @param actual what happened, y
   */
  public static double normal(double mean, double sd, double actual) {
    if (sd == 0) {
      return Math.abs(actual - mean);
    }
    double z = (actual - mean) / sd;
    return sd * (z * (2 * Normal.cdf(z) - 1) + 2 * Normal.density(z) - ONE_BY_ROOT_PI);
  }

  /**
   * Returns the score of a lognormal law: y(2Φ(z) − 1) − 2e^{μ + σ²/2}(Φ(z − σ) + Φ(σ/√2) − 1), z =
   * (ln y − μ)/σ (Baran and Lerch, QJRMS 141, 2015, doi:10.1002/qj.2521).
   *
   * @param mean μ, of the logarithm
   * @param sd σ, of the logarithm, {@code >= 0}
   * @param actual what happened, y, of any sign
   */
  public static double lognormal(double mean, double sd, double actual) {
    if (sd == 0) {
      return Math.abs(actual - Exp.exp(mean));
    }
    double z = actual > 0 ? (Log.log(actual) - mean) / sd : Double.NEGATIVE_INFINITY;
    double expected = Exp.exp(mean + sd * sd / 2);
    return actual * (2 * Normal.cdf(z) - 1)
        - 2 * expected * (Normal.cdf(z - sd) + Normal.cdf(sd * ROOT_HALF) - 1);
  }
}
