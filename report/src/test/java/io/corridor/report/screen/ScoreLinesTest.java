package io.corridor.report.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreLinesTest {
  private static final String WHY = "Skill needs a rival";

  private static List<String> lines(Map<String, Double> rivals) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      YearMonth origin = YearMonth.of(2010, 1).plusMonths(3L * i);
      scored.add(
          Scored.of(
              origin,
              Period.parse(origin.plusMonths(2).toString()).orElseThrow(),
              new double[] {1, 2, 3, 4},
              2.5 + i,
              rivals));
    }
    MetricScores metric = MetricScores.of("driver.brent", "brent", "USD/bbl", scored);
    return ScoreLines.of(List.of(), List.of(metric), List.of(), List.of(), List.of(), Screen.PLAIN);
  }

  @Test
  void whereThereIsNoRivalItSaysWhatItTakes() {
    List<String> lines = lines(Map.of());
    assertThat(String.join("\n", lines)).contains(WHY).doesNotContain("best rival", "skill (90");
    assertThat(lines).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aRivalIsNamed() {
    List<String> lines = lines(Map.of("drift", 1.5));
    assertThat(String.join("\n", lines)).contains("best rival", "drift").doesNotContain(WHY);
  }

  /** Both are always right: there is nothing to divide by. */
  @Test
  void aSkillThatIsNoNumberIsADash() {
    List<Scored> right = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      YearMonth origin = YearMonth.of(2010, 1).plusMonths(3L * i);
      right.add(
          Scored.of(
              origin,
              Period.parse(origin.plusMonths(2).toString()).orElseThrow(),
              new double[] {2, 2, 2},
              2,
              Map.of("drift", 0.0)));
    }
    MetricScores metric = MetricScores.of("driver.brent", "", "", right);
    assertThat(
            ScoreLines.of(
                List.of(), List.of(metric), List.of(), List.of(), List.of(), Screen.PLAIN))
        .anyMatch(line -> line.contains("drift") && line.endsWith("–"))
        .noneMatch(line -> line.contains("NaN"));
  }
}
