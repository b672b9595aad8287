package io.corridor.benchmarks.growth;

import io.corridor.model.Scenario;
import org.openjdk.jmh.annotations.Param;

/**
 * Flows that listen to two drivers: {@code java -jar benchmarks/target/benchmarks.jar
 * FlowsBenchmark}.
 */
public class FlowsBenchmark extends GrowthBenchmark {
  /** How many. */
  @Param({"1", "4", "16", "64", "256"})
  int flows;

  @Override
  protected Scenario scenario() {
    return Grown.scenario(2, flows, 0);
  }
}
