package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.Plant;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class ProjectFitTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final YearMonth PLANNED = YearMonth.of(2010, 1);
  private static final int UNFINISHED = 1000;

  /** Months late; from {@link #UNFINISHED} on not yet done so many months after the plan. */
  private static final int[] LATE = {0, -2, 3, 5, 8, 9, 14, 20, 31, UNFINISHED + 18, UNFINISHED};

  private static List<Plant> plants(int cancelled, int... late) {
    List<Plant> plants = new ArrayList<>();
    for (int months : late) {
      boolean done = months < UNFINISHED;
      YearMonth at = PLANNED.plusMonths(done ? months : months - UNFINISHED);
      plants.add(
          new Plant(
              PLANNED,
              done ? Optional.of(at) : Optional.empty(),
              false,
              done ? at.plusMonths(5) : at));
    }
    for (int i = 0; i < cancelled; i++) {
      plants.add(new Plant(PLANNED, Optional.empty(), true, PLANNED.plusMonths(30)));
    }
    return plants;
  }

  private static Fit fit(Map<String, Value> numbers, List<Plant> plants) {
    return new ProjectFit("energy.carriers.gas.projects.x", numbers, "plants", plants).make();
  }

  private static double late(double months, double m, double d) {
    return months <= 0 ? 0 : NORMAL.cumulativeProbability(Math.log(months / m) / d);
  }

  /** The share of the posterior below the draws' percentiles, by an independent grid. */
  @Test
  void agreesWithAGridOfMedianAndDeviation() {
    Fit fit = fit(Map.of("cancel", Value.of(0.2)), plants(2, LATE));
    assertThat(fit.counted()).containsExactly("13 plants: 9 done, 2 not yet, 2 cancelled");
    assertThat(fit.posterior().names()).containsExactly("delay.median", "delay.sigma", "delay");
    int n = 300;
    double[] medians = new double[n];
    double[] sigmas = new double[n];
    for (int i = 0; i < n; i++) {
      double m = 2 + 40.0 * (i + 0.5) / n;
      for (int j = 0; j < n; j++) {
        double d = 0.2 + 3.0 * (j + 0.5) / n;
        double log =
            -Math.pow(Math.log(m / 12), 2) / 2
                - Math.log(m)
                - Math.pow(Math.log(d / 0.7) / 0.5, 2) / 2
                - Math.log(d);
        for (int k : LATE) {
          double p =
              k >= UNFINISHED
                  ? 1 - late(k - UNFINISHED + 0.5, m, d)
                  : k <= 0 ? late(0.5, m, d) : late(k + 0.5, m, d) - late(k - 0.5, m, d);
          log += Math.log(p);
        }
        medians[i] += Math.exp(log + 30);
        sigmas[j] += Math.exp(log + 30);
      }
    }
    assertPercentiles(fit, "delay.median", 2, 42, medians);
    assertPercentiles(fit, "delay.sigma", 0.2, 3.2, sigmas);
  }

  /** Within four standard errors of 2 000 draws. */
  private static void assertPercentiles(
      Fit fit, String name, double from, double to, double[] density) {
    double total = Arrays.stream(density).sum();
    for (double percent : new double[] {5, 25, 50, 75, 95}) {
      int cells =
          (int) (density.length * (fit.posterior().percentile(name, percent) - from) / (to - from));
      double below = Arrays.stream(density, 0, cells).sum() / total;
      double p = percent / 100;
      assertThat(below)
          .as(name + " at " + percent)
          .isCloseTo(p, within(0.01 + 4 * Math.sqrt(p * (1 - p) / 2000)));
    }
  }

  /** Late without end and in time are as likely as the law says: cancelled are a beta's. */
  @Test
  void cancelledAreCountedAmongAll() {
    Fit fit = fit(Map.of("delay", Value.of(6)), plants(5, LATE));
    assertThat(fit.posterior().names()).containsExactly("cancel");
    assertThat(Arrays.stream(fit.posterior().draws("cancel")).average().orElseThrow())
        .isCloseTo(6 / 18.0, within(0.01));
    assertThat(fit.from()).hasToString("2010-01");
    assertThat(fit.to()).hasToString("2013-01");
  }

  /** A lognormal delay is the prior of its median and its deviation, whatever way it is written. */
  @Test
  void aStatedDelayIsThePrior() {
    Distribution stated = new Distribution.Lognormal(6, 0.9, Optional.empty());
    Fit fit = fit(Map.of("delay", stated, "cancel", Value.ZERO), plants(0, LATE));
    assertThat(fit.priors().get("delay.median").percentile(50)).isCloseTo(6, within(1e-9));
    assertThat(fit.priors().get("delay.sigma").percentile(50)).isCloseTo(0.9, within(1e-9));
    assertThat(fit.priors()).doesNotContainKey("delay");
    // Its own delay is drawn by its row's law.
    double median = fit.posterior().percentile("delay.median", 50);
    assertThat(fit.posterior().percentile("delay", 50)).isCloseTo(median, within(0.1 * median));
    assertThat(fit.posterior().percentile("delay", 95)).isGreaterThan(3 * median);
  }

  @Test
  void whatCannotBeFittedIsSaid() {
    assertThatThrownBy(() -> fit(Map.of(), plants(1, 3, 4, 5)))
        .isInstanceOf(FitException.class)
        .hasMessage(
            "plants tells of 4 plants to fit to; at least 8 are needed: state the delay and the"
                + " chance");
    Distribution triangular = new Distribution.Triangular(0, 3, 12);
    assertThatThrownBy(() -> fit(Map.of("delay", triangular), plants(0, LATE)))
        .hasMessageContaining("{lognormal: [median, sigma]}, which is the prior, or fit");
    Fit known = fit(Map.of("delay", Value.of(3), "cancel", Value.ZERO), plants(0, LATE));
    assertThat(known.posterior().names()).isEmpty();
    assertThatThrownBy(() -> new Plant(PLANNED, Optional.of(PLANNED), true, PLANNED))
        .hasMessage("is both done and cancelled");
    assertThatThrownBy(
            () -> new Plant(PLANNED, Optional.of(PLANNED), false, PLANNED.minusMonths(1)))
        .hasMessage("is done in 2010-01, after 2009-12");
  }
}
