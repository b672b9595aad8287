package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.score.Probabilities.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

  @Test
  void ofOneForecastAreThoseOfTheirFormulas() {
    Probabilities scores = Probabilities.of(List.of(new Forecast(70, 100, true)));
    assertThat(scores.brier()).isCloseTo(0.09, within(1e-15));
    assertThat(scores.log()).isCloseTo(-Math.log(70.5 / 101), within(1e-15));
    assertThat(scores.miscalibration()).isCloseTo(0.09, within(1e-15));
    assertThat(scores.discrimination()).isZero();
    assertThat(scores.uncertainty()).isZero();
  }

  /** By hand: 0.2 {0}, 0.4 {1, 0}, 0.6 {0}, 0.8 {1} regress to 0, ⅓ three times, 1. */
  @Test
  void violatorsArePooled() {
    List<Forecast> forecasts =
        List.of(
            new Forecast(8, 10, true),
            new Forecast(4, 10, true),
            new Forecast(6, 10, false),
            new Forecast(4, 10, false),
            new Forecast(2, 10, false));
    Probabilities scores = Probabilities.of(forecasts);
    double regressed = 3 * (1.0 / 3) * (2.0 / 3) / 5;
    assertThat(scores.brier()).isCloseTo((0.04 + 0.36 + 0.36 + 0.16 + 0.04) / 5, within(1e-12));
    assertThat(scores.uncertainty()).isCloseTo(0.24, within(1e-12));
    assertThat(scores.miscalibration()).isCloseTo(scores.brier() - regressed, within(1e-12));
    assertThat(scores.discrimination()).isCloseTo(0.24 - regressed, within(1e-12));
    List<Probabilities.Pool> curve = Probabilities.pools(forecasts);
    assertThat(curve).extracting(Probabilities.Pool::n).containsExactly(1, 3, 1);
    assertThat(curve).extracting(Probabilities.Pool::trues).containsExactly(0, 1, 1);
    assertThat(curve.get(1).mean()).isCloseTo(1.4 / 3, within(1e-12));
    assertThat(curve.get(1).share()).isCloseTo(1.0 / 3, within(1e-12));
  }

  /** Equal probabilities are one group, whatever the order of their outcomes. */
  @Test
  void tiesArePooledBeforeViolators() {
    List<Forecast> forecasts = new ArrayList<>();
    boolean[] outcomes = {true, false, false, true, true, true};
    for (int i = 0; i < outcomes.length; i++) {
      forecasts.add(new Forecast(i < 2 ? 3 : 5, 10, outcomes[i]));
    }
    double regressed = (2 * 0.25 + 4 * 0.75 * 0.25) / 6;
    Probabilities scores = Probabilities.of(forecasts);
    assertThat(scores.brier() - scores.miscalibration()).isCloseTo(regressed, within(1e-12));
  }

  @Test
  void thePartsAddUpAndAreNotNegative() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      List<Forecast> forecasts = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        int hits = random.nextInt(11);
        forecasts.add(new Forecast(hits, 10, random.nextInt(10) < hits));
      }
      Probabilities s = Probabilities.of(forecasts);
      assertThat(s.miscalibration() - s.discrimination() + s.uncertainty())
          .isCloseTo(s.brier(), within(1e-12));
      assertThat(s.miscalibration()).isGreaterThan(-1e-12);
      assertThat(s.discrimination()).isGreaterThan(-1e-12);
    }
  }

  @Test
  void certainAndWrongIsFinite() {
    assertThat(new Forecast(0, 1000, true).log()).isCloseTo(Math.log(2002), within(1e-12));
    assertThatIllegalArgumentException().isThrownBy(() -> Probabilities.of(List.of()));
  }
}
