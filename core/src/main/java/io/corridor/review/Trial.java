package io.corridor.review;

import io.corridor.internal.numeric.SignificantDigits;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.KeyPath;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a short run shows: thresholds and questions that are off, and paths that are all the same.
 */
final class Trial {
  private static final long PATHS = 1_024;

  /** The first of them, which mostly show that nothing is off. */
  private static final long FEW = 256;

  /** About a million: thresholds are round, starts are not. */
  private static final double FAR_OFF = 3e5;

  private static final Set<String> ALWAYS =
      Set.of(MetricKind.TOTAL.id(), MetricKind.TOTAL_OF_YEAR.id());

  private final Scenario scenario;
  private final Projection projection;
  private final List<Note> notes = new ArrayList<>();
  private @Nullable Drawn drawn;

  /** What is drawn once a path. */
  private record Drawn(Replay replay, Paths paths) {}

  private Trial(Scenario scenario, Projection projection) {
    this.scenario = scenario;
    this.projection = projection;
  }

  /** Returns what is odd; nothing of a scenario of which some path can't be simulated. */
  static List<Note> notes(Scenario scenario) {
    Set<String> metrics = new LinkedHashSet<>(ALWAYS);
    scenario.questions().values().forEach(question -> metrics.add(question.metric()));
    Scenario reduced =
        scenario.toBuilder()
            .output(scenario.output().withMetrics(List.copyOf(metrics)))
            .buildUnchecked();
    Settings settings = new Settings(FEW, scenario.run().seed(), 1, Progress.NONE);
    try {
      Trial few = new Trial(scenario, Simulator.run(reduced, settings));
      return few.mayBeOff()
          ? new Trial(scenario, Simulator.run(reduced, settings.withPaths(PATHS))).notes()
          : few.notes();
    } catch (SimulationException e) {
      return List.of(); // which a run tells better
    }
  }

  /** Whether more paths may find what the results show: what holds of all holds of the first. */
  private boolean mayBeOff() {
    scenario.questions().forEach(this::question);
    return !notes.isEmpty() || isCertain();
  }

  private List<Note> notes() {
    scenario.questions().forEach(this::question);
    overdue();
    rows();
    if (isCertain()) {
      notes.add(
          new Note(
              Note.Kind.CERTAIN,
              KeyPath.ROOT,
              "all of a thousand paths are the same: nothing uncertain moves the trade or a"
                  + " question. Give a number a range, such as {uniform: [2 %, 5 %]}, or a driver a"
                  + " volatility; otherwise one path says all"));
    }
    return notes;
  }

  private boolean isCertain() {
    return projection.series().values().stream().allMatch(Trial::isCertain)
        && projection.answers().values().stream().allMatch(Trial::isCertain);
  }

  /** Returns what is drawn once a path, which not every scenario is asked for. */
  private Drawn drawn() {
    Drawn known = drawn;
    if (known == null) {
      Scenario asked = scenario.toBuilder().withoutQuestions().buildUnchecked();
      Replay replay = Replay.of(asked, scenario.run().seed(), List.of());
      known = new Drawn(replay, replay.paths(0, (int) PATHS));
      drawn = known;
    }
    return known;
  }

  /** Finds what was planned before the start, and is there then on some paths at least. */
  private void overdue() {
    Map<String, YearMonth> planned = new LinkedHashMap<>();
    scenario
        .carriers()
        .forEach(
            (id, carrier) -> {
              String key = "energy.carriers." + id + ".";
              carrier
                  .openings()
                  .forEach(
                      (source, opening) ->
                          planned.put(
                              key + Carrier.importsKey(source) + ".opens", opening.planned()));
              carrier
                  .projects()
                  .forEach(
                      (project, plan) -> planned.put(key + "projects." + project, plan.planned()));
            });
    planned.values().removeIf(month -> !month.isBefore(scenario.start()));
    if (planned.isEmpty()) {
      return;
    }
    planned.keySet().retainAll(drawn().replay.inputs());
    planned.forEach((key, month) -> overdue(key, month, drawn().paths));
  }

  private void overdue(String key, YearMonth planned, Paths paths) {
    long there =
        IntStream.range(0, paths.count()).filter(path -> paths.input(key, path) <= 0).count();
    if (there > 0) {
      notes.add(
          new Note(
              Note.Kind.OVERDUE,
              KeyPath.parse(key),
              ("was planned for %s, before the start, and is there at the start on %s %% of the"
                      + " paths. If it isn't there yet, write planned: %s, and as delay the months"
                      + " that are left")
                  .formatted(
                      planned,
                      SignificantDigits.plain(100.0 * there / paths.count(), 2),
                      scenario.start())));
    }
  }

  /** Finds rows of the regime whose draws sum to more than 1, and on what share of the paths. */
  private void rows() {
    scenario
        .regime()
        .map(Regime::monthly)
        .orElse(Map.of())
        .forEach(
            (from, row) -> {
              boolean drawn =
                  row.values().stream()
                      .anyMatch(
                          value ->
                              value instanceof Distribution || value instanceof Value.Parameter);
              if (drawn) {
                row(KeyPath.of("regime", "monthly", from), row);
              }
            });
  }

  private void row(KeyPath key, Map<String, Value> row) {
    Drawn drawn = drawn();
    double[] sums = new double[drawn.paths.count()];
    row.forEach(
        (to, value) -> {
          String at = key.child(to).toString();
          for (int path = 0; path < sums.length; path++) {
            sums[path] += drawn.replay.number(value, at, drawn.paths, path);
          }
        });
    long scaled = Arrays.stream(sums).filter(sum -> sum > 1).count();
    if (scaled > 0) {
      notes.add(
          new Note(
              Note.Kind.ROW,
              key,
              "its probabilities sum to more than 1 on %s %% of the paths, where each is divided by the sum"
                  .formatted(SignificantDigits.plain(100.0 * scaled / sums.length, 2))));
    }
  }

  private static boolean isCertain(Series series) {
    for (int month = 0; month < series.months(); month++) {
      if (series.sd(month) > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCertain(Answer answer) {
    return answer.match(
        probability -> probability.hits() == 0 || probability.hits() == probability.paths(),
        count -> count.sd() == 0);
  }

  private void question(String id, Question question) {
    Series series = projection.series(question.metric());
    double start = series.mean(0);
    if (threshold(
            id,
            question.band().lower(),
            question.band().lowerStrict() ? "above" : "at-least",
            series.metric(),
            start)
        | threshold(
            id,
            question.band().upper(),
            question.band().upperStrict() ? "below" : "at-most",
            series.metric(),
            start)) {
      return;
    }
    if (isTrueAtStart(question)
        && projection.answer(id) instanceof Answer.Probability answer
        && answer.paths() == projection.paths()
        && !answer.hitsByMonth().isEmpty()
        && answer.hitsByMonth().get(0) == projection.paths()) {
      notes.add(
          new Note(
              Note.Kind.TRUE_AT_START,
              KeyPath.of("questions", id),
              ("is true in %s already, on every path: it asks for any month. every-month: true asks"
                      + " whether it stays so, and in: [%s, …] whether it is so again")
                  .formatted(scenario.start(), scenario.start().plusMonths(1))));
    }
  }

  /** Whether it is one that can come true in another month than the first. */
  private boolean isTrueAtStart(Question question) {
    return question.window().to().map(to -> to.isAfter(scenario.start())).orElse(true)
        && scenario.months() > 1;
  }

  private boolean threshold(
      String id, OptionalDouble threshold, String word, Metric metric, double start) {
    double stated = Math.abs(threshold.orElse(0));
    double value = Math.abs(start);
    boolean far = stated > 0 && value > 0 && (stated / value > FAR_OFF || value / stated > FAR_OFF);
    if (far) {
      notes.add(
          new Note(
              Note.Kind.THRESHOLD,
              KeyPath.of("questions", id, word),
              "is %s %s, but %s begins with %s; %s is probably meant"
                  .formatted(
                      Plausibility.words(threshold.orElse(0)),
                      metric.unit(),
                      metric.id(),
                      Plausibility.words(start),
                      stated < value ? "a magnitude (mn, bn) or another unit" : "a smaller unit")));
    }
    return far;
  }
}
