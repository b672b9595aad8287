package io.corridor.scenarios.internal.csv;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.yaml.Position;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file that are asked for by name, and what is wrong with their cells. */
public final class CsvColumns {
  private static final String SURPLUS =
      "stands below no name of a column; quote what has a comma in it, or separate cells by"
          + " semicolons";

  /** Sums of squares of so large numbers, and of what units make of them, are doubles. */
  private static final BigDecimal LARGEST = new BigDecimal("1e100");

  private static final int FIRST_YEAR = 1800;

  private final CsvTable table;
  private final Wrong told;
  private int flaws;

  /** Told what is wrong with a cell, or with the file as a whole where there is no cell. */
  public interface Wrong {
    /** Tells it. */
    void tell(@Nullable Cell cell, String message);
  }

  /**
   * A row below the names of the columns.
   *
   * @param cells of the row, which may be fewer than names
   * @param columns names of the columns
   */
  public record Row(List<Cell> cells, List<String> columns) {
    /** Returns the cell of a column that there is. */
    public Cell cell(String column) {
      return CsvTable.cell(cells, columns.indexOf(column));
    }

    /** Returns whether there is such a column. */
    public boolean has(String column) {
      return columns.contains(column);
    }

    /** Returns where it begins. */
    public Position at() {
      return cells.get(0).at();
    }
  }

  /** Makes the columns of {@code table}, whose mistakes are {@code told}. */
  public CsvColumns(CsvTable table, Wrong told) {
    this.table = table;
    this.told = told;
  }

  /** Returns the cells below the first one that has the text {@code name}; none if none has. */
  public static List<Cell> below(CsvTable table, String name) {
    return table
        .header(List.of(name))
        .map(
            header -> {
              int column = texts(table.rows().get(header)).indexOf(name);
              return table.rows().subList(header + 1, table.rows().size()).stream()
                  .map(row -> CsvTable.cell(row, column))
                  .toList();
            })
        .orElse(List.of());
  }

  /** Returns the texts of a row. */
  public static List<String> texts(List<Cell> row) {
    return row.stream().map(Cell::text).toList();
  }

  /**
   * Returns the rows below the one that names all of {@code names}, of those the ones whose cells
   * have the texts of {@code where}, by column; empty, and told, if no row has these names.
   */
  public Optional<List<Row>> rows(List<String> names, Map<String, String> where) {
    List<String> wanted = new ArrayList<>(names);
    wanted.addAll(where.keySet());
    return header(wanted)
        .map(
            header -> {
              List<Cell> head = table.rows().get(header);
              List<String> columns = texts(head);
              return table.rows().subList(header + 1, table.rows().size()).stream()
                  .filter(row -> takes(row, head, where))
                  .map(row -> new Row(row, columns))
                  .toList();
            });
  }

  /** Returns the row of the names of the columns; tells what is missing if there is none. */
  private Optional<Integer> header(List<String> names) {
    Optional<Integer> header = table.header(names);
    if (table.rows().isEmpty()) {
      wrong(null, "is empty: it must have a row of the names of columns, and rows below");
    } else if (header.isEmpty()) {
      List<Cell> best = bestHeader(names);
      List<String> found = texts(best);
      names.stream()
          .filter(name -> !found.contains(name))
          .forEach(
              name ->
                  wrong(
                      best.get(0),
                      "there is no column "
                          + quote(name)
                          + (Nearest.hint(name, found).isEmpty()
                              ? "; there are " + String.join(", ", found)
                              : Nearest.hint(name, found))));
    } else {
      List<Cell> row = table.rows().get(header.get());
      names.stream()
          .distinct()
          .filter(name -> Collections.frequency(texts(row), name) > 1)
          .forEach(
              name ->
                  wrong(
                      row.get(texts(row).lastIndexOf(name)),
                      "there are two columns " + quote(name)));
    }
    return header;
  }

  /**
   * Returns whether a row has the texts that {@code where} names, and tells what is out of place in
   * it.
   */
  public boolean takes(List<Cell> row, List<Cell> header, Map<String, String> where) {
    List<String> columns = texts(header);
    boolean kept =
        where.entrySet().stream()
            .allMatch(
                wanted ->
                    CsvTable.cell(row, columns.indexOf(wanted.getKey()))
                        .text()
                        .equals(wanted.getValue()));
    if (kept) {
      CsvTable.surplus(header, row).ifPresent(cell -> wrong(cell, SURPLUS));
    }
    return kept;
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

  // -------------------------------------------------------------------------------------- cells

  /**
   * Returns the number that a cell says; empty, and told, if it says none.
   *
   * @param or what it may be besides: {@code ", or blank"}
   */
  public Optional<BigDecimal> number(Cell cell, String or) {
    Optional<BigDecimal> number = table.number(cell);
    if (number.isEmpty()) {
      return mustBe(table.numberNoun() + or, cell);
    }
    return number.get().abs().compareTo(LARGEST) > 0
        ? mustBe("a number from -1e100 to 1e100: of larger ones no sums can be made", cell)
        : number;
  }

  /** Returns the day that a cell says; empty, and told, if it says none. */
  public Optional<LocalDate> day(Cell cell) {
    try {
      LocalDate day = LocalDate.parse(cell.text());
      return recent(day, day.getYear(), cell);
    } catch (DateTimeException e) {
      return mustBe("a day such as 2019-03-31", cell);
    }
  }

  /**
   * Returns the period that a text of a cell says; empty, and told, if it says none.
   *
   * @param what it must be
   */
  public Optional<Period> period(String text, String what, Cell cell) {
    Optional<Period> period = Period.parse(text);
    return period.isPresent()
        ? recent(period.get(), period.get().last().getYear(), cell)
        : mustBe(what, cell);
  }

  /** A year of long ago is a slip, which would make a series of centuries without values. */
  private <T> Optional<T> recent(T date, int year, Cell cell) {
    return year < FIRST_YEAR
        ? mustBe("of the year " + FIRST_YEAR + " or later", cell)
        : Optional.of(date);
  }

  /** Returns the month that a cell says; empty, and told, if it says none. */
  public Optional<YearMonth> month(Cell cell) {
    String what = "a month such as 2019-03";
    Optional<Period> period = period(cell.text(), what, cell);
    return period.isPresent() && !period.get().isOf(Every.MONTH)
        ? mustBe(what, cell)
        : period.map(Period::last);
  }

  /** Tells what a cell must be, and what was found; returns nothing. */
  public <T> Optional<T> mustBe(String what, Cell cell) {
    return wrong(
        cell,
        "must be " + what + "; found " + (cell.text().isEmpty() ? "nothing" : quote(cell.text())));
  }

  /** Tells what is wrong with a cell, or with the file if there is none; returns nothing. */
  public <T> Optional<T> wrong(@Nullable Cell cell, String message) {
    flaws++;
    told.tell(cell, message);
    return Optional.empty();
  }

  /** Returns how often something was wrong. */
  public int flaws() {
    return flaws;
  }
}
