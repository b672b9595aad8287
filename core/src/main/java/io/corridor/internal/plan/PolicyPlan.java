package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.policy.ByRegimeStep;
import io.corridor.internal.policy.ComplianceStep;
import io.corridor.internal.policy.RegimeEvent;
import io.corridor.internal.policy.RegimeStep;
import io.corridor.internal.policy.SanctionCost;
import io.corridor.internal.policy.SanctionCut;
import io.corridor.internal.policy.SanctionInForce;
import io.corridor.internal.policy.WaiverStep;
import io.corridor.internal.random.StreamNames;
import io.corridor.model.ByRegime;
import io.corridor.model.Regime;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles sections 3 to 5: regime, waivers, compliance and sanctions. */
final class PolicyPlan {
  private static final String REGIME = "regime";

  private final Scenario scenario;
  private final Calendar calendar;
  private final Wiring wiring;
  private final Draws draws;
  private final List<String> states;
  private final Whole regime;
  private final Map<List<Num>, Real> picked = new HashMap<>();
  private final Map<String, Real> coverage = new LinkedHashMap<>();
  private final Map<String, Whole> expiry = new LinkedHashMap<>();
  private final Map<Set<String>, Real> kept = new HashMap<>();
  private @Nullable Real turnedTo;
  private @Nullable Real compliance;

  PolicyPlan(Scenario scenario, Calendar calendar, Wiring wiring, Draws draws) {
    this.scenario = scenario;
    this.calendar = calendar;
    this.wiring = wiring;
    this.draws = draws;
    this.states = scenario.regimeStates();
    this.regime = wiring.whole();
    wiring.state(new Fill.WithWhole(initialRegime(), regime));
    scenario.regime().ifPresent(this::addRegime);
  }

  // Section 3

  private int initialRegime() {
    return scenario.regime().map(r -> states.indexOf(r.initial())).orElse(0);
  }

  private void addRegime(Regime section) {
    double[][] cumulative = new double[states.size()][];
    int[][] destinations = new int[states.size()][];
    for (int s = 0; s < states.size(); s++) {
      Map<String, Double> row = section.monthly().getOrDefault(states.get(s), Map.of());
      List<Double> sums = new ArrayList<>();
      List<Integer> to = new ArrayList<>();
      double sum = 0;
      for (int next = 0; next < states.size(); next++) {
        Double probability = row.get(states.get(next));
        if (next != s && probability != null) {
          sum += probability;
          sums.add(sum);
          to.add(next);
        }
      }
      cumulative[s] = sums.stream().mapToDouble(Double::doubleValue).toArray();
      destinations[s] = to.stream().mapToInt(Integer::intValue).toArray();
    }
    wiring.add(
        Phase.REGIME,
        new RegimeStep(
            draws.monthly(StreamNames.REGIME, REGIME, 1), cumulative, destinations, regime));
    turnedTo = copied(Phase.REGIME, regime);
    addEvents(section);
  }

  private void addEvents(Regime section) {
    Map<String, Integer> seen = new HashMap<>();
    for (Regime.Event event : section.events()) {
      int occurrence = seen.merge(event.month() + "." + event.to(), 1, Integer::sum) - 1;
      int month = calendar.index(event.month());
      String stream = StreamNames.event(event.month().toString(), event.to(), occurrence);
      wiring.add(
          Phase.REGIME,
          new RegimeEvent(
              month,
              draws.inMonth(stream, REGIME, month),
              event.probability(),
              states.indexOf(event.to()),
              regime));
    }
  }

  private Real copied(Phase phase, Whole column) {
    return wiring.add(phase, out -> new Fill.WithWholeColumn(column, out));
  }

  /** Returns the regime after the month's transition, before its events; null with one regime. */
  @Nullable Real turnedTo() {
    return turnedTo;
  }

  /** Returns the indicator of a regime. */
  Real indicator(String state) {
    Real out = wiring.real();
    double[] table = new double[states.size()];
    table[states.indexOf(state)] = 1;
    wiring.add(Phase.TOTALS, new ByRegimeStep.Numbers(regime, table, out));
    return out;
  }

  /** Returns what {@code number} gives for each regime. */
  Varying varying(Function<String, Num> number) {
    return new Varying(states.stream().map(number).toList());
  }

  /** Returns the number that stands at {@code path}; {@code otherwise} where it says nothing. */
  Varying varying(ByRegime value, String path, double otherwise) {
    Num elsewhere =
        value.otherwise().map(number -> draws.num(number, path)).orElse(new Fixed(otherwise));
    Map<String, Num> named = new HashMap<>();
    value
        .states()
        .forEach((state, number) -> named.put(state, draws.num(number, path + "." + state)));
    return varying(state -> named.getOrDefault(state, elsewhere));
  }

  /** Returns ϱ(t) = factor[R(t)]/factor[R(0)], or null where it is 1. */
  @Nullable Real regimeFactor(Map<String, Value> factors, String path) {
    if (factors.isEmpty()) {
      return null;
    }
    Varying factor = varying(ByRegime.of(factors, 1), path, 1);
    Num initial = factor.states().get(initialRegime());
    Varying ratio = factor.map(f -> wiring.map(f, initial, (a, b) -> a / b));
    return ratio.is(1) ? null : pick(ratio);
  }

  /** Returns the column of the number in the regime of the month. */
  Real pick(Varying number) {
    Num everywhere = number.everywhere();
    if (everywhere != null) {
      return wiring.column(everywhere);
    }
    return picked.computeIfAbsent(
        number.states(),
        same -> {
          Real out = wiring.real();
          wiring.add(
              Phase.BY_REGIME,
              number.isFixed()
                  ? new ByRegimeStep.Numbers(regime, number.table(), out)
                  : new ByRegimeStep.Columns(regime, number.columns(wiring), out));
          return out;
        });
  }

  // Section 4

  /**
   * Adds the waivers, which listen to dependency and unserved share: columns of [D, D(−1), U,
   * U(−1)].
   */
  void addWaivers(Feedback feedback) {
    scenario.waivers().forEach((id, waiver) -> addWaiver(id, waiver, feedback));
  }

  private void addWaiver(String id, Waiver waiver, Feedback feedback) {
    String path = "waivers." + id;
    Whole expiry = wiring.whole();
    this.expiry.put(id, expiry);
    Real covered = wiring.real();
    coverage.put(id, covered);
    int day = calendar.day(waiver.expires());
    wiring.state(new Fill.WithWhole(day <= 0 ? WaiverStep.LAPSED : day, expiry));
    wiring.state(new Fill.WithNumber(day <= 0 ? 0 : 1, covered));
    WaiverStep.Terms terms = terms(waiver.terms());
    int decisions = mostDecisions(terms);
    Varying reinstate = varying(waiver.reinstate(), path + ".reinstate", 0);
    Num onDependency = draws.num(waiver.onDependency(), path + ".on-dependency");
    Num onUnserved = draws.num(waiver.onUnserved(), path + ".on-unserved");
    List<WaiverStep.Reaction> reactions = new ArrayList<>();
    if (!onDependency.is(0)) {
      reactions.add(
          new WaiverStep.Reaction(
              wiring.column(onDependency), feedback.dependency(), feedback.startDependency()));
    }
    if (!onUnserved.is(0)) {
      reactions.add(
          new WaiverStep.Reaction(
              wiring.column(onUnserved), feedback.unserved(), feedback.startUnserved()));
    }
    var law =
        new WaiverStep.Decisions(
            id,
            draws.monthly(StreamNames.reinstatement(id), path, 1),
            draws.monthly(StreamNames.renewal(id), path, decisions),
            draws.monthly(StreamNames.term(id), path, decisions + 1),
            terms,
            reinstate.is(0) ? null : reinstate.number(wiring),
            varying(waiver.renew(), path + ".renew", 0).number(wiring),
            reactions);
    wiring.add(
        Phase.WAIVERS,
        new WaiverStep(law, calendar.firstDays(), calendar.days(), regime, expiry, covered));
  }

  private WaiverStep.Terms terms(Waiver.Terms terms) {
    int[][] days = new int[states.size()][];
    double[][] cumulative = new double[states.size()][];
    for (int s = 0; s < states.size(); s++) {
      List<Waiver.Term> list = requireNonNull(terms.in(states.get(s)), states.get(s));
      days[s] = list.stream().mapToInt(Waiver.Term::days).toArray();
      cumulative[s] = list.stream().mapToDouble(Waiver.Term::weight).toArray();
      for (int i = 1; i < cumulative[s].length; i++) {
        cumulative[s][i] += cumulative[s][i - 1];
      }
    }
    return new WaiverStep.Terms(days, cumulative);
  }

  /** Returns how often a waiver can come up in one month: once for each day at the most. */
  private static int mostDecisions(WaiverStep.Terms terms) {
    int shortest = Integer.MAX_VALUE;
    for (int[] days : terms.days()) {
      for (int term : days) {
        shortest = Math.min(shortest, term);
      }
    }
    return 31 / shortest + 1;
  }

  /** Returns w(t) of a waiver. */
  Real coverage(String waiver) {
    return requireNonNull(coverage.get(waiver), waiver);
  }

  /** Returns E of a waiver, once its month is over; {@link WaiverStep#LAPSED} if it is lapsed. */
  Real expiry(String waiver) {
    return copied(Phase.TOTALS, requireNonNull(expiry.get(waiver), waiver));
  }

  // Section 5

  /** Adds compliance: level · (1 − D(t−1))^exponent. */
  void addCompliance(Feedback feedback) {
    Real level = pick(varying(scenario.compliance().level(), "compliance.level", 1));
    Num exponent =
        draws.num(scenario.compliance().dependencyExponent(), "compliance.dependency-exponent");
    if (exponent.is(0)) {
      compliance = level;
      return;
    }
    compliance = wiring.real();
    wiring.add(
        Phase.COMPLIANCE,
        new ComplianceStep(
            level, feedback.dependency(), wiring.column(exponent), exponent.is(1), compliance));
  }

  /** Returns C(t), once it is added. */
  Real compliance() {
    return requireNonNull(compliance);
  }

  /** Returns τ(t) of a flow, or null if no sanction costs it anything. */
  @Nullable Real cost(String target) {
    List<SanctionInForce> sanctions = sanctions(Set.of(target), "cost", Sanction::cost);
    if (sanctions.isEmpty()) {
      return null;
    }
    return wiring.add(Phase.FLOW_SANCTIONS, out -> new SanctionCost(sanctions, out));
  }

  /** Returns k(t) of a flow, or null if no sanction prohibits any of it. */
  @Nullable Real kept(String flow, Phase phase) {
    return kept(Set.of(flow), phase);
  }

  /**
   * Returns k(t) of what has several names, as a source of a carrier, or null if no sanction
   * prohibits any of it. A sanction that names it twice counts once; that of the same names is the
   * same column.
   */
  @Nullable Real kept(Set<String> names, Phase phase) {
    if (kept.containsKey(names)) {
      return kept.get(names);
    }
    Real column = addKept(names, phase);
    kept.put(names, column);
    return column;
  }

  /** Returns all that sanctions hit and waivers cover. */
  Set<String> targets() {
    Set<String> targets = new LinkedHashSet<>();
    scenario.sanctions().values().forEach(sanction -> targets.addAll(sanction.targets()));
    scenario.waivers().values().forEach(waiver -> targets.addAll(waiver.covers()));
    return targets;
  }

  private @Nullable Real addKept(Set<String> names, Phase phase) {
    List<SanctionInForce> sanctions = sanctions(names, "cut", Sanction::cut);
    if (sanctions.isEmpty()) {
      return null;
    }
    return wiring.add(phase, out -> new SanctionCut(sanctions, compliance(), out));
  }

  private List<SanctionInForce> sanctions(
      Set<String> names, String key, Function<Sanction, Optional<Value>> part) {
    List<SanctionInForce> sanctions = new ArrayList<>();
    scenario
        .sanctions()
        .forEach(
            (id, sanction) -> {
              boolean[] inForce = inForce(sanction);
              boolean ever = false;
              for (boolean month : inForce) {
                ever |= month;
              }
              if (ever
                  && !Collections.disjoint(sanction.targets(), names)
                  && part.apply(sanction).isPresent()) {
                Num size = draws.num(part.apply(sanction).get(), "sanctions." + id + "." + key);
                Varying enforcement =
                    varying(sanction.enforcement(), "sanctions." + id + ".enforcement", 1);
                Varying strength = enforcement.map(e -> wiring.map(size, e, (a, b) -> a * b));
                if (!strength.is(0)) {
                  sanctions.add(
                      new SanctionInForce(pick(strength), protection(names, id), inForce));
                }
              }
            });
    return sanctions;
  }

  private boolean[] inForce(Sanction sanction) {
    boolean[] inForce = new boolean[calendar.months() + 1];
    for (int i = 0; i < inForce.length; i++) {
      inForce[i] = sanction.inForce(calendar.month(i - 1));
    }
    return inForce;
  }

  /** Returns the coverages of the waivers that protect a target from a sanction. */
  private List<Real> protection(Set<String> names, String sanction) {
    List<Real> columns = new ArrayList<>();
    scenario
        .waivers()
        .forEach(
            (id, waiver) -> {
              if (!Collections.disjoint(waiver.covers(), names)
                  && waiver.waives().map(sanctions -> sanctions.contains(sanction)).orElse(true)) {
                columns.add(coverage.get(id));
              }
            });
    return columns;
  }
}
