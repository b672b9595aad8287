package io.corridor.report.files;

import io.corridor.projection.Outcome;
import io.corridor.report.data.Source;
import io.corridor.report.story.Event;
import io.corridor.report.story.SimulatedPath;
import io.corridor.report.story.Story;
import io.corridor.report.story.Year;
import io.corridor.report.story.Years;
import io.corridor.report.words.Amounts;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one path of a run as JSON: which one it is, how the questions came out, what was drawn,
 * what happened, how the years' trade moved, and every metric by month. Numbers read back to the
 * same double.
 */
public final class PathJson {
  private final JsonGenerator json;
  private final SimulatedPath path;

  private PathJson(JsonGenerator json, SimulatedPath path) {
    this.json = json;
    this.path = path;
  }

  /**
   * Writes a path, and leaves {@code out} open.
   *
   * @param path the path
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(SimulatedPath path, Source source, OutputStream out) throws IOException {
    ResultJson.write(out, json -> new PathJson(json, path).write(source));
  }

  private void write(Source source) {
    ResultJson common = new ResultJson(json);
    json.writeStartObject();
    common.writeVersion();
    common.writeScenario(path.scenario(), source);
    writeRun(common);
    writeQuestions();
    json.writeObjectPropertyStart("inputs");
    // A month that never comes is infinite, which JSON has no number for.
    path.inputs().forEach(common::writeNumberOrNull);
    json.writeEndObject();
    writeStory();
    writeYears();
    writeMetrics(common);
    json.writeEndObject();
  }

  private void writeRun(ResultJson common) {
    json.writeObjectPropertyStart("run");
    json.writeNumberProperty("path", path.number());
    json.writeNumberProperty("seed", path.sample().seed());
    json.writeNumberProperty("months", path.scenario().months());
    json.writeStringProperty("start", path.scenario().start().toString());
    common.writeSampling(path.sample().sampling());
    json.writeEndObject();
  }

  private void writeQuestions() {
    json.writeObjectPropertyStart("questions");
    for (String id : path.scenario().questions().keySet()) {
      Outcome outcome = path.outcome(id);
      json.writeObjectPropertyStart(id);
      json.writeBooleanProperty("counts", outcome.counts());
      json.writeNumberProperty("value", outcome.value());
      outcome.firstMonth().ifPresent(month -> json.writeStringProperty("firstMonth", month(month)));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeStory() {
    json.writeArrayPropertyStart("story");
    for (Event event : Story.of(path)) {
      json.writeStartObject();
      json.writeStringProperty("month", month(event.month()));
      json.writeStringProperty("kind", event.kind().word());
      json.writeStringProperty("text", event.text().replace(Amounts.NO_BREAK, ' '));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeYears() {
    json.writeArrayPropertyStart("years");
    for (Year year : Years.of(path)) {
      json.writeStartObject();
      json.writeStringProperty("month", month(year.month()));
      json.writeStringProperty("unit", "USD/year");
      json.writeNumberProperty("total", year.total());
      json.writeNumberProperty("change", year.change());
      json.writeObjectPropertyStart("parts");
      year.parts().forEach(json::writeNumberProperty);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeMetrics(ResultJson common) {
    int months = path.scenario().months();
    common.writeMonths(months, path.scenario()::month);
    json.writeObjectPropertyStart("metrics");
    path.metrics()
        .forEach(
            (id, metric) -> {
              json.writeObjectPropertyStart(id);
              json.writeStringProperty("unit", metric.unit());
              common.writeNumbers("values", months, month -> path.value(id, month));
              json.writeEndObject();
            });
    json.writeEndObject();
  }

  private String month(int index) {
    return path.scenario().month(index).toString();
  }
}
