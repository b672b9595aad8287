package io.corridor.evidence.score;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Sums;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The forecasts that need no model, made from a series alone: what a model must beat. They are made
 * of z, the logarithms of the values, or the values themselves where one is not positive; z_N is
 * the last and d the one-period differences. The second number is a variance:
 *
 * <ul>
 *   <li>random walk: N(z_N, H Σd²/D);
 *   <li>drift: N(z_N + H d̄, H s_d² (1 + H/D));
 *   <li>seasonal, of q &gt; 1 periods a year: N(z_{N+H−qk}, k · mean squared q-difference), k =
 *       ⌈H/q⌉;
 *   <li>trend, the least squares of z_j on 1 and j, which counts gaps too: N(â + b̂ (N + H), s² (1
 *       + 1/n + (N + H − j̄)²/Σ(j − j̄)²)), of n values, s² by n − 2.
 * </ul>
 */
public enum Naive {
  /** The last value, with what a walk of such steps adds up to. */
  RANDOM_WALK("random-walk"),
  /** The last value, and on with the mean step. */
  DRIFT("drift"),
  /** The value of the same period of the last year. */
  SEASONAL("seasonal"),
  /** A straight line through all values. */
  TREND("trend");

  /** Fewest differences that a forecast is made of. */
  public static final int FEWEST = 5;

  private final String word;

  Naive(String word) {
    this.word = word;
  }

  /** Returns its name in files. */
  public String word() {
    return word;
  }

  /**
   * A law of the number that is forecast.
   *
   * @param mean of the number, or of its logarithm
   * @param variance of the number, or of its logarithm
   * @param logarithm whether they are those of the logarithm
   */
  public record Law(double mean, double variance, boolean logarithm) {

    /** Returns the score of this law if {@code actual} happens. */
    public double crps(double actual) {
      double sd = Math.sqrt(variance);
      return logarithm ? Crps.lognormal(mean, sd, actual) : Crps.normal(mean, sd, actual);
    }
  }

  /**
   * Returns the naive forecasts of the period {@code ahead} periods after the last.
   *
   * @param values the last is the last known; NaN where one is missing
   * @param perYear q, periods a year: 12, 4 or 1
   * @param ahead H, {@code >= 1}
   * @return by kind; without the seasonal one if there is one period a year; empty if there are
   *     fewer than {@link #FEWEST} differences of a kind, or no value a year before
   */
  public static Map<Naive, Law> forecasts(double[] values, int perYear, int ahead) {
    if (ahead < 1) {
      throw new IllegalArgumentException("ahead: " + ahead + ", must be at least 1");
    }
    int last = values.length - 1;
    if (last < 0 || Double.isNaN(values[last])) {
      throw new IllegalArgumentException("the last value must be known");
    }
    boolean logarithm = Arrays.stream(values).noneMatch(value -> value <= 0);
    double[] z = logarithm ? Arrays.stream(values).map(Log::log).toArray() : values;
    double[] steps = differences(z, 1);
    if (steps.length < FEWEST) {
      return Map.of();
    }
    Map<Naive, Law> laws = new EnumMap<>(Naive.class);
    int n = steps.length;
    double mean = Sums.mean(steps);
    double variance = Sums.variance(steps, mean);
    laws.put(RANDOM_WALK, new Law(z[last], ahead * meanSquare(steps), logarithm));
    laws.put(
        DRIFT,
        new Law(z[last] + ahead * mean, ahead * variance * (1 + (double) ahead / n), logarithm));
    if (perYear > 1) {
      int years = (ahead + perYear - 1) / perYear;
      int before = last + ahead - perYear * years;
      double[] yearly = differences(z, perYear);
      if (yearly.length < FEWEST || before < 0 || Double.isNaN(z[before])) {
        return Map.of();
      }
      laws.put(SEASONAL, new Law(z[before], years * meanSquare(yearly), logarithm));
    }
    laws.put(TREND, trend(z, last + ahead, logarithm));
    return laws;
  }

  /** Returns the forecast of the straight line at {@code at}. */
  private static Law trend(double[] z, int at, boolean logarithm) {
    int[] js = IntStream.range(0, z.length).filter(j -> !Double.isNaN(z[j])).toArray();
    int n = js.length;
    double middle = Sums.mean(Arrays.stream(js).asDoubleStream().toArray());
    double mean = Sums.mean(Arrays.stream(js).mapToDouble(j -> z[j]).toArray());
    double squares = 0;
    double products = 0;
    for (int j : js) {
      squares += (j - middle) * (j - middle);
      products += (j - middle) * z[j];
    }
    double slope = products / squares;
    double left = 0;
    for (int j : js) {
      double e = z[j] - mean - slope * (j - middle);
      left += e * e;
    }
    double variance = left / (n - 2) * (1 + 1.0 / n + (at - middle) * (at - middle) / squares);
    return new Law(mean + slope * (at - middle), variance, logarithm);
  }

  private static double[] differences(double[] z, int lag) {
    double[] differences = new double[Math.max(0, z.length - lag)];
    Arrays.setAll(differences, i -> z[i + lag] - z[i]);
    return Arrays.stream(differences).filter(d -> !Double.isNaN(d)).toArray();
  }

  private static double meanSquare(double[] x) {
    return Sums.squares(x, 0) / x.length;
  }
}
