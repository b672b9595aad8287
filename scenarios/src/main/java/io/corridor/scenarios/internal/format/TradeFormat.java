package io.corridor.scenarios.internal.format;

import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Limits;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Payments;
import io.corridor.model.Payments.Arrears;
import io.corridor.model.Range;
import io.corridor.model.Unrest;
import io.corridor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Energy as a whole, flows, payments, unrest and partners. */
final class TradeFormat {
  private static final Values FRACTION = Values.of(Dimension.FRACTION, Range.FRACTION);
  private static final Values MONEY = Values.of(Dimension.MONEY, Range.NOT_NEGATIVE);
  private static final Values YEARLY_MONEY = Values.of(Dimension.MONEY_FLOW, Range.NOT_NEGATIVE);
  private static final Values GROWTH = Values.of(Dimension.YEARLY, Range.ABOVE_MINUS_ONE);

  private TradeFormat() {}

  /** Returns the section of the importer's energy balances. */
  static Section<Energy> energy() {
    Key<Energy, Value> annualValue =
        Key.required(
            "annual-value",
            YEARLY_MONEY,
            Energy::annualValue,
            "of all carriers at the start, as traded under the measures then in force");
    Key<Energy, Optional<String>> dependencyOf =
        Key.maybe(
            "dependency-of",
            Scalars.ID,
            Energy::dependencyOf,
            "carrier; default the first of kind electricity, else the first");
    Key<Energy, Optional<String>> unservedOf =
        Key.maybe("unserved-of", Scalars.ID, Energy::unservedOf, "carrier; default likewise");
    Key<Energy, Map<String, Carrier>> carriers =
        Key.required("carriers", CarrierFormat.carriers(), Energy::carriers, "by id");
    return Section.of(
        "an energy section",
        List.of(annualValue, dependencyOf, unservedOf, carriers),
        in ->
            new Energy(
                in.get(annualValue), in.get(dependencyOf), in.get(unservedOf), in.get(carriers)));
  }

  /** Returns the section of a flow. */
  static Section<Flow> flow() {
    Key<Flow, String> from = Key.required("from", Scalars.TEXT, Flow::from, "the party that sells");
    Key<Flow, String> to = Key.required("to", Scalars.TEXT, Flow::to, "the party that buys");
    Key<Flow, Value> annualValue =
        Key.required(
            "annual-value",
            YEARLY_MONEY,
            Flow::annualValue,
            "at the start, as it was traded under the measures then in force");
    Key<Flow, Value> partnerShare =
        Key.optional(
            "partner-share",
            Values.of(Dimension.FRACTION, Range.POSITIVE_FRACTION),
            Flow::partnerShare,
            Value.ONE,
            "the seller's share of the buyer's spending on all foreign sources; default 1");
    Key<Flow, Optional<Value>> substitution =
        Key.maybe(
            "substitution",
            Values.of(Dimension.NUMBER, Range.ABOVE_ONE),
            Flow::substitution,
            "Armington elasticity between sources; required if partner-share is below 1");
    Key<Flow, Value> upperElasticity =
        Key.optional(
            "upper-elasticity",
            Values.of(Dimension.NUMBER, Range.NOT_NEGATIVE),
            Flow::upperElasticity,
            Value.ONE,
            "of total spending to its price; default 1");
    Key<Flow, Value> growth =
        Key.optional("growth", GROWTH, Flow::growth, Value.ZERO, "per year; default 0");
    Key<Flow, Map<String, Value>> elasticities =
        Key.optional(
            "elasticities", Shapes.ELASTICITIES, Flow::elasticities, Map.of(), "by driver");
    Key<Flow, Optional<Noise>> noise =
        Key.maybe("noise", Shapes.NOISE, Flow::noise, "its own mean-reverting noise");
    Key<Flow, List<Double>> season =
        Key.optional("season", Shapes.SEASON, Flow::season, List.of(), "twelve factors of mean 1");
    Key<Flow, Map<String, Value>> regimeFactor =
        Key.optional(
            "regime-factor",
            Shapes.REGIME_FACTOR,
            Flow::regimeFactor,
            Map.of(),
            "by regime; 1 where absent");
    return Section.of(
        "a flow",
        List.of(
            from,
            to,
            annualValue,
            partnerShare,
            substitution,
            upperElasticity,
            growth,
            elasticities,
            noise,
            season,
            regimeFactor),
        in ->
            new Flow(
                in.get(from),
                in.get(to),
                in.get(annualValue),
                in.get(partnerShare),
                in.get(substitution),
                in.get(upperElasticity),
                in.get(growth),
                in.get(elasticities),
                in.get(noise),
                in.get(season),
                in.get(regimeFactor)));
  }

  /** Returns the section of payments. */
  static Section<Payments> payments() {
    Key<Payments, Optional<String>> waiver =
        Key.maybe(
            "waiver",
            Scalars.ID,
            Payments::waiver,
            "the waiver under which payment is easier; absent: as if always waived");
    Key<Payments, Value> waived =
        Key.optional(
            "waived",
            FRACTION,
            Payments::waived,
            Value.ONE,
            "share of the bill paid under the waiver; default 1");
    Key<Payments, Value> lapsed =
        Key.optional(
            "lapsed",
            FRACTION,
            Payments::lapsed,
            Value.ZERO,
            "share of the bill paid without it; default 0");
    Key<Payments, Value> catchUp =
        Key.optional(
            "catch-up",
            FRACTION,
            Payments::catchUp,
            Value.ZERO,
            "share of the arrears paid each month; default 0");
    Key<Payments, Arrears> arrears =
        Key.optional(
            "arrears", arrears(), Payments::arrears, Arrears.NONE, "what is owed and its effect");
    return Section.of(
        "a payments section",
        List.of(waiver, waived, lapsed, catchUp, arrears),
        in ->
            new Payments(
                in.get(waiver), in.get(waived), in.get(lapsed), in.get(catchUp), in.get(arrears)));
  }

  private static Section<Arrears> arrears() {
    Key<Arrears, Value> start =
        Key.optional("start", MONEY, Arrears::start, Value.ZERO, "owed at the start; default 0");
    Key<Arrears, Optional<Value>> limit =
        Key.maybe(
            "limit", MONEY, Arrears::limit, "above which the exporter sells less; absent: never");
    Key<Arrears, Value> floor =
        Key.optional(
            "floor", FRACTION, Arrears::floor, Value.ZERO, "least share still sold; default 0");
    return Section.of(
        "an arrears section",
        List.of(start, limit, floor),
        in -> new Arrears(in.get(start), in.get(limit), in.get(floor)));
  }

  /** Returns the section of unrest. */
  static Section<Unrest> unrest() {
    Key<Unrest, Value> rate =
        Key.required(
            "rate-per-month",
            Values.of(Dimension.FRACTION, Range.NOT_NEGATIVE),
            Unrest::ratePerMonth,
            "of episodes, in the situation of the start");
    Key<Unrest, Value> onUnserved =
        Key.optional(
            "on-unserved",
            Values.of(Dimension.NUMBER, Range.FREE),
            Unrest::onUnserved,
            Value.ZERO,
            "how the logarithm of the rate listens to the unserved share; default 0");
    Key<Unrest, Integer> duration =
        Key.required(
            "duration",
            Numbers.whole(Dimension.MONTHS, 1, Limits.DURATION),
            Unrest::duration,
            "months after the one it starts in");
    Key<Unrest, Value> impact =
        Key.required(
            "impact", FRACTION, Unrest::impact, "share of trade lost in a month of unrest");
    return Section.of(
        "an unrest section",
        List.of(rate, onUnserved, duration, impact),
        in -> new Unrest(in.get(rate), in.get(onUnserved), in.get(duration), in.get(impact)));
  }

  /** Returns the section of another partner. */
  static Section<Partner> partner() {
    Key<Partner, Value> annualValue =
        Key.required("annual-value", YEARLY_MONEY, Partner::annualValue, "at the start");
    Key<Partner, Value> growth =
        Key.optional("growth", GROWTH, Partner::growth, Value.ZERO, "per year; default 0");
    Key<Partner, Map<String, Value>> elasticities =
        Key.optional(
            "elasticities", Shapes.ELASTICITIES, Partner::elasticities, Map.of(), "by driver");
    Key<Partner, Optional<Noise>> noise =
        Key.maybe("noise", Shapes.NOISE, Partner::noise, "its own mean-reverting noise");
    Key<Partner, Map<String, Value>> regimeFactor =
        Key.optional(
            "regime-factor",
            Shapes.REGIME_FACTOR,
            Partner::regimeFactor,
            Map.of(),
            "by regime; 1 where absent");
    return Section.of(
        "a partner",
        List.of(annualValue, growth, elasticities, noise, regimeFactor),
        in ->
            new Partner(
                in.get(annualValue),
                in.get(growth),
                in.get(elasticities),
                in.get(noise),
                in.get(regimeFactor)));
  }
}
