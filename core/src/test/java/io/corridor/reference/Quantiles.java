package io.corridor.reference;

import io.corridor.internal.random.NormalQuantile;
import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Section 1: a distribution's value at a uniform number u, by inverting its cumulative one. */
final class Quantiles {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Quantiles() {}

  static double of(Distribution distribution, double u) {
    if (distribution instanceof Distribution.Uniform d) {
      return d.low() + u * (d.high() - d.low());
    }
    if (distribution instanceof Distribution.Triangular d) {
      return triangular(d.low(), d.mode(), d.high(), u);
    }
    if (distribution instanceof Distribution.Pert d) {
      return pert(d.low(), d.mode(), d.high(), u);
    }
    if (distribution instanceof Distribution.Normal d) {
      return normal(d.mean(), d.sd(), d.within(), u);
    }
    if (distribution instanceof Distribution.Lognormal d) {
      return lognormal(d, u);
    }
    if (distribution instanceof Distribution.Beta d) {
      Interval range = d.range().orElse(new Interval(0, 1));
      return range.low() + (range.high() - range.low()) * beta(d.alpha(), d.beta(), u);
    }
    if (distribution instanceof Distribution.Quantiles d) {
      return quantiles(d, u);
    }
    return choice((Distribution.Choice) distribution, u);
  }

  // Evidence, section 1, as it is written there; cubics by Hermite's four basis polynomials.
  private static double quantiles(Distribution.Quantiles d, double u) {
    int n = d.percents().size();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = NormalQuantile.of(d.percents().get(i) / 100);
      double q = d.values().get(i);
      y[i] =
          switch (d.scale()) {
            case LINEAR -> q;
            case LOG -> StrictMath.log(q);
            case LOGIT -> StrictMath.log(q / (1 - q));
            case GROWTH -> StrictMath.log(1 + q);
            case EXCESS -> StrictMath.log(q - 1);
          };
    }
    double h = pchip(x, y, NormalQuantile.of(u));
    return switch (d.scale()) {
      case LINEAR -> h;
      case LOG -> StrictMath.exp(h);
      case LOGIT -> StrictMath.exp(h) / (1 + StrictMath.exp(h));
      case GROWTH -> StrictMath.exp(h) - 1;
      case EXCESS -> StrictMath.exp(h) + 1;
    };
  }

  static double pchip(double[] x, double[] y, double z) {
    int n = x.length;
    int i = 0;
    while (i < n - 2 && z >= x[i + 1]) {
      i++;
    }
    double d = x[i + 1] - x[i];
    double t = (z - x[i]) / d;
    if (t < 0 || t > 1) {
      return y[i] + t * (y[i + 1] - y[i]);
    }
    double h10 = t * (1 - t) * (1 - t);
    double h11 = t * t * (t - 1);
    double h01 = t * t * (3 - 2 * t);
    return (1 - h01) * y[i]
        + h01 * y[i + 1]
        + d * (h10 * derivative(x, y, i) + h11 * derivative(x, y, i + 1));
  }

  private static double derivative(double[] x, double[] y, int i) {
    int last = x.length - 1;
    if (last == 1) {
      return slope(x, y, 0);
    }
    if (i == 0 || i == last) {
      int near = i == 0 ? 0 : last - 1;
      int next = i == 0 ? 1 : last - 2;
      double d1 = x[near + 1] - x[near];
      double d2 = x[next + 1] - x[next];
      double m = ((2 * d1 + d2) * slope(x, y, near) - d1 * slope(x, y, next)) / (d1 + d2);
      return Math.max(0, m);
    }
    double before = x[i] - x[i - 1];
    double after = x[i + 1] - x[i];
    double w1 = 2 * after + before;
    double w2 = after + 2 * before;
    return (w1 + w2) / (w1 / slope(x, y, i - 1) + w2 / slope(x, y, i));
  }

  private static double slope(double[] x, double[] y, int i) {
    return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
  }

  /** Returns the least n with P(N ≤ n) > u. */
  static int binomial(int trials, double probability, double u) {
    BinomialDistribution law = BinomialDistribution.of(trials, probability);
    int n = 0;
    double sum = law.probability(0);
    while (n < trials && !(sum > u)) {
      n++;
      sum += law.probability(n);
    }
    return n;
  }

  /** Returns Φ(z). */
  static double phi(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  // F(x) = (x − low)²/(width (mode − low)) up to the mode; 1 − F alike from above.
  private static double triangular(double low, double mode, double high, double u) {
    double width = high - low;
    if (width == 0) {
      return low;
    }
    return u * width < mode - low
        ? low + StrictMath.sqrt(u * width * (mode - low))
        : high - StrictMath.sqrt((1 - u) * width * (high - mode));
  }

  private static double pert(double low, double mode, double high, double u) {
    double width = high - low;
    if (width == 0) {
      return low;
    }
    double alpha = 1 + 4 * (mode - low) / width;
    double beta = 1 + 4 * (high - mode) / width;
    return low + width * beta(alpha, beta, u);
  }

  private static double lognormal(Distribution.Lognormal d, double u) {
    Optional<Interval> within =
        d.within().map(i -> new Interval(logOrMinusInfinity(i.low()), StrictMath.log(i.high())));
    double logarithm = normal(StrictMath.log(d.median()), d.sigma(), within, u);
    double value = StrictMath.exp(logarithm);
    return d.within().map(i -> Math.min(Math.max(value, i.low()), i.high())).orElse(value);
  }

  private static double logOrMinusInfinity(double x) {
    return x > 0 ? StrictMath.log(x) : Double.NEGATIVE_INFINITY;
  }

  private static double normal(double mean, double sd, Optional<Interval> within, double u) {
    if (sd == 0) {
      return mean;
    }
    if (within.isEmpty()) {
      return mean + sd * NormalQuantile.of(u);
    }
    double low = within.get().low();
    double high = within.get().high();
    double z = truncatedNormal((low - mean) / sd, (high - mean) / sd, u);
    return Math.min(Math.max(mean + sd * z, low), high);
  }

  // Above the mean the lower tail of −z is as precise as that of z is below it.
  private static double truncatedNormal(double a, double b, double u) {
    if (a == b) {
      return a;
    }
    return a > 0 ? -lowerTruncatedNormal(-b, -a, 1 - u) : lowerTruncatedNormal(a, b, u);
  }

  private static double lowerTruncatedNormal(double a, double b, double u) {
    double below = a == Double.NEGATIVE_INFINITY ? 0 : STANDARD.cumulativeProbability(a);
    double p = below + u * (STANDARD.cumulativeProbability(b) - below);
    return p <= 0.5
        ? STANDARD.inverseCumulativeProbability(p)
        : STANDARD.inverseSurvivalProbability(
            (1 - u) * (1 - below) + u * STANDARD.survivalProbability(b));
  }

  // Halving to the last bit: the library's own inverse stops at an absolute error of 1e-9.
  private static double beta(double alpha, double beta, double u) {
    BetaDistribution distribution = BetaDistribution.of(alpha, beta);
    double low = 0;
    double high = 1;
    double middle = 0.5;
    while (low < middle && middle < high) {
      boolean below =
          u < 0.5
              ? distribution.cumulativeProbability(middle) < u
              : distribution.survivalProbability(middle) > 1 - u;
      if (below) {
        low = middle;
      } else {
        high = middle;
      }
      middle = 0.5 * (low + high);
    }
    return middle;
  }

  // The cumulative distribution runs through the values in ascending order, not in the file's.
  private static double choice(Distribution.Choice choice, double u) {
    List<Integer> ascending =
        IntStream.range(0, choice.values().size())
            .boxed()
            .sorted(Comparator.comparing(choice.values()::get))
            .toList();
    double total = choice.weights().stream().mapToDouble(Double::doubleValue).sum();
    double sum = 0;
    for (int i : ascending) {
      sum += choice.weights().get(i);
      if (u * total < sum) {
        return choice.values().get(i);
      }
    }
    return choice.values().get(ascending.get(ascending.size() - 1));
  }
}
