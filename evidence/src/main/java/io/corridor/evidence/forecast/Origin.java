package io.corridor.evidence.forecast;

import io.corridor.model.Output;
import io.corridor.model.Question;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A scenario moved to another start, as it might have been written then: what is dated keeps its
 * date, events outside the new horizon fall away, the windows of questions move along.
 */
public final class Origin {

  private Origin() {}

  /**
   * Returns {@code scenario} as of {@code start}.
   *
   * @param months of the new horizon, at least; questions may take more
   */
  public static Scenario move(Scenario scenario, YearMonth start, int months) {
    long by = ChronoUnit.MONTHS.between(scenario.start(), start);
    int needed = months;
    for (Question question : scenario.questions().values()) {
      Window window = moved(question.window(), by, scenario);
      YearMonth last = window.to().orElseThrow();
      needed = Math.max(needed, Math.toIntExact(ChronoUnit.MONTHS.between(start, last)) + 1);
    }
    int horizon = needed;
    Scenario.Builder builder = scenario.toBuilder().horizon(start, horizon);
    scenario
        .questions()
        .forEach(
            (id, question) ->
                builder.question(id, question.withWindow(moved(question.window(), by, scenario))));
    YearMonth end = start.plusMonths(horizon - 1L);
    scenario
        .regime()
        .map(
            regime ->
                regime.withEvents(
                    regime.events().stream()
                        .filter(e -> e.month().isAfter(start) && !e.month().isAfter(end))
                        .toList()))
        .ifPresent(builder::regime);
    return builder
        .output(new Output(scenario.output().percentiles(), Optional.empty()))
        .buildUnchecked();
  }

  /** A window without an end had that of the horizon, and keeps its length. */
  private static Window moved(Window window, long by, Scenario scenario) {
    YearMonth to = window.to().orElse(scenario.lastMonth());
    return new Window(
        window.from().map(month -> month.plusMonths(by)), Optional.of(to.plusMonths(by)));
  }
}
