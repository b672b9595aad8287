package io.corridor.model;

import static io.corridor.model.Wording.number;

import io.corridor.model.Distribution.Beta;
import io.corridor.model.Distribution.Choice;
import io.corridor.model.Distribution.Interval;
import io.corridor.model.Distribution.Lognormal;
import io.corridor.model.Distribution.Normal;
import io.corridor.model.Distribution.Quantiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a distribution in itself, wherever it stands. */
final class Distributions {
  /** Beyond so many standard deviations a normal's tail is no longer a (normal) double. */
  private static final double FARTHEST_SD = 37;

  private static final int MOST_QUANTILES = 9;

  private Distributions() {}

  /** Returns the word of the scenario file: {@code lognormal}. */
  static String word(Distribution distribution) {
    return distribution.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Returns what is wrong with {@code distribution}, if anything is. */
  static Optional<String> defect(Distribution distribution) {
    return Optional.ofNullable(
            distribution.<@Nullable String>match(
                d -> ends(d.low(), d.high()),
                d -> mode(d.low(), d.mode(), d.high()),
                d -> mode(d.low(), d.mode(), d.high()),
                Distributions::normal,
                Distributions::lognormal,
                Distributions::beta,
                Distributions::choice,
                Distributions::quantiles))
        .map(text -> word(distribution) + ": " + text);
  }

  private static @Nullable String quantiles(Quantiles quantiles) {
    List<Double> percents = quantiles.percents();
    List<Double> values = quantiles.values();
    int count = percents.size();
    if (count < 2 || count > MOST_QUANTILES || count != values.size()) {
      return "it needs 2 to %s points, a percent and a value each, not %s"
          .formatted(MOST_QUANTILES, count);
    }
    for (double percent : percents) {
      if (!Range.PERCENTILE.contains(percent)) {
        return "a percent must be " + Range.PERCENTILE.words() + ", not " + number(percent);
      }
    }
    Scale scale = quantiles.scale();
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return "values must be finite numbers, not " + value;
      }
      if (!scale.contains(value)) {
        return off(value, scale);
      }
    }
    String defect = ascending("percents", percents);
    return defect == null ? ascending("values", values) : defect;
  }

  private static @Nullable String off(double value, Scale scale) {
    boolean below = value <= scale.low();
    return ("values must be %s, not %s: some of the paths lie %s each value, and on the scale `%s`"
            + " none lies %s; move it inside, or write a law that has ends, such as `uniform`"
            + " or `triangular`")
        .formatted(
            Range.words(scale.low(), true, scale.high(), true),
            number(value),
            below ? "below" : "above",
            scale.word(),
            below ? "at " + number(scale.low()) + " or below" : "as high");
  }

  private static @Nullable String ascending(String what, List<Double> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        return "%s must ascend, the smaller first, but %s is followed by %s"
            .formatted(what, number(numbers.get(i - 1)), number(numbers.get(i)));
      }
    }
    return null;
  }

  private static @Nullable String ends(double low, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return "its ends must be finite numbers, not " + interval(low, high);
    }
    if (low > high) {
      return "the lower end comes first, but " + interval(low, high) + " descends";
    }
    return Double.isFinite(high - low) ? null : interval(low, high) + " is wider than any double";
  }

  private static @Nullable String mode(double low, double mode, double high) {
    String ends = ends(low, high);
    if (ends != null) {
      return ends;
    }
    return mode >= low && mode <= high
        ? null
        : "the mode must lie between the ends, but %s is outside %s"
            .formatted(number(mode), interval(low, high));
  }

  private static @Nullable String normal(Normal normal) {
    if (!Double.isFinite(normal.mean())) {
      return "the mean must be a finite number, not " + normal.mean();
    }
    if (!Range.NOT_NEGATIVE.contains(normal.sd())) {
      return "the standard deviation must be at least 0, not " + number(normal.sd());
    }
    return normal
        .within()
        .map(within -> truncation(normal.mean(), normal.sd(), within, within))
        .orElse(null);
  }

  private static @Nullable String lognormal(Lognormal lognormal) {
    if (!Range.POSITIVE.contains(lognormal.median())) {
      return "the median must be above 0, not " + number(lognormal.median());
    }
    if (!Range.NOT_NEGATIVE.contains(lognormal.sigma())) {
      return "sigma must be at least 0, not " + number(lognormal.sigma());
    }
    double mean = StrictMath.log(lognormal.median());
    return lognormal
        .within()
        .map(within -> truncation(mean, lognormal.sigma(), logarithm(within), within))
        .orElse(null);
  }

  /** The interval of the logarithm: from −∞ where the lower end isn't positive. */
  private static Interval logarithm(Interval within) {
    return new Interval(
        StrictMath.log(Math.max(0, within.low())), StrictMath.log(Math.max(0, within.high())));
  }

  private static @Nullable String truncation(
      double mean, double sd, Interval normal, Interval within) {
    String ends = ends(within.low(), within.high());
    if (ends != null) {
      return "`within`: " + ends;
    }
    double distance = Math.max(0, Math.max(normal.low() - mean, mean - normal.high()));
    return distance <= FARTHEST_SD * sd
        ? null
        : "nothing of it lies within " + interval(within.low(), within.high());
  }

  private static @Nullable String beta(Beta beta) {
    if (!Range.POSITIVE.contains(beta.alpha()) || !Range.POSITIVE.contains(beta.beta())) {
      return "alpha and beta must be above 0, not " + interval(beta.alpha(), beta.beta());
    }
    String ends = beta.range().map(range -> ends(range.low(), range.high())).orElse(null);
    return ends == null ? null : "`range`: " + ends;
  }

  private static @Nullable String choice(Choice choice) {
    List<Double> values = choice.values();
    List<Double> weights = choice.weights();
    if (values.isEmpty() || values.size() != weights.size()) {
      return "it needs one weight for each value, at least one, but has %s values and %s weights"
          .formatted(values.size(), weights.size());
    }
    Optional<Double> value = values.stream().filter(v -> !Double.isFinite(v)).findFirst();
    if (value.isPresent()) {
      return "values must be finite numbers, not " + value.get();
    }
    return weights(weights).orElse(null);
  }

  /** Returns what is wrong with the {@code weights} of a draw, if anything is. */
  static Optional<String> weights(List<Double> weights) {
    Optional<Double> weight =
        weights.stream().filter(w -> !Range.NOT_NEGATIVE.contains(w)).findFirst();
    if (weight.isPresent()) {
      return Optional.of("weights must be at least 0, not " + number(weight.get()));
    }
    double sum = weights.stream().reduce(0.0, Double::sum);
    return Range.POSITIVE.contains(sum)
        ? Optional.empty()
        : Optional.of("the weights must have a sum above 0, not " + number(sum));
  }

  private static String interval(double low, double high) {
    return "[" + number(low) + ", " + number(high) + "]";
  }
}
