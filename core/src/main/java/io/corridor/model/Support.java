package io.corridor.model;

import io.corridor.model.Distribution.Choice;
import io.corridor.model.Distribution.Interval;
import java.util.Optional;

/**
 * The smallest interval that holds every value a number may take. An end that is open is approached
 * but not taken.
 *
 * @param low the lower end; maybe infinite
 * @param lowOpen whether no value is the lower end
 * @param high the upper end; maybe infinite
 * @param highOpen whether no value is the upper end
 */
public record Support(double low, boolean lowOpen, double high, boolean highOpen) {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Support point(double number) {
    return closed(number, number);
  }

  /** Returns the support of a distribution in which nothing is wrong. */
  public static Support of(Distribution distribution) {
    return distribution.match(
        d -> between(d.low(), d.high()),
        d -> between(d.low(), d.high()),
        d -> between(d.low(), d.high()),
        d -> d.sd() == 0 ? point(d.mean()) : above(-INFINITY).cut(d.within()),
        d -> d.sigma() == 0 ? point(d.median()) : above(0).cut(d.within()),
        d -> d.range().map(range -> between(range.low(), range.high())).orElse(between(0, 1)),
        Support::of,
        d -> between(d.scale().low(), d.scale().high()));
  }

  private static Support above(double low) {
    return new Support(low, true, INFINITY, true);
  }

  private static Support of(Choice choice) {
    double low = INFINITY;
    double high = -INFINITY;
    for (int i = 0; i < choice.values().size(); i++) {
      if (choice.weights().get(i) > 0) {
        low = Math.min(low, choice.values().get(i));
        high = Math.max(high, choice.values().get(i));
      }
    }
    return closed(low, high);
  }

  /** Of a law with a density: it takes its ends with probability 0, unless they are one. */
  private static Support between(double low, double high) {
    boolean open = low < high;
    return new Support(low, open, high, open);
  }

  /** Returns an interval whose ends are taken. */
  public static Support closed(double low, double high) {
    return new Support(low, false, high, false);
  }

  private Support cut(Optional<Interval> within) {
    return within
        .map(interval -> between(Math.max(low, interval.low()), interval.high()))
        .orElse(this);
  }

  /** Returns whether every value lies in {@code range}. */
  boolean isWithin(Range range) {
    boolean lowInside = low > range.low() || low == range.low() && (lowOpen || !range.lowOpen());
    boolean highInside =
        high < range.high() || high == range.high() && (highOpen || !range.highOpen());
    return lowInside && highInside;
  }

  /** Returns whether {@code number} is the only value. */
  boolean isAlways(double number) {
    return low == number && high == number;
  }

  /** Returns {@code "is 2"} or {@code "reaches from -infinity to 1"}. */
  String words() {
    return low == high ? "is " + end(low) : "reaches from " + end(low) + " to " + end(high);
  }

  private static String end(double number) {
    return Double.isInfinite(number)
        ? (number < 0 ? "-infinity" : "infinity")
        : Wording.number(number);
  }
}
