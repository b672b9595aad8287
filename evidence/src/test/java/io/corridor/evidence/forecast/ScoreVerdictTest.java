package io.corridor.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.score.Scored;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreVerdictTest {
  private static final YearMonth START = YearMonth.of(2000, 1);

  /** Forecasts of single months, one a month: the paths are 1 to 100. */
  private static ScoreVerdict verdict(double[] happened, double rival) {
    double[] paths = new double[100];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = i + 1;
    }
    List<Scored> forecasts = new ArrayList<>();
    for (int i = 0; i < happened.length; i++) {
      YearMonth month = START.plusMonths(i);
      Map<String, Double> rivals = Double.isNaN(rival) ? Map.of() : Map.of("random-walk", rival);
      forecasts.add(Scored.of(month, new Period(Every.MONTH, month), paths, happened[i], rivals));
    }
    return ScoreVerdict.of(MetricScores.of("driver.oil", "oil", "USD/bbl", forecasts));
  }

  private static double[] happened(int inside, int above, int below) {
    double[] happened = new double[inside + above + below];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = i < inside ? (i % 2 == 0 ? 40 : 60) : i < inside + above ? 200 : -200;
    }
    return happened;
  }

  /** Three of five is nothing that would surprise a right band; 8 of 14 is. */
  @Test
  void theIntervalThatIsDrawnDecides() {
    assertThat(verdict(happened(3, 1, 1), Double.NaN).bands())
        .isEqualTo(
            "Can't tell whether the bands for driver.oil hold: 3 of 5 forecasts of separate periods"
                + " fell in the 90 % band, 1 month ahead; 2 or fewer would have told, as bands that"
                + " hold 70 % do in 16 % of cases");
    assertThat(verdict(happened(1, 0, 0), Double.NaN).bands())
        .endsWith("1 month ahead; no number of hits would have been too few");
    assertThat(verdict(happened(8, 3, 3), Double.NaN).bands())
        .isEqualTo(
            "Bands for driver.oil are too narrow: 8 of 14 forecasts of separate periods fell in the"
                + " 90 % band, 1 month ahead");
    assertThat(verdict(happened(40, 0, 0), Double.NaN).bands())
        .startsWith("Bands for driver.oil are too wide: 40 of 40");
    assertThat(verdict(happened(27, 2, 1), Double.NaN).bands())
        .startsWith("The bands for driver.oil fit: at worst 27 of 30");
  }

  @Test
  void theSideTheyErredToIsSaid() {
    assertThat(verdict(happened(10, 0, 0), Double.NaN).side())
        .isEqualTo("They ran neither high nor low: 5 of 10 were above what happened");
    assertThat(verdict(happened(4, 0, 8), Double.NaN).side())
        .isEqualTo("They ran high: 10 of 12 were above what happened");
    assertThat(verdict(happened(4, 8, 0), Double.NaN).side())
        .isEqualTo("They ran low: 10 of 12 were below what happened");
    assertThat(verdict(happened(2, 0, 0), Double.NaN).side())
        .isEqualTo("Of the forecasts there, 1 of 2 were above what happened");
  }

  @Test
  void skillComesWithItsInterval() {
    assertThat(verdict(happened(20, 0, 0), Double.NaN).skill()).isEmpty();
    assertThat(verdict(happened(20, 0, 0), 1000).skill().orElseThrow())
        .startsWith("Better than a random walk: skill 0.99 (90 %: 0.99 to 0.99)");
    assertThat(verdict(happened(20, 0, 0), 1).skill().orElseThrow())
        .startsWith("Worse than a random walk: skill −");
    assertThat(verdict(happened(3, 0, 0), 1000).skill().orElseThrow())
        .isEqualTo("Skill against a random walk: 0.99, from too few forecasts to be sure");
  }
}
