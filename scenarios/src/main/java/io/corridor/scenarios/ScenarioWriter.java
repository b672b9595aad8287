package io.corridor.scenarios;

import io.corridor.model.Question;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import io.corridor.scenarios.internal.format.ScenarioFormat;
import io.corridor.scenarios.internal.yaml.Emitter;
import java.util.Optional;

/** Writes scenarios as scenario files. */
public final class ScenarioWriter {

  private ScenarioWriter() {}

  /**
   * Returns the file that reads as {@code scenario}: numbers in base units, defaults left out. Of a
   * history, only the names of file and column are written, so that the file must stand beside that
   * CSV file. A question's window that has a first month and no last one is written up to the end.
   */
  public static String write(Scenario scenario) {
    Scenario.Builder writable = scenario.toBuilder();
    scenario
        .questions()
        .forEach((id, question) -> writable.question(id, closed(question, scenario)));
    return Emitter.emit(ScenarioFormat.write(writable.buildUnchecked()));
  }

  private static Question closed(Question question, Scenario scenario) {
    Window window = question.window();
    if (window.from().isEmpty() || window.to().isPresent()) {
      return question;
    }
    Window closed = new Window(window.from(), Optional.of(scenario.month(scenario.months() - 1)));
    return new Question(
        question.metric(),
        question.band(),
        closed,
        question.test(),
        question.until(),
        question.given());
  }
}
