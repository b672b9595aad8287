package io.corridor.internal.plan;

import io.corridor.model.Carrier;
import io.corridor.model.Noise;
import io.corridor.model.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The noises of a scenario, by the path of what they are of. */
final class Noises {
  private static final String FLOWS = "flows.";
  private static final String PARTNERS = "partners.";

  private final Map<String, Noise> byPath = new LinkedHashMap<>();

  private Noises(Scenario scenario) {
    scenario.flows().forEach((id, flow) -> add(FLOWS + id, flow.noise()));
    scenario.partners().forEach((id, partner) -> add(PARTNERS + id, partner.noise()));
    scenario.energy().ifPresent(energy -> energy.carriers().forEach(this::addCarrier));
  }

  /** Returns the noises of {@code scenario}: of flows, of partners, then of carriers. */
  static Map<String, Noise> of(Scenario scenario) {
    return new Noises(scenario).byPath;
  }

  /**
   * Returns what correlations and streams call the noise at {@code path}: a flow's or partner's id;
   * carriers have several noises, and their whole path tells them apart.
   */
  static String name(String path) {
    return path.startsWith(FLOWS) || path.startsWith(PARTNERS)
        ? path.substring(path.indexOf('.') + 1)
        : path;
  }

  private void addCarrier(String id, Carrier carrier) {
    String path = "energy.carriers." + id + ".";
    add(path + "demand", carrier.demand().quantity().noise());
    add(path + "supply", carrier.supply().quantity().noise());
    carrier
        .sources()
        .forEach((name, source) -> add(path + Carrier.importsKey(name), source.noise()));
  }

  private void add(String path, Optional<Noise> noise) {
    noise.ifPresent(present -> byPath.put(path, present));
  }
}
