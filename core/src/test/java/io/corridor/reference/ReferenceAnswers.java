package io.corridor.reference;

import io.corridor.model.Question;
import io.corridor.model.Question.Test;
import io.corridor.model.Scenario;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answers of one path to the questions, and of several paths together. */
public final class ReferenceAnswers {
  private final Scenario scenario;
  private final Map<String, double[]> metrics;
  private final Map<String, Truth> truths = new LinkedHashMap<>();

  /**
   * What a question comes to on one path.
   *
   * @param counts whether the conditions of {@code given} hold, so that the path counts
   * @param hit whether the question comes true, whatever {@code given} says
   * @param firstMonth index of the month in which it first does; −1 if it doesn't, and for {@code
   *     every-month} and {@code count-months}
   * @param months for {@code count-months}, the number of months; else 0
   */
  public record Answer(boolean counts, boolean hit, int firstMonth, int months) {}

  /**
   * The answers of several paths to one question.
   *
   * @param paths that count
   * @param hits among them
   * @param firstMonths number of hits by index of their first month
   * @param months number of paths that count by number of months, 0 to the horizon, for {@code
   *     count-months}
   */
  public record Tally(long paths, long hits, long[] firstMonths, long[] months) {}

  private record Truth(boolean hit, int firstMonth, int months) {}

  private ReferenceAnswers(Scenario scenario, Map<String, double[]> metrics) {
    this.scenario = scenario;
    this.metrics = metrics;
  }

  /** Returns the answer to each question on the path of {@code metrics}. */
  public static Map<String, Answer> of(Scenario scenario, Map<String, double[]> metrics) {
    ReferenceAnswers answers = new ReferenceAnswers(scenario, metrics);
    Map<String, Answer> byId = new LinkedHashMap<>();
    scenario.questions().forEach((id, question) -> byId.put(id, answers.answer(id, question)));
    return byId;
  }

  /** Returns the answers of paths 0 to {@code paths} − 1 together, by question. */
  public static Map<String, Tally> tally(Scenario scenario, long seed, int paths) {
    int months = scenario.months();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    scenario
        .questions()
        .keySet()
        .forEach(id -> tallies.put(id, new Tally(0, 0, new long[months], new long[months + 1])));
    for (int path = 0; path < paths; path++) {
      of(scenario, ReferencePath.simulate(scenario, seed, path))
          .forEach(
              (id, answer) -> tallies.computeIfPresent(id, (key, tally) -> add(tally, answer)));
    }
    return tallies;
  }

  private static Tally add(Tally tally, Answer answer) {
    if (!answer.counts()) {
      return tally;
    }
    if (answer.hit() && answer.firstMonth() >= 0) {
      tally.firstMonths()[answer.firstMonth()]++;
    }
    tally.months()[answer.months()]++;
    return new Tally(
        tally.paths() + 1,
        tally.hits() + (answer.hit() ? 1 : 0),
        tally.firstMonths(),
        tally.months());
  }

  private Answer answer(String id, Question question) {
    boolean counts =
        question.given().stream().allMatch(given -> truth(given.question()).hit() == given.holds());
    Truth truth = truth(id);
    return new Answer(counts, truth.hit(), truth.firstMonth(), truth.months());
  }

  private Truth truth(String id) {
    Truth known = truths.get(id);
    if (known == null) {
      known = look(scenario.questions().get(id));
      truths.put(id, known);
    }
    return known;
  }

  private Truth look(Question question) {
    int from = question.window().from().map(this::index).orElse(0);
    int to = question.window().to().map(this::index).orElse(scenario.months() - 1);
    if (question.until().isPresent()) {
      Truth until = truth(question.until().get());
      if (until.hit()) {
        to = Math.min(to, until.firstMonth() - 1);
      }
    }
    if (question.test() instanceof Test.Run run) {
      int first = firstRun(question, from, to, run.months());
      return new Truth(first >= 0, first, 0);
    }
    int months = 0;
    for (int t = from; t <= to; t++) {
      months += holds(question, t) ? 1 : 0;
    }
    return question.test() instanceof Test.CountMonths
        ? new Truth(false, -1, months)
        : new Truth(months == Math.max(0, to - from + 1), -1, 0);
  }

  // The first month of the window that ends a run of n months, none of them before the start.
  private int firstRun(Question question, int from, int to, int n) {
    for (int t = Math.max(from, n - 1); t <= to; t++) {
      boolean all = true;
      for (int i = t - n + 1; i <= t; i++) {
        all &= holds(question, i);
      }
      if (all) {
        return t;
      }
    }
    return -1;
  }

  private boolean holds(Question question, int t) {
    return question.band().holds(metrics.get(question.metric())[t]);
  }

  private int index(YearMonth month) {
    return (int) ChronoUnit.MONTHS.between(scenario.start(), month);
  }
}
