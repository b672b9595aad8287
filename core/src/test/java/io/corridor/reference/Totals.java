package io.corridor.reference;

import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Section 10: bilateral totals, sums of 12 months, the rank and the indices of one path. The
 * metrics of flows and carriers are there already, of every month.
 */
final class Totals {
  private final Scenario scenario;
  private final Map<String, FlowPath> flows;
  private final Map<String, PartnerPath> partners;
  private final double energyAnnualValue;
  private final Map<String, double[]> metrics;

  Totals(
      Scenario scenario,
      Numbers numbers,
      Map<String, FlowPath> flows,
      Map<String, PartnerPath> partners,
      Map<String, double[]> metrics) {
    this.scenario = scenario;
    this.flows = flows;
    this.partners = partners;
    this.metrics = metrics;
    energyAnnualValue =
        scenario
            .energy()
            .map(energy -> numbers.at("energy.annual-value", energy.annualValue()))
            .orElse(0.0);
  }

  /**
   * Fills in the metrics.
   *
   * @param partnerValues monthly values by partner
   */
  void fill(Map<String, double[]> partnerValues) {
    for (int t = 0; t < scenario.months(); t++) {
      double exports = exports(t);
      double imports = imports(t);
      metrics.get("exports")[t] = exports;
      metrics.get("imports")[t] = imports;
      metrics.get("total")[t] = exports + imports;
      metrics.get("balance")[t] = exports - imports;
    }
    for (int t = 0; t < scenario.months(); t++) {
      metrics.get("total.12m")[t] =
          twelveMonths(t, i -> metrics.get("total")[i], this::totalBefore);
      if (!partners.isEmpty()) {
        fillRank(t, partnerValues);
      }
    }
    scenario.indices().forEach(this::fillIndex);
  }

  private double exports(int t) {
    double sum = 0;
    for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
      if (isExport(flow.getValue())) {
        sum += metrics.get("flow." + flow.getKey())[t];
      }
    }
    for (String carrier : carriers()) {
      sum += metrics.get("energy." + carrier + ".value")[t];
    }
    return sum;
  }

  private double imports(int t) {
    double sum = 0;
    for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
      if (!isExport(flow.getValue())) {
        sum += metrics.get("flow." + flow.getKey())[t];
      }
    }
    return sum;
  }

  private boolean isExport(Flow flow) {
    return flow.from().equals(scenario.parties().exporter());
  }

  // The sum over the 12 months to t, of `after` from month 0 on and of `before` until then.
  private static double twelveMonths(int t, IntToDoubleFunction after, IntToDoubleFunction before) {
    double sum = 0;
    for (int i = t - 11; i <= t; i++) {
      sum += i < 0 ? before.applyAsDouble(i) : after.applyAsDouble(i);
    }
    return sum;
  }

  private double totalBefore(int i) {
    return flowsBefore(flows.keySet(), i) + energyAnnualValue / 12;
  }

  private double flowsBefore(Iterable<String> ids, int i) {
    YearMonth month = scenario.month(i);
    double sum = 0;
    for (String id : ids) {
      sum += flows.get(id).valueBefore(month);
    }
    return sum;
  }

  private void fillRank(int t, Map<String, double[]> partnerValues) {
    double compared =
        scenario.rankOf().isEmpty()
            ? metrics.get("total.12m")[t]
            : twelveMonths(t, this::compared, this::comparedBefore);
    metrics.get("compared.12m")[t] = compared;
    int rank = 1;
    for (Map.Entry<String, PartnerPath> partner : partners.entrySet()) {
      double[] values = partnerValues.get(partner.getKey());
      double sum = twelveMonths(t, i -> values[i], i -> partner.getValue().valueBefore());
      metrics.get("partner." + partner.getKey() + ".12m")[t] = sum;
      if (sum > compared) {
        rank++;
      }
    }
    metrics.get("rank")[t] = rank;
  }

  private double compared(int t) {
    double sum = 0;
    for (String id : comparedFlows()) {
      sum += metrics.get("flow." + id)[t];
    }
    return sum + comparedCarriers(t);
  }

  // Before the start a named carrier counts its own value in month 0.
  private double comparedBefore(int i) {
    return flowsBefore(comparedFlows(), i) + comparedCarriers(0);
  }

  private double comparedCarriers(int t) {
    double sum = 0;
    for (String id : carriers()) {
      if (scenario.rankOf().get().contains(id)) {
        sum += metrics.get("energy." + id + ".value")[t];
      }
    }
    return sum;
  }

  private List<String> comparedFlows() {
    List<String> named = new ArrayList<>(flows.keySet());
    named.retainAll(scenario.rankOf().get());
    return named;
  }

  private Set<String> carriers() {
    return scenario.energy().map(Energy::carriers).orElse(Map.of()).keySet();
  }

  private void fillIndex(String id, Map<String, Double> weights) {
    for (int t = 0; t < scenario.months(); t++) {
      double sum = 0;
      for (Map.Entry<String, Double> weight : weights.entrySet()) {
        sum += weight.getValue() * metrics.get(weight.getKey())[t];
      }
      metrics.get("index." + id)[t] = sum;
    }
  }
}
