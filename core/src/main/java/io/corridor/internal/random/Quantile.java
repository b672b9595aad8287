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
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The inverse of a distribution's cumulative distribution (section 1 of the model). Never
 * decreasing, up to rounding, and never outside the distribution's support, nor at an end of it
 * that has probability 0.
 *
 * <p>Immutable; for use by any number of threads.
 */
@FunctionalInterface
public interface Quantile {
  /** From shapes this large on, a beta is as good as normal. */
  double CONCENTRATED = 1e10;

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
        d -> u -> inside(d.low() + (d.high() - d.low()) * u, d.low(), d.high()),
        Quantile::triangular,
        Quantile::pert,
        Quantile::normal,
        Quantile::lognormal,
        d -> beta(d.alpha(), d.beta(), d.range().orElse(new Interval(0, 1))),
        Quantile::choice,
        Quantile::quantiles);
  }

  /** Returns the quantile of a row of {@code column} drawn evenly: row ⌊u · rows⌋. */
  static Quantile ofRows(List<Double> column) {
    double[] values = Doubles.toArray(column);
    return u -> values[(int) (u * values.length)];
  }

  private static Quantile constant(double value) {
    return u -> value;
  }

  /** The inverse of two parabolas that meet at the mode. */
  private static Quantile triangular(Distribution.Triangular d) {
    double low = d.low();
    double mode = d.mode();
    double high = d.high();
    double width = high - low;
    return width == 0
        ? constant(low)
        : u ->
            inside(
                u * width < mode - low
                    ? low + Math.sqrt(u * width * (mode - low))
                    : high - Math.sqrt((1 - u) * width * (high - mode)),
                low,
                high);
  }

  private static Quantile pert(Distribution.Pert d) {
    double width = d.high() - d.low();
    double alpha = 1 + 4 * (d.mode() - d.low()) / width;
    double beta = 1 + 4 * (d.high() - d.mode()) / width;
    return beta(alpha, beta, new Interval(d.low(), d.high()));
  }

  /** A beta on [0, 1], rescaled. */
  private static Quantile beta(double alpha, double beta, Interval range) {
    double low = range.low();
    double high = range.high();
    if (low == high) {
      return constant(low);
    }
    DoubleUnaryOperator x =
        Math.min(alpha, beta) >= CONCENTRATED
            ? concentrated(alpha, beta)
            : BetaQuantile.of(alpha, beta)::atNormal;
    return new OfNormal(z -> inside(low + (high - low) * x.applyAsDouble(z), low, high));
  }

  /**
   * A beta of shapes so large that x is as good as normal: μ + σ (z + γ (z² − 1)/6), γ being its
   * skewness (Cornish and Fisher). What is left out is below 1e-15 of μ and of 1 − μ.
   */
  private static DoubleUnaryOperator concentrated(double alpha, double beta) {
    // Of α/n and β/n rather than of products of shapes, which could overflow.
    double mean = 1 / (1 + beta / alpha);
    double rest = 1 / (1 + alpha / beta);
    double sd = mean * Math.sqrt(rest / alpha);
    double skewness = 2 * (rest - mean) * sd / (mean * rest);
    return z -> mean + sd * (z + skewness * (z * z - 1) / 6);
  }

  /** mean + sd z. */
  private static Quantile normal(Distribution.Normal d) {
    double mean = d.mean();
    double sd = d.sd();
    return sd == 0
        ? constant(clamp(mean, d.within()))
        : truncated(z -> mean + sd * z, d.within(), value -> (value - mean) / sd);
  }

  /** median exp(sigma z). */
  private static Quantile lognormal(Distribution.Lognormal d) {
    double median = d.median();
    double sigma = d.sigma();
    return sigma == 0
        ? constant(clamp(median, d.within()))
        : truncated(
            z -> Math.max(Double.MIN_VALUE, median * Exp.exp(sigma * z)),
            d.within(),
            value -> (Log.log(Math.max(value, 0)) - Log.log(median)) / sigma);
  }

  /**
   * What {@code whole} makes of a standard normal number, within an interval if that is given.
   *
   * @param standardised the number that {@code whole} makes a value of
   */
  private static Quantile truncated(
      DoubleUnaryOperator whole, Optional<Interval> within, DoubleUnaryOperator standardised) {
    if (within.isEmpty()) {
      return new OfNormal(whole);
    }
    double low = within.get().low();
    double high = within.get().high();
    if (low == high) {
      return constant(low);
    }
    double from = standardised.applyAsDouble(low);
    double to = standardised.applyAsDouble(high);
    return new Truncated(whole, TruncatedNormal.of(from, to), low, high);
  }

  /** The first value, in ascending order, up to which the weights exceed u times their sum. */
  private static Quantile choice(Distribution.Choice d) {
    List<Double> weights = d.weights();
    int[] order =
        IntStream.range(0, d.values().size())
            .filter(i -> weights.get(i) > 0)
            .boxed()
            .sorted(Comparator.comparing(d.values()::get))
            .mapToInt(i -> i)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(d.values()::get).toArray();
    double[] cumulative = Arrays.stream(order).mapToDouble(weights::get).toArray();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    int last = values.length - 1;
    return u -> {
      double place = u * cumulative[last];
      int i = 0;
      while (i < last && place >= cumulative[i]) {
        i++;
      }
      return values[i];
    };
  }

  /** g⁻¹(h(z)): a curve h on the scale g, by the standard normal quantile z. */
  private static Quantile quantiles(Distribution.Quantiles d) {
    Scale scale = d.scale();
    double[] x = d.percents().stream().mapToDouble(p -> NormalQuantile.of(p / 100)).toArray();
    double[] y = d.values().stream().mapToDouble(scale::of).toArray();
    Pchip curve = new Pchip(x, y);
    return new OfNormal(z -> inside(scale.inverse(curve.at(z)), scale.low(), scale.high()));
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

  /** What is made of a standard normal number. */
  record OfNormal(DoubleUnaryOperator made) implements Quantile {
    @Override
    public double at(double u) {
      return atNormal(NormalQuantile.of(u));
    }

    @Override
    public double atNormal(double z) {
      return made.applyAsDouble(z);
    }
  }

  /** What is made of a truncated normal number, within the interval. */
  record Truncated(DoubleUnaryOperator made, TruncatedNormal normal, double low, double high)
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
      return inside(made.applyAsDouble(normal.at(below, above)), low, high);
    }
  }
}
