package io.corridor.evidence.forecast;

import io.corridor.model.Output;
import io.corridor.model.Question;
import io.corridor.model.Question.Window;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
                builder.question(id, moved(question, moved(question.window(), by, scenario))));
    scenario
        .regime()
        .map(regime -> within(regime, start, start.plusMonths(horizon - 1L)))
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

  private static Question moved(Question question, Window window) {
    return new Question(
        question.metric(),
        question.band(),
        window,
        question.test(),
        question.until(),
        question.given());
  }

  private static Regime within(Regime regime, YearMonth start, YearMonth end) {
    List<Regime.Event> events =
        regime.events().stream()
            .filter(event -> event.month().isAfter(start) && !event.month().isAfter(end))
            .toList();
    return new Regime(regime.states(), regime.initial(), regime.monthly(), events);
  }
}
