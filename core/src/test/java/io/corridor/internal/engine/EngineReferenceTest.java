package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.fail;

import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.reference.ReferencePath;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the engine with a second implementation of the model, path by path, month by month. */
class EngineReferenceTest {
  private static final int PATHS = 12;

  /** Of the numbers that a metric is made of: rounding, over up to 60 months. */
  private static final double ROUNDING = 1e-10;

  /** Ten times what the tabulated quantile of the beta distribution may be off. */
  private static final double TABULATED = 1e-8;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  static LongStream fewSeeds() {
    return LongStream.range(300, 340);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void everyMetricEqualsTheReference(long seed) {
    compare(Betas.replaced(RandomScenarios.of(seed)), seed, ROUNDING);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("fewSeeds")
  void everyMetricIsCloseWhereNumbersAreBetaDistributed(long seed) {
    compare(RandomScenarios.of(seed), seed, TABULATED);
  }

  private static void compare(Scenario made, long seed, double relative) {
    Scenario scenario = Paths.reportingAll(made);
    long firstPath = seed * 1_000;
    Paths engine = Paths.of(scenario, seed, firstPath, PATHS);
    for (int p = 0; p < PATHS; p++) {
      Map<String, double[]> reference = ReferencePath.simulate(scenario, seed, firstPath + p);
      for (String metric : engine.metrics()) {
        double scale = scale(scenario, metric, reference);
        compare(metric, engine.of(metric, p), reference.get(metric), relative * scale, p);
      }
    }
  }

  /** Returns the size of the numbers that a metric is a sum or difference of. */
  private static double scale(Scenario scenario, String metric, Map<String, double[]> reference) {
    double own = largest(reference.get(metric));
    if (metric.startsWith("world.cost.") || metric.startsWith("world.tariff.")) {
      return 1;
    }
    if (metric.startsWith("world.revenue.")) {
      return largest(reference.get(metric.replace("revenue", "imports")));
    }
    if (metric.matches("flow.(out|in)ward.diverted")) {
      // Of what all others sell, which may be a hundred times what the flow's country does.
      return Math.max(own, 100 * largest(reference.get(metric.replace(".diverted", ""))));
    }
    if (metric.endsWith(".diverted")) {
      return Math.max(own, largest(reference.get(metric.replace(".diverted", ""))));
    }
    if (metric.matches(".*\\.(need|imports|unserved)")) {
      return largest(reference.get(metric.replaceAll("need|imports|unserved", "demand")));
    }
    if (metric.endsWith(".value")) {
      // Of imports, which may be a small difference of large volumes.
      double imports = largest(reference.get(metric.replace(".value", ".imports")));
      double demand = largest(reference.get(metric.replace(".value", ".demand")));
      return own == 0 ? 0 : own * Math.max(1, demand / imports);
    }
    if (metric.endsWith(".storage")) {
      return Math.max(own, largest(reference.get(metric.replace(".storage", ".demand"))));
    }
    if (metric.endsWith(".unserved-share") || metric.endsWith(".dependency")) {
      return 1;
    }
    if (metric.equals("balance")) {
      return largest(reference.get("total"));
    }
    if (metric.equals("arrears")) {
      return Math.max(own, largest(reference.get("bill")));
    }
    if (metric.startsWith("index.")) {
      return scenario.indices().get(metric.substring("index.".length())).entrySet().stream()
          .mapToDouble(
              part -> Math.abs(part.getValue()) * scale(scenario, part.getKey(), reference))
          .sum();
    }
    return own;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static void compare(
      String metric, double[] engine, double[] reference, double allowed, int path) {
    for (int t = 0; t < reference.length; t++) {
      if (!(Math.abs(engine[t] - reference[t]) <= allowed)) {
        fail(
            "%s, path %d, month %d: %s, reference %s, allowed %s",
            metric, path, t, engine[t], reference[t], allowed);
      }
    }
  }
}
