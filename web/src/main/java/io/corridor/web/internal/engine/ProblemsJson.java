package io.corridor.web.internal.engine;

import io.corridor.report.internal.json.JsonText;
import io.corridor.scenarios.FileProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What is wrong with a scenario, as JSON. */
final class ProblemsJson {

  private ProblemsJson() {}

  static String errors(List<FileProblem> problems) {
    return json(problems, "error");
  }

  static String notes(List<FileProblem> notes) {
    return json(notes, "warning");
  }

  private static String json(List<FileProblem> problems, String severity) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JsonText.generator(out, 0)) {
      json.writeStartArray();
      for (FileProblem problem : problems) {
        json.writeStartObject();
        json.writeStringProperty("severity", severity);
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        json.writeNumberProperty("column", problem.column());
        json.writeStringProperty("key", problem.key());
        json.writeStringProperty("message", problem.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
