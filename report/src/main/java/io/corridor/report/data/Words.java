package io.corridor.report.data;

import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says questions and metrics in words. */
final class Words {
  private final Projection projection;
  private final Scenario scenario;

  Words(Projection projection) {
    this.projection = projection;
    this.scenario = projection.scenario();
  }

  /** Returns the nouns for the reported metrics. */
  Map<String, String> metrics() {
    PhraseBook phrases = new PhraseBook(scenario);
    Map<String, String> words = new LinkedHashMap<>();
    projection.series().keySet().forEach(metric -> words.put(metric, phrases.subject(metric)));
    scenario
        .flows()
        .forEach(
            (id, flow) ->
                words.replace(
                    "flow." + id, id.replace('-', ' ') + ", " + flow.from() + " to " + flow.to()));
    return words;
  }

  /** Returns the questions with their answers. */
  Map<String, ReportData.Asked> questions() {
    Sentences sentences = new Sentences(scenario);
    Map<String, ReportData.Asked> questions = new LinkedHashMap<>();
    projection.answers().forEach((id, answer) -> questions.put(id, asked(id, answer, sentences)));
    return questions;
  }

  private ReportData.Asked asked(String id, Answer answer, Sentences sentences) {
    Question question = Objects.requireNonNull(scenario.questions().get(id));
    List<Double> thresholds = new ArrayList<>();
    question.band().lower().ifPresent(thresholds::add);
    question.band().upper().ifPresent(thresholds::add);
    return new ReportData.Asked(
        sentences.unbroken(id, answer),
        question.metric(),
        thresholds,
        answer instanceof Answer.Probability probability ? probability.hitsByMonth() : List.of(),
        lastMonth(scenario, question),
        !question.given().isEmpty());
  }

  /** Returns the last month of a question's window, from 0. */
  static int lastMonth(Scenario scenario, Question question) {
    YearMonth last = question.window().to().orElse(scenario.month(scenario.months() - 1));
    return (int) ChronoUnit.MONTHS.between(scenario.start(), last);
  }
}
