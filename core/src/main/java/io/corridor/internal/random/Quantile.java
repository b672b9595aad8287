package io.corridor.internal.random;

import com.google.common.primitives.Doubles;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.Scale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The inverse of a distribution's cumulative distribution (section 1 of the model). Never
 * decreasing, up to rounding, and never outside the distribution's support, nor at an end of it
 * that has probability 0.
 *
 * <p>Immutable; for use by any number of threads.
 */
public sealed interface Quantile {

  /** Returns the quantile at probability {@code u}, in (0, 1). */
  double at(double u);

  /**
   * Returns the quantile at the standard normal probability of {@code z}: what a Gaussian copula
   * asks for. Accurate in both tails.
   */
  default double atNormal(double z) {
    return at(Normal.cdf(z));
  }

  /** Returns the quantile of {@code distribution}; one of zero width gives its one value. */
  static Quantile of(Distribution distribution) {
    return distribution.match(
        new Distribution.Cases<>(
            d -> new Uniform(d.low(), d.high()),
            d ->
                d.low() == d.high()
                    ? new Constant(d.low())
                    : new Triangular(d.low(), d.mode(), d.high()),
            Quantile::pert,
            Quantile::normal,
            Quantile::lognormal,
            d -> beta(d.alpha(), d.beta(), d.range().orElse(new Interval(0, 1))),
            d -> Choice.of(d.values(), d.weights()),
            Quantile::quantiles));
  }

  /** Returns the quantile of a row of {@code column} drawn evenly: row ⌊u · rows⌋. */
  static Quantile ofRows(List<Double> column) {
    return new Rows(Doubles.toArray(column));
  }

  private static Quantile quantiles(Distribution.Quantiles d) {
    Scale scale = d.scale();
    double[] x = d.percents().stream().mapToDouble(p -> NormalQuantile.of(p / 100)).toArray();
    double[] y = d.values().stream().mapToDouble(scale::of).toArray();
    return new Joined(new Pchip(x, y), scale);
  }

  private static Quantile pert(Distribution.Pert d) {
    double width = d.high() - d.low();
    double alpha = 1 + 4 * (d.mode() - d.low()) / width;
    double beta = 1 + 4 * (d.high() - d.mode()) / width;
    return beta(alpha, beta, new Interval(d.low(), d.high()));
  }

  private static Quantile beta(double alpha, double beta, Interval range) {
    return range.low() == range.high()
        ? new Constant(range.low())
        : Math.min(alpha, beta) >= Concentrated.LEAST_SHAPE
            ? Concentrated.of(alpha, beta, range)
            : new Rescaled(BetaQuantile.of(alpha, beta), range.low(), range.high());
  }

  private static Quantile normal(Distribution.Normal d) {
    if (d.sd() == 0) {
      return new Constant(clamp(d.mean(), d.within()));
    }
    Quantile whole = new Gaussian(d.mean(), d.sd());
    return d.within()
        .map(
            range ->
                truncated(
                    whole,
                    (range.low() - d.mean()) / d.sd(),
                    (range.high() - d.mean()) / d.sd(),
                    range))
        .orElse(whole);
  }

  private static Quantile lognormal(Distribution.Lognormal d) {
    if (d.sigma() == 0) {
      return new Constant(clamp(d.median(), d.within()));
    }
    Quantile whole = new Lognormal(d.median(), d.sigma());
    return d.within()
        .map(
            range ->
                truncated(
                    whole,
                    standardised(range.low(), d.median(), d.sigma()),
                    standardised(range.high(), d.median(), d.sigma()),
                    range))
        .orElse(whole);
  }

  private static double standardised(double value, double median, double sigma) {
    return (Log.log(Math.max(value, 0)) - Log.log(median)) / sigma;
  }

  private static Quantile truncated(Quantile whole, double from, double to, Interval range) {
    return range.low() == range.high()
        ? new Constant(range.low())
        : new Truncated(whole, TruncatedNormal.of(from, to), range.low(), range.high());
  }

  private static double clamp(double value, Optional<Interval> within) {
    return within.map(range -> clamp(value, range.low(), range.high())).orElse(value);
  }

  private static double clamp(double value, double low, double high) {
    return Math.min(high, Math.max(low, value));
  }

  /** Takes off its ends, which have probability 0, what rounding has put there. */
  private static double inside(double value, double low, double high) {
    boolean isInside = value > low && value < high || low == high;
    return isInside ? value : clamp(value, Math.nextUp(low), Math.nextDown(high));
  }

  /** One value. */
  record Constant(double value) implements Quantile {
    @Override
    public double at(double u) {
      return value;
    }
  }

  /** low + (high − low) u. */
  record Uniform(double low, double high) implements Quantile {
    @Override
    public double at(double u) {
      return inside(low + (high - low) * u, low, high);
    }
  }

  /** The inverse of two parabolas that meet at the mode. */
  record Triangular(double low, double mode, double high) implements Quantile {
    @Override
    public double at(double u) {
      double width = high - low;
      double value =
          u * width < mode - low
              ? low + Math.sqrt(u * width * (mode - low))
              : high - Math.sqrt((1 - u) * width * (high - mode));
      return inside(value, low, high);
    }
  }

  /** mean + sd z. */
  record Gaussian(double mean, double sd) implements Quantile {
    @Override
    public double at(double u) {
      return atNormal(NormalQuantile.of(u));
    }

    @Override
    public double atNormal(double z) {
      return mean + sd * z;
    }
  }

  /** median exp(sigma z). */
  record Lognormal(double median, double sigma) implements Quantile {
    @Override
    public double at(double u) {
      return atNormal(NormalQuantile.of(u));
    }

    @Override
    public double atNormal(double z) {
      return Math.max(Double.MIN_VALUE, median * Exp.exp(sigma * z));
    }
  }

  /** What {@code whole} makes of a truncated normal number, within the interval. */
  record Truncated(Quantile whole, TruncatedNormal normal, double low, double high)
      implements Quantile {
    @Override
    public double at(double u) {
      return at(u, 1 - u);
    }

    @Override
    public double atNormal(double z) {
      return at(Normal.cdf(z), Normal.cdf(-z));
    }

    private double at(double below, double above) {
      return inside(whole.atNormal(normal.at(below, above)), low, high);
    }
  }

  /** A beta on [0, 1], rescaled. */
  record Rescaled(BetaQuantile beta, double low, double high) implements Quantile {
    @Override
    public double at(double u) {
      return atNormal(NormalQuantile.of(u));
    }

    @Override
    public double atNormal(double z) {
      return inside(low + (high - low) * beta.atNormal(z), low, high);
    }
  }

  /**
   * A beta of shapes so large that x is as good as normal: μ + σ (z + γ (z² − 1)/6), γ being its
   * skewness (Cornish and Fisher). What is left out is below 1e-15 of μ and of 1 − μ.
   */
  record Concentrated(double mean, double sd, double skewness, double low, double high)
      implements Quantile {
    static final double LEAST_SHAPE = 1e10;

    static Concentrated of(double alpha, double beta, Interval range) {
      // Of α/n and β/n rather than of products of shapes, which could overflow.
      double mean = 1 / (1 + beta / alpha);
      double rest = 1 / (1 + alpha / beta);
      double sd = mean * Math.sqrt(rest / alpha);
      double skewness = 2 * (rest - mean) * sd / (mean * rest);
      return new Concentrated(mean, sd, skewness, range.low(), range.high());
    }

    @Override
    public double at(double u) {
      return atNormal(NormalQuantile.of(u));
    }

    @Override
    public double atNormal(double z) {
      double x = mean + sd * (z + skewness * (z * z - 1) / 6);
      return inside(low + (high - low) * x, low, high);
    }
  }

  /** g⁻¹(h(z)): a curve h on the scale g, by the standard normal quantile z. */
  record Joined(Pchip curve, Scale scale) implements Quantile {
    @Override
    public double at(double u) {
      return atNormal(NormalQuantile.of(u));
    }

    @Override
    public double atNormal(double z) {
      return inside(scale.inverse(curve.at(z)), scale.low(), scale.high());
    }
  }

  /** One of equally likely values, in the order given. */
  final class Rows implements Quantile {
    private final double[] values;

    private Rows(double[] values) {
      this.values = values;
    }

    @Override
    public double at(double u) {
      return values[(int) (u * values.length)];
    }
  }

  /** The first value, in ascending order, up to which the weights exceed u times their sum. */
  final class Choice implements Quantile {
    private final double[] values;
    private final double[] cumulative;

    private Choice(double[] values, double[] cumulative) {
      this.values = values;
      this.cumulative = cumulative;
    }

    static Choice of(List<Double> values, List<Double> weights) {
      int[] order =
          IntStream.range(0, values.size())
              .filter(i -> weights.get(i) > 0)
              .boxed()
              .sorted(Comparator.comparing(values::get))
              .mapToInt(i -> i)
              .toArray();
      double[] cumulative = new double[order.length];
      double sum = 0;
      for (int i = 0; i < order.length; i++) {
        sum += weights.get(order[i]);
        cumulative[i] = sum;
      }
      return new Choice(Arrays.stream(order).mapToDouble(values::get).toArray(), cumulative);
    }

    @Override
    public double at(double u) {
      int last = values.length - 1;
      double place = u * cumulative[last];
      int i = 0;
      while (i < last && place >= cumulative[i]) {
        i++;
      }
      return values[i];
    }
  }
}
