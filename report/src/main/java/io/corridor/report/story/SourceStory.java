package io.corridor.report.story;

import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Value;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.MonthSpan;

/** Tells of sources of imports: openings, interruptions, and what is paid for and not bought. */
final class SourceStory {
  /** Less money than this share of what a source costs in a year is rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  private final SimulatedPath path;
  private final Events events;

  SourceStory(SimulatedPath path, Events events) {
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
                capacity ->
                    ": "
                        + Digits.three(
                            path.number(capacity, key + ".capacity"), carrier.kind().unit())
                        + (opening.rampMonths() == 1
                            ? " at once"
                            : " over " + Said.count(opening.rampMonths(), "month")),
                points -> "");
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
    MonthSpan.where(path.months(), month -> month >= opens && path.value(down, month) > 0)
        .forEach(
            span -> {
              double days = span.sum(t -> path.value(down, t) * path.month(t).lengthOfMonth());
              String last = Amounts.month(path.month(span.last()));
              String until = span.length() > 1 ? ", until " + last : "";
              add(
                  span.first(),
                  name
                      + " is interrupted for "
                      + Said.count(Math.round(days), "day")
                      + (span.last() == path.months() - 1 ? " to the end" : until));
            });
  }

  private void unused(String name, String carrier, Carrier plan, String id) {
    String billed = SimulatedPath.billed(plan).id(carrier, id);
    String cost = SimulatedPath.cost(plan).id(carrier, id);
    MetricKind bought = plan.namesSources() ? MetricKind.SOURCE : MetricKind.CARRIER_IMPORTS;
    for (MonthSpan year : MonthSpan.years(path.scenario())) {
      double paid =
          year.sum(
              t -> {
                double volume = path.value(billed, t);
                double unused = volume - path.value(bought, t, carrier, id);
                return volume > 0 ? path.value(cost, t) * unused / volume : 0;
              });
      if (paid > NEGLIGIBLE * year.sum(t -> path.value(cost, t))) {
        add(
            year.last(),
            Digits.three(paid, MetricUnit.MONEY.words())
                + " was paid in "
                + path.month(year.last()).getYear()
                + " for volumes not taken of "
                + name
                + " (take-or-pay)");
      }
    }
  }

  private void add(int month, String text) {
    events.add(month, Event.Kind.SOURCE, text);
  }
}
