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

  /** Tells of what is planned for after the start; what was there then is no news. */
  void tell(String key, YearMonth plan, Value delay, Words words) {
    int planned = (int) ChronoUnit.MONTHS.between(path.month(0), plan);
    if (planned <= 0) {
      return;
    }
    double completed = month(key, plan, delay);
    if (completed == Double.POSITIVE_INFINITY) {
      add(planned, words.name + ", due now, turns out to be cancelled");
    } else if (completed >= path.months()) {
      String last = Amounts.month(path.month(path.months() - 1));
      add(planned, words.name + ", due now, is delayed beyond " + last);
    } else {
      comes(Math.max(0, (int) completed), planned, words);
    }
  }

  /** Returns the month in which it comes, from 0 on; infinite if it never does. */
  double month(String key, YearMonth plan, Value delay) {
    int planned = (int) ChronoUnit.MONTHS.between(path.month(0), plan);
    if (planned <= 0) {
      return 0;
    }
    return path.isDrawn(key)
        ? path.input(key)
        : planned + Math.floor(path.number(delay, key + ".delay") + 0.5);
  }

  private void comes(int month, int planned, Words words) {
    int late = month - planned;
    String when =
        late == 0
            ? "on time"
            : Said.count(Math.abs(late), "month") + (late > 0 ? " late" : " early");
    if (late > 0) {
      add(planned, words.name + ", due now, is not " + words.state);
    }
    add(month, words.name + " " + words.comes + ", " + when + words.size);
  }

  private void add(int month, String text) {
    if (month < path.months()) {
      events.add(month, kind, text);
    }
  }
}
