package io.corridor.evidence.score;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.projection.Answer;
import java.util.Collection;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How often what happened lay inside a band, its ends included.
 *
 * @param hits how often it did
 * @param n of how many forecasts
 */
public record Coverage(int hits, int n) {
  private static final double TAIL = 0.05;

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if there are more hits than forecasts, or fewer than none
   */
  public Coverage {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException(hits + " hits of " + n);
    }
  }

  /** Counts the hits. */
  public static Coverage of(Collection<Boolean> inside) {
    return new Coverage((int) inside.stream().filter(hit -> hit).count(), inside.size());
  }

  /**
   * Returns the exact 90 % interval of the probability of a hit, whose ends are one-sided tests at
   * 5 % (Clopper and Pearson, Biometrika 26, 1934, doi:10.1093/biomet/26.4.404); empty without
   * forecasts. It holds for forecasts that are independent: of periods that don't overlap.
   */
  public Optional<Answer.Interval> interval90() {
    return n == 0
        ? Optional.empty()
        : Optional.of(
            new Answer.Interval(
                hits == 0 ? 0 : beta(hits, n - hits + 1, TAIL),
                hits == n ? 1 : beta(hits + 1, n - hits, 1 - TAIL)));
  }

  /**
   * Returns the most hits of so many forecasts that would have been too few, their {@link
   * #interval90} below what the band should hold; empty if not even none would.
   */
  public Optional<Integer> tells(Band band) {
    int most = -1;
    while (most < n && atMost(most + 1, band.percent() / 100.0) < TAIL) {
      most++;
    }
    return most < 0 ? Optional.empty() : Optional.of(most);
  }

  /**
   * Returns how likely so few hits as {@link #tells} are if the band holds {@link Band#narrow} of a
   * hundred: what a verdict on so many forecasts is worth.
   */
  public double power(Band band) {
    return tells(band).map(most -> atMost(most, band.narrow() / 100.0)).orElse(0.0);
  }

  /** Returns the probability of at most {@code count} hits, each of probability {@code p}. */
  private double atMost(int count, double p) {
    return new BinomialDistribution(null, n, p).cumulativeProbability(count);
  }

  private static double beta(int a, int b, double p) {
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(p);
  }

  /**
   * Returns the test that misses come as often as they should (Kupiec, Journal of Derivatives 3,
   * 1995, doi:10.3905/jod.1995.407942): with x misses of n, LR = −2 ln(p^x (1 − p)^{n−x} / (x̂^x (1
   * − x̂)^{n−x})), x̂ = x/n, is χ² with one degree of freedom if p is right. Empty without
   * forecasts.
   *
   * @param miss probability p of a miss, in (0, 1): 0.1 for a band of 90 %
   */
  public Optional<Test> kupiec(double miss) {
    if (!(miss > 0 && miss < 1)) {
      throw new IllegalArgumentException("probability of a miss " + miss + ", must be in (0, 1)");
    }
    if (n == 0) {
      return Optional.empty();
    }
    int misses = n - hits;
    double lr =
        2
            * (term(misses, (double) misses / n)
                + term(hits, (double) hits / n)
                - term(misses, miss)
                - term(hits, 1 - miss));
    double statistic = Math.max(0, lr); // rounding may leave a little less than 0
    return Optional.of(new Test(statistic, 2 * Normal.cdf(-Math.sqrt(statistic))));
  }

  /** Returns count · ln probability, 0 for a count of 0. */
  private static double term(int count, double probability) {
    return count == 0 ? 0 : count * Log.log(probability);
  }

  /**
   * A likelihood-ratio test.
   *
   * @param lr the statistic
   * @param p probability of one at least as large if the band is right
   */
  public record Test(double lr, double p) {}
}
