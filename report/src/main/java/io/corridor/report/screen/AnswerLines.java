package io.corridor.report.screen;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answers on the screen: a sentence each, as long as all of them fit on a screen with what
 * follows; else the first as a sentence, which is the scenario's main question, and a line for each
 * of the others.
 */
final class AnswerLines {
  private static final int MOST_LINES = 24;
  private static final double MEDIAN = 50;

  private final Scenario scenario;
  private final Map<String, Answer> answers;
  private final Screen screen;

  private AnswerLines(Projection projection, Screen screen) {
    this.screen = screen;
    this.scenario = projection.scenario();
    this.answers = projection.answers();
  }

  /** Returns the lines; none without questions. */
  static List<String> of(Projection projection, Screen screen) {
    return new AnswerLines(projection, screen).lines();
  }

  private List<String> lines() {
    Sentences sentences = new Sentences(scenario);
    List<String> all = new ArrayList<>();
    int first = 0;
    for (Map.Entry<String, Answer> asked : answers.entrySet()) {
      String sentence = sentences.unbroken(asked.getKey(), asked.getValue());
      all.addAll(screen.wrapped("- ", sentence));
      first = first == 0 ? all.size() : first;
    }
    List<TableColumn> columns = all.size() > MOST_LINES ? columns() : List.of();
    if (columns.isEmpty() || !screen.fits(columns)) {
      return all;
    }
    List<String> lines = new ArrayList<>(all.subList(0, first));
    lines.add("");
    lines.add("The other questions: share of the paths or months on average, 95 % interval");
    lines.addAll(TextTable.lines(columns));
    return lines;
  }

  private List<TableColumn> columns() {
    List<String> ids = answers.keySet().stream().skip(1).toList();
    return List.of(
        TableColumn.text("", ids, id -> id),
        TableColumn.number("", ids, id -> isEmpty(id) ? "no path" : value(answer(id))),
        TableColumn.number("", ids, id -> isEmpty(id) ? "" : interval(answer(id))),
        TableColumn.text("", ids, id -> "  " + more(id, answer(id))));
  }

  private Answer answer(String id) {
    return requireNonNull(answers.get(id));
  }

  private boolean isEmpty(String id) {
    return answer(id).paths() == 0;
  }

  private static String value(Answer answer) {
    return answer.match(Estimates::probability, Estimates::mean);
  }

  private static String interval(Answer answer) {
    return Estimates.interval(answer).replace(" to ", "–");
  }

  private String more(String id, Answer answer) {
    return answer.match(probability -> more(id, probability), count -> spread(count.percentiles()));
  }

  private String more(String id, Answer.Probability answer) {
    List<String> words = new ArrayList<>();
    answer.firstMonths().stream()
        .filter(month -> month.percentile() == MEDIAN)
        .findFirst()
        .ifPresent(month -> words.add("half by " + Amounts.shortMonth(month.month())));
    Question question = scenario.questions().get(id);
    if (question != null && !question.given().isEmpty()) {
      words.add("of " + Amounts.whole(answer.paths()));
    }
    return String.join(", ", words);
  }

  /** What most paths have: {@code months, 11 to 37 on 90 %}. */
  private static String spread(List<Answer.Months> percentiles) {
    if (percentiles.size() < 2) {
      return "months";
    }
    Answer.Months low = percentiles.get(0);
    Answer.Months high = percentiles.get(percentiles.size() - 1);
    return "months, "
        + low.months()
        + " to "
        + high.months()
        + " on "
        + Numbers.percentile(high.percentile() - low.percentile())
        + " %";
  }
}
