package io.corridor.scenarios.internal.format;

import io.corridor.model.Key;
import io.corridor.model.Range;
import io.corridor.model.Section;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The key {@code fit} of a section: the data that update its numbers.
 *
 * @param to the series or table of `data`
 * @param from first month of the data that are used
 * @param until last month that is used
 * @param widen what its volatility is multiplied by from then on, as forecasts that missed ask for;
 *     if it isn't told, as those of the file's backtest do
 */
@Section("a fit")
public record FitSource(
    @Key String to,
    @Key Optional<YearMonth> from,
    @Key Optional<YearMonth> until,
    @Key(range = Range.FROM_ONE) Optional<Double> widen) {

  /** Returns whether {@code month} is one of those that are used. */
  public boolean has(YearMonth month) {
    return from.stream().noneMatch(month::isBefore) && until.stream().noneMatch(month::isAfter);
  }
}
