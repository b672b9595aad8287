package io.corridor.scenarios.internal.evidence;

import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import io.corridor.scenarios.internal.csv.CsvColumns;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.format.SeriesSource;
import io.corridor.scenarios.internal.format.Sited;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads those entries of a scenario's `data` that aren't series of numbers, each from its CSV file:
 * what was decided of waivers, what became of plants, which regime a month had.
 */
final class TableReader {
  /** Most mistakes of one file that are told; they are alike. */
  private static final int MOST_FLAWS = 10;

  private static final List<String> GRANTS = List.of("granted", "from");
  private static final List<String> PLANTS = List.of("planned", "done", "cancelled", "seen");

  private final Sited<SeriesSource> part;
  private final CsvColumns columns;
  private final String source;

  private TableReader(Sited<SeriesSource> part, CsvTable table) {
    this.part = part;
    this.columns = columns(part, table);
    this.source = source(part, table);
  }

  /** Returns the entry's file; empty, and told, if it can't be read. */
  static Optional<CsvTable> open(Sited<SeriesSource> part) {
    try {
      return Optional.of(table(part));
    } catch (IOException e) {
      part.wrong("file", Folder.reason(e));
    } catch (YamlException e) {
      part.wrong(e.flaw().at(), e.flaw().message());
    }
    return Optional.empty();
  }

  private static Optional<CsvTable> openQuietly(Sited<SeriesSource> part) {
    try {
      return Optional.of(table(part));
    } catch (IOException | YamlException e) {
      return Optional.empty();
    }
  }

  private static CsvTable table(Sited<SeriesSource> part) throws IOException, YamlException {
    Folder folder = part.at("file").origin().folder();
    return part.reading().tables().open(folder, part.says().file()).withoutEmptyLines();
  }

  /** Returns the columns of the entry's file, of which the first mistakes are told. */
  static CsvColumns columns(Sited<SeriesSource> part, CsvTable table) {
    AtomicInteger told = new AtomicInteger();
    return new CsvColumns(
        table,
        (cell, message) -> {
          if (told.incrementAndGet() > MOST_FLAWS) {
            return;
          }
          if (cell == null) {
            part.wrong("file", message);
          } else {
            part.wrong(cell.at(), message);
          }
        });
  }

  /** Returns the name of the entry's file and what it says of itself. */
  static String source(Sited<SeriesSource> part, CsvTable table) {
    String file = part.says().file();
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
  static Kind kind(Sited<SeriesSource> part) {
    SeriesSource says = part.says();
    boolean alone = ((Node.Mapping) part.node()).entries().size() == 1;
    boolean words = says.date().isPresent() && says.value().isPresent() && says.unit().isEmpty();
    Optional<CsvTable> table = alone || words ? openQuietly(part) : Optional.empty();
    if (table.isEmpty()) {
      return Kind.NUMBERS;
    }
    if (words) {
      boolean number =
          CsvColumns.below(table.get(), says.value().get()).stream()
              .anyMatch(cell -> table.get().number(cell).isPresent());
      return number ? Kind.NUMBERS : Kind.REGIMES;
    }
    return table.get().header(GRANTS).isPresent()
        ? Kind.GRANTS
        : table.get().header(PLANTS).isPresent() ? Kind.PLANTS : Kind.NUMBERS;
  }

  /** Returns what was decided of waivers; empty, and told, if it can't be read. */
  static Optional<Table<Grant>> grants(String id, Sited<SeriesSource> part) {
    return read(part, List.of("file"), reader -> reader.rows(id, GRANTS, reader::grant));
  }

  /** Returns what became of plants; empty, and told, if it can't be read. */
  static Optional<Table<Plant>> plants(String id, Sited<SeriesSource> part) {
    return read(part, List.of("file"), reader -> reader.rows(id, PLANTS, reader::plant));
  }

  /** Returns the regimes of past months; empty, and told, if they can't be read. */
  static Optional<Table<InForce>> regimes(String id, Sited<SeriesSource> part) {
    Optional<String> date = needed(part, "date", part.says().date(), "months");
    Optional<String> value = needed(part, "value", part.says().value(), "regimes");
    if (date.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    int lag = part.says().lag().orElse(0);
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

  /** Returns the name of a column; tells that it is missing. */
  static Optional<String> needed(
      Sited<SeriesSource> part, String key, Optional<String> column, String of) {
    if (column.isEmpty()) {
      part.wrong(part.node().at(), key, "is missing; must be the name of the column of " + of);
    }
    return column;
  }

  private static <T> Optional<Table<T>> read(
      Sited<SeriesSource> part, List<String> keys, Function<TableReader, Optional<Table<T>>> rows) {
    part.refuseOthers(keys);
    return open(part).flatMap(table -> rows.apply(new TableReader(part, table)));
  }

  private <T> Optional<Table<T>> rows(
      String id, List<String> needed, Function<CsvColumns.Row, Optional<T>> each) {
    Map<String, String> where = part.says().where();
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
