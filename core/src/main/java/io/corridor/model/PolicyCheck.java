package io.corridor.model;

import static io.corridor.model.Wording.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.model.Key.Refers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what the keys of waivers and of sanctions must agree on. */
final class PolicyCheck {
  private final Checking in;
  private final Scenario scenario;
  private final DayBefore before;
  private final WorldCheck world;
  private final List<String> countries;

  PolicyCheck(Checking in, WorldCheck world) {
    this.in = in;
    this.world = world;
    this.countries = in.scenario.countries();
    this.scenario = in.scenario;
    this.before = new DayBefore(scenario);
  }

  /** Checks what the keys of a waiver must agree on. */
  void waiver(KeyPath key, Waiver waiver) {
    corridor(key.child("covers"), waiver.covers());
    world.targets(key.child("covers"), waiver.covers());
    terms(key.child("terms"), waiver.terms());
  }

  private void corridor(KeyPath key, List<String> words) {
    Set<String> rivals = scenario.sources(source -> !scenario.parties().delivers(source));
    for (int i = 0; i < words.size(); i++) {
      if (rivals.contains(words.get(i))) {
        in.add(
            key.item(i),
            "%s is a rival's source, which nothing between the parties reaches; only sources of the"
                + " exporter may stand here",
            quote(words.get(i)));
      }
    }
  }

  private void terms(KeyPath key, Waiver.Terms terms) {
    boolean everywhere = !terms.everywhere().isEmpty();
    if (everywhere && !terms.states().isEmpty()) {
      in.add(key, "must be one list of terms or a list for each regime, not both");
    } else if (everywhere || terms.states().isEmpty()) {
      list(key, terms.everywhere());
    } else {
      terms.states().forEach((state, list) -> list(key.child(state), list));
      in.regimes.complete(key, terms.states().keySet());
    }
  }

  private void list(KeyPath key, List<Waiver.Term> terms) {
    if (terms.isEmpty()) {
      in.add(key, "must have at least one term");
      return;
    }
    List<Double> weights = terms.stream().map(Waiver.Term::weight).toList();
    if (weights.stream().allMatch(Range.NOT_NEGATIVE::contains)) {
      Distributions.weights(weights).ifPresent(defect -> in.add(key, defect));
    }
  }

  /** Checks what the keys of a sanction must agree on. */
  void sanction(KeyPath key, Sanction sanction) {
    sanction
        .until()
        .filter(until -> sanction.from().isPresent())
        .ifPresent(until -> in.dates.inOrder(key.child("until"), sanction.from().get(), until));
    answer(key, sanction);
    corridor(key.child("targets"), sanction.targets());
    world.targets(key.child("targets"), sanction.targets());
    effects(key, sanction);
    closes(key, sanction);
  }

  private void answer(KeyPath key, Sanction sanction) {
    if (sanction.from().isPresent() == sanction.after().isPresent()) {
      in.add(
          sanction.from().isPresent() ? key.child("after") : key,
          "a measure begins with `from`, or `after` another that it answers: it must have one of"
              + " them, and not both");
    }
    if (sanction.after().isEmpty()) {
      onlyAfter(key.child("lag"), sanction.lag());
      onlyAfter(key.child("chance"), sanction.chance());
    }
  }

  private void onlyAfter(KeyPath key, Optional<Value> value) {
    if (value.isPresent()) {
      in.add(key, "stands beside `after` alone: only what answers another measure has it");
    }
  }

  /** Checks that no measure answers itself, by way of others. */
  void answers() {
    Rings.of(
            scenario.sanctions().keySet(),
            id ->
                requireNonNull(scenario.sanctions().get(id)).after().stream()
                    .filter(scenario.sanctions()::containsKey)
                    .toList())
        .forEach(
            ring ->
                in.add(
                    KeyPath.of("sanctions", ring.get(0), "after"),
                    "goes in a ring: %s, which none of them begins; give one of them a `from`",
                    Stream.concat(ring.stream(), Stream.of(ring.get(0)))
                        .map(Wording::quote)
                        .collect(Collectors.joining(" after "))));
  }

  private void effects(KeyPath key, Sanction sanction) {
    if (sanction.cost().isEmpty() && sanction.cut().isEmpty() && sanction.tariff().isEmpty()) {
      in.add(key, "a measure needs a `cost`, a `cut` or a `tariff`, but has none of them");
    }
    for (String target : sanction.targets()) {
      if (in.known(Refers.TARGET).contains(target) && !World.isPair(target)) {
        if (sanction.cost().isPresent() && !scenario.flows().containsKey(target)) {
          in.add(
              key.child("cost"),
              "costs are for flows, but the target %s is a carrier or source; these know"
                  + " `cut` alone",
              quote(target));
        }
        Flow flow = scenario.flows().get(target);
        if (sanction.tariff().isPresent() && (flow == null || !flow.world())) {
          in.add(
              key.child("tariff"),
              "tariffs are for pairs of countries, such as world.IRN.IRQ, but the target %s is"
                  + " none",
              quote(target));
        }
      }
    }
  }

  /**
   * Finds flows that the measure surely left nothing of on the day before: k(0⁻) = 0. What depends
   * on draws or on the energy balance is left to the run.
   */
  private void closes(KeyPath key, Sanction sanction) {
    boolean total =
        in.dates.isHorizon()
            && before.isInForce(sanction)
            && sanction.cut().filter(cut -> in.numbers.isAlways(cut, 1)).isPresent()
            && isInitially(sanction.enforcement(), 1);
    if (!total) {
      return;
    }
    String id = key.words().get(key.words().size() - 1);
    Stream.concat(
            sanction.targets().stream()
                .filter(target -> isComplianceFull() && scenario.flows().containsKey(target))
                .filter(flow -> !before.isWaived(id, Set.of(flow)))
                .map(flow -> "flow " + quote(flow)),
            sanction.targets().stream().filter(World::isPair).flatMap(target -> shut(id, target)))
        .distinct()
        .sorted()
        .forEach(
            what ->
                in.add(
                    key.child("cut"),
                    "cuts the %s off wholly in the month before the start, so that nothing is"
                        + " known of what it would be without; put its annual value in a scenario"
                        + " in which it is traded",
                    what));
  }

  /** Returns the pairs of a target that a total cut leaves nothing of on the day before. */
  private Stream<String> shut(String id, String target) {
    World section = scenario.world().orElse(null);
    if (section == null) {
      return Stream.empty();
    }
    Set<String> words = in.known(Refers.TARGET);
    return section.pairs(target, countries).stream()
        .filter(pair -> isComplianceFull(section, countries.get(pair.importer())))
        .filter(
            pair ->
                !before.isWaived(
                    id,
                    words.stream()
                        .filter(World::isPair)
                        .filter(word -> section.pairs(word, countries).contains(pair))
                        .collect(Collectors.toSet())))
        .map(
            pair ->
                "pair " + countries.get(pair.exporter()) + "." + countries.get(pair.importer()));
  }

  private boolean isComplianceFull(World section, String importer) {
    return importer.equals(scenario.parties().importer())
        ? isComplianceFull()
        : Optional.ofNullable(section.compliance().get(importer))
            .map(level -> isInitially(level, 1))
            .orElse(true);
  }

  private boolean isComplianceFull() {
    Compliance compliance = scenario.compliance();
    boolean independent =
        scenario.energy().isEmpty() || in.numbers.isAlways(compliance.dependencyExponent(), 0);
    return independent && isInitially(compliance.level(), 1);
  }

  private boolean isInitially(ByRegime values, double number) {
    Value initial = values.in(scenario.initialRegime());
    return initial != null && in.numbers.isAlways(initial, number);
  }
}
