package io.corridor.reference;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Section 2: the month's correlated standard normals Z(t), of drivers, then of flows' noises, then
 * of partners', then of carriers' demand, supply and sources, of those that have one.
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
    scenario
        .energy()
        .ifPresent(
            energy ->
                energy
                    .carriers()
                    .forEach(
                        (id, carrier) -> {
                          String key = "energy.carriers." + id + ".";
                          addIf(carrier.demand().quantity().noise().isPresent(), key + "demand");
                          addIf(carrier.supply().quantity().noise().isPresent(), key + "supply");
                          carrier
                              .sources()
                              .forEach(
                                  (source, model) ->
                                      addIf(model.noise().isPresent(), key + imports(source)));
                        }));
    l = Correlated.cholesky(ids, scenario.correlations());
  }

  /** Returns Z(t) by id, for t ≥ 1. */
  Map<String, Double> at(int t) {
    double[] z =
        ids.stream().mapToDouble(id -> draws.normal(StreamName.SHOCK.of(id), t, 0)).toArray();
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

  /** Returns where a source stands below its carrier. */
  static String imports(String source) {
    return source.isEmpty() ? "imports" : "imports.sources." + source;
  }

  private static boolean hasShock(Driver driver) {
    return !(driver instanceof Driver.Constant
        || driver instanceof Driver.Path
        || driver instanceof Driver.Bootstrap);
  }
}
