package io.corridor.report.story;

import io.corridor.model.MetricKind;
import io.corridor.model.Regime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells of regimes and waivers. */
final class PolicyStory {
  /** So many renewals in a row are told each. */
  private static final int MANY = 2;

  private final SimulatedPath path;
  private final Events events;
  private final boolean brief;

  /**
   * Tells of a path.
   *
   * @param brief whether renewals that follow one another are counted rather than told each
   */
  PolicyStory(SimulatedPath path, Events events, boolean brief) {
    this.path = path;
    this.events = events;
    this.brief = brief;
  }

  void tell() {
    path.scenario().regime().ifPresent(this::regimes);
    path.scenario().waivers().keySet().forEach(this::waiver);
  }

  private void regimes(Regime section) {
    for (int t = 1; t < path.months(); t++) {
      String before = path.regime(t - 1);
      String turned = path.regimeBeforeEvents(t);
      if (!turned.equals(before)) {
        add(
            t,
            "policy turns from "
                + path.phrases().state(before)
                + " to "
                + path.phrases().state(turned));
      }
      for (int i = 0; i < section.events().size(); i++) {
        Regime.Event event = section.events().get(i);
        if (event.month().equals(path.month(t))) {
          String key = "regime.events." + i + ".probability";
          scheduled(event, path.number(event.probability(), key), t, turned);
        }
      }
    }
  }

  private void scheduled(Regime.Event event, double probability, int month, String before) {
    String what =
        "the turn to "
            + path.phrases().state(event.to())
            + " that was "
            + Said.share(probability)
            + " likely this month ";
    String now = path.regime(month);
    if (before.equals(event.to()) && now.equals(before)) {
      add(month, what + "makes no difference: policy is that already");
    } else if (now.equals(event.to())) {
      add(month, what + "comes: policy was " + path.phrases().state(before));
    } else {
      add(month, what + "does not come");
    }
  }

  private void add(int month, String text) {
    events.add(month, Event.Kind.REGIME, text);
  }

  private void waiver(String id) {
    String name = path.phrases().waiver(id);
    if (!path.holds(id, -1)) {
      addWaiver(0, name + " has lapsed before the start");
    }
    List<Integer> renewals = new ArrayList<>();
    for (int t = 0; t < path.months(); t++) {
      boolean held = path.holds(id, t - 1);
      double coverage = path.value(MetricKind.COVERAGE, t, id);
      if (!held && coverage > 0) {
        granted(id, name, t, coverage);
      } else if (held && !path.holds(id, t)) {
        renewed(id, name, renewals);
        renewals.clear();
        addWaiver(t, name + " lapses on " + lapse(t, coverage));
      } else if (held && !path.expires(id, t).equals(path.expires(id, t - 1))) {
        renewals.add(t);
      }
    }
    renewed(id, name, renewals);
  }

  /** Tells of renewals one after the other; briefly of the first, and how many more there were. */
  private void renewed(String id, String name, List<Integer> months) {
    int told = brief && months.size() > MANY ? 1 : months.size();
    months.subList(0, told).forEach(month -> renewed(id, name, month));
    if (told < months.size()) {
      int month = months.get(months.size() - 1);
      addWaiver(
          month,
          name
              + " has been renewed "
              + Said.count(months.size() - told, "more time")
              + " by now, to "
              + last(path.expires(id, month)));
    }
  }

  private void granted(String id, String name, int month, double coverage) {
    String granted = name + " is granted again on " + Said.dayOfYear(path.month(month).atDay(1));
    if (path.holds(id, month)) {
      LocalDate end = path.expires(id, month);
      addWaiver(
          month, granted + ", for " + days(path.month(month).atDay(1), end) + ", to " + last(end));
    } else {
      addWaiver(month, granted + ", and lapses on " + lapse(month, coverage));
    }
  }

  private void renewed(String id, String name, int month) {
    LocalDate due = path.expires(id, month - 1);
    LocalDate end = path.expires(id, month);
    addWaiver(
        month,
        name
            + " comes up on "
            + Said.dayOfYear(due)
            + " and is renewed for "
            + days(due, end)
            + ", to "
            + last(end));
  }

  /** The day of a lapse, and what the waiver still covers of the month. */
  private String lapse(int month, double coverage) {
    YearMonth calendar = path.month(month);
    int days = (int) Math.round(coverage * calendar.lengthOfMonth());
    String day = Said.dayOfYear(calendar.atDay(1).plusDays(days));
    return days == 0
        ? day + " and covers nothing of the month"
        : day + ", having covered " + Said.share(coverage) + " of the month";
  }

  private static String days(LocalDate from, LocalDate to) {
    return Said.count(ChronoUnit.DAYS.between(from, to), "day");
  }

  /** The last day on which a waiver holds. */
  private static String last(LocalDate end) {
    return Said.day(Objects.requireNonNull(end).minusDays(1));
  }

  private void addWaiver(int month, String text) {
    events.add(month, Event.Kind.WAIVER, text);
  }
}
