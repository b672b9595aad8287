package io.corridor.report.story;

import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Payments;
import io.corridor.model.Value;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Sentences;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells of arrears, unrest, and questions that come true. */
final class TradeStory {
  private final SimulatedPath path;
  private final List<Event> events;

  TradeStory(SimulatedPath path, List<Event> events) {
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
        events.add(new Event(t, Event.Kind.ARREARS, Said.sentence(text)));
      }
    }
  }

  private void unrest() {
    for (int t = 0; t < path.months(); t++) {
      if (isUnrest(t) && !isUnrest(t - 1)) {
        int end = t;
        while (isUnrest(end + 1)) {
          end++;
        }
        String length =
            end == t
                ? "it holds up trade for this month"
                : "it holds up trade to " + Amounts.month(path.month(end));
        events.add(new Event(t, Event.Kind.UNREST, Said.sentence("unrest breaks out; " + length)));
      }
    }
  }

  private boolean isUnrest(int month) {
    return month >= 0 && month < path.months() && path.value(MetricKind.UNREST, month) == 1;
  }

  /** Questions that differ in their windows alone are told of once. */
  private void questions() {
    Sentences sentences = new Sentences(path.scenario());
    Set<Event> cameTrue = new LinkedHashSet<>();
    for (String id : path.scenario().questions().keySet()) {
      String text = "Comes true: " + sentences.unbrokenEvent(id) + '.';
      path.outcome(id)
          .firstMonth()
          .ifPresent(month -> cameTrue.add(new Event(month, Event.Kind.QUESTION, text)));
    }
    events.addAll(cameTrue);
  }
}
