package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.internal.random.Quantile;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and Gelman 2018,
 * arXiv:1804.06788): numbers drawn from their priors make data, which are fitted; the truth's rank
 * among the draws is uniform, if and only if prior, likelihood and sampler belong together.
 */
class CalibrationTest {
  private static final int DATA_SETS = 200;
  private static final int BINS = 10;

  /** χ² of nine degrees: above it with probability 0.001 for each number of each law. */
  private static final double CRITICAL = 27.88;

  private static List<Prior> priors(Process process) {
    return switch (process) {
      case GBM -> List.of(Prior.normal("drift", 0, 0.3), Prior.lognormal("volatility", 0.2, 0.7));
      case OU ->
          List.of(
              Prior.normal("level", 1, 2),
              Prior.lognormal("reversion", 0.8, 0.7),
              Prior.lognormal("volatility", 1, 0.7));
      case LOG_OU ->
          List.of(
              Prior.lognormal("level", 60, 0.5),
              Prior.lognormal("reversion", 0.8, 0.7),
              Prior.lognormal("volatility", 0.3, 0.7));
      case JUMP ->
          List.of(
              Prior.normal("drift", 0, 0.3),
              Prior.lognormal("volatility", 0.15, 0.3),
              Prior.lognormal("jump-rate", 1, 0.7),
              Prior.normal("jump-mean", 0, 0.1),
              Prior.lognormal("jump-sd", 0.2, 0.4));
    };
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "GBM, 60, END",
    "OU, 60, END",
    "LOG_OU, 60, END",
    "JUMP, 72, END",
    "GBM, 60, MONTHS",
    "OU, 60, MONTHS",
    "LOG_OU, 60, MONTHS",
    "GBM, 240, YEARS",
    "OU, 240, YEARS",
    "LOG_OU, 240, YEARS"
  })
  void ofDriversAreUniform(Process process, int months, Seen seen) {
    List<Prior> priors = priors(process);
    Random random = new Random(17);
    Map<String, int[]> counts = new LinkedHashMap<>();
    priors.forEach(prior -> counts.put(prior.name(), new int[BINS]));
    int held = 0;
    for (int set = 0; set < DATA_SETS; set++) {
      double[] truth = new double[priors.size()];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = Quantile.of(priors.get(i).law()).at(random.nextDouble());
      }
      double x0 = process == Process.OU ? 1 : 4;
      double[] x =
          seen == Seen.END
              ? Simulated.x(process, truth, x0, months, random)
              : Simulated.averages(process, truth, x0, months, random);
      Posterior posterior = posterior(process, priors, x, seen, set);
      for (int i = 0; i < truth.length; i++) {
        counts.get(priors.get(i).name())[bin(posterior.draws(priors.get(i).name()), truth[i])]++;
      }
      double volatility = truth[truth.length - 1];
      held +=
          volatility >= posterior.percentile(priors.get(truth.length - 1).name(), 5)
                  && volatility <= posterior.percentile(priors.get(truth.length - 1).name(), 95)
              ? 1
              : 0;
    }
    assertUniform(counts, DATA_SETS);
    // Of 200 at 0.9, fewer than 166 or more than 193 with probability below 0.001 each.
    assertThat(held).isBetween(166, 193);
  }

  /** What is seen of a driver: ends of months, averages over them by the day, or over years. */
  private enum Seen {
    END,
    MONTHS,
    YEARS
  }

  private static void assertUniform(Map<String, int[]> counts, int sets) {
    List<String> odd = new ArrayList<>();
    counts.forEach(
        (name, bins) -> {
          double chi = 0;
          for (int bin : bins) {
            double expected = (double) sets / BINS;
            chi += (bin - expected) * (bin - expected) / expected;
          }
          if (chi > CRITICAL) {
            odd.add(name + ": " + Arrays.toString(bins));
          }
        });
    assertThat(odd).isEmpty();
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"MONTH, 60, true", "QUARTER, 60, false", "YEAR, 180, false"})
  void ofVolumesAreUniform(Every every, int months, boolean seasonal) {
    assertUniform(ranksOfVolumes(every, months, seasonal, DATA_SETS), DATA_SETS);
  }

  /** The same in short: expected counts of four, whose χ² is near enough to its law. */
  @Test
  void ofAFewVolumesAreUniform() {
    assertUniform(ranksOfVolumes(Every.MONTH, 24, false, 40), 40);
  }

  private static Map<String, int[]> ranksOfVolumes(
      Every every, int months, boolean seasonal, int sets) {
    Map<String, Prior> priors = new LinkedHashMap<>();
    Random random = new Random(29);
    Map<String, Map<YearMonth, Double>> drivers =
        Map.of("brent", VolumesSimulated.driver(months, random));
    Volume volume = VolumesSimulated.flow(seasonal, drivers);
    for (String name : volume.numbers()) {
      priors.put(name, priorOfVolume(name));
    }
    Map<String, Value> given = new LinkedHashMap<>();
    priors.forEach(
        (name, prior) -> {
          if (!Volume.isSeason(name)) {
            given.put(name, prior.law());
          }
        });
    Map<String, int[]> counts = new LinkedHashMap<>();
    priors.keySet().forEach(name -> counts.put(name, new int[BINS]));
    for (int set = 0; set < sets; set++) {
      Map<String, Double> truth = new LinkedHashMap<>();
      priors.forEach(
          (name, prior) ->
              truth.put(name, Quantile.of(prior.law()).at(random.nextDouble()) + prior.shift()));
      double[] values = VolumesSimulated.months(volume, truth, months, random);
      Fit fit =
          new VolumeFit(
                  "flows.calibration" + set,
                  volume,
                  given,
                  "x",
                  VolumesSimulated.series(values, every, Of.SUM),
                  Of.SUM,
                  VolumesSimulated.START,
                  1)
              .make();
      double sum = 0;
      for (int m = 1; seasonal && m <= 12; m++) {
        sum += Math.exp(truth.get(Volume.season(m)));
      }
      for (String name : priors.keySet()) {
        double value =
            Volume.isSeason(name) ? 12 * Math.exp(truth.get(name)) / sum : truth.get(name);
        counts.get(name)[bin(fit.posterior().draws(name), value)]++;
      }
    }
    return counts;
  }

  private static Prior priorOfVolume(String name) {
    if (Volume.isElasticity(name)) {
      return Prior.normal(name, 0, 1);
    }
    if (Volume.isSeason(name)) {
      return Prior.normal(name, 0, 0.3);
    }
    return switch (name) {
      case "growth" -> Prior.normal(name, 0.02, 0.05);
      case "noise.reversion" -> Prior.lognormal(name, 2, 0.7);
      case "noise.volatility" -> Prior.lognormal(name, 0.3, 0.5);
      default -> Prior.lognormal(name, 7e9, 0.6);
    };
  }

  private static Posterior posterior(
      Process process, List<Prior> priors, double[] x, Seen seen, int set) {
    Observed observed =
        Observed.of(
            process,
            seen == Seen.YEARS ? Simulated.years(process, x) : Simulated.months(process, x),
            seen == Seen.END ? Of.END : Of.MEAN);
    return PosteriorSampler.sample("calibration" + set, priors, observed.likelihood(process));
  }

  /** The truth's rank among the 4 000 draws, in tenths. */
  private static int bin(double[] draws, double truth) {
    int below = 0;
    for (double draw : draws) {
      below += draw < truth ? 1 : 0;
    }
    return Math.min(BINS - 1, below * BINS / draws.length);
  }
}
