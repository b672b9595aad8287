package io.corridor.report.words;

import io.corridor.model.Question;
import io.corridor.model.Question.Given;
import io.corridor.model.Question.Test;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Outcome;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says questions and their answers in sentences. */
public final class Sentences {
  private static final double MEDIAN = 50;
  private static final String PER_CENT = Amounts.NO_BREAK + "%";

  /** Questions that end by one another: so many are written out, the next is called by its id. */
  private static final int MOST_NESTED = 3;

  private final Scenario scenario;

  private final PhraseBook phrases;

  /** Makes the sentences of a scenario's questions. */
  public Sentences(Scenario scenario) {
    this.scenario = scenario;
    this.phrases = new PhraseBook(scenario);
  }

  /**
   * Returns the answer to a question: {@code Trade reaches 20 bn USD a year by December 2024 on 31
   * % of paths (30.7 to 31.3); half of these by January 2023.}
   *
   * @param id of a question of the scenario
   * @param answer to it
   * @throws IllegalArgumentException if the scenario has no such question
   */
  public String answer(String id, Answer answer) {
    return unbroken(id, answer).replace(Amounts.NO_BREAK, ' ');
  }

  /**
   * Returns what a question asks, as a statement: {@code Trade reaches 20 bn USD a year by December
   * 2024}.
   *
   * @param id of a question of the scenario
   * @throws IllegalArgumentException if the scenario has no such question
   */
  public String statement(String id) {
    return unbrokenStatement(id).replace(Amounts.NO_BREAK, ' ');
  }

  /** Returns the statement, with spaces where no line may break. */
  public String unbrokenStatement(String id) {
    Question question = question(id);
    return phrases
        .label("questions." + id)
        .map(Sentences::capitalised)
        .orElseGet(() -> capitalised(where(question) + statement(question)));
  }

  /**
   * Returns what happens when a question comes true, with spaces where no line may break: {@code
   * trade reaches 20 bn USD a year}.
   *
   * @param id of a question of the scenario
   * @throws IllegalArgumentException if the scenario has no such question
   */
  public String unbrokenEvent(String id) {
    Question question = question(id);
    Predication condition = phrases.condition(question.metric(), question.band());
    String running = running(question);
    Predicate predicate = running.isEmpty() ? predicate(question, condition) : condition.stays();
    return (condition.subject() + ' ' + predicate.said(condition.plural()) + ' ' + running).strip();
  }

  /**
   * Returns what a question asks, with spaces where no line may break, and no months unless they
   * tell it from another: {@code whether trade reaches 20 bn USD a year}, {@code in how many months
   * the unserved share of electricity is 5 % or more}.
   *
   * @param id of a question of the scenario
   * @throws IllegalArgumentException if the scenario has no such question
   */
  public String unbrokenAsked(String id) {
    String asked = asked(id, false);
    boolean isOnly =
        scenario.questions().keySet().stream()
            .noneMatch(other -> !other.equals(id) && asked.equals(asked(other, false)));
    return isOnly ? asked : asked(id, true);
  }

  private String asked(String id, boolean withMonths) {
    Question question = question(id);
    Optional<String> label = phrases.label("questions." + id);
    if (label.isPresent() && !question.countsMonths()) {
      return "whether " + label.get();
    }
    String where = question.given().isEmpty() ? "" : ", where " + conditions(question);
    if (!question.countsMonths()) {
      return "whether " + (withMonths ? clause(question, true) : unbrokenEvent(id)) + where;
    }
    Predication condition = phrases.condition(question.metric(), question.band());
    String months = withMonths ? months(question).replaceFirst("^ of the \\d+", " of the") : "";
    return "in how many"
        + (months.isEmpty() ? " months" : months)
        + ' '
        + condition.subject()
        + ' '
        + condition.is().said(condition.plural())
        + where;
  }

  /**
   * Returns how a question came out on a path, with spaces where no line may break: {@code Trade
   * reaches 20 bn USD a year by December 2024: in May 2023}.
   *
   * @param id of a question of the scenario
   * @param outcome of it
   * @throws IllegalArgumentException if the scenario has no such question
   */
  public String unbroken(String id, Outcome outcome) {
    Question question = question(id);
    if (!outcome.counts()) {
      return capitalised(statement(question))
          + ": not asked, as this path isn't one where "
          + conditions(question)
          + '.';
    }
    if (question.countsMonths()) {
      Predication condition = phrases.condition(question.metric(), question.band());
      String clause = condition.subject() + ' ' + condition.is().said(condition.plural());
      return capitalised(where(question) + clause + " in " + outcome.value() + months(question))
          + '.';
    }
    String clause = capitalised(where(question) + clause(question, outcome.value() == 1));
    return outcome.firstMonth().isPresent() && !isOneMonth(question.window())
        ? clause + ": in " + Amounts.month(scenario.month(outcome.firstMonth().getAsInt())) + '.'
        : clause + '.';
  }

  /**
   * Returns what more there is to say of an answer than its number: {@code half by Jan 2023},
   * {@code 90 % of paths: 11 to 37}; may be empty. With spaces where no line may break.
   *
   * @param id of a question of the scenario
   * @param answer to it
   * @throws IllegalArgumentException if the scenario has no such question
   */
  public String unbrokenRest(String id, Answer answer) {
    Question question = question(id);
    List<String> rest = new ArrayList<>();
    if (answer.paths() == 0) {
      rest.add("no path meets the condition, so there is no answer");
    } else {
      rest.add(
          answer.match(
              probability ->
                  median(question, probability)
                      .map(month -> "half by " + Amounts.shortMonth(month))
                      .orElse(""),
              count -> spread(count.percentiles()).replaceFirst("^ \\((.*)\\)$", "$1")));
    }
    if (!question.given().isEmpty() && answer.paths() > 0) {
      rest.add("of " + Amounts.whole(answer.paths()) + " paths");
    }
    if (isOfTheModelAlone(question)) {
      rest.add("of the model alone");
    }
    rest.removeIf(String::isEmpty);
    return String.join("; ", rest);
  }

  /** Whether nobody could ever settle a question, where the file says how others would be. */
  private boolean isOfTheModelAlone(Question question) {
    return question.resolves().isEmpty() && saysHowSettled();
  }

  private boolean saysHowSettled() {
    return scenario.questions().values().stream().anyMatch(q -> q.resolves().isPresent());
  }

  /** Says of each question how it would be settled; empty where that is said of none. */
  public List<String> settlements() {
    List<String> settlements = new ArrayList<>();
    if (saysHowSettled()) {
      scenario
          .questions()
          .forEach(
              (id, question) ->
                  settlements.add(
                      unbrokenStatement(id)
                          + ": "
                          + question.resolves().orElse("nobody could settle it, of the model alone")
                          + "."));
    }
    return settlements;
  }

  private String statement(Question question) {
    if (!question.countsMonths()) {
      return clause(question, true);
    }
    Predication condition = phrases.condition(question.metric(), question.band());
    return condition.subject()
        + ' '
        + condition.is().said(condition.plural())
        + " in so many"
        + months(question);
  }

  /** The answer, with spaces where no line may break between a number and what belongs to it. */
  public String unbroken(String id, Answer answer) {
    Question question = question(id);
    String said =
        answer.match(
            probability -> probability(id, question, probability),
            count -> where(question) + count(question, count));
    return capitalised(said) + '.';
  }

  private String probability(String id, Question question, Answer.Probability answer) {
    String clause =
        phrases.label("questions." + id).orElseGet(() -> where(question) + clause(question, true));
    if (answer.paths() == 0) {
      return clause + ": no path meets the condition, so there is no answer";
    }
    String median =
        median(question, answer)
            .map(month -> "; half of these by " + Amounts.month(month))
            .orElse("");
    return clause + " on " + share(answer, !question.given().isEmpty()) + median;
  }

  /** The share of paths and its interval, to the digits that the interval allows. */
  private static String share(Answer.Probability answer, boolean conditional) {
    String range = Estimates.interval(answer);
    String number = conditional ? " of " + Amounts.whole(answer.paths()) : "";
    String paths = conditional ? "of these paths (" : "of paths (";
    if (answer.hits() == 0) {
      return (conditional ? "none " + paths : "no path (") + range + PER_CENT + number + ')';
    }
    if (answer.hits() == answer.paths()) {
      return (conditional ? "all " + paths : "every path (") + range + PER_CENT + number + ')';
    }
    return Estimates.probability(answer) + ' ' + paths + range + number + ')';
  }

  /** By when half of the hits have come true, where the window is open at the start. */
  private Optional<YearMonth> median(Question question, Answer.Probability answer) {
    if (startsLate(question.window()) || isOneMonth(question.window())) {
      return Optional.empty();
    }
    return answer.firstMonths().stream()
        .filter(first -> first.percentile() == MEDIAN)
        .findFirst()
        .map(first -> first.month());
  }

  private String count(Question question, Answer.Count answer) {
    Predication condition = phrases.condition(question.metric(), question.band());
    String clause = condition.subject() + ' ' + condition.is().said(condition.plural());
    if (answer.paths() == 0) {
      return clause + ": no path meets the condition, so there is no answer";
    }
    String mean = Estimates.mean(answer);
    String average = answer.sd() > 0 ? " on average" : " on every path";
    return clause + " in " + mean + months(question) + average + spread(answer.percentiles());
  }

  /** The months that are counted: {@code of the 70 months to December 2024}. */
  private String months(Question question) {
    YearMonth from = from(question.window());
    YearMonth to = to(question.window());
    long number = ChronoUnit.MONTHS.between(from, to) + 1;
    String range =
        startsLate(question.window())
            ? "from " + Amounts.months(from, to)
            : "to " + Amounts.month(to);
    return " of the " + number + " months " + range + before(question, 0);
  }

  /** The outermost pair of percentiles that leave as much on either side. */
  private static String spread(List<Answer.Months> percentiles) {
    for (Answer.Months low : percentiles) {
      for (Answer.Months high : percentiles) {
        if (low.percentile() < high.percentile() && low.percentile() + high.percentile() == 100) {
          String share = Numbers.percentile(high.percentile() - low.percentile());
          return " ("
              + share
              + PER_CENT
              + " of paths: "
              + low.months()
              + " to "
              + high.months()
              + ')';
        }
      }
    }
    return "";
  }

  private String where(Question question) {
    if (question.given().isEmpty()) {
      return "";
    }
    return "where " + conditions(question) + ", ";
  }

  private String conditions(Question question) {
    return question.given().stream().map(this::condition).collect(Collectors.joining(" and "));
  }

  private String condition(Given given) {
    return clause(question(given.question()), given.holds());
  }

  /** The question as a statement, or as its denial. */
  private String clause(Question question, boolean holds) {
    return clause(question, holds, 0);
  }

  /** The same, of a question that so many others end by. */
  private String clause(Question question, boolean holds, int nested) {
    Predication condition = phrases.condition(question.metric(), question.band());
    Predicate predicate = predicate(question, condition);
    String said = holds ? predicate.said(condition.plural()) : predicate.denied(condition.plural());
    return condition.subject() + ' ' + said + ' ' + when(question, nested);
  }

  private Predicate predicate(Question question, Predication condition) {
    if (isOneMonth(question.window())) {
      return condition.is();
    }
    if (question.test().equals(Test.ANY_MONTH)) {
      return startsLate(question.window()) ? condition.is() : condition.happens();
    }
    return condition.stays();
  }

  private String when(Question question, int nested) {
    Window window = question.window();
    if (isOneMonth(window)) {
      return "in " + Amounts.month(to(window)) + before(question, nested);
    }
    String range = Amounts.months(from(window), to(window));
    return question
        .test()
        .match(
            run -> once(question, range, nested),
            every -> everyMonth(question, range, nested),
            count -> once(question, range, nested));
  }

  private String once(Question question, String range, int nested) {
    String running = running(question);
    if (startsLate(question.window())) {
      return (running.isEmpty() ? "in some month" : running + ", the last of them")
          + " from "
          + range
          + before(question, nested);
    }
    String by = "by " + Amounts.month(to(question.window())) + before(question, nested);
    return running.isEmpty() ? by : running + ' ' + by;
  }

  /** Returns for how many months; nothing where one is enough. */
  private static String running(Question question) {
    return question
        .test()
        .match(
            run -> run.months() > 1 ? "for " + run.months() + " months running" : "",
            every -> "",
            count -> "");
  }

  private String everyMonth(Question question, String range, int nested) {
    String end =
        startsLate(question.window())
            ? "from " + range
            : "to " + Amounts.month(to(question.window()));
    return until(question, nested)
        .map(until -> "in every month " + end + " before " + until)
        .orElse("in every month " + end);
  }

  private String before(Question question, int nested) {
    return until(question, nested).map(until -> ", before " + until).orElse("");
  }

  private Optional<String> until(Question question, int nested) {
    return question
        .until()
        .map(
            id -> nested == MOST_NESTED ? id + " is true" : clause(question(id), true, nested + 1));
  }

  private boolean startsLate(Window window) {
    return from(window).isAfter(scenario.start());
  }

  private static boolean isOneMonth(Window window) {
    return window.from().isPresent() && window.from().equals(window.to());
  }

  private YearMonth from(Window window) {
    return window.from().orElse(scenario.start());
  }

  private YearMonth to(Window window) {
    return window.to().orElse(scenario.lastMonth());
  }

  private Question question(String id) {
    Question question = scenario.questions().get(id);
    if (question == null) {
      throw new IllegalArgumentException(
          "no question '" + id + "'; the scenario asks " + scenario.questions().keySet());
    }
    return question;
  }

  /** Returns a text with its first letter large. */
  public static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
