package io.corridor.report.screen;

import io.corridor.model.Scenario;
import io.corridor.report.words.StartWords;
import io.corridor.report.words.TableColumn;
import io.corridor.review.StartCheck;
import java.util.ArrayList;
import java.util.List;

/** What a scenario reproduces at its start, on the screen. */
public final class StartTable {
  private static final String NONE = "-";

  private StartTable() {}

  /** Returns the lines: an explanation, then a row for each figure. */
  public static List<String> lines(Scenario scenario, StartCheck check, Screen screen) {
    List<StartWords.Row> rows = StartWords.rows(scenario, check, NONE);
    List<String> lines = new ArrayList<>(screen.wrapped("", StartWords.explanation(check)));
    List<TableColumn> numbers =
        List.of(
            TableColumn.number("stated", rows, StartWords.Row::stated),
            TableColumn.number("before", rows, StartWords.Row::before),
            TableColumn.number("first year", rows, StartWords.Row::firstYear));
    List<TableColumn> columns = new ArrayList<>(List.of(cut(rows, numbers, screen)));
    columns.addAll(numbers);
    lines.addAll(screen.table(columns));
    return lines;
  }

  /** Names may be as long as a scenario makes them; they get the room that numbers leave. */
  private static TableColumn cut(
      List<StartWords.Row> rows, List<TableColumn> numbers, Screen screen) {
    int room = screen.width() - TextTable.width(numbers) - TextTable.GAP;
    return TableColumn.text(
        "",
        rows,
        row -> row.name().length() <= room ? row.name() : row.name().substring(0, room - 1) + "…");
  }
}
