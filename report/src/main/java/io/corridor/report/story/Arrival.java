package io.corridor.report.story;

import io.corridor.model.Value;
import io.corridor.report.words.Amounts;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Tells when something planned comes: on time, late, early or never. */
final class Arrival {
  private final SimulatedPath path;
  private final Events events;
  private final Event.Kind kind;

  Arrival(SimulatedPath path, Events events, Event.Kind kind) {
    this.path = path;
    this.events = events;
    this.kind = kind;
  }

  /**
   * How it is told.
   *
   * @param name of what comes
   * @param state that it is in then, after "is not": {@code complete}
   * @param comes that it comes: {@code is complete}
   * @param size what comes with it; may be empty
   */
  record Words(String name, String state, String comes, String size) {}

  /** Tells when it comes; what is there at the start and was planned for then is no news. */
  void tell(String key, YearMonth plan, Value delay, Words words) {
    int planned = (int) ChronoUnit.MONTHS.between(path.month(0), plan);
    double completed = month(key, plan, delay);
    if (planned <= 0 && completed <= 0) {
      return;
    }
    int due = Math.max(0, planned);
    String name =
        words.name + ", due " + (planned < 0 ? "since " + Amounts.month(plan) + "," : "now,");
    if (completed == Double.POSITIVE_INFINITY) {
      add(due, name + " turns out to be cancelled");
    } else if (completed >= path.months()) {
      String last = Amounts.month(path.month(path.months() - 1));
      add(due, name + " is delayed beyond " + last);
    } else {
      int month = Math.max(0, (int) completed);
      if (month > planned) {
        add(due, name + " is not " + words.state);
      }
      add(month, words.name + " " + words.comes + ", " + when(month - planned) + words.size);
    }
  }

  /** Returns the month in which it comes, 0 that of the start; infinite if it never does. */
  double month(String key, YearMonth plan, Value delay) {
    int planned = (int) ChronoUnit.MONTHS.between(path.month(0), plan);
    return path.isDrawn(key)
        ? path.input(key)
        : planned + Math.floor(path.number(delay, key + ".delay") + 0.5);
  }

  private static String when(int late) {
    return late == 0
        ? "on time"
        : Said.count(Math.abs(late), "month") + (late > 0 ? " late" : " early");
  }

  private void add(int month, String text) {
    if (month < path.months()) {
      events.add(month, kind, text);
    }
  }
}
