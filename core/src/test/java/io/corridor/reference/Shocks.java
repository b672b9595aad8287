package io.corridor.reference;

import io.corridor.internal.random.StreamNames;
import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Section 2: the month's correlated standard normals Z(t), of drivers, then of flows' noises, then
 * of partners', of those that have one.
 */
final class Shocks {
  private final Draws draws;
  private final List<String> ids = new ArrayList<>();
  private final double[][] l;

  Shocks(Scenario scenario, Draws draws) {
    this.draws = draws;
    scenario.drivers().forEach((id, driver) -> addIf(hasShock(driver), id));
    scenario.flows().forEach((id, flow) -> addIf(flow.noise().isPresent(), id));
    scenario.partners().forEach((id, partner) -> addIf(partner.noise().isPresent(), id));
    l = Correlated.cholesky(ids, scenario.correlations());
  }

  /** Returns Z(t) by id, for t ≥ 1. */
  Map<String, Double> at(int t) {
    double[] z =
        ids.stream().mapToDouble(id -> draws.normal(StreamNames.shock(id), t, 0)).toArray();
    double[] correlated = Correlated.times(l, z);
    Map<String, Double> shocks = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      shocks.put(ids.get(i), correlated[i]);
    }
    return shocks;
  }

  private void addIf(boolean hasShock, String id) {
    if (hasShock) {
      ids.add(id);
    }
  }

  private static boolean hasShock(Driver driver) {
    return !(driver instanceof Driver.Constant
        || driver instanceof Driver.Path
        || driver instanceof Driver.Bootstrap);
  }
}
