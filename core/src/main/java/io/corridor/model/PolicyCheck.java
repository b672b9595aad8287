package io.corridor.model;

import static io.corridor.model.Wording.quote;

import io.corridor.model.Key.Refers;
import java.util.List;
import java.util.Set;

/** Checks what the keys of waivers and of sanctions must agree on. */
final class PolicyCheck {
  private final Checking in;
  private final Scenario scenario;
  private final DayBefore before;

  PolicyCheck(Checking in) {
    this.in = in;
    this.scenario = in.scenario;
    this.before = new DayBefore(scenario);
  }

  /** Checks what the keys of a waiver must agree on. */
  void waiver(KeyPath key, Waiver waiver) {
    corridor(key.child("covers"), waiver.covers());
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
        .ifPresent(until -> in.dates.inOrder(key.child("until"), sanction.from(), until));
    corridor(key.child("targets"), sanction.targets());
    effects(key, sanction);
    closes(key, sanction);
  }

  private void effects(KeyPath key, Sanction sanction) {
    if (sanction.cost().isEmpty() && sanction.cut().isEmpty()) {
      in.add(key, "a measure needs a `cost`, a `cut` or both, but has neither");
    }
    if (sanction.cost().isPresent()) {
      sanction.targets().stream()
          .filter(in.known(Refers.TARGET)::contains)
          .filter(target -> !scenario.flows().containsKey(target))
          .forEach(
              target ->
                  in.add(
                      key.child("cost"),
                      "costs are for flows, but the target %s is a carrier or source; these know"
                          + " `cut` alone",
                      quote(target)));
    }
  }

  /**
   * Finds flows that the measure surely left nothing of on the day before: k(0⁻) = 0. What depends
   * on draws or on the energy balance is left to the run.
   */
  private void closes(KeyPath key, Sanction sanction) {
    boolean total =
        in.dates.isHorizon()
            && isComplianceFull()
            && before.isInForce(sanction)
            && sanction.cut().filter(cut -> in.numbers.isAlways(cut, 1)).isPresent()
            && isInitially(sanction.enforcement(), 1);
    if (!total) {
      return;
    }
    String id = key.words().get(key.words().size() - 1);
    sanction.targets().stream()
        .filter(scenario.flows()::containsKey)
        .filter(flow -> !before.isWaived(id, flow))
        .distinct()
        .sorted()
        .forEach(
            flow ->
                in.add(
                    key.child("cut"),
                    "cuts the flow %s off wholly in the month before the start, so that nothing is"
                        + " known of what it would be without; put its annual value in a scenario"
                        + " in which it is traded",
                    quote(flow)));
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
