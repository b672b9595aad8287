package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.series.Of;
import io.corridor.internal.random.Quantile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
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
    "GBM, 60, false",
    "OU, 60, false",
    "LOG_OU, 60, false",
    "JUMP, 72, false",
    "GBM, 240, true",
    "OU, 240, true",
    "LOG_OU, 240, true"
  })
  void ofDriversAreUniform(Process process, int months, boolean years) {
    List<Prior> priors = priors(process);
    Random random = new Random(17);
    Map<String, int[]> counts = new LinkedHashMap<>();
    priors.forEach(prior -> counts.put(prior.name(), new int[BINS]));
    for (int set = 0; set < DATA_SETS; set++) {
      double[] truth = new double[priors.size()];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = Quantile.of(priors.get(i).law()).at(random.nextDouble());
      }
      double[] x = Simulated.x(process, truth, process == Process.OU ? 1 : 4, months, random);
      Posterior posterior = posterior(process, priors, x, years, set);
      for (int i = 0; i < truth.length; i++) {
        counts.get(priors.get(i).name())[bin(posterior.draws(priors.get(i).name()), truth[i])]++;
      }
    }
    List<String> odd = new ArrayList<>();
    counts.forEach(
        (name, bins) -> {
          double chi = 0;
          for (int bin : bins) {
            double expected = (double) DATA_SETS / BINS;
            chi += (bin - expected) * (bin - expected) / expected;
          }
          if (chi > CRITICAL) {
            odd.add(name + ": " + java.util.Arrays.toString(bins));
          }
        });
    assertThat(odd).isEmpty();
  }

  private static Posterior posterior(
      Process process, List<Prior> priors, double[] x, boolean years, int set) {
    Observed observed =
        Observed.of(
            process, years ? Simulated.years(process, x) : Simulated.months(process, x), Of.MEAN);
    Likelihood likelihood =
        years ? new MeansOfMonths(process, observed) : new SingleMonths(process, observed);
    return Sampler.sample("calibration" + set, priors, likelihood);
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
