package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.series.Grant;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class WaiverFitTest {
  /** Four standard errors of a share of 2 000 draws near a half. */
  private static final double SHARE = 0.045;

  private static Grant grant(int day, boolean granted, String regime, int days) {
    return new Grant(
        LocalDate.of(2018, 1, 1).plusDays(day),
        granted,
        Optional.of(regime),
        granted ? OptionalInt.of(days) : OptionalInt.empty());
  }

  /** A letter for each decision: r and R refused or granted under pressure, s and S else. */
  private static List<Grant> grants(String letters) {
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      String regime = Character.toLowerCase(letter) == 'r' ? "pressure" : "status-quo";
      grants.add(grant(60 * i, Character.isUpperCase(letter), regime, i % 3 == 0 ? 90 : 45));
    }
    return grants;
  }

  private static Fit everywhere(Map<String, Value> numbers, String letters) {
    return new WaiverFit(
            "waivers.w",
            List.of(),
            numbers,
            "grants",
            WaiverFit.renewals(grants(letters)),
            List.of())
        .make();
  }

  @Test
  void theFirstGrantAndWhatFollowsARefusalRenewNothing() {
    List<Grant> grants = grants("SSsSSS");
    assertThat(WaiverFit.renewals(grants))
        .containsExactly(grants.get(1), grants.get(2), grants.get(4), grants.get(5));
  }

  @Test
  void evenOddsBecomeABeta() {
    Fit fit = everywhere(Map.of(), "SSSSSSSSSsSSSs");
    assertThat(fit.n()).isEqualTo(12);
    assertThat(fit.counted()).containsExactly("renew: 10 of 12 renewed");
    assertThat(fit.priors().get("renew").percentile(5)).isCloseTo(0.05, within(1e-9));
    BetaDistribution beta = new BetaDistribution(11, 3);
    for (double percent : new double[] {5, 25, 50, 75, 95}) {
      assertThat(beta.cumulativeProbability(fit.posterior().percentile("renew", percent)))
          .isCloseTo(percent / 100, within(SHARE));
    }
    assertThat(fit.posterior().isDetermined()).isTrue();
    assertThat(fit.from()).hasToString("2018-03");
    assertThat(fit.fitted()).isEmpty();
  }

  /** A stated distribution is the prior: here a triangle, by an independent grid. */
  @Test
  void agreesWithAGrid() {
    Fit fit =
        everywhere(Map.of("renew", new Distribution.Triangular(0.6, 0.9, 1)), "SSSSSSSSSSsSSSSSs");
    int n = 10_000;
    double[] below = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double p = 0.6 + 0.4 * (i + 0.5) / n;
      double prior = p < 0.9 ? (p - 0.6) / 0.3 : (1 - p) / 0.1;
      sum += prior * Math.pow(p, 13) * Math.pow(1 - p, 2);
      below[i] = sum;
    }
    for (double percent : new double[] {5, 25, 50, 75, 95}) {
      double at = fit.posterior().percentile("renew", percent);
      assertThat(below[(int) (n * (at - 0.6) / 0.4)] / sum).isCloseTo(percent / 100, within(SHARE));
    }
  }

  @Test
  void regimesHaveChancesOfTheirOwnAndAKnownOneStays() {
    List<Grant> renewals = WaiverFit.renewals(grants("SRRRSSSSSSSSRRrSS"));
    Fit fit =
        new WaiverFit(
                "waivers.w",
                List.of("pressure", "status-quo", "detente"),
                Map.of("renew.detente", Value.ONE),
                "grants",
                renewals,
                List.of())
            .make();
    assertThat(fit.posterior().names()).containsExactly("renew.pressure", "renew.status-quo");
    assertThat(fit.counted())
        .containsExactly("renew.pressure: 5 of 6 renewed", "renew.status-quo: 9 of 9 renewed");
    double mean = Arrays.stream(fit.posterior().draws("renew.pressure")).average().orElseThrow();
    assertThat(mean).isCloseTo(6 / 8.0, within(0.015));
    assertThat(Arrays.stream(fit.posterior().draws("renew.status-quo")).average().orElseThrow())
        .isCloseTo(10 / 11.0, within(0.01));
  }

  @Test
  void theGrantedLengthsAreCounted() {
    assertThat(WaiverFit.terms(grants("SSSsSs")))
        .containsExactly(new Waiver.Term(45, 3), new Waiver.Term(90, 1));
  }

  @Test
  void tooFewRenewalsAreSaid() {
    assertThatThrownBy(() -> everywhere(Map.of(), "SSSSSSSS"))
        .isInstanceOf(FitException.class)
        .hasMessage(
            "grants tells of 7 renewals, granted or refused, to fit to; at least 8 are needed:"
                + " state the chances");
    Fit known = everywhere(Map.of("renew", Value.ONE), "SSSS");
    assertThat(known.posterior().names()).isEmpty();
    assertThat(known.counted()).containsExactly("renew: 3 of 3 renewed");
    assertThatThrownBy(() -> everywhere(Map.of("renew", Value.parameter("p")), "SSSSSSSSSSS"))
        .hasMessageContaining("can't be updated by data");
    assertThatThrownBy(() -> grant(0, true, "x", 0)).hasMessage("a grant of 0 days");
  }

  /** By hand: renewed, renewed, refused, from Beta(1, 1): 1/2, 2/3, 3/4, as the base rate says. */
  @Test
  void rowsAreForetoldByThoseBefore() {
    TableScores flat =
        new WaiverFit(
                "waivers.w",
                List.of(),
                Map.of(),
                "grants",
                WaiverFit.renewals(grants("SSSs")),
                List.of())
            .foretold()
            .orElseThrow();
    double base = (1 / 4.0 + 1 / 9.0 + 9 / 16.0) / 3;
    assertThat(flat.n()).isEqualTo(3);
    assertThat(flat.base()).isCloseTo(base, within(1e-12));
    assertThat(flat.brier()).isCloseTo(base, within(1e-6));
    assertThat(flat.skill()).isCloseTo(0, within(1e-5));
    // A chance that is stated is said each time.
    TableScores stated =
        new WaiverFit(
                "waivers.w",
                List.of(),
                Map.of("renew", Value.of(0.9)),
                "grants",
                WaiverFit.renewals(grants("SSSs")),
                List.of())
            .foretold()
            .orElseThrow();
    assertThat(stated.brier()).isCloseTo((0.01 + 0.01 + 0.81) / 3, within(1e-12));
  }
}
