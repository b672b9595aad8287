package io.corridor.evidence.fit;

import io.corridor.internal.random.NormalQuantile;
import io.corridor.internal.random.Quantile;
import io.corridor.model.Distribution;
import io.corridor.model.Scale;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is thought of a number before data are seen: a distribution of the scenario file, or the one
 * that stands in for it.
 *
 * @param name of the number, as results call it: {@code level}, {@code season.1}
 * @param law the distribution
 * @param factor multiplies what it draws: 12 where a twelfth of the number is logit-normal
 * @param shift added to that: −1 where 1 + the number is lognormal
 */
public record Prior(String name, Distribution law, double factor, double shift) {
  /** Deviation of the logarithm of a month's factor, before all are divided by their mean. */
  static final double SEASON = 0.3;

  private static final double Z95 = 1.6448536269514722;

  /**
   * Checks that data can update it.
   *
   * @throws IllegalArgumentException if it is a choice of a few values
   */
  public Prior {
    if (law instanceof Distribution.Choice) {
      throw new IllegalArgumentException(name + " is a choice, which data can't update");
    }
  }

  /** Makes a prior of a distribution as it stands. */
  public static Prior of(String name, Distribution law) {
    return new Prior(name, law, 1, 0);
  }

  /** Returns N(mean, sd). */
  public static Prior normal(String name, double mean, double sd) {
    return of(name, new Distribution.Normal(mean, sd, Optional.empty()));
  }

  /** Returns LN(median, sigma): lognormal, of a logarithm with the deviation sigma. */
  public static Prior lognormal(String name, double median, double sigma) {
    return of(name, new Distribution.Lognormal(median, sigma, Optional.empty()));
  }

  /** Returns the prior of a growth g, of which ln(1 + g) is N(0, sd). */
  public static Prior growth(String name, double sd) {
    return new Prior(name, lognormal(name, 1, sd).law(), 1, -1);
  }

  /**
   * Returns the prior of one of twelve factors 12 e^z/Σ e^z, every z N(0, 0.3): a twelfth of it is
   * e^z/(e^z + S), S the sum of the eleven others, which is as good as lognormal (Fenton, IRE
   * Transactions on Communications Systems 8, 1960, doi:10.1109/TCOM.1960.1097606).
   */
  static Prior season(String name) {
    double variance = SEASON * SEASON;
    double ofSum = StrictMath.log1p(StrictMath.expm1(variance) / 11);
    double mean = -(StrictMath.log(11) + variance / 2 - ofSum / 2);
    double reach = Z95 * Math.sqrt(variance + ofSum);
    Distribution twelfth =
        new Distribution.Quantiles(
            List.of(5.0, 95.0),
            List.of(logistic(mean - reach), logistic(mean + reach)),
            Scale.LOGIT);
    return new Prior(name, twelfth, 12, 0);
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /**
   * A number whose logarithm is normal.
   *
   * @param mean of the logarithm
   * @param sd of the logarithm
   */
  record LogNormal(double mean, double sd) {}

  /** Returns the law of the logarithm, if that is normal. */
  Optional<LogNormal> logNormal() {
    if (factor != 1 || shift != 0) {
      return Optional.empty();
    }
    if (law instanceof Distribution.Lognormal l && l.within().isEmpty() && l.sigma() > 0) {
      return Optional.of(new LogNormal(StrictMath.log(l.median()), l.sigma()));
    }
    if (law instanceof Distribution.Quantiles q
        && q.scale() == Scale.LOG
        && q.percents().size() == 2) {
      double low = NormalQuantile.of(q.percents().get(0) / 100);
      double high = NormalQuantile.of(q.percents().get(1) / 100);
      double from = StrictMath.log(q.values().get(0));
      double sd = (StrictMath.log(q.values().get(1)) - from) / (high - low);
      return Optional.of(new LogNormal(from - low * sd, sd));
    }
    return Optional.empty();
  }

  /** Returns what makes of each z its prior's quantile at Φ(z). */
  static UnaryOperator<double[]> atNormals(List<Prior> priors) {
    Quantile[] quantiles = priors.stream().map(p -> Quantile.of(p.law())).toArray(Quantile[]::new);
    return z -> {
      double[] numbers = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        numbers[i] = priors.get(i).factor() * quantiles[i].atNormal(z[i]) + priors.get(i).shift();
      }
      return numbers;
    };
  }

  /** Returns its percentile, from 0 to 100, both excluded. */
  public double percentile(double percent) {
    return factor * Quantile.of(law).at(percent / 100) + shift;
  }
}
