package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.policy.AnswerSteps;
import io.corridor.internal.policy.RegimeNumber;
import io.corridor.internal.policy.RegimeSteps;
import io.corridor.internal.policy.SanctionSteps;
import io.corridor.internal.policy.WaiverStep;
import io.corridor.internal.process.DrawSteps;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.StreamName;
import io.corridor.model.ByRegime;
import io.corridor.model.MetricKind;
import io.corridor.model.Regime;
import io.corridor.model.Sanction;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles sections 3 to 5: regime, waivers, compliance and sanctions. */
final class PolicyPlan extends PlanPart {
  private static final String REGIME = "regime";

  private final List<String> states;
  private final Whole regime;
  private final Map<String, Real> coverage = new LinkedHashMap<>();
  private final Map<String, Whole> expiry = new LinkedHashMap<>();
  private final Map<List<Object>, Optional<Real>> effects = new HashMap<>();
  private final Map<String, Real> on = new HashMap<>();
  private final Map<String, Num> answered = new HashMap<>();
  private final Map<String, Real> answers = new HashMap<>();
  private final Map<String, AnswerSteps.Enforced> histories = new HashMap<>();
  private @Nullable Real compliance;

  PolicyPlan(Wiring wiring) {
    super(wiring);
    this.states = scenario.regimeStates();
    this.regime = wiring.regime;
    wiring.state(Fill.whole(initialRegime(), regime));
    scenario.regime().ifPresent(this::addRegime);
  }

  // Section 3

  private int initialRegime() {
    return scenario.regime().map(r -> states.indexOf(r.initial())).orElse(0);
  }

  private void addRegime(Regime section) {
    List<List<Num>> cumulative = new ArrayList<>();
    int[][] destinations = new int[states.size()][];
    for (int s = 0; s < states.size(); s++) {
      String from = states.get(s);
      Map<String, Value> row = section.monthly().getOrDefault(from, Map.of());
      int[] to =
          IntStream.range(0, states.size())
              .filter(next -> !states.get(next).equals(from) && row.containsKey(states.get(next)))
              .toArray();
      destinations[s] = to;
      cumulative.add(
          cumulative(
              Arrays.stream(to)
                  .mapToObj(states::get)
                  .map(
                      next ->
                          draws.num(
                              requireNonNull(row.get(next)), "regime.monthly." + from + "." + next))
                  .toList()));
    }
    Chance<MonthlyWords> words = draws.monthly(StreamName.REGIME.of(), REGIME, 1);
    boolean known = cumulative.stream().flatMap(List::stream).allMatch(Fixed.class::isInstance);
    wiring.add(
        Phase.REGIME,
        known
            ? RegimeSteps.transition(
                words,
                cumulative.stream().map(Wiring::values).toArray(double[][]::new),
                destinations,
                regime)
            : RegimeSteps.drawnTransition(
                words,
                cumulative.stream().map(row -> row.stream().map(wiring::column).toList()).toList(),
                destinations,
                regime));
    metrics.put(MetricKind.TURNED_TO, copied(Phase.REGIME, regime));
    addEvents(section);
  }

  /** Returns the sums of the first probabilities of a row, which is scaled where it exceeds 1. */
  private List<Num> cumulative(List<Num> row) {
    boolean known = row.stream().allMatch(Fixed.class::isInstance);
    return IntStream.range(0, row.size())
        .mapToObj(
            last ->
                wiring.map(
                    row,
                    numbers -> {
                      double sum = 0;
                      double upTo = 0;
                      for (int i = 0; i < numbers.length; i++) {
                        sum += numbers[i];
                        upTo = i == last ? sum : upTo;
                      }
                      return known || sum <= 1 ? upTo : upTo / sum;
                    }))
        .toList();
  }

  private void addEvents(Regime section) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < section.events().size(); i++) {
      Regime.Event event = section.events().get(i);
      Num probability = draws.num(event.probability(), "regime.events." + i + ".probability");
      int occurrence = seen.merge(event.month() + "." + event.to(), 1, Integer::sum) - 1;
      int month = scenario.index(event.month());
      String stream = StreamName.EVENT.of(event.month(), event.to(), occurrence);
      wiring.add(
          Phase.REGIME,
          RegimeSteps.event(
              month,
              draws.inMonth(stream, REGIME, month),
              wiring.column(probability),
              states.indexOf(event.to()),
              regime));
    }
  }

  private Real copied(Phase phase, Whole column) {
    return wiring.add(phase, out -> Fill.copy(column, out));
  }

  /** Returns the number that stands at {@code path}; {@code otherwise} where it says nothing. */
  private Num byRegime(ByRegime value, String path, double otherwise) {
    Num elsewhere =
        value.otherwise().map(number -> draws.num(number, path)).orElse(new Fixed(otherwise));
    Map<String, Num> named = new HashMap<>();
    value
        .states()
        .forEach((state, number) -> named.put(state, draws.num(number, path + "." + state)));
    return wiring.byRegime(r -> named.getOrDefault(states.get(r), elsewhere));
  }

  /** Returns ϱ(t) = factor[R(t)]/factor[R(0)], or null where it is 1. */
  @Nullable Real regimeFactor(Map<String, Value> factors, String path) {
    if (factors.isEmpty()) {
      return null;
    }
    Num factor = byRegime(ByRegime.of(factors, 1), path, 1);
    Num ratio = wiring.map(factor, factor.at(initialRegime()), (a, b) -> a / b);
    return ratio.is(1) ? null : wiring.column(ratio);
  }

  /** Returns the number for steps that pick that of the regime themselves. */
  private Function<Ports, RegimeNumber> regimeNumber(Num number) {
    List<Num> all = IntStream.range(0, states.size()).mapToObj(number::at).toList();
    return all.stream().allMatch(Fixed.class::isInstance)
        ? RegimeNumber.of(Wiring.values(all))
        : RegimeNumber.of(all.stream().map(wiring::column).toList());
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
    wiring.state(Fill.whole(day <= 0 ? WaiverStep.LAPSED : day, expiry));
    wiring.state(Fill.number(day <= 0 ? 0 : 1, covered));
    WaiverStep.Terms terms = terms(waiver.terms());
    int decisions = mostDecisions(terms);
    Num reinstate = byRegime(waiver.reinstate(), path + ".reinstate", 0);
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
            draws.monthly(StreamName.REINSTATEMENT.of(id), path, 1),
            draws.monthly(StreamName.RENEWAL.of(id), path, decisions),
            draws.monthly(StreamName.TERM.of(id), path, decisions + 1),
            terms,
            reinstate.is(0) ? null : regimeNumber(reinstate),
            regimeNumber(byRegime(waiver.renew(), path + ".renew", 0)),
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

  /** Adds the metrics, once all is compiled that they are of. */
  void addMetrics() {
    coverage.forEach((id, covered) -> metrics.put(MetricKind.COVERAGE, covered, id));
    expiry.forEach((id, day) -> metrics.put(MetricKind.EXPIRES, copied(Phase.TOTALS, day), id));
    metrics.put(MetricKind.COMPLIANCE, compliance());
    scenario
        .sanctions()
        .forEach(
            (id, sanction) -> {
              metrics.later(MetricKind.MEASURE_ON, () -> on(id), id);
              if (sanction.after().isPresent()) {
                on(id); // which draws, whether or not somebody reads it
              }
            });
    for (int r = 0; scenario.regime().isPresent() && r < states.size(); r++) {
      int state = r;
      Num indicator = wiring.byRegime(other -> other == state ? Num.ONE : Num.ZERO);
      metrics.put(MetricKind.REGIME, wiring.column(indicator), states.get(r));
    }
  }

  // Section 5

  /** Adds compliance: level · (1 − D(t−1))^exponent. */
  void addCompliance(Feedback feedback) {
    Real level = wiring.column(byRegime(scenario.compliance().level(), "compliance.level", 1));
    Num exponent =
        draws.num(scenario.compliance().dependencyExponent(), "compliance.dependency-exponent");
    if (exponent.is(0)) {
      compliance = level;
      return;
    }
    Real dependency = feedback.dependency();
    compliance =
        wiring.add(
            Phase.COMPLIANCE,
            out ->
                exponent.is(1)
                    ? SanctionSteps.compliance(level, dependency, out)
                    : SanctionSteps.compliance(level, dependency, wiring.column(exponent), out));
  }

  /** Returns C(t), once it is added. */
  Real compliance() {
    return requireNonNull(compliance);
  }

  /**
   * Returns τ(t) of what has several names, as a pair of countries, or null if no sanction costs it
   * anything. A sanction that names it twice counts once; that of the same names is the same
   * column.
   */
  @Nullable Real cost(Set<String> names) {
    return sum(names, "cost", Sanction::cost);
  }

  /** Returns Σ tariff b of a pair of countries, or null if no sanction lays a tariff on it. */
  @Nullable Real tariff(Set<String> names) {
    return sum(names, "tariff", Sanction::tariff);
  }

  private @Nullable Real sum(
      Set<String> names, String key, Function<Sanction, Optional<Value>> part) {
    return effect(
        List.of(names, key),
        () -> sanctions(names, key, part),
        Phase.FLOW_SANCTIONS,
        SanctionSteps::cost);
  }

  /** Returns k(t) of what has several names, or null if no sanction prohibits any of it. */
  @Nullable Real kept(Set<String> names, Phase phase) {
    return kept(names, compliance(), phase);
  }

  /** Returns the same for an importer with a compliance of its own. */
  @Nullable Real kept(Set<String> names, Real complied, Phase phase) {
    return effect(
        List.of(names, complied),
        () -> sanctions(names, "cut", Sanction::cut),
        phase,
        (sanctions, out) -> SanctionSteps.cut(sanctions, complied, out));
  }

  private @Nullable Real effect(
      List<Object> what,
      Supplier<List<SanctionSteps.InForce>> sanctions,
      Phase phase,
      BiFunction<List<SanctionSteps.InForce>, Real, Step> step) {
    return effects
        .computeIfAbsent(
            what,
            same ->
                Optional.of(sanctions.get())
                    .filter(found -> !found.isEmpty())
                    .map(found -> wiring.add(phase, out -> step.apply(found, out))))
        .orElse(null);
  }

  /** Returns the compliance of a country of the world, which isn't the parties' importer. */
  Real compliance(String country) {
    ByRegime level =
        scenario
            .world()
            .map(world -> world.compliance().get(country))
            .orElse(ByRegime.everywhere(1));
    return wiring.column(byRegime(level, "world.compliance." + country, 1));
  }

  /** Returns on(t) of a measure: 1 in months in which it is in force and enforced, else 0. */
  Real on(String id) {
    Real known = on.get(id);
    if (known != null) {
      return known;
    }
    List<AnswerSteps.Link> chain = new ArrayList<>();
    Optional<String> next = Optional.of(id);
    while (next.isPresent()) {
      Sanction sanction = requireNonNull(scenario.sanctions().get(next.get()), next.get());
      chain.add(link(next.get(), sanction));
      next = sanction.after();
    }
    Real column = wiring.add(Phase.ANSWERS, out -> AnswerSteps.on(chain, out));
    on.put(id, column);
    return column;
  }

  private AnswerSteps.Link link(String id, Sanction sanction) {
    String path = "sanctions." + id;
    int until = sanction.until().map(scenario::index).orElse(Integer.MAX_VALUE);
    AnswerSteps.Enforced enforced = enforced(id, sanction);
    if (sanction.after().isEmpty()) {
      int from = sanction.from().map(scenario::index).orElseThrow();
      return new AnswerSteps.Link(from, until, enforced, null, null);
    }
    Num lag = draws.num(sanction.lag().orElse(Value.ONE), path + ".lag");
    return new AnswerSteps.Link(
        Integer.MIN_VALUE,
        until,
        enforced,
        wiring.column(answered(id, sanction)),
        wiring.column(lag));
  }

  /** Returns 1 where a measure is answered by the one with the id, else 0: one draw a path. */
  private Num answered(String id, Sanction sanction) {
    return answered.computeIfAbsent(
        id,
        answer -> {
          String path = "sanctions." + id + ".chance";
          Num chance = draws.num(sanction.chance().orElse(Value.ONE), path);
          if (chance.is(1) || chance.is(0)) {
            return chance;
          }
          Real out = wiring.real();
          wiring.draw(
              DrawSteps.event(
                  draws.once(StreamName.ANSWER.of(id), path), wiring.column(chance), out));
          return new Num.Uncertain(out);
        });
  }

  /** Returns in which months a measure was enforced; null where that was in all of them. */
  private AnswerSteps.@Nullable Enforced enforced(String id, Sanction sanction) {
    Num enforcement = byRegime(sanction.enforcement(), "sanctions." + id + ".enforcement", 1);
    boolean always =
        IntStream.range(0, states.size())
            .mapToObj(enforcement::at)
            .allMatch(number -> number instanceof Fixed fixed && fixed.value() > 0);
    if (always) {
      return null;
    }
    return histories.computeIfAbsent(
        id,
        measure -> {
          List<Whole> history =
              Stream.generate(wiring::whole).limit(AnswerSteps.columns(scenario.months())).toList();
          history.forEach(bits -> wiring.state(Fill.whole(0, bits)));
          List<Num> all = IntStream.range(0, states.size()).mapToObj(enforcement::at).toList();
          Object made =
              all.stream().allMatch(Fixed.class::isInstance) ? Wiring.values(all) : all.size();
          AnswerSteps.Enforced enforced =
              new AnswerSteps.Enforced(regimeNumber(enforcement), made, initialRegime(), history);
          wiring.add(Phase.ANSWERS, AnswerSteps.history(regime, enforced));
          return enforced;
        });
  }

  /** Returns all that sanctions hit and waivers cover. */
  Set<String> targets() {
    Set<String> targets = new LinkedHashSet<>();
    scenario.sanctions().values().forEach(sanction -> targets.addAll(sanction.targets()));
    scenario.waivers().values().forEach(waiver -> targets.addAll(waiver.covers()));
    return targets;
  }

  private List<SanctionSteps.InForce> sanctions(
      Set<String> names, String key, Function<Sanction, Optional<Value>> part) {
    List<SanctionSteps.InForce> sanctions = new ArrayList<>();
    scenario
        .sanctions()
        .forEach(
            (id, sanction) -> {
              boolean[] inForce =
                  calendar.when(
                      -1,
                      scenario.months() + 1,
                      month ->
                          sanction.after().isEmpty()
                              ? sanction.inForce(month)
                              : sanction.until().stream().noneMatch(month::isAfter));
              if (IntStream.range(0, inForce.length).anyMatch(i -> inForce[i])
                  && !Collections.disjoint(sanction.targets(), names)
                  && part.apply(sanction).isPresent()) {
                Num size = draws.num(part.apply(sanction).get(), "sanctions." + id + "." + key);
                Num enforcement =
                    byRegime(sanction.enforcement(), "sanctions." + id + ".enforcement", 1);
                Num strength = wiring.map(size, enforcement, (a, b) -> a * b);
                if (!strength.is(0)) {
                  Real effect =
                      sanction.after().isEmpty()
                          ? wiring.column(strength)
                          : answer(id, key, wiring.column(strength));
                  sanctions.add(new SanctionSteps.InForce(effect, protection(names, id), inForce));
                }
              }
            });
    return sanctions;
  }

  private Real answer(String id, String key, Real strength) {
    Real on = on(id);
    return answers.computeIfAbsent(
        id + "." + key,
        same -> wiring.add(Phase.ANSWERS, out -> AnswerSteps.effect(on, strength, out)));
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
