package io.corridor.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Sentences;
import io.corridor.scenarios.ShippedScenarios;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerLinesTest {
  /** {@code reach-if-lapse 13.8 % 13.5–14.0 …}, or without the per cent sign a mean of months. */
  private static final Pattern LINE =
      Pattern.compile(" {2}([A-Za-z0-9_-]+) +([0-9.]+)( %)? +([0-9.]+)–([0-9.]+)( .*)?");

  static List<String> shipped() {
    return ShippedScenarios.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theSummaryFitsAScreenOrIsALineAQuestion(String name) {
    Projection projection = Reports.run(ShippedScenarios.read(name).scenario(), 2000);
    List<String> lines = RunSummary.lines(projection, Examples.SOURCE, Screen.PLAIN);
    assertThat(lines)
        .hasSizeLessThanOrEqualTo(Math.max(40, 18 + projection.answers().size()))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void manyAnswersAreLinesAfterTheMainOne() {
    Projection projection = Reports.run(ShippedScenarios.read("iran-iraq-2019").scenario(), 2000);
    List<String> lines = AnswerLines.of(projection, Screen.PLAIN);
    List<String> ids = List.copyOf(projection.answers().keySet());
    String first = sentence(projection, ids.get(0));
    assertThat(String.join(" ", lines.subList(0, 2)).replaceAll(" +", " ")).isEqualTo(first);
    List<String> table = lines.subList(lines.size() - ids.size() + 1, lines.size());
    for (int i = 0; i < table.size(); i++) {
      Matcher matcher = LINE.matcher(table.get(i));
      assertThat(matcher.matches()).as(table.get(i)).isTrue();
      assertThat(matcher.group(1)).isEqualTo(ids.get(i + 1));
      Answer answer = projection.answer(ids.get(i + 1));
      double value =
          answer instanceof Answer.Count count
              ? count.mean()
              : 100 * ((Answer.Probability) answer).probability().orElseThrow();
      assertThat(matcher.group(3) == null).isEqualTo(answer instanceof Answer.Count);
      assertThat(Math.abs(Double.parseDouble(matcher.group(2)) - value)).isLessThan(0.51);
      assertThat(Double.parseDouble(matcher.group(4))).isLessThan(value);
      assertThat(Double.parseDouble(matcher.group(5))).isGreaterThan(value);
    }
  }

  @Test
  void fewAnswersAreSentences() {
    Projection projection = Examples.projection();
    String said = String.join(" ", AnswerLines.of(projection, Screen.PLAIN)).replaceAll(" +", " ");
    assertThat(said)
        .isEqualTo(
            sentence(projection, "reaches-20bn") + " " + sentence(projection, "months-dark"));
  }

  private static String sentence(Projection projection, String id) {
    return "- "
        + new Sentences(projection.scenario())
            .unbroken(id, projection.answer(id))
            .replace(Amounts.NO_BREAK, ' ');
  }
}
