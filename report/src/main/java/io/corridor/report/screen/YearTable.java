package io.corridor.report.screen;

import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row for each year of the horizon: percentiles of the trade at its end, and means over its
 * months of what else tells most.
 */
final class YearTable {
  private static final String LEADING = MetricKind.TOTAL_OF_YEAR.id();
  private static final String UNSERVED = "unserved";
  private static final String DEPENDENCY = "dependency";

  private final Projection projection;
  private final Screen screen;
  private final PhraseBook phrases;
  private final List<MonthSpan> years;

  YearTable(Projection projection, Screen screen) {
    this.projection = projection;
    this.screen = screen;
    this.phrases = new PhraseBook(projection.scenario());
    this.years = MonthSpan.years(projection.scenario());
  }

  /**
   * Returns the lines of the table; none if nothing is reported that has percentiles worth the
   * name.
   */
  List<String> lines() {
    Optional<Series> leading = leading();
    if (leading.isEmpty()) {
      return List.of();
    }
    List<TableColumn> columns = new ArrayList<>();
    columns.add(monthColumn());
    columns.addAll(percentileColumns(leading.get()));
    int percentiles = columns.size();
    List<String> leftOut = screen.addFitting(columns, meanColumns());
    List<TableColumn> means = columns.subList(percentiles, columns.size());
    List<String> lines =
        new ArrayList<>(screen.wrapped("", title(leading.get(), !means.isEmpty())));
    lines.addAll(screen.table(columns));
    String foot = String.join(" ", carriers(means), Screen.leftOut(leftOut)).strip();
    lines.addAll(foot.isEmpty() ? List.of() : screen.wrapped("", foot));
    return lines;
  }

  private String title(Series series, boolean means) {
    String subject = phrases.subject(series.metric().id());
    return Sentences.capitalised(subject)
        + scale(series).unitAfterComma()
        + ": percentiles over the paths"
        + (means ? "; the rest: means over the year" : "");
  }

  /** Says whose shortage and whose dependency are shown: {@code Unserved: of electricity.} */
  private String carriers(List<TableColumn> means) {
    List<String> heads = means.stream().map(column -> column.head()).toList();
    return projection
        .scenario()
        .energy()
        .map(
            energy ->
                Stream.of(
                        Map.entry(UNSERVED, energy.unservedCarrier()),
                        Map.entry(DEPENDENCY, energy.dependencyCarrier()))
                    .filter(entry -> heads.contains(entry.getKey()))
                    .collect(
                        Collectors.groupingBy(
                            Map.Entry::getValue,
                            LinkedHashMap::new,
                            Collectors.mapping(Map.Entry::getKey, Collectors.joining(" and "))))
                    .entrySet()
                    .stream()
                    .map(of -> of.getValue() + ": of " + of.getKey())
                    .collect(Collectors.joining("; ")))
        .filter(words -> !words.isEmpty())
        .map(words -> Sentences.capitalised(words) + ".")
        .orElse("");
  }

  private Optional<Series> leading() {
    Map<String, Series> series = projection.series();
    return Stream.concat(Stream.ofNullable(series.get(LEADING)), series.values().stream())
        .filter(one -> one.metric().counted() != MetricUnit.SWITCH)
        .findFirst();
  }

  private TableColumn monthColumn() {
    Scenario scenario = projection.scenario();
    return TableColumn.text("", years, year -> Amounts.shortMonth(scenario.month(year.last())));
  }

  private List<TableColumn> percentileColumns(Series series) {
    List<Double> all = series.percentiles();
    Stream<Double> chosen =
        all.size() <= 3
            ? all.stream()
            : Stream.of(all.get(0), middle(all), all.get(all.size() - 1));
    UnitScale scale = scale(series);
    return chosen.map(percentile -> percentileColumn(series, percentile, scale)).toList();
  }

  private TableColumn percentileColumn(Series series, double percentile, UnitScale scale) {
    return TableColumn.number(
        Numbers.percentile(percentile) + " %",
        years,
        year -> scale.text(series.percentile(percentile, year.last())));
  }

  private static double middle(List<Double> percentiles) {
    return percentiles.contains(50.0) ? 50.0 : percentiles.get(percentiles.size() / 2);
  }

  private List<TableColumn> meanColumns() {
    Scenario scenario = projection.scenario();
    List<TableColumn> columns = new ArrayList<>();
    scenario
        .energy()
        .ifPresent(
            energy -> {
              addMean(columns, MetricKind.UNSERVED_SHARE.id(energy.unservedCarrier()), UNSERVED);
              addMean(columns, MetricKind.DEPENDENCY.id(energy.dependencyCarrier()), DEPENDENCY);
            });
    scenario.waivers().keySet().forEach(id -> addMean(columns, MetricKind.COVERAGE.id(id), id));
    addMean(columns, MetricKind.RANK.id(), "rank");
    addMean(columns, MetricKind.COMPLIANCE.id(), "compliance");
    return columns;
  }

  private void addMean(List<TableColumn> columns, String metric, String heading) {
    Series series = projection.series().get(metric);
    if (series == null) {
      return;
    }
    boolean isShare = series.metric().counted() == MetricUnit.FRACTION;
    columns.add(
        TableColumn.number(
            heading,
            years,
            year -> {
              double mean = year.mean(series::mean);
              return isShare ? Digits.percent(mean) : Amounts.decimal(mean, 1);
            }));
  }

  private UnitScale scale(Series series) {
    double largest = 0;
    for (MonthSpan year : years) {
      for (double percentile : series.percentiles()) {
        largest = Math.max(largest, Math.abs(series.percentile(percentile, year.last())));
      }
    }
    return UnitScale.of(series.metric(), largest);
  }
}
