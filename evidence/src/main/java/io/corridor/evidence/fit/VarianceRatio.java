package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Normal;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much what a fit leaves over adds up, which tests of single lags miss: the variance of sums of
 * {@code q} shocks beside q times that of one, with overlap and without bias (Lo and MacKinlay,
 * Review of Financial Studies 1, 1988, doi:10.1093/rfs/1.1.41).
 *
 * @param ratio 1 on average if shocks are uncorrelated; the deviation of the law's bands is off by
 *     its root
 * @param z its error in deviations, which holds for shocks whose variance changes, too
 * @param p probability of one so far from 0, if so. The ratio is skewed: with ten times as many
 *     shocks as a sum has, 5 to 6 % of right ones are below 0.05, but 2 to 3 % below 0.01
 */
public record VarianceRatio(double ratio, double z, double p) {
  /** With fewer of them the ratio's law is too far from normal. */
  private static final int SHOCKS_PER_SUM = 10;

  /**
   * Returns the ratio of sums of {@code q} shocks, oldest first.
   *
   * @return empty if a sum is of one, or there are fewer than ten times as many shocks
   */
  static Optional<VarianceRatio> of(double[] shocks, int q) {
    int n = shocks.length;
    double[] e = Residuals.centred(shocks);
    double squares = Residuals.products(e, 0);
    if (q < 2 || n < SHOCKS_PER_SUM * q || !(squares > 0)) {
      return Optional.empty();
    }
    double sums = 0;
    for (int first = 0; first + q <= n; first++) {
      double sum = 0;
      for (int i = 0; i < q; i++) {
        sum += e[first + i];
      }
      sums += sum * sum;
    }
    double ratio = sums / (q * (n - q + 1) * (1 - (double) q / n)) / (squares / (n - 1));
    double[] squared = Arrays.stream(e).map(x -> x * x).toArray();
    double variance = 0;
    for (int lag = 1; lag < q; lag++) {
      double weight = 2.0 * (q - lag) / q;
      variance += weight * weight * Residuals.products(squared, lag) / (squares * squares);
    }
    double z = (ratio - 1) / Math.sqrt(variance);
    return Double.isFinite(z)
        ? Optional.of(new VarianceRatio(ratio, z, 2 * Normal.cdf(-Math.abs(z))))
        : Optional.empty();
  }

  /** Returns whether uncorrelated shocks would hardly add up so. */
  public boolean isOdd() {
    return p < Residuals.ODD;
  }
}
