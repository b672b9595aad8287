package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.score.Widening;
import io.corridor.scenarios.ShippedScenarios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoredWordsTest {

  @Test
  void aMetricOfAnotherVariantHasItsNameToo() {
    ScoredWords words =
        ScoredWords.of(Optional.of(ShippedScenarios.read("us-china-tariffs-2018").scenario()));
    assertThat(words.metric("flow.from-china")).isEqualTo("trade from China");
    assertThat(words.metric("something")).isEqualTo("something");
    assertThat(ScoredWords.of(Optional.empty()).metric("flow.from-china"))
        .isEqualTo("flow.from-china");
  }

  /** A file that states what its backtest asks for isn't told to do so. */
  @Test
  void whatIsAskedIsHeldAgainstWhatIsStated() {
    assertThat(widen(1.204, Map.of()))
        .containsExactly(
            "drivers.oil: its band should be × 1.20 by what such forecasts missed (rms z 1.3, 12"
                + " effective of 40); `widen: 1.20` at its fit makes it so.");
    assertThat(widen(1.204, Map.of("drivers.oil", 1.2)))
        .containsExactly(
            "drivers.oil: its file states × 1.20, which is what its misses ask for (rms z 1.3, 12"
                + " effective of 40).");
    assertThat(widen(1, Map.of("drivers.oil", 1.2)))
        .containsExactly(
            "drivers.oil: its file states × 1.20, but its band should be × 1.00 by what such"
                + " forecasts missed (rms z 1.3, 12 effective of 40); `widen: 1.00` at its fit"
                + " makes it so.");
    assertThat(widen(1.1, Map.of("drivers.oil", 1.0))).hasSize(1);
    assertThat(widen(1, Map.of("drivers.oil", 1.0))).isEmpty();
    assertThat(widen(1, Map.of())).isEmpty();
  }

  private static List<String> widen(double asked, Map<String, Double> stated) {
    Widening found = new Widening("driver.oil", 40, 12.3, 1.3, asked);
    return ScoredWords.widen(
        new Backtest.Result(
            Map.of(), List.of(), List.of(), Map.of(), Map.of("drivers.oil", found), stated));
  }
}
