package io.corridor.report.screen;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scores;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.ScoredWords;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** How good forecasts have been, on the screen: the verdict first, then a table. */
public final class ScoreLines {

  private ScoreLines() {}

  /**
   * Returns the lines.
   *
   * @param wholes verdicts on forecasts as wholes, or what else comes first
   * @param metrics scores
   * @param questions scores
   * @param skipped origins that weren't scored and why; may be empty
   * @param widen which bands should be wider; may be empty
   * @param screen where they go
   */
  public static List<String> of(
      List<String> wholes,
      List<MetricScores> metrics,
      List<QuestionScores> questions,
      List<String> skipped,
      List<String> widen,
      Screen screen) {
    List<String> lines = new ArrayList<>();
    wholes.forEach(whole -> lines.addAll(screen.wrapped("", whole)));
    metrics.forEach(metric -> lines.addAll(screen.wrapped("", metric.verdict() + ".")));
    if (wholes.isEmpty() && metrics.isEmpty()) {
      lines.add("Nothing could be scored.");
    }
    lines.add("");
    for (MetricScores metric : metrics) {
      String series = metric.series().isEmpty() ? "" : ", against " + metric.series();
      String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
      lines.add(metric.metric() + series + unit);
      lines.addAll(TextTable.lines(table(metric)));
      ScoredWords.paths(metric).ifPresent(said -> lines.addAll(screen.wrapped("", said)));
      lines.add("");
    }
    metrics.stream()
        .flatMap(metric -> ScoredWords.withoutRival(metric).stream())
        .findFirst()
        .ifPresent(
            why -> {
              lines.addAll(screen.wrapped("", why));
              lines.add("");
            });
    if (!questions.isEmpty()) {
      lines.add("Questions");
      lines.addAll(TextTable.lines(table(questions)));
      lines.add("");
    }
    if (!skipped.isEmpty()) {
      lines.add("Origins that were skipped:");
      skipped.forEach(line -> lines.add("  " + line));
    }
    widen.forEach(line -> lines.addAll(screen.wrapped("", line)));
    return lines;
  }

  private static List<TableColumn> table(MetricScores metric) {
    Collection<Scores> all = metric.horizons().values();
    List<TableColumn> columns = new ArrayList<>();
    Collections.addAll(
        columns,
        TableColumn.number("months", metric.horizons().keySet(), Object::toString),
        TableColumn.number("n", all, scores -> Integer.toString(scores.n())),
        TableColumn.number("in 50 %", all, scores -> share(scores.covered(Band.HALF).all())),
        TableColumn.number("in 90 %", all, scores -> share(scores.covered(Band.NINETY).all())),
        TableColumn.number(
            "apart",
            all,
            scores ->
                scores.covered(Band.NINETY).apart().map(ScoreLines::share).orElse(Digits.NONE)),
        TableColumn.number("CRPS", all, scores -> Digits.three(scores.crps())),
        TableColumn.number("bias", all, scores -> Digits.three(scores.bias())));
    if (ScoredWords.withoutRival(metric).isEmpty()) {
      columns.add(
          TableColumn.number(
              "best rival",
              all,
              scores -> scores.best().map(Scores.Against::name).orElse(Digits.NONE)));
      columns.add(
          TableColumn.number(
              "skill (90 %)",
              all, scores -> scores.best().map(ScoreLines::skill).orElse(Digits.NONE)));
    }
    return columns;
  }

  private static String share(Coverage coverage) {
    return coverage.hits() + "/" + coverage.n();
  }

  private static String skill(Scores.Against against) {
    if (Double.isNaN(against.skill())) {
      return Digits.NONE;
    }
    String skill = Amounts.decimal(against.skill(), 2);
    return against
        .skill90()
        .map(
            interval ->
                "%s (%s to %s)"
                    .formatted(
                        skill,
                        Amounts.decimal(interval.low(), 2),
                        Amounts.decimal(interval.high(), 2)))
        .orElse(skill);
  }

  private static List<TableColumn> table(List<QuestionScores> questions) {
    return List.of(
        TableColumn.text("question", questions, QuestionScores::question),
        TableColumn.number("n", questions, question -> Integer.toString(question.scores().n())),
        TableColumn.number(
            "Brier", questions, question -> Amounts.decimal(question.scores().brier(), 3)),
        TableColumn.number(
            "= miscalibration − discrimination + uncertainty",
            questions,
            question ->
                Amounts.decimal(question.scores().miscalibration(), 3)
                    + " − "
                    + Amounts.decimal(question.scores().discrimination(), 3)
                    + " + "
                    + Amounts.decimal(question.scores().uncertainty(), 3)));
  }
}
