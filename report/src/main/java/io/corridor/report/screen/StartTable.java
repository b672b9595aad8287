package io.corridor.report.screen;

import io.corridor.model.Scenario;
import io.corridor.report.words.StartWords;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.WhyWords;
import io.corridor.review.StartCheck;
import java.util.ArrayList;
import java.util.List;

/** What a scenario reproduces at its start, on the screen. */
public final class StartTable {

  private StartTable() {}

  /** Returns the lines: an explanation, then a row for each figure. */
  public static List<String> lines(Scenario scenario, StartCheck check, Screen screen) {
    List<TableColumn> columns = new ArrayList<>(StartWords.table(scenario, check));
    // Names may be as long as a scenario makes them; they get the room that numbers leave.
    int room = screen.width() - TextTable.width(columns.subList(1, columns.size())) - TextTable.GAP;
    columns.set(
        0, TableColumn.text("", columns.get(0).cells(), name -> WhyWords.shortened(name, room)));
    List<String> lines = new ArrayList<>(screen.wrapped("", StartWords.explanation(check)));
    lines.addAll(screen.table(columns));
    return lines;
  }
}
