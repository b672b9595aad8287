package io.corridor.report.story;

import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Schedule;
import io.corridor.model.Value;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import java.util.List;

/** Tells of sources of imports: openings, interruptions, and what is paid for and not bought. */
final class SourceStory {
  /** Less money than this share of what a source costs in a year is rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  private static final int DECEMBER = 12;

  private final SimulatedPath path;
  private final List<Event> events;

  SourceStory(SimulatedPath path, List<Event> events) {
    this.path = path;
    this.events = events;
  }

  /** Tells of the sources of a carrier. */
  void tell(String carrier, Carrier plan) {
    plan.sources()
        .forEach(
            (id, source) -> {
              String name = name(carrier, id);
              String key = "energy.carriers." + carrier + "." + Carrier.importsKey(id);
              source.opens().ifPresent(opening -> opens(key, name, plan, source, opening));
              if (source.interruptions().isPresent()) {
                double opens = source.opens().map(opening -> month(key, opening)).orElse(0.0);
                interruptions(name, SimulatedPath.down(plan).id(carrier, id), opens);
              }
              if (!source.takeOrPay().equals(Value.ZERO)) {
                unused(name, carrier, plan, id);
              }
            });
  }

  private String name(String carrier, String id) {
    String what = path.phrases().carrier(carrier);
    return id.isEmpty()
        ? "the import line of " + what
        : "the supply of " + what + " from " + path.phrases().source(carrier, id);
  }

  private void opens(
      String key, String name, Carrier carrier, Carrier.Source source, Carrier.Opening opening) {
    String size =
        source
            .capacity()
            .match(
                new Schedule.Cases<>(
                    capacity ->
                        ": "
                            + Digits.three(
                                path.number(capacity, key + ".capacity"), carrier.kind().unit())
                            + (opening.rampMonths() == 1
                                ? " at once"
                                : " over " + Said.count(opening.rampMonths(), "month")),
                    points -> ""));
    new Arrival(path, events, Event.Kind.SOURCE)
        .tell(
            key + ".opens",
            opening.planned(),
            opening.delay(),
            new Arrival.Words(name, "open", "opens", size));
  }

  private double month(String key, Carrier.Opening opening) {
    return new Arrival(path, events, Event.Kind.SOURCE)
        .month(key + ".opens", opening.planned(), opening.delay());
  }

  /**
   * An interruption that lasts over the end of a month is told once, and nothing of one before the
   * source opens.
   */
  private void interruptions(String name, String down, double opens) {
    double days = 0;
    int since = -1;
    for (int t = 0; t <= path.months(); t++) {
      double share = t >= opens && t < path.months() ? path.value(down, t) : 0;
      if (share > 0) {
        since = since < 0 ? t : since;
        days += share * path.month(t).lengthOfMonth();
      } else if (since >= 0) {
        String end = t < path.months() ? "" : " to the end";
        String until =
            t - since > 1 && t < path.months()
                ? ", until " + Amounts.month(path.month(t - 1))
                : end;
        add(since, name + " is interrupted for " + Said.count(Math.round(days), "day") + until);
        since = -1;
        days = 0;
      }
    }
  }

  private void unused(String name, String carrier, Carrier plan, String id) {
    String billed = SimulatedPath.billed(plan).id(carrier, id);
    String cost = SimulatedPath.cost(plan).id(carrier, id);
    MetricKind bought = plan.namesSources() ? MetricKind.SOURCE : MetricKind.CARRIER_IMPORTS;
    double paid = 0;
    double all = 0;
    for (int t = 0; t < path.months(); t++) {
      double volume = path.value(billed, t);
      double imports = path.value(bought, t, carrier, id);
      double money = path.value(cost, t);
      all += money;
      paid += volume > 0 ? money * (volume - imports) / volume : 0;
      if (path.month(t).getMonthValue() == DECEMBER || t == path.months() - 1) {
        if (paid > NEGLIGIBLE * all) {
          add(
              t,
              Digits.three(paid, MetricUnit.MONEY.words())
                  + " of "
                  + path.month(t).getYear()
                  + " went to "
                  + name
                  + " for what was not bought: take or pay");
        }
        paid = 0;
        all = 0;
      }
    }
  }

  private void add(int month, String text) {
    events.add(new Event(month, Event.Kind.SOURCE, Said.sentence(text)));
  }
}
