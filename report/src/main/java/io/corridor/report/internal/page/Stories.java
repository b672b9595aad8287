package io.corridor.report.internal.page;

import io.corridor.projection.Answer;
import io.corridor.report.story.Event;
import io.corridor.report.story.SimulatedPath;
import io.corridor.report.story.Story;
import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What happened on single paths: one on which the main question comes true, and one other. */
final class Stories {
  private Stories() {}

  /**
   * Something that happened.
   *
   * @param month {@code Mar 2019}; empty where it is that of the event before
   * @param text a sentence
   */
  record Happened(String month, String text) {}

  /** Returns the stories of a run's paths, each behind which it is and how it came out. */
  static PageSection section(Run run) {
    TreeSet<Long> paths = new TreeSet<>();
    Optional<Map.Entry<String, Answer>> main = run.main();
    if (main.isPresent() && main.get().getValue() instanceof Answer.Probability probability) {
      List<Long> hits = probability.firstPaths();
      hits.stream().findFirst().ifPresent(paths::add);
      long other = 0;
      while (hits.contains(other)) {
        other++;
      }
      paths.add(other);
    } else {
      paths.add(0L);
    }
    List<PageBlock> stories =
        paths.stream()
            .filter(path -> path < run.projection().paths())
            .map(path -> told(run, path, main.map(Map.Entry::getKey)))
            .toList();
    String lead =
        "What happened on a path of this run, month by month; corridor explain tells of any other.";
    return new PageSection("stories", "Single paths, told", lead, List.of()).with(stories);
  }

  private static PageBlock told(Run run, long number, Optional<String> question) {
    SimulatedPath path = SimulatedPath.of(run.scenario(), run.projection().sample(), number);
    String title = "Path " + Amounts.whole(number);
    List<Happened> events = new ArrayList<>();
    int month = -1;
    for (Event event : Story.briefly(path)) {
      String when = event.month() == month ? "" : run.months().shortWords(event.month());
      month = event.month();
      events.add(new Happened(when, event.text()));
    }
    return PageBlock.behind(
        question
            .map(id -> title + ": " + run.sentences().unbroken(id, path.outcome(id)))
            .orElse(title),
        new PageBlock.Story(events));
  }
}
