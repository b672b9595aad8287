package io.corridor.report.files;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.Period;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Writes {@code backtest.csv} and {@code score.csv}: a row for each number that was forecast, and
 * one for each question, whose actual is 0 or 1 and whose mean is its probability. What there is
 * none of is blank.
 */
public final class ScoreCsv {
  private static final List<String> RIVALS =
      List.of("random-walk", "drift", "seasonal", "trend", "against");
  private static final List<String> HEAD =
      List.of(
          ("metric,origin,horizon,period,actual,mean,p5,p25,p50,p75,p95,crps,pit-low,pit-high,"
                  + "crps-random-walk,crps-drift,crps-seasonal,crps-trend,crps-against")
              .split(","));

  private ScoreCsv() {}

  /**
   * Writes the rows.
   *
   * @param metrics what was forecast of metrics
   * @param questions what was forecast of questions
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(List<MetricScores> metrics, List<QuestionScores> questions, Writer out)
      throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (MetricScores metric : metrics) {
      metric.forecasts().forEach(scored -> rows.add(row(metric.metric(), scored)));
    }
    for (QuestionScores question : questions) {
      question.forecasts().forEach(asked -> rows.add(row(question.question(), asked)));
    }
    Csv.writePlain(rows, out);
  }

  private static List<String> row(String metric, Scored scored) {
    List<String> row = new ArrayList<>();
    row.add(metric);
    row.add(scored.origin().toString());
    row.add(Integer.toString(scored.horizon()));
    row.add(scored.period().toString());
    DoubleStream.of(
            scored.actual(),
            scored.mean(),
            scored.p5(),
            scored.p25(),
            scored.p50(),
            scored.p75(),
            scored.p95(),
            scored.crps(),
            scored.pit().low(),
            scored.pit().high())
        .mapToObj(Numbers::shortest)
        .forEach(row::add);
    for (String rival : RIVALS) {
      Double score = scored.rivals().get(rival);
      row.add(score == null ? "" : Numbers.shortest(score));
    }
    return row;
  }

  private static List<String> row(String question, QuestionScores.Asked asked) {
    List<String> row = new ArrayList<>();
    row.add("question." + question);
    row.add(asked.origin().toString());
    row.add("");
    row.add(asked.period().map(Period::toString).orElse(""));
    row.add(asked.forecast().cameTrue() ? "1" : "0");
    row.add(Numbers.shortest(asked.forecast().probability()));
    row.addAll(Collections.nCopies(HEAD.size() - row.size(), ""));
    return row;
  }
}
