package io.corridor.evidence.forecast;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What became of questions, as far as series show it: true or false where that is so whatever the
 * months were that aren't known, and on what was given.
 */
public final class Truth {
  private final Scenario scenario;
  private final Map<String, DataSeries.Values> actual;
  private final Function<String, Optional<Of>> of;

  /**
   * Makes the truth of a scenario's questions.
   *
   * @param scenario whose windows lie where the series may show them
   * @param series what happened, by metric, in the metric's unit
   */
  public Truth(Scenario scenario, Map<String, DataSeries> series) {
    this.scenario = scenario;
    this.actual = new LinkedHashMap<>();
    series.forEach((metric, data) -> actual.put(metric, data.actual()));
    this.of = metric -> Optional.ofNullable(series.get(metric)).map(DataSeries::of);
  }

  /**
   * Returns whether a question came true; empty if the series don't show it, if what it supposes
   * didn't come true, or if it counts months.
   */
  public Optional<Boolean> of(String question) {
    Set<String> asked = new HashSet<>();
    for (Question.Given given : question(question).given()) {
      Optional<Boolean> truth = plain(given.question(), asked);
      if (truth.isEmpty() || truth.get() != given.holds()) {
        return Optional.empty();
      }
    }
    return plain(question, asked);
  }

  /** Returns whether a question came true, whatever it supposes. */
  private Optional<Boolean> plain(String id, Set<String> asked) {
    Question question = question(id);
    if (question.until().isPresent() || !actual.containsKey(question.metric()) || !asked.add(id)) {
      asked.remove(id);
      return Optional.empty();
    }
    asked.remove(id);
    YearMonth from = question.window().from().orElse(scenario.start());
    YearMonth to = question.window().to().orElse(scenario.lastMonth());
    return question
        .test()
        .match(
            run -> run(question, from, to, run.months()),
            every -> everyMonth(question, from, to),
            count -> Optional.empty());
  }

  private Optional<Boolean> everyMonth(Question question, YearMonth from, YearMonth to) {
    boolean unknown = false;
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      Optional<Boolean> holds = holds(question, month);
      if (holds.isPresent() && !holds.get()) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(true);
  }

  private Optional<Boolean> run(Question question, YearMonth from, YearMonth to, int needed) {
    boolean sure = run(question, from, to, needed, false);
    boolean possible = run(question, from, to, needed, true);
    return sure == possible ? Optional.of(sure) : Optional.empty();
  }

  private Question question(String id) {
    return requireNonNull(scenario.questions().get(id), id);
  }

  /** Returns whether so many months running hold, the last of them in the window. */
  private boolean run(
      Question question, YearMonth from, YearMonth to, int needed, boolean ifUnknown) {
    int running = 0;
    for (YearMonth month = scenario.start(); !month.isAfter(to); month = month.plusMonths(1)) {
      running = holds(question, month).orElse(ifUnknown) ? running + 1 : 0;
      if (running >= needed && !month.isBefore(from)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Boolean> holds(Question question, YearMonth month) {
    DataSeries.Values values = requireNonNull(actual.get(question.metric()));
    Every every = values.first().orElseThrow().every();
    boolean single =
        every == Every.MONTH
            || MetricKind.isOfYear(question.metric())
            || of.apply(question.metric()).filter(kind -> kind == Of.END).isPresent();
    return single
        ? values.at(new Period(every, month)).map(question.band()::holds)
        : Optional.empty();
  }

  /** Returns the questions that can come true or not, of those whose metric has a series. */
  public static List<String> askable(Scenario scenario, Set<String> metrics) {
    return scenario.questions().entrySet().stream()
        .filter(entry -> metrics.contains(entry.getValue().metric()))
        .filter(entry -> !entry.getValue().countsMonths())
        .map(Map.Entry::getKey)
        .toList();
  }
}
