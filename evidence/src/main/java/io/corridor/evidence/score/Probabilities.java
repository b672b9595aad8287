package io.corridor.evidence.score;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Sums;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Scores of the probabilities that were given to what came true or didn't.
 *
 * <p>The Brier score B is taken apart as CORP does (Dimitriadis, Gneiting and Jordan, PNAS 118,
 * 2021, doi:10.1073/pnas.2016191118): with the outcomes regressed isotonically on the
 * probabilities, B = miscalibration − discrimination + uncertainty.
 *
 * @param n of how many forecasts
 * @param brier mean squared distance of the probability from 1 or 0; less is better
 * @param log mean of −ln of the probability that what came had; less is better
 * @param miscalibration B less the Brier score of the regressed probabilities; 0 is best
 * @param discrimination uncertainty less that score; more is better
 * @param uncertainty the Brier score of the share that came true, ō(1 − ō)
 */
public record Probabilities(
    int n,
    double brier,
    double log,
    double miscalibration,
    double discrimination,
    double uncertainty) {

  /**
   * A probability that was given, by paths.
   *
   * @param hits paths on which it came true
   * @param paths that count, at least one
   * @param cameTrue what happened
   */
  public record Forecast(long hits, long paths, boolean cameTrue) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there are no paths, or more hits than paths
     */
    public Forecast {
      if (paths < 1 || hits < 0 || hits > paths) {
        throw new IllegalArgumentException(hits + " hits of " + paths + " paths");
      }
    }

    /** Returns the probability. */
    public double probability() {
      return (double) hits / paths;
    }

    private double outcome() {
      return cameTrue ? 1 : 0;
    }

    /** Returns the squared distance of the probability from what happened. */
    public double brier() {
      double error = probability() - outcome();
      return error * error;
    }

    /**
     * Returns −ln of the probability of what happened, (hits + ½)/(paths + 1) or its complement, so
     * that no finite number of paths makes it infinite.
     */
    public double log() {
      return -Log.log(((cameTrue ? hits : paths - hits) + 0.5) / (paths + 1.0));
    }
  }

  /**
   * Returns the scores of {@code forecasts}, at least one.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Probabilities of(List<Forecast> forecasts) {
    int n = forecasts.size();
    if (n == 0) {
      throw new IllegalArgumentException("there are no forecasts to score");
    }
    double brier = mean(forecasts, Forecast::brier);
    double log = mean(forecasts, Forecast::log);
    double share = mean(forecasts, Forecast::outcome);
    double uncertainty = share * (1 - share);
    double regressed = regressedBrier(forecasts);
    return new Probabilities(
        n, brier, log, brier - regressed, uncertainty - regressed, uncertainty);
  }

  /**
   * Forecasts that isotonic regression gives one probability: a step of the calibration curve.
   *
   * @param said sum of the probabilities that were given
   * @param trues how many came true
   * @param n how many there are
   */
  public record Pool(double said, int trues, int n) {
    private static Pool of(Forecast forecast) {
      return new Pool(forecast.probability(), forecast.cameTrue() ? 1 : 0, 1);
    }

    /** Returns the probability that was given, on average. */
    public double mean() {
      return said / n;
    }

    /** Returns the share that came true. */
    public double share() {
      return (double) trues / n;
    }

    private Pool with(Pool other) {
      return new Pool(said + other.said, trues + other.trues, n + other.n);
    }

    private double brier() {
      return n * share() * (1 - share());
    }
  }

  private static double mean(List<Forecast> forecasts, ToDoubleFunction<Forecast> score) {
    return Sums.mean(forecasts.stream().mapToDouble(score).toArray());
  }

  private static double regressedBrier(List<Forecast> forecasts) {
    return pools(forecasts).stream().mapToDouble(Pool::brier).reduce(0, Double::sum)
        / forecasts.size();
  }

  /**
   * Returns the calibration curve of {@code forecasts}, by ascending probability: equal ones
   * pooled, then adjacent violators, until the share that came true increases from each to the
   * next.
   */
  public static List<Pool> pools(List<Forecast> forecasts) {
    SortedMap<Double, Pool> ties = new TreeMap<>();
    forecasts.forEach(
        forecast -> ties.merge(forecast.probability(), Pool.of(forecast), Pool::with));
    Deque<Pool> pools = new ArrayDeque<>();
    for (Pool tie : ties.values()) {
      Pool pool = tie;
      while (!pools.isEmpty() && pools.getLast().share() >= pool.share()) {
        pool = pools.removeLast().with(pool);
      }
      pools.addLast(pool);
    }
    return List.copyOf(pools);
  }
}
