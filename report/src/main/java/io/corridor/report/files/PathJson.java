package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.object;

import io.corridor.model.MetricUnit;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.internal.json.Json;
import io.corridor.report.story.Event;
import io.corridor.report.story.SimulatedPath;
import io.corridor.report.story.Story;
import io.corridor.report.story.Year;
import io.corridor.report.story.Years;
import io.corridor.report.words.Amounts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes one path of a run as JSON: which one it is, how the questions came out, what was drawn,
 * what happened, how the years' trade moved, and every metric by month. Numbers read back to the
 * same double.
 */
public final class PathJson {

  private PathJson() {}

  /**
   * Writes a path, and leaves {@code out} open.
   *
   * @param path the path
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(SimulatedPath path, Source source, OutputStream out) throws IOException {
    Scenario scenario = path.scenario();
    int months = scenario.months();
    Map<String, Object> metrics = new LinkedHashMap<>();
    path.metrics()
        .forEach(
            (id, metric) ->
                metrics.put(
                    id,
                    object(
                        "unit", metric.unit(),
                        "values", ResultJson.numbers(months, month -> path.value(id, month)))));
    Json.write(
        object(
            "corridor", ResultJson.version(),
            "scenario", ResultJson.scenario(scenario, source),
            "run", run(path),
            "questions", questions(path),
            // A month that never comes is infinite, which JSON has no number for.
            "inputs", object(path.inputs(), Json::finite),
            "story", Story.of(path).stream().map(event -> event(path, event)).toList(),
            "years", Years.of(path).stream().map(year -> year(path, year)).toList(),
            "months", ResultJson.months(months, scenario::month),
            "metrics", metrics),
        out);
  }

  private static Map<String, Object> run(SimulatedPath path) {
    Map<String, Object> run =
        object(
            "path", path.number(),
            "seed", path.sample().seed(),
            "months", path.scenario().months(),
            "start", path.scenario().start());
    run.putAll(ResultJson.sampling(path.sample().sampling()));
    return run;
  }

  private static Map<String, Object> questions(SimulatedPath path) {
    Map<String, Object> questions = new LinkedHashMap<>();
    for (String id : path.scenario().questions().keySet()) {
      Map<String, Object> outcome =
          object("counts", path.outcome(id).counts(), "value", path.outcome(id).value());
      path.outcome(id)
          .firstMonth()
          .ifPresent(month -> outcome.put("firstMonth", path.scenario().month(month)));
      questions.put(id, outcome);
    }
    return questions;
  }

  private static Map<String, Object> event(SimulatedPath path, Event event) {
    return object(
        "month", path.scenario().month(event.month()),
        "kind", event.kind().word(),
        "text", event.text().replace(Amounts.NO_BREAK, ' '));
  }

  private static Map<String, Object> year(SimulatedPath path, Year year) {
    return object(
        "month", path.scenario().month(year.month()),
        "unit", MetricUnit.MONEY_PER_YEAR.words(),
        "total", year.total(),
        "change", year.change(),
        "parts", year.parts());
  }
}
