package io.corridor.reference;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Waiver;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Section 5: what the measures cost and prohibit, and what of it the importer gives up. */
final class SanctionRules {
  private final Scenario scenario;
  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final Map<String, Double> level;
  private final double dependencyExponent;

  private final List<String> regimes = new ArrayList<>();

  private record Measure(
      Sanction sanction,
      double tau,
      double kappa,
      double tariff,
      Map<String, Double> enforcement,
      int lag,
      boolean comes) {}

  SanctionRules(Scenario scenario, Numbers numbers, Draws draws) {
    this.scenario = scenario;
    scenario
        .sanctions()
        .forEach((id, sanction) -> measures.put(id, measure(id, sanction, numbers, draws)));
    level = numbers.at("compliance.level", scenario.compliance().level());
    dependencyExponent =
        numbers.at("compliance.dependency-exponent", scenario.compliance().dependencyExponent());
  }

  private static Measure measure(String id, Sanction sanction, Numbers numbers, Draws draws) {
    String key = "sanctions." + id + ".";
    double lag = sanction.lag().map(value -> numbers.at(key + "lag", value)).orElse(1.0);
    double chance = sanction.chance().map(value -> numbers.at(key + "chance", value)).orElse(1.0);
    return new Measure(
        sanction,
        sanction.cost().map(cost -> numbers.at(key + "cost", cost)).orElse(0.0),
        sanction.cut().map(cut -> numbers.at(key + "cut", cut)).orElse(0.0),
        sanction.tariff().map(tariff -> numbers.at(key + "tariff", tariff)).orElse(0.0),
        numbers.at(key + "enforcement", sanction.enforcement()),
        (int) Math.floor(lag + 0.5),
        draws.uniform(StreamName.ANSWER.of(id), 0, 0) < chance);
  }

  /** Notes the regime of month {@code regimes.size()}. */
  void month(String regime) {
    regimes.add(regime);
  }

  // on(t): in force, and enforced in the regime of the month, that of the start before it.
  private boolean isOn(String id, YearMonth month) {
    int t = scenario.index(month);
    String regime = t < 0 ? scenario.initialRegime() : regimes.get(t);
    Measure measure = measures.get(id);
    return isInForce(measure, month) && measure.enforcement.get(regime) > 0;
  }

  private boolean isInForce(Measure j, YearMonth month) {
    return j.sanction.after().isEmpty()
        ? j.sanction.inForce(month)
        : j.comes
            && j.sanction.until().map(until -> !month.isAfter(until)).orElse(true)
            && isOn(j.sanction.after().get(), month.minusMonths(j.lag));
  }

  /** Returns C = level[R] · (1 − D)^exponent. */
  double compliance(String regime, double d) {
    return level.get(regime) * StrictMath.pow(1 - d, dependencyExponent);
  }

  /**
   * Returns τ = Σ_j τ_j b_j of target {@code x}.
   *
   * @param x the names of the target
   * @param coverage w by waiver
   */
  double tau(Set<String> x, YearMonth month, String regime, Map<String, Double> coverage) {
    double tau = 0;
    for (Map.Entry<String, Measure> j : measures.entrySet()) {
      if (applies(j.getValue(), x, month)) {
        tau += j.getValue().tau * b(j.getKey(), x, regime, coverage);
      }
    }
    return tau;
  }

  /** Returns the tariffs that measures add on target {@code x}. */
  double tariff(Set<String> x, YearMonth month, String regime, Map<String, Double> coverage) {
    double tariff = 0;
    for (Map.Entry<String, Measure> j : measures.entrySet()) {
      if (applies(j.getValue(), x, month)) {
        tariff += j.getValue().tariff * b(j.getKey(), x, regime, coverage);
      }
    }
    return tariff;
  }

  /**
   * Returns k = Π_j (1 − κ_j b_j C) of target {@code x}.
   *
   * @param coverage w by waiver
   * @param c the compliance C
   */
  double kept(
      Set<String> x, YearMonth month, String regime, Map<String, Double> coverage, double c) {
    double k = 1;
    for (Map.Entry<String, Measure> j : measures.entrySet()) {
      if (applies(j.getValue(), x, month)) {
        k *= 1 - j.getValue().kappa * b(j.getKey(), x, regime, coverage) * c;
      }
    }
    return k;
  }

  private boolean applies(Measure j, Set<String> x, YearMonth month) {
    return isInForce(j, month) && j.sanction.targets().stream().anyMatch(x::contains);
  }

  // b_j = enforcement_j[R] (1 − w_{j,x})
  private double b(String j, Set<String> x, String regime, Map<String, Double> coverage) {
    return measures.get(j).enforcement.get(regime) * (1 - coverage(j, x, coverage));
  }

  // w_{j,x}: section 4's last paragraph.
  private double coverage(String j, Set<String> x, Map<String, Double> coverage) {
    double largest = 0;
    for (Map.Entry<String, Waiver> waiver : scenario.waivers().entrySet()) {
      boolean waives = waiver.getValue().waives().map(list -> list.contains(j)).orElse(true);
      if (waives && waiver.getValue().covers().stream().anyMatch(x::contains)) {
        largest = Math.max(largest, coverage.get(waiver.getKey()));
      }
    }
    return largest;
  }
}
