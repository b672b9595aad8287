package io.corridor.report.files;

import io.corridor.report.data.Source;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code sweep.json}: the manifest of a sweep, the values that each key took, the units of
 * the columns, the row of the scenario as it stands, and a row for each point.
 *
 * <p>All of it depends on the scenario, the grid, the seed, the number of paths and the version
 * alone, byte for byte. Numbers read back to the same double.
 */
public final class SweepJson {
  private final JsonGenerator json;

  private SweepJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a sweep, and leaves {@code out} open.
   *
   * @param sweep what was found
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(SweepResults sweep, Source source, OutputStream out) throws IOException {
    ResultJson.write(out, json -> new SweepJson(json).write(sweep, source));
  }

  private void write(SweepResults sweep, Source source) {
    ResultJson results = new ResultJson(json);
    json.writeStartObject();
    results.writeVersion();
    results.writeScenario(sweep.scenario(), source);
    results.writeRun(sweep.scenario(), sweep.sample());
    json.writeObjectPropertyStart("vary");
    sweep.axes().forEach(results::writeTexts);
    json.writeEndObject();
    json.writeObjectPropertyStart("units");
    for (String column : sweep.base().numbers().keySet()) {
      if (!sweep.unit(column).isEmpty()) {
        json.writeStringProperty(column, sweep.unit(column));
      }
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("base");
    writeNumbers(json, sweep.base());
    json.writeEndObject();
    json.writeArrayPropertyStart("points");
    for (SweepPoint point : sweep.points()) {
      json.writeStartObject();
      writeValues(json, point);
      writeNumbers(json, point);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void writeValues(JsonGenerator json, SweepPoint point) {
    json.writeObjectPropertyStart("values");
    point.values().forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  static void writeNumbers(JsonGenerator json, SweepPoint point) {
    json.writeObjectPropertyStart("numbers");
    for (Map.Entry<String, Double> number : point.numbers().entrySet()) {
      if (number.getValue().isNaN()) {
        json.writeNullProperty(number.getKey());
      } else {
        json.writeNumberProperty(number.getKey(), number.getValue());
      }
    }
    json.writeEndObject();
  }
}
