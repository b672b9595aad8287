package io.corridor.model;

import io.corridor.internal.withers.Matched;
import java.util.List;
import java.util.Optional;

/** The law of a number drawn once per path (section 1 of the model). */
@Matched
public sealed interface Distribution extends Value, DistributionMatch
    permits Distribution.Uniform,
        Distribution.Triangular,
        Distribution.Pert,
        Distribution.Normal,
        Distribution.Lognormal,
        Distribution.Beta,
        Distribution.Choice,
        Distribution.Quantiles {

  /**
   * An interval that a distribution is truncated to: renormalised, not clipped.
   *
   * @param low the lower end
   * @param high the upper end, {@code >= low}
   */
  record Interval(double low, double high) {}

  /**
   * Every value between the ends alike.
   *
   * @param low the lower end
   * @param high the upper end, {@code >= low}
   */
  record Uniform(double low, double high) implements Distribution {}

  /**
   * Density rising linearly from {@code low} to {@code mode} and falling to {@code high}.
   *
   * @param low the lower end
   * @param mode the most likely value
   * @param high the upper end
   */
  record Triangular(double low, double mode, double high) implements Distribution {}

  /**
   * Beta on {@code [low, high]} with α = 1 + 4 (mode − low)/(high − low) and β = 1 + 4 (high −
   * mode)/(high − low).
   *
   * @param low the lower end
   * @param mode the most likely value
   * @param high the upper end
   */
  record Pert(double low, double mode, double high) implements Distribution {}

  /**
   * Normal, truncated to {@code within} if that is given.
   *
   * @param mean mean before truncation
   * @param sd standard deviation before truncation, {@code >= 0}
   * @param within interval of truncation
   */
  record Normal(double mean, double sd, Optional<Interval> within) implements Distribution {}

  /**
   * exp(ln median + sigma · N(0, 1)), truncated to {@code within} if that is given.
   *
   * @param median median before truncation, {@code > 0}
   * @param sigma standard deviation of the logarithm, {@code >= 0}
   * @param within interval of truncation, of the value itself
   */
  record Lognormal(double median, double sigma, Optional<Interval> within)
      implements Distribution {}

  /**
   * Beta on [0, 1], rescaled to {@code range} if that is given.
   *
   * @param alpha first shape, {@code > 0}
   * @param beta second shape, {@code > 0}
   * @param range interval to rescale to
   */
  record Beta(double alpha, double beta, Optional<Interval> range) implements Distribution {}

  /**
   * One of a few values.
   *
   * @param values the values, at least one
   * @param weights as many weights, {@code >= 0}, not all 0; they need not sum to 1
   */
  record Choice(List<Double> values, List<Double> weights) implements Distribution {
    /** Copies the lists. */
    public Choice {
      values = List.copyOf(values);
      weights = List.copyOf(weights);
    }
  }

  /**
   * The law that has given quantiles: on a scale g, a monotone piecewise cubic (PCHIP) of the
   * standard normal quantile, straight beyond the first and the last two points. So two points make
   * a normal on that scale.
   *
   * @param percents 2 to 9 numbers between 0 and 100, ascending
   * @param values as many values, ascending, at which g is finite
   * @param scale g
   */
  record Quantiles(List<Double> percents, List<Double> values, Scale scale)
      implements Distribution {
    /** Copies the lists. */
    public Quantiles {
      percents = List.copyOf(percents);
      values = List.copyOf(values);
    }

    /** Returns the law of which {@code low} and {@code high} are the 5 % and 95 % points. */
    public static Quantiles interval(double low, double high, Scale scale) {
      return new Quantiles(List.of(5.0, 95.0), List.of(low, high), scale);
    }
  }

  /** Returns what is wrong with it in itself, such as a deviation below 0, if anything is. */
  default Optional<String> defect() {
    return Distributions.defect(this);
  }
}
