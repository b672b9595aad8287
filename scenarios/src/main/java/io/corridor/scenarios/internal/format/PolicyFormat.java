package io.corridor.scenarios.internal.format;

import io.corridor.model.ByRegime;
import io.corridor.model.Compliance;
import io.corridor.model.Limits;
import io.corridor.model.Range;
import io.corridor.model.Regime;
import io.corridor.model.Sanction;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.model.Waiver.Term;
import io.corridor.model.Waiver.Terms;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Regime, waivers, sanctions and compliance. */
final class PolicyFormat {
  private static final Values FREE = Values.of(Dimension.NUMBER, Range.FREE);
  private static final Shape<Double> PROBABILITY =
      Numbers.fixed(Dimension.FRACTION, Range.FRACTION);

  private PolicyFormat() {}

  /** Returns the section of the regime. */
  static Section<Regime> regime() {
    Key<Regime, List<String>> states =
        Key.required(
            "states",
            ListOf.any("a list of names", Scalars.NAME),
            Regime::states,
            "names of the regimes");
    Key<Regime, String> initial =
        Key.required("initial", Scalars.TEXT, Regime::initial, "the regime of month 0");
    Key<Regime, Map<String, Map<String, Double>>> monthly =
        Key.optional(
            "monthly",
            MapOf.references(
                "a mapping of regimes to rows",
                MapOf.references("a row of regimes to probabilities", PROBABILITY)),
            Regime::monthly,
            Map.of(),
            "probability a month of moving, by row; the rest stays");
    Key<Regime, List<Regime.Event>> events =
        Key.optional(
            "events",
            ListOf.any("a list of events", event()),
            Regime::events,
            List.of(),
            "what may set the regime in a known month");
    return Section.of(
        "a regime",
        List.of(states, initial, monthly, events),
        in -> new Regime(in.get(states), in.get(initial), in.get(monthly), in.get(events)));
  }

  private static Section<Regime.Event> event() {
    Key<Regime.Event, YearMonth> month =
        Key.required("month", Scalars.MONTH_OF_YEAR, Regime.Event::month, "when");
    Key<Regime.Event, String> to =
        Key.required("to", Scalars.TEXT, Regime.Event::to, "the regime it sets");
    Key<Regime.Event, Double> probability =
        Key.optional("probability", PROBABILITY, Regime.Event::probability, 1.0, "default 1");
    return Section.of(
        "an event",
        List.of(month, to, probability),
        in -> new Regime.Event(in.get(month), in.get(to), in.get(probability)));
  }

  /** Returns the section of a waiver. */
  static Section<Waiver> waiver() {
    Key<Waiver, List<String>> covers =
        Key.required("covers", Shapes.IDS, Waiver::covers, "flows and carriers it protects");
    Key<Waiver, Optional<List<String>>> waives =
        Key.maybe(
            "waives", Shapes.IDS, Waiver::waives, "measures it protects from; absent: every one");
    Key<Waiver, LocalDate> expires =
        Key.required(
            "expires", Scalars.DAY, Waiver::expires, "the first day on which it no longer holds");
    Key<Waiver, Optional<Terms>> terms =
        Key.maybe(
            "terms",
            terms(),
            waiver -> termDays(waiver).isPresent() ? Optional.empty() : Optional.of(waiver.terms()),
            "lengths that a grant may have, a list or one for each regime");
    Key<Waiver, Optional<Integer>> termDays =
        Key.maybe(
            "term-days", days(), PolicyFormat::termDays, "short for terms of this length alone");
    Key<Waiver, ByRegime> renew =
        Key.required(
            "renew", ByRegimes.all(), Waiver::renew, "chance that it is renewed, by regime");
    Key<Waiver, ByRegime> reinstate =
        Key.optional(
            "reinstate",
            ByRegimes.all(),
            Waiver::reinstate,
            ByRegime.everywhere(0),
            "chance a month that a lapsed waiver is granted again, by regime; default 0");
    Key<Waiver, Value> onDependency =
        Key.optional(
            "on-dependency",
            FREE,
            Waiver::onDependency,
            Value.ZERO,
            "how the logit of renewal listens to dependency; default 0");
    Key<Waiver, Value> onUnserved =
        Key.optional(
            "on-unserved",
            FREE,
            Waiver::onUnserved,
            Value.ZERO,
            "how the logit of renewal listens to the unserved share; default 0");
    return new Section<>(
        "a waiver",
        List.of(
            covers, waives, expires, terms, termDays, renew, reinstate, onUnserved, onDependency),
        List.of(Rule.exactlyOne("terms", "term-days")),
        in ->
            new Waiver(
                in.get(covers),
                in.get(waives),
                in.get(expires),
                in.get(terms).or(() -> in.get(termDays).map(Terms::of)).orElse(Terms.of(1)),
                in.get(renew),
                in.get(reinstate),
                in.get(onDependency),
                in.get(onUnserved)));
  }

  private static Shape<Integer> days() {
    return Numbers.whole(Dimension.DAYS, 1, Limits.DURATION);
  }

  private static Optional<Integer> termDays(Waiver waiver) {
    List<Term> terms = waiver.terms().everywhere();
    return terms.size() == 1 && terms.get(0).weight() == 1
        ? Optional.of(terms.get(0).days())
        : Optional.empty();
  }

  private static Shape<Terms> terms() {
    Key<Term, Integer> days = Key.required("days", days(), Term::days, "length");
    Key<Term, Double> weight =
        Key.required(
            "weight",
            Numbers.fixed(Dimension.NUMBER, Range.NOT_NEGATIVE),
            Term::weight,
            "weights need not sum to 1");
    Section<Term> term =
        Section.of("a term", List.of(days, weight), in -> new Term(in.get(days), in.get(weight)));
    Shape<List<Term>> list = ListOf.any("a list of terms {days, weight}", term);
    return new Either<>(
        Adapted.<List<Term>, Terms>of(list, Terms::of, Terms::everywhere),
        node -> !(node instanceof Node.Mapping),
        Adapted.<Map<String, List<Term>>, Terms>of(
            MapOf.references("a mapping of such lists by regime", list), Terms::of, Terms::states),
        terms -> terms.states().isEmpty());
  }

  /** Returns the section of a measure. */
  static Section<Sanction> sanction() {
    Key<Sanction, YearMonth> from =
        Key.required(
            "from",
            Scalars.MONTH_OF_YEAR,
            Sanction::from,
            "first month in force; if before the start, annual values are as traded under it");
    Key<Sanction, Optional<YearMonth>> until =
        Key.maybe(
            "until",
            Scalars.MONTH_OF_YEAR,
            Sanction::until,
            "last month in force; absent: for ever");
    Key<Sanction, List<String>> targets =
        Key.required("targets", Shapes.IDS, Sanction::targets, "flows and carriers it hits");
    Key<Sanction, Optional<Value>> cost =
        Key.maybe(
            "cost",
            Values.of(Dimension.FRACTION, Range.NOT_NEGATIVE),
            Sanction::cost,
            "ad-valorem equivalent; flows only");
    Key<Sanction, Optional<Value>> cut =
        Key.maybe(
            "cut",
            Values.of(Dimension.FRACTION, Range.FRACTION),
            Sanction::cut,
            "prohibited share");
    Key<Sanction, ByRegime> enforcement =
        Key.optional(
            "enforcement",
            ByRegimes.orOne(),
            Sanction::enforcement,
            ByRegime.everywhere(1),
            "how much of it is enforced, by regime; default 1");
    return new Section<>(
        "a measure",
        List.of(from, until, targets, cost, cut, enforcement),
        List.of(Rule.atLeastOne("cost", "cut")),
        in ->
            new Sanction(
                in.get(from),
                in.get(until),
                in.get(targets),
                in.get(cost),
                in.get(cut),
                in.get(enforcement)));
  }

  /** Returns the section of compliance. */
  static Section<Compliance> compliance() {
    Key<Compliance, ByRegime> level =
        Key.optional(
            "level",
            ByRegimes.orOne(),
            Compliance::level,
            ByRegime.everywhere(1),
            "how much of what is prohibited is given up, by regime; default 1");
    Key<Compliance, Value> exponent =
        Key.optional(
            "dependency-exponent",
            Values.of(Dimension.NUMBER, Range.NOT_NEGATIVE),
            Compliance::dependencyExponent,
            Value.ZERO,
            "0: dependency doesn't matter; default 0");
    return Section.of(
        "a compliance",
        List.of(level, exponent),
        in -> new Compliance(in.get(level), in.get(exponent)));
  }
}
