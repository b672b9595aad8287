package io.corridor.internal.process;

import static io.corridor.internal.engine.Corridors.constant;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Distribution;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise of flows and partners: mean 1, and correlated as stated (section 7 of the model). */
class NoiseLawTest {
  private static final long SEED = 20_260_909;
  private static final int PATHS = 60_000;

  @ParameterizedTest(name = "reversion {0}, volatility {1}")
  @CsvSource({"2, 0.5", "0, 0.3", "40, 1.5"})
  void theFactorHasMeanOne(double reversion, double volatility) {
    Optional<Noise> noise = Optional.of(new Noise(Value.of(reversion), Value.of(volatility)));
    Scenario scenario =
        from("2020-01", 14)
            .flow("noisy", noisy(noise))
            .partner("rival", new Partner(Value.of(120), Value.ZERO, Map.of(), noise, Map.of()))
            .driver("x", gbm(1, 0, 0.2))
            .correlation("noisy", "x", 0.5)
            .correlation("rival", "noisy", -0.7)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "flow.noisy", "driver.x", "partner.rival.12m");
    double decay = Math.exp(-reversion / 12);
    double variance = 0;
    double mean = 0;
    double[] before = new double[PATHS];
    for (int t = 0; t < 14; t++) {
      double[] value = paths.at("flow.noisy", t);
      double[] logs = Arrays.stream(value).map(v -> Math.log(v / 10)).toArray();
      if (t > 0) {
        double covariance = variance * decay;
        double last = mean;
        variance = variance * decay * decay + stepVariance(reversion, volatility);
        mean = -variance / 2;
        Significance.mean("mean in month " + t, value, 10);
        Significance.moments("logarithm in month " + t, logs, mean, variance);
        if (t > 1) {
          Significance.covariance("lag 1", before, last, logs, mean, covariance);
        }
      }
      before = logs;
    }
    correlations(paths, reversion, volatility);
  }

  /** Given each path's own reversion and volatility, ln of the factor is N(−v/2, v). */
  @Test
  void uncertainCoefficientsAreMadeUpForPathByPath() {
    Scenario scenario =
        from("2020-01", 13)
            .parameter("of-k", new Distribution.Uniform(0.2, 4))
            .parameter("of-s", new Distribution.Uniform(0.5, 1.5))
            .driver("k", constant(Value.parameter("of-k")))
            .driver("s", constant(Value.parameter("of-s")))
            .flow(
                "noisy",
                noisy(Optional.of(new Noise(Value.parameter("of-k"), Value.parameter("of-s")))))
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "flow.noisy", "driver.k", "driver.s");
    double[] k = paths.at("driver.k", 12);
    double[] s = paths.at("driver.s", 12);
    double[] logs = logOver10(paths.at("flow.noisy", 12));
    double[] standard = new double[PATHS];
    for (int p = 0; p < PATHS; p++) {
      double variance = s[p] * s[p] * (1 - Math.exp(-2 * k[p])) / (2 * k[p]);
      standard[p] = (logs[p] + variance / 2) / Math.sqrt(variance);
    }
    Significance.moments("standardised", standard, 0, 1);
    Significance.law("standardised", standard, new NormalDistribution(0, 1)::cumulativeProbability);
  }

  /** In month 1 the noises are their shocks; the rival's stands in its sum of 12 months. */
  private static void correlations(Paths paths, double reversion, double volatility) {
    double variance = stepVariance(reversion, volatility);
    double[] x = Arrays.stream(paths.at("driver.x", 1)).map(Math::log).toArray();
    double[] noise = logOver10(paths.at("flow.noisy", 1));
    double[] rival =
        logOver10(Arrays.stream(paths.at("partner.rival.12m", 1)).map(v -> v - 110).toArray());
    double sd = Math.sqrt(variance);
    double sdX = 0.2 / Math.sqrt(12);
    double meanX = -sdX * sdX / 2;
    Significance.covariance("with a driver", noise, -variance / 2, x, meanX, 0.5 * sd * sdX);
    Significance.covariance(
        "with a noise", noise, -variance / 2, rival, -variance / 2, -0.7 * variance);
    Significance.covariance("with neither", x, meanX, rival, -variance / 2, 0);
  }

  private static double[] logOver10(double[] values) {
    return Arrays.stream(values).map(v -> Math.log(v / 10)).toArray();
  }

  private static double stepVariance(double reversion, double volatility) {
    double variance = volatility * volatility;
    return reversion == 0
        ? variance / 12
        : variance * (1 - Math.exp(-reversion / 6)) / (2 * reversion);
  }

  private static Flow noisy(Optional<Noise> noise) {
    return new Flow(
        "AAA",
        "BBB",
        Value.of(120),
        Value.ONE,
        Optional.empty(),
        Value.ONE,
        false,
        Value.ZERO,
        Map.of(),
        noise,
        List.of(),
        Map.of());
  }
}
