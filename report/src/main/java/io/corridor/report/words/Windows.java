package io.corridor.report.words;

import io.corridor.model.Question;
import io.corridor.model.Scenario;

/** The months that questions look at, counted from 0. */
public final class Windows {

  private Windows() {}

  /** Returns the last month of a question's window. */
  public static int last(Scenario scenario, Question question) {
    return scenario.index(question.window().to().orElse(scenario.lastMonth()));
  }
}
