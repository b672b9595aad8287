package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.score.TableScores;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class RegimeFitTest {
  private static final List<String> STATES = List.of("pressure", "status-quo", "detente");
  private static final YearMonth FIRST = YearMonth.of(2010, 1);

  /** A letter for each month: p, s, d, or a blank where nothing is known. */
  private static NavigableMap<YearMonth, String> seen(String letters) {
    NavigableMap<YearMonth, String> seen = new TreeMap<>();
    for (int t = 0; t < letters.length(); t++) {
      int state = "psd".indexOf(letters.charAt(t));
      if (state >= 0) {
        seen.put(FIRST.plusMonths(t), STATES.get(state));
      }
    }
    return seen;
  }

  private static Fit fit(Map<String, Map<String, Double>> rows, String letters) {
    return new RegimeFit("regime", STATES, rows, "policy", seen(letters)).make();
  }

  private static void assertBeta(Fit fit, String name, double alpha, double beta) {
    BetaDistribution law = new BetaDistribution(alpha, beta);
    for (double percent : new double[] {5, 25, 50, 75, 95}) {
      double p = percent / 100;
      // Four standard errors of 4 000 independent draws.
      assertThat(law.cumulativeProbability(fit.posterior().percentile(name, percent)))
          .as(name + " at " + percent)
          .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000)));
    }
  }

  /** Steps over a month of which nothing is known don't count. */
  @Test
  void countsAreAddedToWhatIsStated() {
    Map<String, Map<String, Double>> rows =
        Map.of(
            "status-quo", Map.of("pressure", 0.05, "detente", 0.1),
            "pressure", Map.of("status-quo", 0.25));
    Fit fit = fit(rows, "ssssssssspppps d".replace("s d", "ssssd") + "d dd");
    assertThat(fit.n()).isEqualTo(19);
    assertThat(fit.counted())
        .containsExactly(
            "pressure: 4 months, 1 to status-quo",
            "status-quo: 13 months, 1 to pressure, 1 to detente",
            "detente: 2 months");
    assertThat(fit.posterior().names())
        .containsExactly(
            "monthly.pressure.status-quo",
            "monthly.status-quo.pressure",
            "monthly.status-quo.detente",
            "monthly.detente.pressure",
            "monthly.detente.status-quo");
    assertBeta(fit, "monthly.pressure.status-quo", 7, 18 + 3);
    assertBeta(fit, "monthly.status-quo.pressure", 1.2 + 1, 24 + 13 - 1.2 - 1);
    assertBeta(fit, "monthly.status-quo.detente", 2.4 + 1, 24 + 13 - 2.4 - 1);
    // No row is stated: 0.01 to each of the two others.
    assertBeta(fit, "monthly.detente.pressure", 0.24, 24 + 2 - 0.24);
    assertThat(fit.priors().get("monthly.detente.pressure").percentile(50))
        .isCloseTo(
            new BetaDistribution(0.24, 23.76).inverseCumulativeProbability(0.5), within(1e-6));
    assertThat(fit.posterior().isDetermined()).isTrue();
  }

  @Test
  void whatIsSurelyZeroStaysSo() {
    Map<String, Map<String, Double>> rows =
        Map.of("status-quo", Map.of("pressure", 0.05), "pressure", Map.of(), "detente", Map.of());
    assertThat(fit(rows, "ssssssssssp").posterior().names())
        .containsExactly("monthly.status-quo.pressure");
    assertThatThrownBy(() -> fit(rows, "sssssssssssd"))
        .isInstanceOf(FitException.class)
        .hasMessage(
            "policy goes from status-quo to detente in 2010-12, which regime.monthly rules out:"
                + " give it a probability, or leave the row out");
  }

  @Test
  void whatCannotBeFittedIsSaid() {
    assertThatThrownBy(() -> fit(Map.of(), "ssss ssss"))
        .hasMessage(
            "policy has 6 steps from one month to the next to fit to; at least 8 are needed: begin"
                + " earlier, or state `monthly`");
    Map<String, Map<String, Double>> never =
        Map.of("status-quo", Map.of(), "pressure", Map.of(), "detente", Map.of());
    assertThat(fit(never, "ssssssssssss").posterior().names()).isEmpty();
  }

  /**
   * By hand: from status-quo 24 months say 0.05 and 0.1; a month stays, then one turns to detente.
   * The base rate of a change is 1/2, then 1/3, half of it for either.
   */
  @Test
  void stepsAreForetoldByThoseBefore() {
    TableScores scores =
        new RegimeFit(
                "regime",
                STATES,
                Map.of("status-quo", Map.of("pressure", 0.05, "detente", 0.1)),
                "policy",
                seen("ssd"))
            .foretold()
            .orElseThrow();
    assertThat(scores.n()).isEqualTo(2);
    double first = (0.15 * 0.15 + 0.05 * 0.05 + 0.1 * 0.1) / 2;
    double stays = 21.4 / 25;
    double second = (stays * stays + (1.2 / 25) * (1.2 / 25) + (1 - 2.4 / 25) * (1 - 2.4 / 25)) / 2;
    assertThat(scores.brier()).isCloseTo((first + second) / 2, within(1e-12));
    double base = (0.25 + 2 / 16.0) / 2 + (4 / 9.0 + 1 / 36.0 + (5 / 6.0) * (5 / 6.0)) / 2;
    assertThat(scores.base()).isCloseTo(base / 2, within(1e-12));
  }
}
