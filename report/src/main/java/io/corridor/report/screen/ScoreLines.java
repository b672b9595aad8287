package io.corridor.report.screen;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How good forecasts have been, on the screen: the verdict first, then a table. */
public final class ScoreLines {

  private ScoreLines() {}

  /**
   * Returns the lines.
   *
   * @param metrics scores
   * @param questions scores
   * @param skipped origins that weren't scored and why; may be empty
   */
  public static List<String> of(
      List<MetricScores> metrics, List<QuestionScores> questions, List<String> skipped) {
    List<String> lines = new ArrayList<>();
    metrics.forEach(metric -> lines.add(metric.verdict() + "."));
    if (metrics.isEmpty()) {
      lines.add("Nothing could be scored.");
    }
    lines.add("");
    for (MetricScores metric : metrics) {
      String series = metric.series().isEmpty() ? "" : ", against " + metric.series();
      String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
      lines.add(metric.metric() + series + unit);
      lines.addAll(TextColumn.lines(table(metric)));
      lines.add("");
    }
    if (!questions.isEmpty()) {
      lines.add("Questions");
      lines.addAll(TextColumn.lines(table(questions)));
      lines.add("");
    }
    if (!skipped.isEmpty()) {
      lines.add("Origins that were skipped:");
      skipped.forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static List<TextColumn> table(MetricScores metric) {
    List<String> ahead = new ArrayList<>(List.of("months"));
    List<String> counts = new ArrayList<>(List.of("n"));
    List<String> half = new ArrayList<>(List.of("in 50 %"));
    List<String> ninety = new ArrayList<>(List.of("in 90 %"));
    List<String> apart = new ArrayList<>(List.of("apart"));
    List<String> crps = new ArrayList<>(List.of("CRPS"));
    List<String> bias = new ArrayList<>(List.of("bias"));
    List<String> best = new ArrayList<>(List.of("best rival"));
    List<String> skill = new ArrayList<>(List.of("skill (90 %)"));
    metric
        .horizons()
        .forEach(
            (horizon, scores) -> {
              ahead.add(horizon.toString());
              counts.add(Integer.toString(scores.n()));
              half.add(share(scores.covered(Band.HALF).all()));
              ninety.add(share(scores.covered(Band.NINETY).all()));
              apart.add(scores.covered(Band.NINETY).apart().map(ScoreLines::share).orElse(""));
              crps.add(FitLines.number(scores.crps()));
              bias.add(FitLines.number(scores.bias()));
              best.add(scores.best().map(Scores.Against::name).orElse(""));
              skill.add(scores.best().map(ScoreLines::skill).orElse(""));
            });
    return List.of(
        TextColumn.right(ahead),
        TextColumn.right(counts),
        TextColumn.right(half),
        TextColumn.right(ninety),
        TextColumn.right(apart),
        TextColumn.right(crps),
        TextColumn.right(bias),
        TextColumn.right(best),
        TextColumn.right(skill));
  }

  private static String share(Coverage coverage) {
    return coverage.hits() + "/" + coverage.n();
  }

  private static String skill(Scores.Against against) {
    String skill = String.format(Locale.ROOT, "%.2f", against.skill());
    return against
        .skill90()
        .map(
            interval ->
                String.format(
                    Locale.ROOT, "%s (%.2f to %.2f)", skill, interval.low(), interval.high()))
        .orElse(skill);
  }

  private static List<TextColumn> table(List<QuestionScores> questions) {
    List<String> names = new ArrayList<>(List.of("question"));
    List<String> counts = new ArrayList<>(List.of("n"));
    List<String> brier = new ArrayList<>(List.of("Brier"));
    List<String> parts =
        new ArrayList<>(List.of("= miscalibration − discrimination + uncertainty"));
    for (QuestionScores question : questions) {
      names.add(question.question());
      counts.add(Integer.toString(question.scores().n()));
      brier.add(FitLines.number(question.scores().brier()));
      parts.add(
          FitLines.number(question.scores().miscalibration())
              + " − "
              + FitLines.number(question.scores().discrimination())
              + " + "
              + FitLines.number(question.scores().uncertainty()));
    }
    return List.of(
        TextColumn.left(names),
        TextColumn.right(counts),
        TextColumn.right(brier),
        TextColumn.right(parts));
  }
}
