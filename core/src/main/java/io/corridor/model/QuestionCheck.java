package io.corridor.model;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Checks the sections {@code indices}, {@code questions}, {@code output} and {@code run}. */
final class QuestionCheck {
  private static final String NO_AIM = "the scenario asks no question, and names no metric";

  private final Scenario scenario;
  private final NumberCheck numbers;
  private final NameCheck names;
  private final DateCheck dates;
  private final Problems problems;
  private final Set<String> metrics;

  QuestionCheck(
      Scenario scenario, NumberCheck numbers, NameCheck names, DateCheck dates, Problems problems) {
    this.scenario = scenario;
    this.numbers = numbers;
    this.names = names;
    this.dates = dates;
    this.problems = problems;
    this.metrics = Metrics.of(scenario).keySet();
  }

  /** Checks the section {@code indices}. */
  void indices() {
    scenario.indices().forEach((id, weights) -> index(KeyPath.of("indices", id), weights));
  }

  private void index(KeyPath key, Map<String, Double> weights) {
    weights.forEach(
        (metric, weight) -> {
          KeyPath place = key.child(metric);
          if (MetricKind.INDEX.is(metric)) {
            problems.add(place, "an index may not be made of an index, " + Wording.quote(metric));
          } else {
            names.reference(place, "metric", metric, metrics);
          }
        });
  }

  /** Checks the section {@code questions}. */
  void questions() {
    Map<String, String> rings = QuestionRings.of(scenario.questions());
    scenario
        .questions()
        .forEach(
            (id, question) -> {
              KeyPath key = KeyPath.of("questions", id);
              names.reference(key.child("metric"), "metric", question.metric(), metrics);
              band(key, question.band());
              window(key, question.window());
              run(key.child("for-months"), question);
              question.until().ifPresent(until -> until(key.child("until"), id, until));
              given(key.child("given"), question.given());
              if (rings.containsKey(id)) {
                problems.add(
                    key, "questions may not refer to each other in a ring: " + rings.get(id));
              }
            });
  }

  private void band(KeyPath key, Question.Band band) {
    if (band.lower().isEmpty() && band.upper().isEmpty()) {
      problems.add(key, "needs a threshold: `at-least`, `at-most`, `above` or `below`");
      return;
    }
    KeyPath lower = key.child(band.lowerStrict() ? "above" : "at-least");
    KeyPath upper = key.child(band.upperStrict() ? "below" : "at-most");
    threshold(lower, band.lower());
    threshold(upper, band.upper());
    if (isEmpty(band)) {
      problems.add(
          upper,
          "no number lies between the two thresholds, "
              + Wording.number(band.lower().getAsDouble())
              + " and "
              + Wording.number(band.upper().getAsDouble()));
    }
  }

  private void threshold(KeyPath key, OptionalDouble threshold) {
    threshold.ifPresent(number -> numbers.fixed(key, number, Range.FREE));
  }

  private static boolean isEmpty(Question.Band band) {
    if (band.lower().isEmpty() || band.upper().isEmpty()) {
      return false;
    }
    double lower = band.lower().getAsDouble();
    double upper = band.upper().getAsDouble();
    return lower > upper || lower == upper && (band.lowerStrict() || band.upperStrict());
  }

  private void window(KeyPath key, Question.Window window) {
    if (window.from().isEmpty()) {
      window.to().ifPresent(to -> dates.inside(key.child("by"), to));
    } else if (window.from().equals(window.to())) {
      dates.inside(key.child("at"), window.from().get());
    } else {
      dates.inside(key.child("in", "0"), window.from().get());
      window.to().ifPresent(to -> dates.inside(key.child("in", "1"), to));
      reversed(key.child("in"), window.from().get(), window.to());
    }
  }

  private void reversed(KeyPath key, YearMonth from, Optional<YearMonth> to) {
    if (to.filter(from::isAfter).isPresent()) {
      problems.add(key, "the earlier month comes first, but " + from + " is after " + to.get());
    }
  }

  /** A run begins at the start at the earliest and ends inside the window. */
  private void run(KeyPath key, Question question) {
    if (!(question.test() instanceof Question.Test.Run run)) {
      return;
    }
    numbers.whole(key, run.months(), Range.DURATION);
    dates
        .monthsTo(question.window().to())
        .filter(room -> run.months() > 1 && run.months() > room)
        .ifPresent(
            room ->
                problems.add(
                    key,
                    "must be at most "
                        + Math.max(1, room)
                        + ", the months from the start to the window's end, not "
                        + run.months()));
  }

  private void until(KeyPath key, String id, String until) {
    names.reference(key, "question", until, scenario.questions().keySet());
    if (until.equals(id)) {
      problems.add(key, "a question can't end its own window; name another one");
      return;
    }
    Question ending = scenario.questions().get(until);
    if (ending != null && !(ending.test() instanceof Question.Test.Run)) {
      problems.add(
          key,
          "a window can end only with a question that comes true in a month, but "
              + Wording.quote(until)
              + " has `"
              + word(ending.test())
              + "`");
    }
  }

  private static String word(Question.Test test) {
    return test.match(
        new Question.Test.Cases<>(
            run -> "for-months", every -> "every-month", count -> "count-months"));
  }

  private void given(KeyPath key, List<Question.Given> given) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String id = given.get(i).question();
      KeyPath place = key.item(i);
      names.reference(place, "question", id, scenario.questions().keySet());
      names.once(place, id, seen);
      Question condition = scenario.questions().get(id);
      if (condition != null && condition.countsMonths()) {
        problems.add(
            place,
            "a condition must come true or not, but " + Wording.quote(id) + " has `count-months`");
      }
    }
  }

  /** Checks that the percentiles ascend. */
  void output() {
    List<Double> percentiles = scenario.output().percentiles();
    for (int i = 0; i < percentiles.size(); i++) {
      KeyPath key = KeyPath.of("output", "percentiles").item(i);
      if (i > 0 && percentiles.get(i) <= percentiles.get(i - 1)) {
        problems.add(
            key,
            "percentiles must ascend, but "
                + Wording.number(percentiles.get(i))
                + " comes after "
                + Wording.number(percentiles.get(i - 1)));
      }
    }
  }

  /** Checks what the keys of the section {@code run} must agree on. */
  void run() {
    RunDefaults run = scenario.run();
    if (Range.PATHS.contains(run.paths())) {
      Sample.problem(run.sampling(), run.paths())
          .ifPresent(problem -> problems.add(KeyPath.of("run", "paths"), problem));
    }
    names.references(
        KeyPath.of("run", "precision-metrics"), "metric", run.precisionMetrics(), reported());
    if (run.precision().isPresent()
        && scenario.questions().isEmpty()
        && run.precisionMetrics().isEmpty()) {
      problems.add(
          KeyPath.of("run", "precision"), "there is nothing to be precise about: " + NO_AIM);
    }
    if (run.precision().isPresent() && !run.sampling().isExtensible()) {
      problems.add(
          KeyPath.of("run", "precision"),
          "sampling %s depends on the number of paths; say paths instead, or sampling: %s"
              .formatted(run.sampling().word(), Sampling.SOBOL.word()));
    }
  }

  /** Returns the metrics that a run reports. */
  private Set<String> reported() {
    if (scenario.output().metrics().isEmpty()) {
      return metrics;
    }
    Set<String> reported = new LinkedHashSet<>(scenario.output().metrics().get());
    scenario.questions().values().forEach(question -> reported.add(question.metric()));
    return reported;
  }
}
