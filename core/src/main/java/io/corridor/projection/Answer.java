package io.corridor.projection;

import io.corridor.internal.withers.Matched;
import io.corridor.model.Sampling;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer to a question. */
@Matched
public sealed interface Answer extends AnswerMatch permits Answer.Probability, Answer.Count {

  /**
   * Returns the number of paths that count: all, or those on which the question's `given` holds.
   */
  long paths();

  /**
   * Returns what is told first: the share of the paths that came true, in [0, 1], or, where {@link
   * #countsMonths}, the mean number of months; empty if no path counts.
   */
  OptionalDouble shareOrMonths();

  /**
   * Returns the standard error of that share or mean: that of the replications or, of random paths,
   * what the spread over the paths makes of it; empty if no path counts.
   */
  OptionalDouble standardError();

  /** Returns the 95 % interval of that share or mean; empty if no path counts. */
  Optional<Interval> interval95();

  /** Returns whether it is a number of months rather than a probability. */
  default boolean countsMonths() {
    return match(probability -> false, count -> true);
  }

  /**
   * How likely it is that a question comes true.
   *
   * @param paths that count
   * @param hits paths that count on which the question came true
   * @param hitsByMonth of these, how many came true in each month, from month 0; empty for a
   *     question that is only decided at the end of its window
   * @param firstMonths by when the stated share of hits have come true, for each percentile asked
   *     for; empty without hits and where {@code hitsByMonth} is
   * @param firstPaths numbers of the first hits, ascending; up to ten
   * @param replicatedError standard error that the replications of another sampling than random
   *     paths show; empty for random paths
   */
  record Probability(
      long paths,
      long hits,
      List<Long> hitsByMonth,
      List<FirstMonth> firstMonths,
      List<Long> firstPaths,
      OptionalDouble replicatedError)
      implements Answer {

    /** Makes the answer of random paths. */
    public Probability(
        long paths,
        long hits,
        List<Long> hitsByMonth,
        List<FirstMonth> firstMonths,
        List<Long> firstPaths) {
      this(paths, hits, hitsByMonth, firstMonths, firstPaths, OptionalDouble.empty());
    }

    /** Copies the lists. */
    public Probability {
      hitsByMonth = List.copyOf(hitsByMonth);
      firstMonths = List.copyOf(firstMonths);
      firstPaths = List.copyOf(firstPaths);
    }

    @Override
    public OptionalDouble shareOrMonths() {
      return probability();
    }

    /** Returns the share of the paths that came true; empty if no path counts. */
    public OptionalDouble probability() {
      return paths == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / paths);
    }

    /**
     * Returns the standard error of the probability: that of the replications or, of random paths,
     * √(p(1 − p)/n); empty if no path counts.
     */
    @Override
    public OptionalDouble standardError() {
      if (paths == 0 || replicatedError.isPresent()) {
        return replicatedError;
      }
      double p = (double) hits / paths;
      return OptionalDouble.of(Math.sqrt(p * (1 - p) / paths));
    }

    /**
     * Returns the 95 % interval of Wilson (JASA 22, 1927, doi:10.1080/01621459.1927.10502953);
     * empty if no path counts.
     *
     * <p>With replications, n is the number of random paths that would have their standard error,
     * and Student's t takes the place of the normal percentile, as for clustered surveys (Dean and
     * Pagano, Journal of Survey Statistics and Methodology 3, 2015, doi:10.1093/jssam/smv024).
     * Where all replications say the same they show no error, and the interval is that of random
     * paths.
     */
    @Override
    public Optional<Interval> interval95() {
      if (paths == 0) {
        return Optional.empty();
      }
      double p = (double) hits / paths;
      boolean replicated = replicatedError.isPresent();
      double error = replicatedError.orElse(0);
      double n = replicated ? p * (1 - p) / (error * error) : paths;
      return Optional.of(Interval.wilson(p, n, Sampling.quantile95(replicated)));
    }
  }

  /**
   * How many months a condition holds in.
   *
   * @param paths that count
   * @param mean number of months; NaN if no path counts
   * @param sd standard deviation over the paths; NaN if no path counts
   * @param percentiles number of months at each percentile asked for; empty if no path counts
   * @param pathsByMonths how many of the paths have each number of months, from 0; may be empty
   * @param replicatedError standard error of the mean that the replications of another sampling
   *     than random paths show; empty for random paths
   */
  record Count(
      long paths,
      double mean,
      double sd,
      List<Months> percentiles,
      List<Long> pathsByMonths,
      OptionalDouble replicatedError)
      implements Answer {

    /** Makes the answer of random paths. */
    public Count(long paths, double mean, double sd, List<Months> percentiles) {
      this(paths, mean, sd, percentiles, List.of(), OptionalDouble.empty());
    }

    /** Copies the lists. */
    public Count {
      percentiles = List.copyOf(percentiles);
      pathsByMonths = List.copyOf(pathsByMonths);
    }

    @Override
    public OptionalDouble shareOrMonths() {
      return paths == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /**
     * Returns the standard error of the mean: that of the replications or, of random paths, sd/√n;
     * empty if no path counts.
     */
    @Override
    public OptionalDouble standardError() {
      return paths == 0 || replicatedError.isPresent()
          ? replicatedError
          : OptionalDouble.of(sd / Math.sqrt(paths));
    }

    /** Returns half the width of the 95 % interval of the mean; NaN if no path counts. */
    public double halfWidth95() {
      return Sampling.quantile95(replicatedError.isPresent()) * standardError().orElse(Double.NaN);
    }

    /** Returns the 95 % interval of the mean, not below 0; empty if no path counts. */
    @Override
    public Optional<Interval> interval95() {
      return paths == 0
          ? Optional.empty()
          : Optional.of(new Interval(Math.max(0, mean - halfWidth95()), mean + halfWidth95()));
    }
  }

  /**
   * An interval.
   *
   * @param low lower end
   * @param high upper end
   */
  record Interval(double low, double high) {

    /** How many standard errors make half of a 95 % interval, to two decimals. */
    public static final double Z95 = 1.96;

    /**
     * Returns the 95 % interval of Wilson for a share of independent paths.
     *
     * @param hits how many of them
     * @param paths how many there are, {@code >= 1}
     */
    public static Interval ofShare(long hits, long paths) {
      return wilson((double) hits / paths, paths, Sampling.quantile95(false));
    }

    private static Interval wilson(double p, double n, double z) {
      double z2 = z * z;
      double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
      double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
      // At the ends the formula gives 0 and 1 up to rounding.
      double low = p == 0 ? 0 : Math.max(0, centre - half);
      double high = p == 1 ? 1 : Math.min(1, centre + half);
      return new Interval(low, high);
    }
  }

  /**
   * The month by which a share of the hits have come true.
   *
   * @param percentile share of the hits, in per cent
   * @param month the smallest month by which at least that share have
   */
  record FirstMonth(double percentile, YearMonth month) {}

  /**
   * A percentile of a number of months.
   *
   * @param percentile share of the paths, in per cent
   * @param months the smallest number that at least that share of the paths don't exceed
   */
  record Months(double percentile, int months) {}
}
