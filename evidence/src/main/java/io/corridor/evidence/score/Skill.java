package io.corridor.evidence.score;

import io.corridor.internal.numeric.Sums;
import io.corridor.internal.random.RandomStream;
import io.corridor.projection.Answer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much better one forecast's scores are than another's, origin by origin, on the same origins.
 * Scores of neighbouring origins overlap, so that what says how sure the difference is takes {@code
 * block} of them together: the horizon by the step between origins, rounded up.
 */
public final class Skill {
  private static final int RESAMPLES = 2_000;
  private static final int FEWEST_FOR_INTERVAL = 10;
  private static final int BLOCKS_FOR_INTERVAL = 5;
  private static final int FEWEST_FOR_TEST = 8;

  private final double[] scores;
  private final double[] others;
  private final int block;

  /**
   * Compares scores.
   *
   * @param scores of the forecast, by origin; less is better
   * @param others of the one it is compared with, by origin
   * @param block how many neighbouring origins' periods overlap, {@code >= 1}
   * @throws IllegalArgumentException if there are none, or not as many of both
   */
  public Skill(double[] scores, double[] others, int block) {
    if (scores.length == 0 || scores.length != others.length || block < 1) {
      throw new IllegalArgumentException(
          scores.length + " and " + others.length + " scores in blocks of " + block);
    }
    this.scores = scores.clone();
    this.others = others.clone();
    this.block = block;
  }

  /** Returns 1 − (mean score)/(mean score of the other): 1 is perfect, 0 no better; NaN if 0/0. */
  public double skill() {
    return 1 - Sums.of(scores) / Sums.of(others);
  }

  /**
   * Returns the 90 % interval of the skill: percentiles of 2 000 circular block bootstraps (Politis
   * and Romano 1992) of the pairs of scores. Empty if there are fewer than 10 origins, or than five
   * blocks of them. The same for the same scores.
   */
  public Optional<Answer.Interval> interval90() {
    int n = scores.length;
    if (n < FEWEST_FOR_INTERVAL || n < BLOCKS_FOR_INTERVAL * block) {
      return Optional.empty();
    }
    RandomStream random = RandomStream.of(1, "skill");
    double[] skills = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      RandomStream.Key starts = random.key(resample, 0);
      double sum = 0;
      double other = 0;
      for (int i = 0; i < n; i++) {
        int start = (int) (starts.uniform(i / block) * n);
        int at = (start + i % block) % n;
        sum += scores[at];
        other += others[at];
      }
      skills[resample] = 1 - sum / other;
    }
    Arrays.sort(skills);
    return Optional.of(
        new Answer.Interval(Percentiles.ofSorted(skills, 5), Percentiles.ofSorted(skills, 95)));
  }

  /**
   * A test that two forecasts are equally good.
   *
   * @param statistic negative where the forecast is the better one
   * @param p probability of one at least as far from 0 if they are equally good
   * @param n number of origins
   * @param block number of neighbouring ones that were taken to be dependent
   */
  public record Test(double statistic, double p, int n, int block) {}

  /**
   * Returns the test of Diebold and Mariano (JBES 13, 1995, doi:10.1080/07350015.1995.10524599)
   * with the correction of Harvey, Leybourne and Newbold (IJF 13, 1997,
   * doi:10.1016/S0169-2070(96)00719-4): e = score − other's, γ_j its autocovariances over n, V =
   * (γ_0 + 2Σ_{j&lt;b}γ_j)/n, and ē/√V · √((n + 1 − 2b + b(b − 1)/n)/n) by Student's t of n − 1
   * degrees. If V is not positive, b = 1. Empty if there are fewer than 8 origins, or no
   * differences.
   */
  public Optional<Test> dieboldMariano() {
    int n = scores.length;
    if (n < FEWEST_FOR_TEST) {
      return Optional.empty();
    }
    double[] e = new double[n];
    Arrays.setAll(e, i -> scores[i] - others[i]);
    double mean = Sums.mean(e);
    int b = Math.min(block, n);
    double variance = variance(e, mean, b);
    if (!(variance > 0)) {
      b = 1;
      variance = variance(e, mean, b);
    }
    double correction = (n + 1 - 2.0 * b + b * (b - 1.0) / n) / n;
    if (!(variance > 0) || !(correction > 0)) {
      return Optional.empty();
    }
    double statistic = mean / Math.sqrt(variance) * Math.sqrt(correction);
    double p = 2 * new TDistribution(null, n - 1).cumulativeProbability(-Math.abs(statistic));
    return Optional.of(new Test(statistic, p, n, b));
  }

  private static double variance(double[] e, double mean, int b) {
    double sum = autocovariance(e, mean, 0);
    for (int j = 1; j < b; j++) {
      sum += 2 * autocovariance(e, mean, j);
    }
    return sum / e.length;
  }

  private static double autocovariance(double[] e, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < e.length; i++) {
      sum += (e[i] - mean) * (e[i - lag] - mean);
    }
    return sum / e.length;
  }
}
