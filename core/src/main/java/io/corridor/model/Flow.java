package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trade in one sort of goods or services in one direction (section 7 of the model).
 *
 * @param from the party that sells
 * @param to the party that buys
 * @param annualValue at the start, as it was traded under the sanctions then in force. In USD a
 *     year
 * @param partnerShare the seller's share of the buyer's spending on all foreign sources. In (0, 1];
 *     1: no rival
 * @param substitution Armington elasticity between sources; required if partner-share is below 1.
 *     Above 1
 * @param upperElasticity elasticity of total spending to its price. At least 0
 * @param world whether sanctions and rivals move it as they move its pair of countries in the
 *     world; then it has no partner-share, substitution or upper-elasticity, and is no target
 *     itself
 * @param growth of spending, per year, {@code > −1}
 * @param elasticities of spending, by driver
 * @param noise its own mean-reverting noise
 * @param season twelve factors of mean 1, January first; absent: all 1
 * @param regimeFactor of spending, by regime; 1 where absent
 */
@Section(value = "a flow", fitted = true)
@Withers
public record Flow(
    @Key(refers = Key.Refers.PARTY) String from,
    @Key(refers = Key.Refers.PARTY) String to,
    @Key(
            label = "value a year",
            unit = Dimension.MONEY_FLOW,
            range = Range.NOT_NEGATIVE,
            odd = Key.Odd.ANNUAL_VALUE,
            fitted = true)
        Value annualValue,
    @Key(
            label = "the seller’s share of the market",
            unit = Dimension.FRACTION,
            range = Range.POSITIVE_FRACTION,
            absent = "1")
        Value partnerShare,
    @Key(
            label = "how readily buyers switch supplier (Armington elasticity)",
            range = Range.ABOVE_ONE)
        Optional<Value> substitution,
    @Key(label = "how spending answers to the price", range = Range.NOT_NEGATIVE, absent = "1")
        Value upperElasticity,
    @Key(absent = "false") boolean world,
    @Key(
            label = "growth a year",
            says = "growth per year",
            unit = Dimension.YEARLY,
            range = Range.ABOVE_MINUS_ONE,
            absent = "0",
            odd = Key.Odd.GROWTH,
            fitted = true,
            fittedIfAbsent = true)
        Value growth,
    @Key(
            label = "elasticity to",
            says = "elasticities, by driver",
            refers = Key.Refers.DRIVER,
            absent = Key.NONE,
            form = "a mapping of drivers to elasticities",
            fitted = true)
        Map<String, Value> elasticities,
    @Key(fitted = true) Optional<Noise> noise,
    @Key(
            label = "factor of",
            unit = Dimension.FRACTION,
            range = Range.NOT_NEGATIVE,
            absent = Key.NONE,
            size = 12,
            form = "a list of 12 factors, January first",
            odd = Key.Odd.SEASON,
            fitted = true)
        List<Double> season,
    @Key(
            label = "factor under",
            says = "factors by regime, relative to the initial one; 1 for a regime that is absent",
            unit = Dimension.FRACTION,
            range = Range.NOT_NEGATIVE,
            refers = Key.Refers.REGIME,
            absent = Key.NONE,
            form = "a mapping of regimes to factors")
        Map<String, Value> regimeFactor)
    implements FlowWithers {

  /** Copies the collections. */
  public Flow {
    elasticities = Ordered.copyOf(elasticities);
    season = List.copyOf(season);
    regimeFactor = Ordered.copyOf(regimeFactor);
  }

  /**
   * Returns a flow without rivals that nothing moves: it has share 1 of what the buyer spends, and
   * total spending an elasticity of 1 to its price.
   *
   * @param from the party that sells
   * @param to the party that buys
   * @param annualValue at the start, USD a year
   */
  public static Flow of(String from, String to, Value annualValue) {
    return Declaration.of(Flow.class).of(from, to, annualValue);
  }

  /** Returns a flow without rivals that nothing moves; {@code annualValue} is in USD a year. */
  public static Flow of(String from, String to, double annualValue) {
    return Declaration.of(Flow.class).of(from, to, annualValue);
  }

  /**
   * Returns a copy that has rivals.
   *
   * @param partnerShare the seller's share of what the buyer spends on this good from all foreign
   *     sources, in (0, 1)
   * @param substitution Armington elasticity between sources, {@code > 1}
   */
  public Flow withRivals(Value partnerShare, Value substitution) {
    return withPartnerShare(partnerShare).withSubstitution(substitution);
  }

  /** Returns a copy that has rivals, from a share in (0, 1) and an elasticity {@code > 1}. */
  public Flow withRivals(double partnerShare, double substitution) {
    return withPartnerShare(partnerShare).withSubstitution(substitution);
  }
}
