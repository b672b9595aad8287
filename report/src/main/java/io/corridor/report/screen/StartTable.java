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
    List<String> names = new ArrayList<>(List.of(""));
    List<String> stated = new ArrayList<>(List.of("stated"));
    List<String> before = new ArrayList<>(List.of("before"));
    List<String> year = new ArrayList<>(List.of("first year"));
    for (StartWords.Row row : StartWords.rows(scenario, check, NONE)) {
      names.add(row.name());
      stated.add(row.stated());
      before.add(row.before());
      year.add(row.firstYear());
    }
    List<String> lines = new ArrayList<>(screen.wrapped("", StartWords.explanation(check)));
    List<TextColumn> numbers =
        List.of(TextColumn.right(stated), TextColumn.right(before), TextColumn.right(year));
    List<TextColumn> columns = new ArrayList<>(List.of(cut(names, numbers, screen)));
    columns.addAll(numbers);
    lines.addAll(screen.table(columns));
    return lines;
  }

  /** Names may be as long as a scenario makes them; they get the room that numbers leave. */
  private static TextColumn cut(List<String> names, List<TextColumn> numbers, Screen screen) {
    int room = screen.width() - TextColumn.width(numbers) - TextColumn.GAP;
    return TextColumn.left(
        names.stream()
            .map(name -> name.length() <= room ? name : name.substring(0, room - 1) + "…")
            .toList());
  }
}
