package io.corridor.model;

import static io.corridor.model.Wording.quote;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the section {@code correlations}. */
final class CorrelationCheck {
  private final Checking in;
  private final Scenario scenario;

  /** What may be correlated, if it is random. */
  private final Set<String> ids;

  /** Pairs met so far, the smaller id first. */
  private final Set<List<String>> pairs = new HashSet<>();

  private final CorrelationMatrix shocks = new CorrelationMatrix("monthly shocks");
  private final CorrelationMatrix parameters = new CorrelationMatrix("parameters");

  CorrelationCheck(Checking in) {
    this.in = in;
    this.scenario = in.scenario;
    this.ids = ids(scenario);
  }

  /** Checks the section {@code correlations}. */
  void section() {
    List<Correlation> correlations = scenario.correlations();
    for (int i = 0; i < correlations.size(); i++) {
      correlation(KeyPath.of("correlations").item(i), correlations.get(i));
    }
    shocks.check(in);
    parameters.check(in);
  }

  private void correlation(KeyPath key, Correlation correlation) {
    Sort first = sort(correlation.first());
    Sort second = sort(correlation.second());
    member(key.child("between", "0"), correlation.first(), first);
    member(key.child("between", "1"), correlation.second(), second);
    in.numbers.fixed(key.child("rho"), correlation.rho(), Range.CORRELATION);
    boolean fresh = pair(key.child("between"), correlation, first, second);
    if (fresh
        && first == second
        && first.correlates
        && Range.CORRELATION.contains(correlation.rho())) {
      (first == Sort.SHOCK ? shocks : parameters).add(correlation);
    }
  }

  private void member(KeyPath key, String id, Sort sort) {
    if (sort == Sort.UNKNOWN) {
      in.unknown(key, "driver, flow, partner or parameter", id, ids);
    } else if (!sort.correlates) {
      in.add(key, "%s %s, so nothing can be correlated with it", quote(id), sort.words);
    }
  }

  private boolean pair(KeyPath key, Correlation correlation, Sort first, Sort second) {
    if (correlation.first().equals(correlation.second())) {
      in.add(key, "a correlation is between two, but both are %s", quote(correlation.first()));
      return false;
    }
    if (first.correlates && second.correlates && first != second) {
      in.add(
          key,
          "must be two monthly shocks or two parameters, but %s %s and %s %s",
          quote(correlation.first()),
          first.words,
          quote(correlation.second()),
          second.words);
      return false;
    }
    boolean ascending = correlation.first().compareTo(correlation.second()) < 0;
    String smaller = ascending ? correlation.first() : correlation.second();
    String larger = ascending ? correlation.second() : correlation.first();
    if (!pairs.add(List.of(smaller, larger))) {
      in.add(
          key,
          "the correlation of %s and %s is given twice",
          quote(correlation.first()),
          quote(correlation.second()));
      return false;
    }
    return true;
  }

  /** What an id has that may be correlated. */
  private enum Sort {
    SHOCK(true, "has a monthly shock"),
    PARAMETER(true, "is a parameter"),
    FIXED_PARAMETER(false, "is a parameter without a distribution"),
    DRAWN_PARAMETER(
        false, "is a parameter taken from joint draws, which hold their own dependence"),
    CALM_DRIVER(false, "is a driver without a normal monthly shock"),
    CALM_TRADE(false, "has no noise"),
    CARRIER(false, "is a carrier, whose noises are correlated with nothing"),
    UNKNOWN(false, "is unknown");

    private final boolean correlates;
    private final String words;

    Sort(boolean correlates, String words) {
      this.correlates = correlates;
      this.words = words;
    }
  }

  private Sort sort(String id) {
    if (scenario.drivers().containsKey(id)) {
      return scenario.drivers().get(id).isShocked() ? Sort.SHOCK : Sort.CALM_DRIVER;
    }
    if (scenario.flows().containsKey(id)) {
      return scenario.flows().get(id).noise().isPresent() ? Sort.SHOCK : Sort.CALM_TRADE;
    }
    if (scenario.partners().containsKey(id)) {
      return scenario.partners().get(id).noise().isPresent() ? Sort.SHOCK : Sort.CALM_TRADE;
    }
    Value parameter = scenario.parameters().get(id);
    if (parameter != null) {
      return parameter.match(
          new Value.Cases<>(
              number -> Sort.FIXED_PARAMETER,
              other -> Sort.FIXED_PARAMETER,
              draw -> Sort.DRAWN_PARAMETER,
              law -> Sort.PARAMETER));
    }
    return scenario.carriers().containsKey(id) ? Sort.CARRIER : Sort.UNKNOWN;
  }

  private static Set<String> ids(Scenario scenario) {
    Set<String> ids = new LinkedHashSet<>(scenario.drivers().keySet());
    ids.addAll(scenario.flows().keySet());
    ids.addAll(scenario.partners().keySet());
    ids.addAll(scenario.parameters().keySet());
    return ids;
  }
}
