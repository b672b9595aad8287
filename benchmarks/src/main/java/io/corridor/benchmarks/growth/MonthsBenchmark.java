package io.corridor.benchmarks.growth;

import io.corridor.benchmarks.Subjects;
import io.corridor.model.Scenario;
import org.openjdk.jmh.annotations.Param;

/** Months of the yardstick: {@code java -jar benchmarks/target/benchmarks.jar MonthsBenchmark}. */
public class MonthsBenchmark extends GrowthBenchmark {
  /** How many. */
  @Param({"1", "12", "60", "240", "1200"})
  int months;

  private final Scenario yardstick = Subjects.yardstick();

  @Override
  protected Scenario scenario() {
    return yardstick.toBuilder().horizon(yardstick.start(), months).build();
  }
}
