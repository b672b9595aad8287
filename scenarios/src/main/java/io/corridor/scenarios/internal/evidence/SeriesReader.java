package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.DataSeries.Observation;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.scenarios.internal.csv.CsvColumns;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.format.SeriesSource;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.format.Sited;
import io.corridor.scenarios.internal.yaml.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one series of a scenario's `data` from its CSV file.
 *
 * <p>Tidy files have a column of periods and one of values, maybe of many series, of which `where`
 * keeps one. Wide files have a column for each period: there `date` and `value` are left out, and
 * `where` finds the row. What stands above the names of the columns, such as a title, is skipped.
 */
final class SeriesReader {
  private final Sited<SeriesSource> part;
  private final String id;
  private final SeriesUnit unit;
  private final Optional<Every> every;
  private final Map<String, String> where;
  private final List<Observation> observations = new ArrayList<>();
  private final Map<Period, Cell> seen = new HashMap<>();
  private final Map<Period, Position> places = new HashMap<>();
  private final CsvTable table;
  private final CsvColumns csv;
  private boolean isSpoiled;

  private SeriesReader(String id, Sited<SeriesSource> part, CsvTable table) {
    this.table = table;
    this.csv = TableReader.columns(part, table);
    this.part = part;
    this.id = id;
    this.unit = SeriesUnit.parse(part.says().unit().orElse(""));
    this.every = part.says().every();
    this.where = part.says().where();
  }

  /**
   * A series, and where it stands.
   *
   * @param values the series
   * @param places of a period's last value
   * @param source its file, and what that says of itself
   * @param part what the scenario says of it
   */
  record Placed(
      DataSeries values, Map<Period, Position> places, String source, Sited<SeriesSource> part) {}

  /** Returns the series {@code id}; empty, and told, if it can't be read. */
  static Optional<Placed> read(String id, Sited<SeriesSource> part) {
    return TableReader.open(part).flatMap(table -> new SeriesReader(id, part, table).read());
  }

  private Optional<Placed> read() {
    SeriesSource says = part.says();
    if (says.lag().isPresent() && says.published().isPresent()) {
      part.wrong(
          "lag", "stands beside `published`, which says when each value was out; one will do");
    }
    if (says.date().isPresent()) {
      tidy();
    } else {
      wide();
    }
    if (csv.flaws() > 0 || isSpoiled) {
      return Optional.empty();
    }
    if (observations.isEmpty()) {
      part.wrong(
          "file",
          says.file()
              + " has no value of this series"
              + (where.isEmpty() ? "" : "; no row is " + where));
      return Optional.empty();
    }
    Every length = observations.get(0).period().every();
    return Optional.of(
        new Placed(
            new DataSeries(
                id,
                length,
                unit.unit(),
                says.of().orElse(unit.of()),
                says.lag().orElse(0),
                observations),
            places,
            TableReader.source(part, table),
            part));
  }

  // -------------------------------------------------------------------------------------- tidy

  private void tidy() {
    Optional<String> date = part.says().date();
    Optional<String> value = TableReader.needed(part, "value", part.says().value(), "values");
    Optional<String> published = part.says().published();
    if (date.isEmpty() || value.isEmpty()) {
      isSpoiled = true;
      return;
    }
    List<String> names = new ArrayList<>(List.of(date.get(), value.get()));
    published.ifPresent(names::add);
    csv.rows(names, where)
        .ifPresent(
            rows ->
                rows.forEach(
                    row ->
                        add(
                            row.cell(date.get()),
                            row.cell(value.get()),
                            published.map(row::cell).orElse(null))));
  }

  // -------------------------------------------------------------------------------------- wide

  private void wide() {
    if (part.says().value().isPresent()) {
      part.wrong("", "has a `value` and no `date`, the name of the column of periods");
      isSpoiled = true;
      return;
    }
    List<String> names = List.copyOf(where.keySet());
    List<Cell> head = null;
    for (List<Cell> row : table.rows()) {
      if (head == null && CsvColumns.texts(row).containsAll(names) && periods(row).size() >= 2) {
        head = row;
      } else if (head != null && csv.takes(row, head, where)) {
        for (Map.Entry<Integer, Period> entry : periods(head).entrySet()) {
          add(head.get(entry.getKey()), CsvTable.cell(row, entry.getKey()), null);
        }
      }
    }
    if (head == null) {
      part.wrong(
          "",
          "say `date` and `value`, the names of the columns of periods and of values; no row of the"
              + " file names "
              + (names.isEmpty() ? "" : String.join(", ", names) + " and ")
              + "two or more periods, as a file with a column for each period does");
      isSpoiled = true;
    }
  }

  /** Returns the columns that are named after periods, the World Bank's `2019 [YR2019]` too. */
  private static Map<Integer, Period> periods(List<Cell> head) {
    Map<Integer, Period> periods = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      int column = i;
      Period.parse(head.get(i).text().replaceFirst(" \\[YR\\d{4}]$", ""))
          .ifPresent(period -> periods.put(column, period));
    }
    return periods;
  }

  // -------------------------------------------------------------------------------------- cells

  private void add(Cell date, Cell value, @Nullable Cell day) {
    Optional<Period> period = period(date);
    if (period.isEmpty() || value.isMissing()) {
      return;
    }
    Optional<BigDecimal> number = csv.number(value, ", or blank");
    Optional<LocalDate> published = day == null ? Optional.empty() : csv.day(day);
    if (number.isEmpty() || day != null && published.isEmpty()) {
      return;
    }
    Cell earlier = seen.putIfAbsent(period.get(), date);
    if (earlier != null && day == null) {
      csv.wrong(
          date,
          period.get()
              + " is there twice, first in line "
              + earlier.at().line()
              + "; say by `where` which rows are meant, or by `published` when each was out");
      return;
    }
    Period first = observations.isEmpty() ? period.get() : observations.get(0).period();
    if (first.until(period.get()).isEmpty()) {
      csv.wrong(
          date,
          quote(date.text())
              + " doesn't fit with "
              + first
              + ": a series has months, quarters or years, all of one length; say `every` if these"
              + " are the ends of longer periods");
      return;
    }
    double converted = unit.convert(number.get(), period.get());
    places.put(period.get(), value.at());
    observations.add(new Observation(period.get(), converted, published));
  }

  private Optional<Period> period(Cell date) {
    String text = date.text().replaceFirst(" \\[YR\\d{4}]$", "");
    Optional<Period> period =
        csv.period(
            text,
            "a month (2019-03), a quarter (2019Q1), a year (2019), a day (2019-03-31) or months"
                + " with a slash (2018-04/2019-03)",
            date);
    if (period.isPresent() && Every.of(period.get().months()).isEmpty()) {
      return csv.mustBe("a month, three months or twelve, of which series are", date);
    }
    if (period.isEmpty() || every.isEmpty() || period.get().isOf(every.get())) {
      return period;
    }
    if (!period.get().isOf(Every.MONTH)) {
      return csv.mustBe("a month or day, the last of its " + every.get().word(), date);
    }
    return period.map(month -> month.ending(every.get()));
  }
}
