package io.corridor.why;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What decides the outcomes of a scenario.
 *
 * @param scenario what was simulated
 * @param sample the paths that all rests on, twice {@code paths}
 * @param paths n: how many paths each of the runs had
 * @param outcomes by the ids of their targets, in the order asked for
 */
public record Why(Scenario scenario, Sample sample, long paths, Map<String, Explanation> outcomes) {

  /** Copies the map, keeping its order. */
  public Why {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }
}
