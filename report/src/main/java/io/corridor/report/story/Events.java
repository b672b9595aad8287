package io.corridor.report.story;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been told of a path; the same is told once. */
final class Events {
  private final Set<Event> told = new LinkedHashSet<>();

  /** Tells in a sentence, whose first letter becomes large, of what happened in a month. */
  void add(int month, Event.Kind kind, String sentence) {
    told.add(new Event(month, kind, Said.sentence(sentence)));
  }

  /** Returns the events in the order of time; those of a month in the order of their kinds. */
  List<Event> inOrder() {
    return told.stream()
        .sorted(Comparator.comparingInt(Event::month).thenComparing(Event::kind))
        .toList();
  }
}
