package io.corridor.benchmarks.growth;

import io.corridor.model.Scenario;
import org.openjdk.jmh.annotations.Param;

/**
 * Reported metrics, of 256 flows in any case: {@code java -jar benchmarks/target/benchmarks.jar
 * MetricsBenchmark}.
 */
public class MetricsBenchmark extends GrowthBenchmark {
  /** How many. */
  @Param({"1", "4", "16", "64", "256"})
  int metrics;

  @Override
  protected Scenario scenario() {
    return Grown.scenario(2, 256, metrics);
  }
}
