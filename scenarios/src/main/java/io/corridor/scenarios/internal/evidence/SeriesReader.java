package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.DataSeries.Observation;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Origin;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
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
  private static final List<String> KEYS =
      List.of(
          "file", "date", "value", "unit", "every", "of", "where", "lag", "published", Shown.KEY);

  /** Most mistakes of one file that are told; they are alike. */
  private static final int MOST_FLAWS = 10;

  private final KeyReader part;
  private final String id;
  private final SeriesUnit unit;
  private final Optional<Every> every;
  private final Map<String, String> where;
  private final List<Observation> observations = new ArrayList<>();
  private final Map<Period, Cell> seen = new HashMap<>();
  private final Map<Period, Position> places = new HashMap<>();
  private final CsvTable table;
  private int flaws;

  private SeriesReader(String id, KeyReader part, CsvTable table) {
    this.table = table;
    this.part = part;
    this.id = id;
    this.unit = SeriesUnit.parse(part.text("unit", false, "a unit").orElse(""));
    this.every = part.every();
    this.where = part.texts("where");
  }

  /**
   * A series, and where it stands.
   *
   * @param values the series
   * @param places of a period's last value
   * @param source its file, and what that says of itself
   * @param part what the scenario says of it
   */
  record Placed(DataSeries values, Map<Period, Position> places, String source, KeyReader part) {}

  /** Returns the series {@code id}; empty, and told, if it can't be read. */
  static Optional<Placed> read(String id, KeyReader part) {
    part.refuseUnknown(KEYS);
    Optional<String> file = part.text("file", true, "a CSV file in the scenario's folder");
    return file.flatMap(
        name -> open(part, name).flatMap(table -> new SeriesReader(id, part, table).read(name)));
  }

  /** Returns the file of a series that could be read, and what the file says of itself. */
  private static String source(KeyReader part) {
    String file = part.text("file", true, "").orElseThrow();
    try {
      Folder.Found found = part.at("file").origin().folder().open(file);
      String remark =
          CsvTable.remark(Utf8.decode(found.bytes(), Origin.file(found.name(), found.folder())));
      return remark.isEmpty() ? file : file + ": " + remark;
    } catch (IOException | YamlException e) {
      throw new IllegalStateException("the file of a series that was read can't be read", e);
    }
  }

  private Optional<Placed> read(String file) {
    int lag = part.whole("lag", 0).orElse(0);
    Optional<Of> of = part.word("of", Of.values(), Of::word);
    if (part.has("date")) {
      tidy();
    } else {
      wide();
    }
    if (flaws > 0) {
      return Optional.empty();
    }
    if (observations.isEmpty()) {
      part.wrong(
          "file",
          file + " has no value of this series" + (where.isEmpty() ? "" : "; no row is " + where));
      return Optional.empty();
    }
    Every length = observations.get(0).period().every();
    return Optional.of(
        new Placed(
            new DataSeries(id, length, unit.unit(), of.orElse(unit.of()), lag, observations),
            places,
            source(part),
            part));
  }

  private static Optional<CsvTable> open(KeyReader part, String file) {
    try {
      Folder.Found found = part.at("file").origin().folder().open(file);
      Origin origin = Origin.file(found.name(), found.folder());
      return Optional.of(CsvTable.parse(Utf8.decode(found.bytes(), origin), origin));
    } catch (IOException e) {
      part.wrong("file", Folder.reason(e));
    } catch (YamlException e) {
      part.flaws()
          .accept(
              new io.corridor.scenarios.internal.yaml.Flaw(
                  e.flaw().at(), part.key(), e.flaw().message()));
    }
    return Optional.empty();
  }

  // -------------------------------------------------------------------------------------- tidy

  private void tidy() {
    Optional<String> date = part.text("date", true, "the name of the column of periods");
    Optional<String> value = part.text("value", true, "the name of the column of values");
    Optional<String> published = part.text("published", false, "the name of a column of days");
    if (date.isEmpty() || value.isEmpty()) {
      flaws++;
      return;
    }
    List<String> names = new ArrayList<>(List.of(date.get(), value.get()));
    names.addAll(where.keySet());
    published.ifPresent(names::add);
    Optional<Integer> header = header(names);
    if (header.isEmpty()) {
      return;
    }
    List<String> columns = table.rows().get(header.get()).stream().map(Cell::text).toList();
    int dateAt = columns.indexOf(date.get());
    int valueAt = columns.indexOf(value.get());
    int publishedAt = published.map(columns::indexOf).orElse(-1);
    for (List<Cell> row : table.rows().subList(header.get() + 1, table.rows().size())) {
      if (isKept(row, columns)) {
        Cell day = publishedAt < 0 ? null : CsvTable.cell(row, publishedAt);
        add(CsvTable.cell(row, dateAt), CsvTable.cell(row, valueAt), day);
      }
    }
  }

  private boolean isKept(List<Cell> row, List<String> columns) {
    return where.entrySet().stream()
        .allMatch(
            wanted ->
                CsvTable.cell(row, columns.indexOf(wanted.getKey()))
                    .text()
                    .equals(wanted.getValue()));
  }

  /** Returns the row of the names of the columns; tells what is missing if there is none. */
  private Optional<Integer> header(List<String> names) {
    Optional<Integer> header = table.header(names);
    if (header.isEmpty()) {
      List<String> first = table.rows().isEmpty() ? List.of() : texts(bestHeader(names));
      names.stream()
          .filter(name -> !first.contains(name))
          .forEach(
              name ->
                  wrong(
                      table.rows().isEmpty() ? null : bestHeader(names).get(0),
                      "there is no column "
                          + quote(name)
                          + (Nearest.hint(name, first).isEmpty()
                              ? "; there are " + String.join(", ", first)
                              : Nearest.hint(name, first))));
    }
    return header;
  }

  /** Returns the row that has most of the names: probably the one that was meant. */
  private List<Cell> bestHeader(List<String> names) {
    List<Cell> best = table.rows().get(0);
    for (List<Cell> row : table.rows()) {
      if (count(row, names) > count(best, names)) {
        best = row;
      }
    }
    return best;
  }

  private static long count(List<Cell> row, List<String> names) {
    return names.stream().filter(texts(row)::contains).count();
  }

  private static List<String> texts(List<Cell> row) {
    return row.stream().map(Cell::text).toList();
  }

  // -------------------------------------------------------------------------------------- wide

  private void wide() {
    if (part.has("value")) {
      part.wrong("", "has a `value` and no `date`, the name of the column of periods");
      flaws++;
      return;
    }
    List<String> names = List.copyOf(where.keySet());
    List<Cell> head = null;
    for (List<Cell> row : table.rows()) {
      if (head == null && texts(row).containsAll(names) && periods(row).size() >= 2) {
        head = row;
      } else if (head != null && isKept(row, texts(head))) {
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
      flaws++;
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
    Optional<BigDecimal> number = table.number(value);
    if (number.isEmpty()) {
      wrong(value, "must be " + table.numberNoun() + ", or blank; found " + quote(value.text()));
      return;
    }
    Optional<LocalDate> published = day == null ? Optional.empty() : day(day);
    if (day != null && published.isEmpty()) {
      return;
    }
    Cell earlier = seen.putIfAbsent(period.get(), date);
    if (earlier != null && day == null) {
      wrong(
          date,
          period.get()
              + " is there twice, first in line "
              + earlier.at().line()
              + "; say by `where` which rows are meant, or by `published` when each was out");
      return;
    }
    Period first = observations.isEmpty() ? period.get() : observations.get(0).period();
    if (first.every() != period.get().every() || first.until(period.get()).isEmpty()) {
      wrong(
          date,
          quote(date.text())
              + " doesn't fit with "
              + first
              + ": a series has months, quarters or years, all of one length; say `every` if these"
              + " are the ends of longer periods");
      return;
    }
    places.put(period.get(), value.at());
    observations.add(
        new Observation(period.get(), unit.convert(number.get(), period.get()), published));
  }

  private Optional<Period> period(Cell date) {
    String text = date.text().replaceFirst(" \\[YR\\d{4}]$", "");
    Optional<Period> period = Period.parse(text);
    if (period.isEmpty()) {
      wrong(
          date,
          "must be a month (2019-03), a quarter (2019Q1), a year (2019) or a day (2019-03-31);"
              + " found "
              + (text.isEmpty() ? "nothing" : quote(text)));
      return period;
    }
    if (every.isEmpty() || every.get() == period.get().every()) {
      return period;
    }
    if (period.get().every() != Every.MONTH) {
      wrong(
          date,
          "must be a month or day, the last of its "
              + every.get().word()
              + "; found "
              + quote(text));
      return Optional.empty();
    }
    return period.map(month -> month.ending(every.get()));
  }

  private Optional<LocalDate> day(Cell cell) {
    try {
      return Optional.of(LocalDate.parse(cell.text()));
    } catch (DateTimeException e) {
      wrong(cell, "must be a day such as 2019-03-31; found " + quote(cell.text()));
      return Optional.empty();
    }
  }

  private void wrong(@Nullable Cell cell, String message) {
    flaws++;
    if (flaws > MOST_FLAWS) {
      return;
    }
    if (cell == null) {
      part.wrong("file", message);
      return;
    }
    part.flaws().accept(CsvTable.flaw(cell, part.key(), message));
  }
}
