package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.reference.ReferencePath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the engine with a second implementation of the model, path by path, month by month. */
class EngineReferenceTest {
  private static final int PATHS = 12;

  /** Ten times what the tabulated quantile of the beta distribution may be off. */
  private static final double RELATIVE = 1e-8;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void everyMetricEqualsTheReference(long seed) {
    Scenario scenario =
        RandomScenarios.of(seed).toBuilder().output(Output.ALL).buildUnchecked();
    long firstPath = seed * 1_000;
    Map<String, double[][]> engine = simulate(scenario, seed, firstPath);
    for (int p = 0; p < PATHS; p++) {
      Map<String, double[]> reference = ReferencePath.simulate(scenario, seed, firstPath + p);
      for (Map.Entry<String, double[][]> metric : engine.entrySet()) {
        double[] expected = reference.get(metric.getKey());
        double scale = scale(scenario, metric.getKey(), reference);
        compare(metric.getKey(), metric.getValue()[p], expected, scale, p);
      }
    }
  }

  /** Returns the size of the numbers that a metric is a sum or difference of. */
  private static double scale(
      Scenario scenario, String metric, Map<String, double[]> reference) {
    double own = largest(reference.get(metric));
    if (metric.endsWith(".diverted")) {
      return Math.max(own, largest(reference.get(metric.replace(".diverted", ""))));
    }
    if (metric.endsWith(".unserved")) {
      return largest(reference.get(metric.replace(".unserved", ".demand")));
    }
    if (metric.equals("arrears")) {
      return Math.max(own, largest(reference.get("bill")));
    }
    if (metric.startsWith("index.")) {
      return scenario.indices().get(metric.substring("index.".length())).entrySet().stream()
          .mapToDouble(part -> Math.abs(part.getValue()) * scale(scenario, part.getKey(), reference))
          .sum();
    }
    return own;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static void compare(
      String metric, double[] engine, double[] reference, double scale, int path) {
    for (int t = 0; t < reference.length; t++) {
      assertThat(Math.abs(engine[t] - reference[t]))
          .as("%s, path %d, month %d: %s, reference %s", metric, path, t, engine[t], reference[t])
          .isLessThanOrEqualTo(RELATIVE * Math.max(scale, 1e-3));
    }
  }

  private static Map<String, double[][]> simulate(Scenario scenario, long seed, long firstPath) {
    Plan plan = PlanCompiler.compile(scenario, seed);
    Block block = plan.newBlock();
    block.start(firstPath, PATHS);
    Map<String, double[][]> values = new LinkedHashMap<>();
    plan.metrics().forEach(m -> values.put(m.id(), new double[PATHS][plan.months()]));
    plan.open(block);
    for (int t = 0; t < plan.months(); t++) {
      plan.advance(block, t);
      for (int m = 0; m < plan.metrics().size(); m++) {
        double[] column = plan.values(block, m);
        for (int p = 0; p < PATHS; p++) {
          values.get(plan.metrics().get(m).id())[p][t] = column[p];
        }
      }
    }
    return values;
  }
}
