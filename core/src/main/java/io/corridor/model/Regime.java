package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The policy regime: a Markov chain with scheduled events (section 3 of the model).
 *
 * @param states names of the regimes. In order
 * @param initial the regime of month 0
 * @param monthly probability a month of moving, by row; what a row leaves over stays. Of a row
 *     whose draws exceed 1 on a path, each is divided by their sum there
 * @param events what may set the regime in a known month. In order
 */
@Section(value = "a regime", fitted = true)
@Withers
public record Regime(
    @Key(form = "a list of names") List<String> states,
    @Key(refers = Key.Refers.REGIME) String initial,
    @Key(
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            refers = Key.Refers.REGIME,
            absent = Key.NONE,
            form = "a mapping of regimes to rows",
            fitted = true)
        Map<String, Map<String, Value>> monthly,
    @Key(label = "event", absent = Key.NONE, form = "a list of events") List<Event> events)
    implements RegimeWithers {

  /** Copies the collections, keeping their order. */
  public Regime {
    states = List.copyOf(states);
    monthly =
        Ordered.copyOf(com.google.common.collect.Maps.transformValues(monthly, Ordered::copyOf));
    events = List.copyOf(events);
  }

  /**
   * Returns a regime that stays as it is.
   *
   * @param states names of the regimes, in order
   * @param initial the regime of month 0
   */
  public static Regime of(List<String> states, String initial) {
    return Declaration.of(Regime.class).of(states, initial);
  }

  /** Returns a copy that moves from {@code from} to {@code to} with this probability a month. */
  public Regime withMonthly(String from, String to, double probability) {
    return withMonthly(from, to, Value.of(probability));
  }

  /** Returns a copy that moves from {@code from} to {@code to} with this probability a month. */
  public Regime withMonthly(String from, String to, Value probability) {
    Map<String, Value> row = Ordered.with(monthly.getOrDefault(from, Map.of()), to, probability);
    return new Regime(states, initial, Ordered.with(monthly, from, row), events);
  }

  /** Returns a copy with one more event: in {@code month} the regime may become {@code to}. */
  public Regime withEvent(YearMonth month, String to, double probability) {
    return withEvent(month, to, Value.of(probability));
  }

  /** Returns a copy with one more event: in {@code month} the regime may become {@code to}. */
  public Regime withEvent(YearMonth month, String to, Value probability) {
    return new Regime(
        states, initial, monthly, Ordered.with(events, new Event(month, to, probability)));
  }

  /**
   * A month in which the regime may be set, after the month's transition.
   *
   * @param month when: after the start month. Inside the horizon
   * @param to the regime it sets
   * @param probability that it does. In [0, 1]
   */
  @Section("an event")
  public record Event(
      @Key YearMonth month,
      @Key(refers = Key.Refers.REGIME) String to,
      @Key(label = "chance", unit = Dimension.FRACTION, range = Range.FRACTION, absent = "1")
          Value probability) {

    /** Returns the event of a known probability, in [0, 1]. */
    public Event(YearMonth month, String to, double probability) {
      this(month, to, Value.of(probability));
    }
  }
}
