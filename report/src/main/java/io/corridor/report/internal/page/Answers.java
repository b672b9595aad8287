package io.corridor.report.internal.page;

import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The answers, as the page shows them. */
final class Answers {

  /**
   * An answer.
   *
   * @param id of the question
   * @param sentence that says it
   * @param paths how many paths said so
   * @param value the probability, or the mean of a count, as in result.json; empty without an
   *     answer
   * @param isProbability whether it has a bar
   * @param share of the bar, in per cent
   * @param low lower end of the interval, in per cent
   * @param width of the interval, in per cent
   */
  record Shown(
      String id,
      String sentence,
      String paths,
      String value,
      boolean isProbability,
      String share,
      String low,
      String width) {}

  private Answers() {}

  static List<Shown> of(Story story) {
    List<Shown> shown = new ArrayList<>();
    story
        .result()
        .questions()
        .forEach(
            (id, answer) -> {
              ReportData.Asked asked = story.data().questions().get(id);
              shown.add(shown(id, asked == null ? id : asked.sentence(), answer));
            });
    return shown;
  }

  private static Shown shown(String id, String sentence, Result.Answer answer) {
    Double probability = answer.probability();
    double[] interval = answer.interval95();
    Long hits = answer.hits();
    if (probability == null || interval == null || hits == null) {
      Double mean = answer.mean();
      String value = mean == null ? "" : Numbers.shortest(mean);
      return new Shown(id, sentence, paths(answer), value, false, "", "", "");
    }
    return new Shown(
        id,
        sentence,
        Amounts.whole(hits) + " of " + paths(answer),
        Numbers.shortest(probability),
        true,
        percent(probability),
        percent(interval[0]),
        percent(interval[1] - interval[0]));
  }

  private static String paths(Result.Answer answer) {
    return Amounts.whole(answer.paths()) + (answer.paths() == 1 ? " path" : " paths");
  }

  private static String percent(double share) {
    return Double.toString(Rounded.of(100 * share));
  }
}
