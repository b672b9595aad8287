package io.corridor.report.screen;

import io.corridor.report.story.Event;
import io.corridor.report.story.SimulatedPath;
import io.corridor.report.story.Story;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Sentences;
import java.util.ArrayList;
import java.util.List;

/** What happened on a path, on the screen: the questions first, then month by month. */
public final class StoryLines {
  private static final int MONTH = 5;

  private StoryLines() {}

  /** Returns the lines; months with nothing to tell are left out. */
  public static List<String> of(SimulatedPath path, Screen screen) {
    List<String> lines = new ArrayList<>(title(path, screen));
    int year = 0;
    int month = -1;
    for (Event event : Story.of(path)) {
      var calendar = path.scenario().month(event.month());
      if (calendar.getYear() != year) {
        year = calendar.getYear();
        lines.add("");
        lines.add(Integer.toString(year));
      }
      String name = event.month() == month ? "" : Amounts.shortMonth(calendar).substring(0, 3);
      month = event.month();
      lines.addAll(
          screen.wrapped(("  " + name + " ".repeat(MONTH)).substring(0, 2 + MONTH), event.text()));
    }
    return lines;
  }

  /** Returns the scenario, the path, and how the questions came out on it. */
  static List<String> title(SimulatedPath path, Screen screen) {
    List<String> lines = new ArrayList<>();
    String which = ": path " + Amounts.whole(path.number()) + RunSummary.random(path.sample());
    lines.addAll(screen.title(path.scenario().name() + which));
    Sentences sentences = new Sentences(path.scenario());
    if (!path.scenario().questions().isEmpty()) {
      lines.add("");
    }
    for (String id : path.scenario().questions().keySet()) {
      lines.addAll(screen.wrapped("- ", sentences.unbroken(id, path.outcome(id))));
    }
    return lines;
  }
}
