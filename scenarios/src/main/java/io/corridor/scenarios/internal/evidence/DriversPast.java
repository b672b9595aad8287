package io.corridor.scenarios.internal.evidence;

import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.fit.Volume;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Driver;
import io.corridor.model.KeyPath;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.format.FittedSection;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What drivers were before the start, for what listens to them: by the series that they are fitted
 * to, or by their points.
 *
 * @param scenario whose drivers
 * @param fitted what is fitted
 * @param series the series of a driver, in the driver's unit
 */
record DriversPast(
    Scenario scenario, Marks fitted, BiFunction<FittedSection, Driver, DataSeries> series) {

  /**
   * Returns ln(X/X(0)) by month, as far as it is known; X(0) is the driver's start, or where that
   * is drawn its last observation.
   *
   * @param values of whose months
   * @throws FitException if nothing is known of it
   */
  Map<YearMonth, Double> of(String id, DataSeries.Values values) {
    Driver driver = scenario.drivers().get(id);
    if (driver == null) {
      return Map.of(); // which the checks complain of
    }
    if (driver instanceof Driver.Constant) {
      return byMonth(values, month -> 0.0);
    }
    if (driver instanceof Driver.Path path) {
      double start = path.points().at(scenario.start());
      return byMonth(values, month -> StrictMath.log(path.points().at(month) / start));
    }
    FittedSection mark =
        fitted.all().stream()
            .filter(candidate -> candidate.key().equals(KeyPath.of("drivers", id)))
            .findFirst()
            .orElseThrow(
                () ->
                    new FitException(
                        Volume.elasticity(id),
                        "needs what "
                            + id
                            + " was in the past: give the driver a `fit` of its own, or points"));
    return observed(id, mark, driver);
  }

  private static Map<YearMonth, Double> byMonth(
      DataSeries.Values values, Function<YearMonth, Double> x) {
    Map<YearMonth, Double> byMonth = new LinkedHashMap<>();
    for (Period period : values.byPeriod().keySet()) {
      for (int t = 0; t < period.every().months(); t++) {
        YearMonth month = period.first().plusMonths(t);
        byMonth.put(month, x.apply(month));
      }
    }
    return byMonth;
  }

  /** The months of a quarter or year are taken to be as its mean. */
  private Map<YearMonth, Double> observed(String id, FittedSection mark, Driver driver) {
    DataSeries data = series.apply(mark, driver);
    if (data.of() == Of.END && data.every() != Every.MONTH) {
      throw new FitException(
          Volume.elasticity(id),
          data.id()
              + " holds the last month of longer periods, which doesn't tell what "
              + id
              + " was in the others; use months, or means");
    }
    DataSeries.Values known = data.knownBefore(scenario.start());
    if (known.count() == 0) {
      return Map.of();
    }
    double start =
        stated(driver)
            .filter(value -> !mark.free().contains("start"))
            .orElseGet(() -> known.byPeriod().lastEntry().getValue());
    Map<YearMonth, Double> byMonth = new LinkedHashMap<>();
    known
        .byPeriod()
        .forEach(
            (period, value) -> {
              for (int t = 0; t < period.every().months(); t++) {
                byMonth.put(period.first().plusMonths(t), StrictMath.log(value / start));
              }
            });
    return byMonth;
  }

  private static Optional<Double> stated(Driver driver) {
    Object start = Declared.get(driver, "start").orElse(Value.ZERO);
    return start instanceof Value.Constant constant && constant.number() > 0
        ? Optional.of(constant.number())
        : Optional.empty();
  }
}
