package io.corridor.model;

import static io.corridor.model.Wording.number;
import static io.corridor.model.Wording.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.model.Key.Refers;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the sections {@code indices}, {@code questions}, {@code output} and {@code run}. */
final class QuestionCheck {
  private static final String NO_AIM = "the scenario asks no question, and names no metric";

  private final Checking in;
  private final Scenario scenario;

  QuestionCheck(Checking in) {
    this.in = in;
    this.scenario = in.scenario;
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
            in.add(place, "an index may not be made of an index, %s", quote(metric));
          } else {
            in.reference(place, metric, Refers.METRIC);
          }
        });
  }

  /** Checks the section {@code questions}. */
  void questions() {
    Map<String, String> rings = rings();
    scenario
        .questions()
        .forEach(
            (id, question) -> {
              KeyPath key = KeyPath.of("questions", id);
              in.reference(key.child("metric"), question.metric(), Refers.METRIC);
              band(key, question.band());
              window(key, question.window());
              run(key.child("for-months"), question);
              question.until().ifPresent(until -> until(key.child("until"), id, until));
              given(key.child("given"), question.given());
              if (rings.containsKey(id)) {
                in.add(key, "questions may not refer to each other in a ring: %s", rings.get(id));
              }
            });
  }

  /** Returns rings in words, by the question that closes each. */
  private Map<String, String> rings() {
    Map<String, String> rings = new HashMap<>();
    for (List<String> ring : Rings.of(scenario.questions().keySet(), this::references)) {
      rings.putIfAbsent(ring.get(ring.size() - 1), Wording.ring(ring));
    }
    return rings;
  }

  /** Returns the known questions that one refers to, but not itself as its own {@code until}. */
  private List<String> references(String id) {
    Question question = requireNonNull(scenario.questions().get(id));
    return Stream.concat(
            question.until().filter(until -> !until.equals(id)).stream(),
            question.given().stream().map(Question.Given::question))
        .filter(scenario.questions()::containsKey)
        .toList();
  }

  private void band(KeyPath key, Question.Band band) {
    if (band.lower().isEmpty() && band.upper().isEmpty()) {
      in.add(key, "needs a threshold: `at-least`, `at-most`, `above` or `below`");
      return;
    }
    KeyPath lower = key.child(band.lowerStrict() ? "above" : "at-least");
    KeyPath upper = key.child(band.upperStrict() ? "below" : "at-most");
    threshold(lower, band.lower());
    threshold(upper, band.upper());
    if (isEmpty(band)) {
      in.add(
          upper,
          "no number lies between the two thresholds, %s and %s",
          number(band.lower().getAsDouble()),
          number(band.upper().getAsDouble()));
    }
  }

  private void threshold(KeyPath key, OptionalDouble threshold) {
    threshold.ifPresent(number -> in.numbers.fixed(key, number, Range.FREE));
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
      window.to().ifPresent(to -> in.dates.inside(key.child("by"), to));
    } else if (window.from().equals(window.to())) {
      in.dates.inside(key.child("at"), window.from().get());
    } else {
      in.dates.inside(key.child("in", "0"), window.from().get());
      window.to().ifPresent(to -> in.dates.inside(key.child("in", "1"), to));
      reversed(key.child("in"), window.from().get(), window.to());
    }
  }

  private void reversed(KeyPath key, YearMonth from, Optional<YearMonth> to) {
    if (to.filter(from::isAfter).isPresent()) {
      in.add(key, "the earlier month comes first, but %s is after %s", from, to.get());
    }
  }

  /** A run begins at the start at the earliest and ends inside the window. */
  private void run(KeyPath key, Question question) {
    if (!(question.test() instanceof Question.Test.Run run)) {
      return;
    }
    in.numbers.whole(key, run.months(), Range.DURATION);
    in.dates
        .monthsTo(question.window().to())
        .filter(room -> run.months() > 1 && run.months() > room)
        .ifPresent(
            room ->
                in.add(
                    key,
                    "must be at most %s, the months from the start to the window's end, not %s",
                    Math.max(1, room),
                    run.months()));
  }

  private void until(KeyPath key, String id, String until) {
    in.reference(key, "question", until, scenario.questions().keySet());
    if (until.equals(id)) {
      in.add(key, "a question can't end its own window; name another one");
      return;
    }
    Question ending = scenario.questions().get(until);
    if (ending != null && !(ending.test() instanceof Question.Test.Run)) {
      in.add(
          key,
          "a window can end only with a question that comes true in a month, but %s has `%s`",
          quote(until),
          ending.test().key());
    }
  }

  private void given(KeyPath key, List<Question.Given> given) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String id = given.get(i).question();
      KeyPath place = key.item(i);
      in.reference(place, "question", id, scenario.questions().keySet());
      in.once(place, id, seen);
      Question condition = scenario.questions().get(id);
      if (condition != null && condition.countsMonths()) {
        in.add(place, "a condition must come true or not, but %s has `count-months`", quote(id));
      }
    }
  }

  /** Checks that the percentiles ascend. */
  void output(KeyPath key, Output output) {
    List<Double> percentiles = output.percentiles();
    for (int i = 1; i < percentiles.size(); i++) {
      if (percentiles.get(i) <= percentiles.get(i - 1)) {
        in.add(
            key.child("percentiles").item(i),
            "percentiles must ascend, but %s comes after %s",
            number(percentiles.get(i)),
            number(percentiles.get(i - 1)));
      }
    }
  }

  /** Checks what the keys of the section {@code run} must agree on. */
  void run(KeyPath key, RunDefaults run) {
    if (Range.PATHS.contains(run.paths())) {
      Sample.problem(run.sampling(), run.paths())
          .ifPresent(problem -> in.add(key.child("paths"), problem));
    }
    in.references(key.child("precision-metrics"), "metric", run.precisionMetrics(), reported());
    if (run.precision().isPresent()
        && scenario.questions().isEmpty()
        && run.precisionMetrics().isEmpty()) {
      in.add(key.child("precision"), "there is nothing to be precise about: " + NO_AIM);
    }
    if (run.precision().isPresent() && !run.sampling().isExtensible()) {
      in.add(
          key.child("precision"),
          "sampling %s depends on the number of paths; say paths instead, or sampling: %s",
          run.sampling().word(),
          Sampling.SOBOL.word());
    }
  }

  /** Returns the metrics that a run reports. */
  private Set<String> reported() {
    if (scenario.output().metrics().isEmpty()) {
      return in.known(Refers.METRIC);
    }
    Set<String> reported = new LinkedHashSet<>(scenario.output().metrics().get());
    scenario.questions().values().forEach(question -> reported.add(question.metric()));
    return reported;
  }
}
