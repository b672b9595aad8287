package io.corridor.report.story;

import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Payments;
import io.corridor.model.Value;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.Sentences;

/** Tells of arrears, unrest, and questions that come true. */
final class TradeStory {
  private final SimulatedPath path;
  private final Events events;

  TradeStory(SimulatedPath path, Events events) {
    this.path = path;
    this.events = events;
  }

  void tell() {
    path.scenario()
        .payments()
        .map(Payments::arrears)
        .ifPresent(arrears -> arrears.limit().ifPresent(limit -> arrears(arrears, limit)));
    if (path.scenario().unrest().isPresent()) {
      unrest();
    }
    questions();
  }

  private void arrears(Payments.Arrears section, Value limit) {
    double most = path.number(limit, "payments.arrears.limit");
    boolean above = path.number(section.start(), "payments.arrears.start") > most;
    for (int t = 0; t < path.months(); t++) {
      double owed = path.value(MetricKind.ARREARS, t);
      if (owed > most != above) {
        above = owed > most;
        String amount = Digits.three(owed, MetricUnit.MONEY.words());
        String bound = Digits.three(most, MetricUnit.MONEY.words());
        String text =
            above
                ? "arrears pass their limit of "
                    + bound
                    + ": "
                    + amount
                    + " are owed, and the exporter sells less from next month on"
                : "arrears are back within their limit of " + bound + ": " + amount + " are owed";
        events.add(t, Event.Kind.ARREARS, text);
      }
    }
  }

  private void unrest() {
    MonthSpan.where(path.months(), month -> path.value("unrest", month) == 1)
        .forEach(
            span ->
                events.add(
                    span.first(),
                    Event.Kind.UNREST,
                    "unrest breaks out; it holds up trade "
                        + (span.length() == 1
                            ? "for this month"
                            : "to " + Amounts.month(path.month(span.last())))));
  }

  /** Questions that differ in their windows alone are told of once. */
  private void questions() {
    Sentences sentences = new Sentences(path.scenario());
    for (String id : path.scenario().questions().keySet()) {
      path.outcome(id)
          .firstMonth()
          .ifPresent(
              month ->
                  events.add(
                      month, Event.Kind.QUESTION, "comes true: " + sentences.unbrokenEvent(id)));
    }
  }
}
