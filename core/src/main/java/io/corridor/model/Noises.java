package io.corridor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The noises of a scenario, by the path of what they are of. */
final class Noises {
  private final Map<String, Noise> byPath = new LinkedHashMap<>();

  private Noises(Scenario scenario) {
    scenario.flows().forEach((id, flow) -> add("flows." + id, flow.noise()));
    scenario.partners().forEach((id, partner) -> add("partners." + id, partner.noise()));
    scenario.energy().ifPresent(energy -> energy.carriers().forEach(this::addCarrier));
  }

  /** Returns the noises of {@code scenario}: of flows, of partners, then of carriers. */
  static Map<String, Noise> of(Scenario scenario) {
    return Collections.unmodifiableMap(new Noises(scenario).byPath);
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
