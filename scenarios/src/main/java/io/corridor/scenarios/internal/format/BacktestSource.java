package io.corridor.scenarios.internal.format;

import io.corridor.model.Key;
import io.corridor.model.Range;
import io.corridor.model.Section;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The section {@code backtest}.
 *
 * @param origins the months at which the scenario is put back to its past
 * @param horizons months from an origin to the end of what is forecast
 * @param series what happened, by metric
 * @param questions whether questions are scored whose truth the series show
 * @param tables whether the rows of tables, decisions on waivers and steps of the regime, are each
 *     foretold from those before
 * @param widen whether fits that don't state it are widened by what these forecasts miss
 * @param variant a variant that says what must differ in the past
 */
@Section("a backtest")
public record BacktestSource(
    @Key List<YearMonth> origins,
    @Key(range = Range.HORIZON, form = "a list of months ahead, such as [3, 6, 12]")
        List<Integer> horizons,
    @Key(form = "a mapping of metrics to series of `data`", refers = Key.Refers.METRIC)
        Map<String, String> series,
    @Key(absent = "false") boolean questions,
    @Key(absent = "false") boolean tables,
    @Key(absent = "true") boolean widen,
    @Key Optional<String> variant) {

  /**
   * Origins at equal distances.
   *
   * @param from the first
   * @param to the last, if one falls on it
   * @param every months from one to the next
   */
  @Section("a range of origins")
  record Origins(@Key YearMonth from, @Key YearMonth to, @Key(range = Range.HORIZON) int every) {

    /** Returns them. */
    Stream<YearMonth> months() {
      return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(every));
    }
  }
}
