package io.corridor.why;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be chosen, and how much of each outcome it costs or brings.
 *
 * @param scenario the file as it stands
 * @param sample the paths, the same for all variants
 * @param paths n: half of the paths, on which boxes are found; the other half measures them
 * @param outcomes by the ids of their targets, in the order asked for
 */
public record Levers(
    Scenario scenario, Sample sample, long paths, Map<String, LeverResult> outcomes) {

  /** The name of the file as it stands among the variants. */
  public static final String BASE = "base";

  /** Copies the map, keeping its order. */
  public Levers {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }
}
