package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.object;

import io.corridor.report.data.Source;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes {@code sweep.json}: the manifest of a sweep, the values that each key took, the units of
 * the columns, the row of the scenario as it stands, and a row for each point.
 *
 * <p>All of it depends on the scenario, the grid, the seed, the number of paths and the version
 * alone, byte for byte. Numbers read back to the same double.
 */
public final class SweepJson {

  private SweepJson() {}

  /**
   * Writes a sweep, and leaves {@code out} open.
   *
   * @param sweep what was found
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(SweepResults sweep, Source source, OutputStream out) throws IOException {
    Map<String, Object> units = object();
    sweep.base().numbers().keySet().stream()
        .filter(column -> !sweep.unit(column).isEmpty())
        .forEach(column -> units.put(column, sweep.unit(column)));
    Json.write(
        object(
            "corridor", ResultJson.version(),
            "scenario", ResultJson.scenario(sweep.scenario(), source),
            "run", ResultJson.run(sweep.scenario(), sweep.sample()),
            "vary", sweep.axes(),
            "units", units,
            "base", object("numbers", numbers(sweep.base())),
            "points", sweep.points().stream().map(SweepJson::point).toList()),
        out);
  }

  /** Returns what was set at a point, and what came out. */
  private static Map<String, Object> point(SweepPoint point) {
    return object("values", point.values(), "numbers", numbers(point));
  }

  private static Map<String, Object> numbers(SweepPoint point) {
    return object(point.numbers(), Json::finite);
  }
}
