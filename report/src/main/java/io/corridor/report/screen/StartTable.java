package io.corridor.report.screen;

import io.corridor.model.Scenario;
import io.corridor.report.words.StartWords;
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
    List<TextColumn> numbers =
        List.of(
            TextColumn.right("stated", rows, StartWords.Row::stated),
            TextColumn.right("before", rows, StartWords.Row::before),
            TextColumn.right("first year", rows, StartWords.Row::firstYear));
    List<TextColumn> columns = new ArrayList<>(List.of(cut(rows, numbers, screen)));
    columns.addAll(numbers);
    lines.addAll(screen.table(columns));
    return lines;
  }

  /** Names may be as long as a scenario makes them; they get the room that numbers leave. */
  private static TextColumn cut(
      List<StartWords.Row> rows, List<TextColumn> numbers, Screen screen) {
    int room = screen.width() - TextColumn.width(numbers) - TextColumn.GAP;
    return TextColumn.left(
        "",
        rows,
        row -> row.name().length() <= room ? row.name() : row.name().substring(0, room - 1) + "…");
  }
}
