package io.corridor.evidence.fit;

import static io.corridor.evidence.fit.Grids.assertPercentiles;
import static io.corridor.evidence.fit.Grids.grid;
import static io.corridor.evidence.fit.Grids.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriverFitTest {
  private static final Value MEDIAN_65 = lognormal(65, 0.3);

  private static Distribution lognormal(double median, double sigma) {
    return new Distribution.Lognormal(median, sigma, Optional.empty());
  }

  private static Distribution normal(double mean, double sd) {
    return new Distribution.Normal(mean, sd, Optional.empty());
  }

  private static DataSeries.Values oil(int months) {
    return Simulated.months(
        Process.LOG_OU,
        Simulated.x(Process.LOG_OU, new double[] {60, 0.7, 0.35}, 4, months, new Random(1)));
  }

  private static Fit fit(Process process, Map<String, Value> numbers, DataSeries.Values values) {
    return new DriverFit(
            "drivers.x",
            process,
            numbers,
            "x",
            values,
            values.first().orElseThrow().every() == Every.MONTH ? Of.END : Of.MEAN,
            values.last().orElseThrow().plus(1).last(),
            Optional.of(Value.ONE),
            1)
        .make();
  }

  /** The share of the posterior below the draws' percentiles, by an independent grid. */
  @Test
  void agreesWithAGridOfTwoNumbers() {
    double[] x = Simulated.x(Process.GBM, new double[] {0.05, 0.25}, 0, 36, new Random(3));
    Fit fit =
        fit(
            Process.GBM,
            Map.of("drift", normal(0, 0.3), "volatility", lognormal(0.2, 1.4)),
            Simulated.months(Process.GBM, x));
    int n = 400;
    double[] drifts = grid(-1.2, 1.2, n);
    double[] volatilities = grid(0.1, 0.6, n);
    double[] byDrift = new double[n];
    double[] byVolatility = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double m = drifts[i];
        double s = volatilities[j];
        double log = -m * m / (2 * 0.09) - square(Math.log(s / 0.2)) / (2 * 1.96) - Math.log(s);
        for (int t = 1; t < x.length; t++) {
          double e = x[t] - x[t - 1] - (m - s * s / 2) / 12;
          log += -Math.log(s) - e * e * 12 / (2 * s * s);
        }
        double density = Math.exp(log - 70);
        byDrift[i] += density;
        byVolatility[j] += density;
      }
    }
    assertPercentiles(fit, "drift", drifts, byDrift);
    assertPercentiles(fit, "volatility", volatilities, byVolatility);
  }

  @Test
  void agreesWithAGridOfThreeNumbers() {
    DataSeries.Values values = oil(60);
    double[] x = values.byPeriod().values().stream().mapToDouble(Math::log).toArray();
    Fit fit =
        fit(
            Process.LOG_OU,
            Map.of(
                "level", MEDIAN_65,
                "reversion", lognormal(0.5, 1),
                "volatility", lognormal(0.3, 0.5)),
            values);
    int n = 90;
    double[] levels = grid(15, 200, n);
    double[] reversions = grid(0.01, 6, n);
    double[] volatilities = grid(0.2, 0.55, n);
    double[][] marginal = new double[3][n];
    for (int i = 0; i < n; i++) {
      double level = Math.log(levels[i]);
      for (int j = 0; j < n; j++) {
        double k = reversions[j];
        double keep = Math.exp(-k / 12);
        for (int l = 0; l < n; l++) {
          double s = volatilities[l];
          double variance = s * s * (1 - keep * keep) / (2 * k);
          double log =
              -square((level - Math.log(65)) / 0.3) / 2
                  - square(Math.log(k / 0.5)) / 2
                  - square(Math.log(s / 0.3) / 0.5) / 2
                  - level
                  - Math.log(k)
                  - Math.log(s);
          for (int t = 1; t < x.length; t++) {
            double e = x[t] - level - (x[t - 1] - level) * keep;
            log += -Math.log(variance) / 2 - e * e / (2 * variance);
          }
          double density = Math.exp(log - 100);
          marginal[0][i] += density;
          marginal[1][j] += density;
          marginal[2][l] += density;
        }
      }
    }
    assertPercentiles(fit, "level", levels, marginal[0]);
    assertPercentiles(fit, "reversion", reversions, marginal[1]);
    assertPercentiles(fit, "volatility", volatilities, marginal[2]);
  }

  /** Months are missing, over which there are more jumps. */
  @Test
  void agreesWithAGridOfJumps() {
    double[] all =
        Simulated.x(Process.JUMP, new double[] {0.05, 0.15, 2, 0.05, 0.2}, 0, 60, new Random(8));
    int[] left = IntStream.range(0, 60).filter(t -> t < 10 || t > 12 && t != 30).toArray();
    Fit fit =
        fit(
            Process.JUMP,
            Map.of(
                "drift", Value.of(0.05),
                "volatility", lognormal(0.2, 0.5),
                "jump-rate", lognormal(1, 1),
                "jump-mean", Value.of(0.05),
                "jump-sd", Value.of(0.2)),
            VolumesSimulated.without(Simulated.months(Process.JUMP, all), 10, 11, 12, 30));
    int n = 120;
    double[] volatilities = grid(0.05, 0.5, n);
    double[] rates = grid(0.02, 9, n);
    double[] byVolatility = new double[n];
    double[] byRate = new double[n];
    double compensation = Math.exp(0.05 + 0.2 * 0.2 / 2) - 1;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double s = volatilities[i];
        double rate = rates[j];
        double log =
            -square(Math.log(s / 0.2) / 0.5) / 2
                - Math.log(s)
                - square(Math.log(rate)) / 2
                - Math.log(rate);
        for (int t = 1; t < left.length; t++) {
          double years = (left[t] - left[t - 1]) / 12.0;
          double e =
              all[left[t]] - all[left[t - 1]] - (0.05 - s * s / 2 - rate * compensation) * years;
          double poisson = Math.exp(-rate * years);
          double density = 0;
          for (int k = 0; k < 25; k++) {
            double variance = s * s * years + k * 0.2 * 0.2;
            density +=
                poisson * Math.exp(-square(e - 0.05 * k) / (2 * variance)) / Math.sqrt(variance);
            poisson *= rate * years / (k + 1);
          }
          log += Math.log(density);
        }
        double density = Math.exp(log - 60);
        byVolatility[i] += density;
        byRate[j] += density;
      }
    }
    assertPercentiles(fit, "volatility", volatilities, byVolatility);
    assertPercentiles(fit, "jump-rate", rates, byRate);
  }

  @Test
  void numbersThatNoDoubleHoldsAreTold() {
    assertThatThrownBy(() -> Posterior.rounded("level", new double[] {1, Double.POSITIVE_INFINITY}))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("too large for a number");
  }

  /** Chains that never move look as if they had met. */
  @Test
  void dataThatNoNumbersMakePossibleAreTold() {
    double[] x = new double[60];
    Arrays.setAll(x, i -> i % 2 == 0 ? -700 : 700); // logarithms
    DataSeries.Values huge = Simulated.months(Process.JUMP, x);
    assertThatThrownBy(() -> fit(Process.JUMP, Map.of(), huge))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("no numbers were found");
  }

  @Test
  void whatIsKnownStaysAndHasNoDraws() {
    Fit fit = fit(Process.LOG_OU, Map.of("level", Value.of(60)), oil(60));
    assertThat(fit.posterior().names()).containsExactly("reversion", "volatility");
    assertThat(fit.n()).isEqualTo(60);
    assertThat(fit.from()).hasToString("2000-01");
    assertThat(fit.to()).hasToString("2004-12");
    assertThat(fit.fitted()).hasSize(59);
    assertThat(fit.narrowed("volatility").orElseThrow()).isBetween(0.9, 1.0);
  }

  @Test
  void dataAndJudgementThatDisagreeAreTold() {
    Fit fit =
        fit(
            Process.LOG_OU,
            Map.of(
                "level",
                lognormal(60, 0.1),
                "reversion",
                Value.of(1),
                "volatility",
                lognormal(0.05, 0.2)),
            oil(120));
    assertThat(fit.warnings()).anyMatch(w -> w.startsWith("volatility: data and judgement"));
  }

  @Test
  void residualsOfTheRightLawAreQuietAndOfAnotherAreNot() {
    Fit right = fit(Process.LOG_OU, Map.of(), oil(240));
    assertThat(right.residuals().lags()).isEqualTo(10);
    assertThat(right.residuals().ljungBoxP()).isGreaterThan(0.01);
    assertThat(right.residuals().jarqueBeraP()).isGreaterThan(0.01);
    double[] jumps =
        Simulated.x(Process.JUMP, new double[] {0, 0.1, 1, -0.3, 0.1}, 0, 240, new Random(8));
    Fit wrong = fit(Process.GBM, Map.of(), Simulated.months(Process.GBM, jumps));
    assertThat(wrong.residuals().jarqueBeraP()).isLessThan(1e-6);
    assertThat(wrong.warnings()).anyMatch(w -> w.contains("isn't normal"));
  }

  /** With all numbers but one known, month 0 has the model's own law over the gap. */
  @Test
  void theStartFollowsTheStepsFromTheLastObservation() {
    DataSeries.Values values = oil(60);
    Fit fit =
        new DriverFit(
                "drivers.x",
                Process.LOG_OU,
                Map.of("level", Value.of(60), "reversion", Value.of(0.7)),
                "x",
                values,
                Of.END,
                Simulated.FIRST.plusMonths(62),
                Optional.empty(),
                1)
            .make();
    double last = Math.log(values.byPeriod().lastEntry().getValue());
    double keep = Math.exp(-0.7 * 3 / 12);
    double mean = Math.log(60) + (last - Math.log(60)) * keep;
    double volatility = fit.posterior().percentile("volatility", 50);
    double sd = volatility * Math.sqrt((1 - keep * keep) / 1.4);
    assertThat(Math.log(fit.posterior().percentile("start", 50)))
        .isCloseTo(mean, within(4 * 1.25 * sd / Math.sqrt(4000)));
    assertThat(
            Math.log(fit.posterior().percentile("start", 95))
                - Math.log(fit.posterior().percentile("start", 5)))
        .isCloseTo(2 * 1.645 * sd, within(0.2 * sd));
    assertThat(fit.narrowed("start")).isEmpty();
  }

  @Test
  void yearsAreFittedAsMeans() {
    double[] x = Simulated.x(Process.GBM, new double[] {0.04, 0.2}, 0, 12 * 40, new Random(6));
    Fit fit = fit(Process.GBM, Map.of(), Simulated.years(Process.GBM, x));
    assertThat(fit.posterior().percentile("volatility", 5)).isLessThan(0.2);
    assertThat(fit.posterior().percentile("volatility", 95)).isGreaterThan(0.2);
  }

  /** So narrow a posterior that its spread has no square root in doubles. */
  @Test
  void anAbsurdNumberLeavesTheOthersUndetermined() {
    Map<String, Value> numbers =
        Map.of("drift", Value.of(0x1p63), "volatility", lognormal(0.3, 0.5));
    assertThatThrownBy(() -> fit(Process.GBM, numbers, oil(28)))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("the data don't determine it");
  }

  @Test
  void whatCannotBeFittedIsSaid() {
    assertThatThrownBy(() -> fit(Process.GBM, Map.of(), oil(7)))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("has 7 observations")
        .hasMessageContaining("at least 8");
    assertThatThrownBy(
            () ->
                fit(
                    Process.GBM,
                    Map.of("drift", new Distribution.Choice(List.of(0.0), List.of(1.0))),
                    oil(60)))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("can't be updated");
    assertThatThrownBy(
            () ->
                fit(
                    Process.GBM,
                    Map.of(),
                    Simulated.months(Process.OU, new double[] {1, 2, 3, 0, 1, 2, 3, 4, 5})))
        .hasMessageContaining("2000-04")
        .hasMessageContaining("above 0");
    assertThatThrownBy(
            () -> fit(Process.JUMP, Map.of(), Simulated.years(Process.GBM, new double[240])))
        .hasMessageContaining("hide jumps");
    assertThatThrownBy(() -> fit(Process.GBM, Map.of("volatility", Value.ZERO), oil(60)))
        .isInstanceOfSatisfying(
            FitException.class, e -> assertThat(e.number()).isEqualTo("volatility"))
        .hasMessageContaining("must be above 0 beside a fit");
  }

  /** Data of which nothing is left to be found still give the start. */
  @Test
  void whereEveryNumberIsKnownOnlyTheStartIsDrawn() {
    Map<String, Value> known = Map.of("drift", Value.of(0), "volatility", Value.of(0.2));
    DataSeries.Values few = oil(3);
    Fit held = fit(Process.GBM, known, few);
    assertThat(held.posterior().names()).isEmpty();
    assertThat(held.fitted()).hasSize(2);
    Map<String, Value> still = Map.of("drift", Value.ZERO, "volatility", Value.ZERO);
    assertThat(fit(Process.GBM, still, few).posterior().names()).isEmpty();
    Fit started =
        new DriverFit(
                "drivers.x",
                Process.GBM,
                known,
                "x",
                few,
                Of.END,
                few.last().orElseThrow().plus(1).last(),
                Optional.empty(),
                1)
            .make();
    assertThat(started.posterior().names()).containsExactly("start");
  }

  /** No sampler looks for a spread that goes to 0; where it is stated, the rest can be found. */
  @Test
  void ofAConstantSeriesItIsSaidWhatToState() {
    NavigableMap<Period, Double> same = new TreeMap<>();
    oil(60).byPeriod().keySet().forEach(period -> same.put(period, 50.0));
    DataSeries.Values constant = new DataSeries.Values(same);
    Map<String, Value> prior =
        Map.of("volatility", new Distribution.Lognormal(0.2, 0.5, Optional.empty()));
    assertThatThrownBy(() -> fit(Process.GBM, prior, constant))
        .isInstanceOfSatisfying(
            FitException.class, e -> assertThat(e.number()).isEqualTo("volatility"))
        .hasMessageContaining("x has the same value throughout");
    Fit fit = fit(Process.GBM, Map.of("volatility", Value.of(0.1)), constant);
    assertThat(fit.posterior().percentile("drift", 50)).isBetween(-0.05, 0.05);
  }
}
