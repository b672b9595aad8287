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
import io.corridor.model.DatedPoints;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VolumeFitTest {
  private static final YearMonth START = VolumesSimulated.START;
  private static final Map<String, Double> TRUTH =
      Map.of("annual-value", 7e9, "growth", 0.04, "noise.reversion", 2.0, "noise.volatility", 0.25);

  private static DataSeries.Values months(int count, long seed) {
    Volume volume = VolumesSimulated.flow(false, Map.of());
    return VolumesSimulated.series(
        VolumesSimulated.months(volume, TRUTH, count, new Random(seed)), Every.MONTH, Of.SUM);
  }

  private static Fit fit(Volume volume, Map<String, Value> numbers, DataSeries.Values values) {
    return new VolumeFit("flows.goods", volume, numbers, "goods", values, Of.SUM, START, 1).make();
  }

  private static Volume plain() {
    return VolumesSimulated.flow(false, Map.of());
  }

  private static Distribution lognormal(double median, double sigma) {
    return new Distribution.Lognormal(median, sigma, Optional.empty());
  }

  /** The share of the posterior below the draws' percentiles, by an independent grid. */
  @Test
  void agreesWithAGridOfThreeNumbers() {
    DataSeries.Values values = months(36, 5);
    Fit fit =
        fit(
            plain(),
            Map.of(
                "annual-value", lognormal(6e9, 0.5),
                "growth", Value.of(0.04),
                "noise.reversion", lognormal(2, 0.7),
                "noise.volatility", lognormal(0.3, 0.7)),
            values);
    double[] y = values.byPeriod().values().stream().mapToDouble(Math::log).toArray();
    int n = 100;
    double[] sizes = grid(4e9, 11e9, n);
    double[] reversions = grid(0.05, 14, n);
    double[] volatilities = grid(0.12, 0.6, n);
    double[][] marginal = new double[3][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double k = reversions[j];
        double keep = Math.exp(-k / 12);
        for (int l = 0; l < n; l++) {
          double s = volatilities[l];
          double v = s * s / (2 * k);
          double log =
              -square(Math.log(sizes[i] / 6e9) / 0.5) / 2
                  - square(Math.log(k / 2) / 0.7) / 2
                  - square(Math.log(s / 0.3) / 0.7) / 2
                  - Math.log(sizes[i] / 6e9)
                  - Math.log(k)
                  - Math.log(s);
          double before = 0;
          for (int t = 0; t < y.length; t++) {
            double years = (t - y.length) / 12.0;
            double noise = y[t] - Math.log(sizes[i] / 12) - years * Math.log(1.04) + v / 2;
            double variance = t == 0 ? v : v * (1 - keep * keep);
            double e = t == 0 ? noise : noise - keep * before;
            log += -Math.log(variance) / 2 - e * e / (2 * variance);
            before = noise;
          }
          double density = Math.exp(log - 75);
          marginal[0][i] += density;
          marginal[1][j] += density;
          marginal[2][l] += density;
        }
      }
    }
    assertPercentiles(fit, "annual-value", sizes, marginal[0]);
    assertPercentiles(fit, "noise.reversion", reversions, marginal[1]);
    assertPercentiles(fit, "noise.volatility", volatilities, marginal[2]);
  }

  /** Ten years of months tell the season, the response to a driver and the noise. */
  @Test
  void findsSeasonAndElasticity() {
    Random random = new Random(8);
    Volume volume =
        VolumesSimulated.flow(true, Map.of("brent", VolumesSimulated.driver(120, random)));
    Map<String, Double> truth = new LinkedHashMap<>(TRUTH);
    truth.put("elasticities.brent", 0.8);
    for (int m = 1; m <= 12; m++) {
      truth.put("season." + m, 0.4 * Math.cos(2 * Math.PI * m / 12));
    }
    Fit fit =
        fit(
            volume,
            Map.of("growth", Value.of(0.04)),
            VolumesSimulated.series(
                VolumesSimulated.months(volume, truth, 120, random), Every.MONTH, Of.SUM));
    assertThat(fit.posterior().names())
        .startsWith("annual-value", "elasticities.brent", "season.1")
        .endsWith("noise.reversion", "noise.volatility", "noise.start");
    double sum = 0;
    for (int m = 1; m <= 12; m++) {
      sum += Math.exp(truth.get("season." + m));
    }
    for (int m = 1; m <= 12; m++) {
      // Noise of a month over ten years: three standard errors.
      assertThat(fit.posterior().percentile("season." + m, 50))
          .isCloseTo(12 * Math.exp(truth.get("season." + m)) / sum, within(0.1));
    }
    double total = 0;
    for (int m = 1; m <= 12; m++) {
      total += fit.posterior().draws("season." + m)[17];
    }
    assertThat(total).isCloseTo(12, within(1e-6));
    assertThat(fit.posterior().percentile("elasticities.brent", 50)).isBetween(0.4, 1.2);
    assertThat(fit.fitted()).hasSize(120);
    assertThat(fit.residuals().ljungBoxP()).isGreaterThan(0.01);
  }

  /** By 100 000 draws of the twelve: every percentile within three standard errors. */
  @Test
  void thePriorOfASeasonIsItsLaw() {
    Random random = new Random(3);
    double[] drawn = new double[100_000];
    for (int i = 0; i < drawn.length; i++) {
      double first = Math.exp(0.3 * random.nextGaussian());
      double sum = first;
      for (int m = 1; m < 12; m++) {
        sum += Math.exp(0.3 * random.nextGaussian());
      }
      drawn[i] = 12 * first / sum;
    }
    Prior prior = Prior.season("season.1");
    for (int percent : new int[] {1, 5, 25, 50, 75, 95, 99}) {
      double at = prior.percentile(percent);
      double below = Arrays.stream(drawn).filter(x -> x < at).count() / (double) drawn.length;
      double p = percent / 100.0;
      assertThat(below)
          .as("at %d %%", percent)
          .isCloseTo(p, within(3 * Math.sqrt(p * (1 - p) / drawn.length) + 0.001));
    }
  }

  /** With all numbers but one known, n(0) has the noise's own law given the last month. */
  @Test
  void theNoiseStartsWhereTheDataEnd() {
    DataSeries.Values values = VolumesSimulated.without(months(60, 2), 58, 59);
    Fit fit =
        fit(
            plain(),
            Map.of(
                "annual-value", Value.of(7e9),
                "growth", Value.of(0.04),
                "noise.reversion", Value.of(2)),
            values);
    double s = fit.posterior().percentile("noise.volatility", 50);
    double v = s * s / 4;
    double last =
        Math.log(values.byPeriod().lastEntry().getValue() / (7e9 / 12))
            + 3 / 12.0 * Math.log(1.04)
            + v / 2;
    double keep = Math.exp(-2 * 3 / 12.0);
    double sd = Math.sqrt(v * (1 - keep * keep));
    assertThat(fit.posterior().percentile("noise.start", 50))
        .isCloseTo(keep * last, within(4 * 1.25 * sd / Math.sqrt(4000) + 0.002));
    assertThat(
            fit.posterior().percentile("noise.start", 95)
                - fit.posterior().percentile("noise.start", 5))
        .isCloseTo(2 * 1.645 * sd, within(0.2 * sd));
    assertThat(fit.narrowed("noise.start")).isEmpty();
  }

  @Test
  void aKnownCapacityByMonthStays() {
    DatedPoints points = DatedPoints.of(Map.of(START.minusYears(5), 10.0, START, 20.0));
    Volume capacity =
        new Volume("capacity", false, Optional.of(points), List.of(), false, Map.of());
    double[] offered = new double[60];
    Random random = new Random(1);
    for (int t = 0; t < 60; t++) {
      offered[t] = points.at(START.minusMonths(60 - t)) * Math.exp(0.1 * random.nextGaussian());
    }
    Fit fit =
        new VolumeFit(
                "energy.carriers.gas.imports",
                capacity,
                Map.of("growth", Value.ZERO),
                "gas",
                VolumesSimulated.series(offered, Every.MONTH, Of.MEAN),
                Of.MEAN,
                START,
                1)
            .make();
    assertThat(fit.posterior().names())
        .containsExactly("noise.reversion", "noise.volatility", "noise.start");
    assertThat(fit.posterior().percentile("noise.reversion", 5)).isGreaterThan(5);
  }

  @Test
  void whatCannotBeFittedIsSaid() {
    assertThatThrownBy(() -> fit(plain(), Map.of(), months(7, 1)))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("goods has 7 observations to fit to; at least 8 are needed");
    assertThatThrownBy(() -> fit(VolumesSimulated.flow(true, Map.of()), Map.of(), months(23, 1)))
        .hasMessageContaining("goods has 23 months to fit a season to; at least 24 are needed");
    DataSeries.Values years = VolumesSimulated.series(new double[240], Every.YEAR, Of.SUM);
    assertThatThrownBy(() -> fit(VolumesSimulated.flow(true, Map.of()), Map.of(), years))
        .hasMessageContaining("goods holds years, which show no season");
    assertThatThrownBy(() -> fit(plain(), Map.of(), years))
        .isInstanceOfSatisfying(
            FitException.class, e -> assertThat(e.period()).hasToString("Optional[2000]"))
        .hasMessageContaining("goods is 0.0 in 2000; a fit is of logarithms");
    assertThatThrownBy(
            () ->
                new VolumeFit("flows.goods", plain(), Map.of(), "goods", years, Of.END, START, 1)
                    .make())
        .hasMessageContaining("say of: sum or mean");
    assertThatThrownBy(
            () ->
                fit(
                    plain(),
                    Map.of("growth", new Distribution.Choice(List.of(0.0), List.of(1.0))),
                    months(60, 1)))
        .hasMessageContaining("can't be updated");
    Map<YearMonth, Double> late = VolumesSimulated.driver(6, new Random(1));
    assertThatThrownBy(
            () -> fit(VolumesSimulated.flow(false, Map.of("brent", late)), Map.of(), months(60, 1)))
        .hasMessageContaining(
            "goods has 6 observations where the drivers are known, too (54 others aren't)");
  }

  /** Only the size is left, or nothing at all. */
  @Test
  void whereAllElseIsKnownTheSizeIsFound() {
    Map<String, Value> known =
        Map.of(
            "growth",
            Value.ZERO,
            "noise.reversion",
            Value.ONE,
            "noise.volatility",
            Value.of(0.1),
            "noise.start",
            Value.ZERO);
    DataSeries.Values months = months(60, 1);
    assertThat(fit(plain(), known, months).posterior().names()).containsExactly("annual-value");
    Map<String, Value> all = new LinkedHashMap<>(known);
    all.put("annual-value", Value.of(1e9));
    Fit held = fit(plain(), all, months);
    assertThat(held.posterior().names()).isEmpty();
    assertThat(held.fitted()).hasSize(60);
    all.put("noise.volatility", Value.ZERO);
    assertThat(fit(plain(), all, months).posterior().names()).isEmpty();
  }

  /** A noise that never moves makes the data impossible; one that never returns has no level. */
  @Test
  void aNoiseOfWhichDataTellNothingIsRefusedByName() {
    DataSeries.Values months = months(60, 1);
    assertThatThrownBy(() -> fit(plain(), Map.of("noise.volatility", Value.ZERO), months))
        .isInstanceOfSatisfying(
            FitException.class, e -> assertThat(e.number()).isEqualTo("noise.volatility"))
        .hasMessageContaining("must be above 0 beside a fit");
    assertThatThrownBy(() -> fit(plain(), Map.of("noise.reversion", Value.ZERO), months))
        .isInstanceOfSatisfying(
            FitException.class, e -> assertThat(e.number()).isEqualTo("noise.reversion"))
        .hasMessageContaining("must be above 0 beside a fit");
  }

  /** Where nothing moves no sampler need look for how it does. */
  @Test
  void ofAConstantSeriesItIsSaidWhatToState() {
    NavigableMap<Period, Double> same = new TreeMap<>();
    months(60, 1).byPeriod().keySet().forEach(period -> same.put(period, 3e9));
    DataSeries.Values constant = new DataSeries.Values(same);
    assertThatThrownBy(() -> fit(plain(), Map.of(), constant))
        .isInstanceOfSatisfying(
            FitException.class, e -> assertThat(e.number()).isEqualTo("noise.volatility"))
        .hasMessageContaining("has the same value throughout", "state `noise`");
  }
}
