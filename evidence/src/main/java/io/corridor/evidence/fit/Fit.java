package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.SignificantDigits;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * What data made of some numbers of a scenario.
 *
 * @param key of what was fitted: {@code drivers.brent}
 * @param series name of the series
 * @param from first period used
 * @param to last period used
 * @param n number of observations used
 * @param priors by name of the number; what has none is not in here
 * @param posterior draws by name of the number, those without a prior last
 * @param fitted one-step forecasts at the posterior medians, oldest first; of tables none
 * @param counted what a table's rows say, in words; of series none
 * @param warnings in words, none if there is nothing to say
 */
public record Fit(
    String key,
    String series,
    Period from,
    Period to,
    int n,
    Map<String, Prior> priors,
    Posterior posterior,
    List<Fitted> fitted,
    List<String> counted,
    List<String> warnings) {
  /** Names of the numbers that are multiplied where a fit is widened. */
  public static final Set<String> SPREADS =
      Set.of("volatility", "jump-mean", "jump-sd", Volume.VOLATILITY);

  private static final double Z95 = 1.6448536269514722;

  /** All that a fit depends on: equal requests make equal fits. */
  public interface Request {

    /**
     * Checks all that can be told of a fit before it is made, which takes no time beside making it.
     *
     * @return what makes it, unless the data don't determine its numbers
     * @throws FitException if there is too little to fit, or it can't be fitted to
     */
    Supplier<Fit> prepare();

    /** Returns the periods that are observed and used; of tables none. */
    default Set<Period> periods() {
      return Set.of();
    }

    /**
     * Makes the fit.
     *
     * @return draws of the numbers that aren't known
     * @throws FitException if there is too little to fit, or it doesn't determine the numbers
     */
    default Fit make() {
      return prepare().get();
    }
  }

  /** Copies the collections, keeping their order. */
  public Fit {
    priors = Collections.unmodifiableMap(new LinkedHashMap<>(priors));
    fitted = List.copyOf(fitted);
    counted = List.copyOf(counted);
    warnings = List.copyOf(warnings);
  }

  /**
   * A forecast of an observation from those before it, by the posterior medians.
   *
   * @param period of the observation
   * @param actual what it was
   * @param low 5th percentile of the forecast
   * @param median of the forecast
   * @param high 95th percentile
   * @param residual its error in standard deviations, of the logarithm where logarithms are fitted
   */
  public record Fitted(
      Period period, double actual, double low, double median, double high, double residual) {

    private static Fitted of(SeriesLikelihood.OneStep step, DoubleUnaryOperator value) {
      return new Fitted(
          step.period(),
          value.applyAsDouble(step.actual()),
          value.applyAsDouble(step.mean() - Z95 * step.sd()),
          value.applyAsDouble(step.mean()),
          value.applyAsDouble(step.mean() + Z95 * step.sd()),
          step.residual());
    }
  }

  /**
   * Returns how much narrower the data made a number: 1 − the ratio of the widths of its 90 %
   * intervals; empty where it has no prior.
   */
  public Optional<Double> narrowed(String number) {
    return Optional.ofNullable(priors.get(number))
        .map(
            prior ->
                1
                    - (posterior.percentile(number, 95) - posterior.percentile(number, 5))
                        / (prior.percentile(95) - prior.percentile(5)));
  }

  /** Returns this fit with something more said of it. */
  public Fit withWarning(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Fit(key, series, from, to, n, priors, posterior, fitted, counted, more);
  }

  /** Returns tests of what the fit leaves over; of tables none, NaN. */
  public Residuals residuals() {
    return tested(fitted);
  }

  /**
   * Returns the probability of such differences between calendar months in what the fit leaves over
   * if there is no season that it misses; empty for years, and where there are too few months.
   */
  public Optional<Double> seasonP() {
    return Residuals.seasonP(fitted);
  }

  /**
   * Returns how what the fit leaves over adds up over horizons in months; those that are no whole
   * number of periods, of one, or with too few periods are left out. Gaps are passed over.
   */
  public Map<Integer, VarianceRatio> varianceRatios(List<Integer> horizons) {
    Map<Integer, VarianceRatio> ratios = new LinkedHashMap<>();
    double[] shocks = left(fitted);
    int months = from.every().months();
    for (int horizon : horizons) {
      if (horizon % months == 0) {
        VarianceRatio.of(shocks, horizon / months).ifPresent(ratio -> ratios.put(horizon, ratio));
      }
    }
    return ratios;
  }

  private static Residuals tested(List<Fitted> fitted) {
    return Residuals.of(left(fitted));
  }

  private static double[] left(List<Fitted> fitted) {
    return fitted.stream().mapToDouble(Fitted::residual).toArray();
  }

  /** Returns this fit with a column of draws that has no prior. */
  Fit withDraws(String name, double[] draws) {
    Posterior more = posterior.with(name, draws);
    return new Fit(key, series, from, to, n, priors, more, fitted, counted, warnings);
  }

  /**
   * Makes a fit to a series.
   *
   * @param value makes a value of what the forecasts are of
   */
  static Fit of(
      String key,
      String series,
      Map<String, Prior> priors,
      Posterior posterior,
      DataSeries.Values values,
      List<SeriesLikelihood.OneStep> forecasts,
      DoubleUnaryOperator value) {
    return of(
        key,
        series,
        values.first().orElseThrow(),
        values.last().orElseThrow(),
        values.count(),
        priors,
        posterior,
        forecasts.stream().map(step -> Fitted.of(step, value)).toList(),
        List.of());
  }

  /** Makes a fit to the rows of a table. */
  static Fit ofTable(
      String key,
      String series,
      YearMonth from,
      YearMonth to,
      int n,
      Map<String, Prior> priors,
      Posterior posterior,
      List<String> counted) {
    return of(
        key,
        series,
        new Period(Every.MONTH, from),
        new Period(Every.MONTH, to),
        n,
        priors,
        posterior,
        List.of(),
        counted);
  }

  /** Makes a fit, and says what is odd about it. */
  private static Fit of(
      String key,
      String series,
      Period from,
      Period to,
      int n,
      Map<String, Prior> priors,
      Posterior posterior,
      List<Fitted> fitted,
      List<String> counted) {
    List<String> warnings = new ArrayList<>(tested(fitted).warnings());
    warnings.addAll(disagreements(priors, posterior));
    return new Fit(key, series, from, to, n, priors, posterior, fitted, counted, warnings);
  }

  private static List<String> disagreements(Map<String, Prior> priors, Posterior posterior) {
    List<String> warnings = new ArrayList<>();
    priors.forEach(
        (name, prior) -> {
          double median = posterior.percentile(name, 50);
          if (median < prior.percentile(1) || median > prior.percentile(99)) {
            warnings.add(
                "%s: data and judgement disagree: the data say about %s, the prior from %s to %s"
                    .formatted(
                        name,
                        rounded(median),
                        rounded(prior.percentile(1)),
                        rounded(prior.percentile(99))));
          }
        });
    return warnings;
  }

  private static String rounded(double number) {
    return SignificantDigits.plain(number, 4);
  }
}
