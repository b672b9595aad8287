package io.corridor.web.internal.engine;

import io.corridor.report.internal.json.Json;
import io.corridor.scenarios.FileProblem;
import java.util.List;

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
    return Json.inPage(
        problems.stream()
            .map(
                problem ->
                    Json.object(
                        "severity", severity,
                        "file", problem.file(),
                        "line", problem.line(),
                        "column", problem.column(),
                        "key", problem.key(),
                        "message", problem.message()))
            .toList());
  }
}
