package io.corridor.report.screen;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Scale;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row for each year of the horizon: percentiles of the trade at its end, and means over its
 * months of what else tells most. At most 80 columns wide.
 */
final class YearTable {
  private static final int WIDTH = 80;
  private static final String LEADING = "total.12m";
  private static final String INDENT = "  ";

  private final Projection projection;
  private final PhraseBook phrases;
  private final List<Integer> lastMonths;

  YearTable(Projection projection) {
    this.projection = projection;
    this.phrases = new PhraseBook(projection.scenario());
    this.lastMonths = lastMonths(projection.scenario());
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
    List<Column> columns = new ArrayList<>();
    columns.add(monthColumn());
    columns.addAll(percentileColumns(leading.get()));
    int width = columns.stream().mapToInt(Column::width).sum() + INDENT.length();
    List<Column> means = meanColumns();
    for (Column mean : means) {
      if (width + mean.width() <= WIDTH) {
        columns.add(mean);
        width += mean.width();
      }
    }
    boolean hasMeans = columns.get(columns.size() - 1).isMean();
    return lines(title(leading.get(), hasMeans), columns);
  }

  private static List<String> lines(String title, List<Column> columns) {
    List<String> lines = new ArrayList<>(List.of(title));
    int rows = columns.get(0).cells().size();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder(INDENT);
      for (Column column : columns) {
        line.append(column.padded(row));
      }
      lines.add(line.toString().replace(Amounts.NO_BREAK, ' ').stripTrailing());
    }
    return lines;
  }

  private String title(Series series, boolean means) {
    String subject = phrases.subject(series.metric().id());
    String unit = scale(series).unit();
    return Character.toUpperCase(subject.charAt(0))
        + subject.substring(1)
        + (unit.isEmpty() ? "" : ", " + unit)
        + ": percentiles over the paths"
        + (means ? "; the rest: means over the year" : "");
  }

  private Optional<Series> leading() {
    Map<String, Series> series = projection.series();
    return Stream.concat(Stream.ofNullable(series.get(LEADING)), series.values().stream())
        .filter(one -> !Scale.isSwitch(one.metric()))
        .findFirst();
  }

  private Column monthColumn() {
    List<String> cells = new ArrayList<>(List.of(""));
    for (int month : lastMonths) {
      YearMonth calendar = projection.scenario().month(month);
      cells.add(Amounts.shortMonth(calendar));
    }
    return new Column(cells, true, false);
  }

  private List<Column> percentileColumns(Series series) {
    List<Double> all = series.percentiles();
    Stream<Double> chosen =
        all.size() <= 3
            ? all.stream()
            : Stream.of(all.get(0), middle(all), all.get(all.size() - 1));
    Scale scale = scale(series);
    return chosen.map(percentile -> percentileColumn(series, percentile, scale)).toList();
  }

  private Column percentileColumn(Series series, double percentile, Scale scale) {
    List<String> cells = new ArrayList<>(List.of(Numbers.percentile(percentile) + " %"));
    for (int month : lastMonths) {
      cells.add(scale.text(series.percentile(percentile, month)));
    }
    return new Column(cells, false, false);
  }

  private static double middle(List<Double> percentiles) {
    return percentiles.contains(50.0) ? 50.0 : percentiles.get(percentiles.size() / 2);
  }

  private List<Column> meanColumns() {
    Scenario scenario = projection.scenario();
    List<Column> columns = new ArrayList<>();
    scenario
        .energy()
        .ifPresent(
            energy -> {
              addMean(
                  columns, "energy." + energy.unservedCarrier() + ".unserved-share", "unserved");
              addMean(
                  columns, "energy." + energy.dependencyCarrier() + ".dependency", "dependency");
            });
    scenario.waivers().keySet().forEach(id -> addMean(columns, "waiver." + id + ".coverage", id));
    addMean(columns, "rank", "rank");
    addMean(columns, "compliance", "compliance");
    return columns;
  }

  private void addMean(List<Column> columns, String metric, String heading) {
    Series series = projection.series().get(metric);
    if (series == null) {
      return;
    }
    List<String> cells = new ArrayList<>(List.of(heading));
    int from = 0;
    for (int last : lastMonths) {
      double sum = 0;
      for (int month = from; month <= last; month++) {
        sum += series.mean(month);
      }
      double mean = sum / (last + 1 - from);
      cells.add(
          series.metric().unit().equals("fraction")
              ? Amounts.decimal(100 * mean, 0) + " %"
              : Amounts.decimal(mean, 1));
      from = last + 1;
    }
    columns.add(new Column(cells, false, true));
  }

  /** The Decembers of the horizon, and its last month. */
  static List<Integer> lastMonths(Scenario scenario) {
    List<Integer> months = new ArrayList<>();
    for (int month = 0; month < scenario.months(); month++) {
      if (scenario.month(month).getMonthValue() == 12 || month == scenario.months() - 1) {
        months.add(month);
      }
    }
    return months;
  }

  private Scale scale(Series series) {
    double largest = 0;
    for (int month : lastMonths) {
      for (double percentile : series.percentiles()) {
        largest = Math.max(largest, Math.abs(series.percentile(percentile, month)));
      }
    }
    return Scale.of(series.metric(), largest);
  }

  /** The cells of a column, its heading first. */
  private record Column(List<String> cells, boolean left, boolean isMean) {

    int width() {
      return cells.stream().mapToInt(String::length).max().orElse(0) + 3;
    }

    String padded(int row) {
      String cell = cells.get(row);
      String space = " ".repeat(width() - cell.length());
      return left ? cell + space : space + cell;
    }
  }
}
