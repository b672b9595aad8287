package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A measure against flows, carriers or pairs of countries (section 5 of the model). At least one of
 * {@code cost}, {@code cut} and {@code tariff} is given.
 *
 * @param from first month in force; if before the start, annual values are as traded under it
 * @param after measure that it answers, in place of from: in force whenever that was, lag months
 *     ago
 * @param lag months from the measure to its answer, rounded; default 1. At least 0
 * @param chance that the measure is answered; default 1. In [0, 1]; one draw a path
 * @param until last month in force; absent: for ever
 * @param targets flows, carriers and sources it hits, and pairs of countries: world.IRN.all is what
 *     IRN sells to all others
 * @param cost ad-valorem equivalent of what it makes trade dearer by; for flows and pairs only. At
 *     least 0 (0.25 means 25 %)
 * @param cut prohibited share. In [0, 1]
 * @param tariff what the importer's people are paid of it; for pairs only. In [0, 100]; a fraction
 *     of the value (0.25 means 25 %)
 * @param enforcement how much of it is enforced, by regime. In [0, 1]
 */
@Section("a sanction")
@Withers
public record Sanction(
    @Key Optional<YearMonth> from,
    @Key(refers = Key.Refers.SANCTION) Optional<String> after,
    @Key(label = "months to the answer", unit = Dimension.MONTHS, range = Range.NOT_NEGATIVE)
        Optional<Value> lag,
    @Key(label = "chance of the answer", unit = Dimension.FRACTION, range = Range.FRACTION)
        Optional<Value> chance,
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
    @Key(label = "tariff", unit = Dimension.FRACTION, range = Range.TARIFF, odd = Key.Odd.COST)
        Optional<Value> tariff,
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
    return Declaration.of(Sanction.class)
        .of(Ordered.list("targets", targets))
        .withFrom(from)
        .withCost(cost);
  }

  /**
   * Returns a measure that prohibits trade, fully enforced and without end.
   *
   * @param from first month in force
   * @param cut prohibited share, in [0, 1]
   * @param targets flows, carriers and sources it hits
   */
  public static Sanction cut(YearMonth from, double cut, String... targets) {
    return Declaration.of(Sanction.class)
        .of(Ordered.list("targets", targets))
        .withFrom(from)
        .withCut(cut);
  }

  /**
   * Returns a measure that answers another, fully enforced, for as long as that is in force.
   *
   * @param measure id of the one it answers
   * @param lag months from that to its answer, {@code >= 0}
   * @param chance that it is answered, in [0, 1]
   * @param tariff on the value, in [0, 100]
   * @param targets pairs of countries it hits
   */
  public static Sanction answer(
      String measure, double lag, double chance, double tariff, String... targets) {
    return Declaration.of(Sanction.class)
        .of(Ordered.list("targets", targets))
        .withAfter(measure)
        .withLag(lag)
        .withChance(chance)
        .withTariff(tariff);
  }

  /** Returns whether the calendar has the measure in force in {@code month}: no answer's does. */
  public boolean inForce(YearMonth month) {
    return from.isPresent()
        && !month.isBefore(from.get())
        && (until.isEmpty() || !month.isAfter(until.get()));
  }
}
