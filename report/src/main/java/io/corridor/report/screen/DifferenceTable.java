package io.corridor.report.screen;

import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Series;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row for each year of the horizon: the base's mean trade at its end, and for each variant the
 * difference of the means and the share of paths on which the variant trades more. Variants that
 * don't fit in the screen continue below.
 */
final class DifferenceTable {
  private static final String LEADING = MetricKind.TOTAL_OF_YEAR.id();

  private final Comparison comparison;
  private final String base;
  private final Screen screen;
  private final List<Integer> lastMonths;

  DifferenceTable(Comparison comparison, String base, Screen screen) {
    this.comparison = comparison;
    this.screen = screen;
    this.base = base;
    this.lastMonths =
        MonthSpan.years(comparison.base().scenario()).stream().map(MonthSpan::last).toList();
  }

  /** Returns the lines, with an empty one at the end; none if no metric is reported by all. */
  List<String> lines() {
    Optional<String> metric = metric();
    if (metric.isEmpty()) {
      return List.of();
    }
    Series series = comparison.base().series(metric.get());
    UnitScale scale = scale(series);
    List<TableColumn> columns = new ArrayList<>();
    columns.add(months());
    columns.add(means(series, scale));
    List<String> lines = new ArrayList<>(title(series.metric(), scale));
    int fixed = columns.size();
    for (String variant : comparison.variants().keySet()) {
      MetricDifference difference = comparison.differences(variant).metric(metric.get());
      List<TableColumn> more = List.of(differences(variant, difference, scale), above(difference));
      screen.addOrContinue(lines, columns, fixed, more);
    }
    lines.addAll(screen.table(columns));
    lines.add("");
    return lines;
  }

  /** Trade over twelve months, or else the first metric that all report. */
  private Optional<String> metric() {
    return Stream.concat(Stream.of(LEADING), comparison.base().series().keySet().stream())
        .filter(
            id ->
                comparison.differences().values().stream()
                    .allMatch(differences -> differences.metrics().containsKey(id)))
        .findFirst();
  }

  private List<String> title(Metric metric, UnitScale scale) {
    PhraseBook phrases = new PhraseBook(comparison.base().scenario());
    String text =
        phrases.subject(metric.id())
            + scale.unitAfterComma()
            + ": means over the paths, and what a variant adds; in per cent: paths on which it is"
            + " larger than "
            + base;
    return screen.wrapped("", Sentences.capitalised(text));
  }

  private UnitScale scale(Series series) {
    return UnitScale.of(
        series.metric(),
        lastMonths.stream().mapToDouble(series::mean).map(Math::abs).reduce(0, Math::max));
  }

  private TableColumn months() {
    Scenario scenario = comparison.base().scenario();
    return TableColumn.text("", lastMonths, month -> Amounts.shortMonth(scenario.month(month)));
  }

  private TableColumn means(Series series, UnitScale scale) {
    return TableColumn.number(base, lastMonths, month -> scale.text(series.mean(month)));
  }

  private TableColumn differences(String name, MetricDifference difference, UnitScale scale) {
    return TableColumn.number(
        name,
        lastMonths,
        month ->
            Estimates.difference(
                difference.mean(month) / scale.divisor(),
                comparison.quantile95() * difference.standardError(month) / scale.divisor()));
  }

  private TableColumn above(MetricDifference difference) {
    return TableColumn.number("", lastMonths, month -> Digits.percent(difference.above(month)));
  }
}
