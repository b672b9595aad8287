package io.corridor.report.words;

import io.corridor.model.Question;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The months that questions look at, counted from 0. */
public final class Windows {

  private Windows() {}

  /** Returns the first month of a question's window. */
  public static int first(Scenario scenario, Question question) {
    return index(scenario, question.window().from().orElse(scenario.start()));
  }

  /** Returns the last month of a question's window. */
  public static int last(Scenario scenario, Question question) {
    return index(scenario, question.window().to().orElse(scenario.month(scenario.months() - 1)));
  }

  private static int index(Scenario scenario, YearMonth month) {
    return (int) ChronoUnit.MONTHS.between(scenario.start(), month);
  }
}
