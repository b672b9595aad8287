package io.corridor.report.files;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.forecast.QuestionScores;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.Period;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code backtest.csv} and {@code score.csv}: a row for each number that was forecast, and
 * one for each question, whose actual is 0 or 1 and whose mean is its probability. What there is
 * none of is blank.
 */
public final class ScoreCsv {
  private static final List<String> RIVALS = List.of("random-walk", "drift", "seasonal", "against");
  private static final int BLANKS_OF_A_QUESTION = 5;

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
    out.write(
        "metric,origin,horizon,period,actual,mean,p5,p25,p50,p75,p95,crps,pit-low,pit-high,"
            + "crps-random-walk,crps-drift,crps-seasonal,crps-against\n");
    for (MetricScores metric : metrics) {
      for (Scored scored : metric.forecasts()) {
        out.write(row(metric.metric(), scored));
      }
    }
    for (QuestionScores question : questions) {
      for (QuestionScores.Asked asked : question.forecasts()) {
        out.write(row(question.question(), asked));
      }
    }
  }

  private static String row(String metric, Scored scored) {
    List<String> cells = new ArrayList<>();
    cells.add(SeriesCsv.quoted(metric));
    cells.add(scored.origin().toString());
    cells.add(Integer.toString(scored.horizon()));
    cells.add(scored.period().toString());
    for (double number :
        new double[] {
          scored.actual(),
          scored.mean(),
          scored.p5(),
          scored.p25(),
          scored.p50(),
          scored.p75(),
          scored.p95(),
          scored.crps(),
          scored.pit().low(),
          scored.pit().high()
        }) {
      cells.add(Numbers.shortest(number));
    }
    for (String rival : RIVALS) {
      Double score = scored.rivals().get(rival);
      cells.add(score == null ? "" : Numbers.shortest(score));
    }
    return String.join(",", cells) + "\n";
  }

  private static String row(String question, QuestionScores.Asked asked) {
    List<String> cells = new ArrayList<>();
    cells.add(SeriesCsv.quoted("question." + question));
    cells.add(asked.origin().toString());
    cells.add("");
    cells.add(asked.period().map(Period::toString).orElse(""));
    cells.add(asked.forecast().cameTrue() ? "1" : "0");
    cells.add(Numbers.shortest(asked.forecast().probability()));
    for (int i = 0; i < BLANKS_OF_A_QUESTION + 3 + RIVALS.size(); i++) {
      cells.add("");
    }
    return String.join(",", cells) + "\n";
  }
}
