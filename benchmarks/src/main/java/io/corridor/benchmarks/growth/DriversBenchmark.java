package io.corridor.benchmarks.growth;

import io.corridor.model.Scenario;
import org.openjdk.jmh.annotations.Param;

/**
 * Drivers that one flow listens to: {@code java -jar benchmarks/target/benchmarks.jar
 * DriversBenchmark}.
 */
public class DriversBenchmark extends GrowthBenchmark {
  /** How many. */
  @Param({"1", "4", "16", "64", "256"})
  int drivers;

  @Override
  protected Scenario scenario() {
    return Grown.scenario(drivers, 1, 0);
  }
}
