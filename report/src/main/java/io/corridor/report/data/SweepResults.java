package io.corridor.report.data;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep found.
 *
 * @param scenario as it stands
 * @param sample the paths of each point
 * @param axes values that each key takes, by key
 * @param base row of the scenario as it stands
 * @param points rows of the grid; the last key changes from each to the next
 */
public record SweepResults(
    Scenario scenario,
    Sample sample,
    Map<String, List<String>> axes,
    SweepPoint base,
    List<SweepPoint> points) {

  /** Copies the collections, keeping their order. */
  public SweepResults {
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    points = List.copyOf(points);
  }
}
