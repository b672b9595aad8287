package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A measure against flows or carriers (section 5 of the model). At least one of {@code cost} and
 * {@code cut} is given.
 *
 * @param from first month in force; if before the start, annual values are as traded under it
 * @param until last month in force; absent: for ever
 * @param targets flows, carriers and sources it hits
 * @param cost ad-valorem equivalent of what it makes trade dearer by; for flows only. At least 0
 *     (0.25 means 25 %)
 * @param cut prohibited share. In [0, 1]
 * @param enforcement how much of it is enforced, by regime. In [0, 1]
 */
@Section("a sanction")
@Withers
public record Sanction(
    @Key YearMonth from,
    @Key Optional<YearMonth> until,
    @Key(refers = Key.Refers.TARGET) List<String> targets,
    @Key(
            label = "what it makes trade dearer by",
            unit = Dimension.FRACTION,
            range = Range.NOT_NEGATIVE,
            odd = Key.Odd.COST)
        Optional<Value> cost,
    @Key(label = "share prohibited", unit = Dimension.FRACTION, range = Range.FRACTION)
        Optional<Value> cut,
    @Key(label = "share enforced", unit = Dimension.FRACTION, range = Range.FRACTION, absent = "1")
        ByRegime enforcement)
    implements SanctionWithers {

  /** Copies the list. */
  public Sanction {
    targets = List.copyOf(targets);
  }

  /**
   * Returns a measure that makes trade dearer, fully enforced and without end.
   *
   * @param from first month in force
   * @param cost ad-valorem equivalent, {@code >= 0} (0.25 means 25 %)
   * @param targets flows it hits
   */
  public static Sanction cost(YearMonth from, double cost, String... targets) {
    return Declaration.of(Sanction.class).of(from, Ordered.list("targets", targets)).withCost(cost);
  }

  /**
   * Returns a measure that prohibits trade, fully enforced and without end.
   *
   * @param from first month in force
   * @param cut prohibited share, in [0, 1]
   * @param targets flows, carriers and sources it hits
   */
  public static Sanction cut(YearMonth from, double cut, String... targets) {
    return Declaration.of(Sanction.class).of(from, Ordered.list("targets", targets)).withCut(cut);
  }

  /** Returns whether the measure is in force in {@code month}. */
  public boolean inForce(YearMonth month) {
    return !month.isBefore(from) && (until.isEmpty() || !month.isAfter(until.get()));
  }
}
