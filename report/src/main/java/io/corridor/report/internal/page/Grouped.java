package io.corridor.report.internal.page;

import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Figures of questions, by what the questions ask about; each group is behind its title. */
final class Grouped {
  private Grouped() {}

  /**
   * Returns the groups, in the order of their first questions.
   *
   * @param scenario that asks
   * @param figures a figure a question
   * @param what a figure shows of it: {@code with differences}
   */
  static List<PageSection.Group> byMetric(
      Scenario scenario, Map<String, Figure> figures, String what) {
    PhraseBook phrases = new PhraseBook(scenario);
    Map<String, List<Figure>> groups = new LinkedHashMap<>();
    figures.forEach(
        (id, figure) -> {
          Question question = Objects.requireNonNull(scenario.questions().get(id));
          groups
              .computeIfAbsent(phrases.subject(question.metric()), subject -> new ArrayList<>())
              .add(figure);
        });
    List<PageSection.Group> titled = new ArrayList<>();
    groups.forEach(
        (subject, charts) -> {
          String number = charts.size() == 1 ? "1 question, " : charts.size() + " questions, ";
          titled.add(
              new PageSection.Group(
                  Sentences.capitalised(subject), List.of(), charts, number + what));
        });
    return titled;
  }
}
