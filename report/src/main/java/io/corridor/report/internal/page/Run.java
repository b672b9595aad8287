package io.corridor.report.internal.page;

import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the figures of a run are made of: its results, and words for them. */
final class Run {
  private final RunResults results;

  /** What it is held against. */
  private final Optional<Projection> before;

  private final Months months;
  private final PhraseBook phrases;
  private final Sentences sentences;

  Run(RunResults results) {
    this(results, Optional.empty());
  }

  Run(RunResults results, Optional<Projection> before) {
    this.results = results;
    this.before = before;
    this.months = Months.of(results.projection().scenario());
    this.phrases = new PhraseBook(results.projection().scenario());
    this.sentences = new Sentences(results.projection().scenario());
  }

  RunResults results() {
    return results;
  }

  Projection projection() {
    return results.projection();
  }

  Scenario scenario() {
    return projection().scenario();
  }

  ReportData data() {
    return results.report();
  }

  Months months() {
    return months;
  }

  PhraseBook phrases() {
    return phrases;
  }

  Sentences sentences() {
    return sentences;
  }

  /** Returns the scenario's first question: the one that the page is about. */
  Optional<Map.Entry<String, Answer>> main() {
    return projection().answers().entrySet().stream().findFirst();
  }

  Question question(String id) {
    return Objects.requireNonNull(scenario().questions().get(id));
  }

  /** Returns the series of a metric; empty if it wasn't reported. */
  Optional<Series> series(String metric) {
    return Optional.ofNullable(projection().series().get(metric));
  }

  /** Returns the series of a metric in what the run is held against, month by month the same. */
  Optional<Series> before(String metric) {
    return before.flatMap(other -> Optional.ofNullable(other.series().get(metric)));
  }

  /** Returns what the run that this one is held against answers to a question, if it does. */
  Optional<Answer> answerBefore(String question) {
    return before.flatMap(other -> Optional.ofNullable(other.answers().get(question)));
  }

  /** Returns the noun for a metric, as a title begins. */
  String title(String metric) {
    return Sentences.capitalised(phrases.subject(metric));
  }
}
