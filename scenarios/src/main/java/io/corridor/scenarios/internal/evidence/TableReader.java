package io.corridor.scenarios.internal.evidence;

import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import io.corridor.scenarios.internal.csv.CsvColumns;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Position;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads those entries of a scenario's `data` that aren't series of numbers, each from its CSV file:
 * what was decided of waivers, what became of plants, which regime a month had.
 */
final class TableReader {
  private static final List<String> GRANTS = List.of("granted", "from");
  private static final List<String> PLANTS = List.of("planned", "done", "cancelled", "seen");

  private final KeyReader part;
  private final CsvColumns columns;
  private final String source;

  private TableReader(KeyReader part, CsvTable table) {
    this.part = part;
    this.columns = part.columns(table);
    this.source = source(part.text("file", true, "").orElseThrow(), table);
  }

  /** Returns the name of a file and what it says of itself. */
  static String source(String file, CsvTable table) {
    return table.remark().isEmpty() ? file : file + ": " + table.remark();
  }

  /**
   * A table that was read.
   *
   * @param id its name
   * @param rows in the order of the file
   * @param source its file, and what that says of itself
   * @param <T> what a row says
   */
  record Table<T>(String id, List<Row<T>> rows, String source) {}

  /**
   * A row.
   *
   * @param says what it says
   * @param at where it stands
   */
  record Row<T>(T says, Position at) {}

  /**
   * The regime of a month.
   *
   * @param month the month
   * @param known the month from which on it was known
   * @param regime its name
   */
  record InForce(YearMonth month, YearMonth known, String regime) {}

  /** What the rows of an entry are. */
  enum Kind {
    NUMBERS,
    GRANTS,
    PLANTS,
    REGIMES
  }

  /** Returns what the rows of an entry that nothing names are, as its file shows. */
  static Kind kind(KeyReader part) {
    boolean alone = part.node().entries().size() == 1;
    boolean words = part.has("date") && part.has("value") && !part.has("unit");
    Optional<CsvTable> table =
        (alone || words) && part.has("file")
            ? new KeyReader(part.key(), part.node(), flaw -> {}).table()
            : Optional.empty();
    if (table.isEmpty()) {
      return Kind.NUMBERS;
    }
    if (words) {
      Optional<String> value = part.text("value", false, "");
      boolean number =
          CsvColumns.below(table.get(), value.orElse("")).stream()
              .anyMatch(cell -> table.get().number(cell).isPresent());
      return number ? Kind.NUMBERS : Kind.REGIMES;
    }
    return table.get().header(GRANTS).isPresent()
        ? Kind.GRANTS
        : table.get().header(PLANTS).isPresent() ? Kind.PLANTS : Kind.NUMBERS;
  }

  /** Returns what was decided of waivers; empty, and told, if it can't be read. */
  static Optional<Table<Grant>> grants(String id, KeyReader part) {
    return read(part, List.of("file"), reader -> reader.rows(id, GRANTS, reader::grant));
  }

  /** Returns what became of plants; empty, and told, if it can't be read. */
  static Optional<Table<Plant>> plants(String id, KeyReader part) {
    return read(part, List.of("file"), reader -> reader.rows(id, PLANTS, reader::plant));
  }

  /** Returns the regimes of past months; empty, and told, if they can't be read. */
  static Optional<Table<InForce>> regimes(String id, KeyReader part) {
    Optional<String> date = part.text("date", true, "the name of the column of months");
    Optional<String> value = part.text("value", true, "the name of the column of regimes");
    if (date.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    int lag = part.whole("lag", 0).orElse(0);
    Map<YearMonth, Cell> seen = new HashMap<>();
    return read(
        part,
        List.of("file", "date", "value", "where", "lag"),
        reader ->
            reader.rows(
                id,
                List.of(date.get(), value.get()),
                row -> reader.inForce(row, date.get(), value.get(), lag, seen)));
  }

  private static <T> Optional<Table<T>> read(
      KeyReader part, List<String> keys, Function<TableReader, Optional<Table<T>>> rows) {
    part.refuseUnknown(keys);
    return part.table().flatMap(table -> rows.apply(new TableReader(part, table)));
  }

  private <T> Optional<Table<T>> rows(
      String id, List<String> needed, Function<CsvColumns.Row, Optional<T>> each) {
    Map<String, String> where = part.texts("where");
    List<Row<T>> rows = new ArrayList<>();
    for (CsvColumns.Row row : columns.rows(needed, where).orElse(List.of())) {
      each.apply(row).ifPresent(says -> rows.add(new Row<>(says, row.at())));
    }
    if (columns.flaws() > 0) {
      return Optional.empty();
    }
    if (rows.isEmpty()) {
      part.wrong("file", "has no rows" + (where.isEmpty() ? "" : "; no row is " + where));
      return Optional.empty();
    }
    return Optional.of(new Table<>(id, rows, source));
  }

  // ------------------------------------------------------------------------------------ waivers

  private Optional<Grant> grant(CsvColumns.Row row) {
    Optional<Boolean> granted = truth(row.cell("granted"));
    Optional<LocalDate> from = columns.day(row.cell("from"));
    if (granted.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> regime =
        Optional.of("regime")
            .filter(row::has)
            .map(row::cell)
            .filter(cell -> !cell.isMissing())
            .map(Cell::text);
    return days(row, from.get())
        .map(
            days ->
                new Grant(
                    from.get(), granted.get(), regime, granted.get() ? days : OptionalInt.empty()));
  }

  /** Returns the length of a grant, which may not be told; empty where it is wrong. */
  private Optional<OptionalInt> days(CsvColumns.Row row, LocalDate from) {
    if (row.has("days") && !row.cell("days").isMissing()) {
      Cell cell = row.cell("days");
      if (!cell.text().matches("[1-9]\\d{0,4}")) {
        return columns.mustBe("a whole number of days", cell);
      }
      return Optional.of(OptionalInt.of(Integer.parseInt(cell.text())));
    }
    if (row.has("until") && !row.cell("until").isMissing()) {
      Cell cell = row.cell("until");
      return columns
          .day(cell)
          .flatMap(
              until ->
                  until.isBefore(from)
                      ? columns.wrong(
                          cell, "must not be before " + from + ", from which on it holds")
                      : Optional.of(
                          OptionalInt.of(
                              Math.toIntExact(ChronoUnit.DAYS.between(from, until)) + 1)));
    }
    return Optional.of(OptionalInt.empty());
  }

  // ------------------------------------------------------------------------------------- plants

  private Optional<Plant> plant(CsvColumns.Row row) {
    Optional<YearMonth> planned = columns.month(row.cell("planned"));
    Cell end = row.cell("done");
    Optional<YearMonth> done = end.isMissing() ? Optional.empty() : columns.month(end);
    Optional<Boolean> cancelled =
        row.cell("cancelled").isMissing() ? Optional.of(false) : truth(row.cell("cancelled"));
    Optional<YearMonth> seen = columns.month(row.cell("seen"));
    if (planned.isEmpty()
        || seen.isEmpty()
        || cancelled.isEmpty()
        || done.isEmpty() && !end.isMissing()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Plant(planned.get(), done, cancelled.get(), seen.get()));
    } catch (IllegalArgumentException e) {
      return columns.wrong(end, String.valueOf(e.getMessage()));
    }
  }

  // ------------------------------------------------------------------------------------ regimes

  private Optional<InForce> inForce(
      CsvColumns.Row row, String date, String value, int lag, Map<YearMonth, Cell> seen) {
    Cell cell = row.cell(date);
    Optional<YearMonth> month = columns.month(cell);
    if (month.isEmpty() || row.cell(value).isMissing()) {
      return Optional.empty();
    }
    @Nullable Cell earlier = seen.putIfAbsent(month.get(), cell);
    return earlier == null
        ? month.map(m -> new InForce(m, m.plusMonths(lag), row.cell(value).text()))
        : columns.wrong(
            cell, month.get() + " is there twice, first in line " + earlier.at().line());
  }

  // -------------------------------------------------------------------------------------- cells

  private Optional<Boolean> truth(Cell cell) {
    return switch (cell.text()) {
      case "1" -> Optional.of(true);
      case "0" -> Optional.of(false);
      default -> columns.mustBe("1 or 0", cell);
    };
  }
}
