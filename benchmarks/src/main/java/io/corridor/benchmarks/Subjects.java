package io.corridor.benchmarks;

import io.corridor.model.Driver;
import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.scenarios.ShippedScenarios;
import java.util.List;
import java.util.Map;

/** The scenarios that are measured. */
public final class Subjects {
  /** The one that the other programs do the work of too. */
  public static final String YARDSTICK = "yardstick";

  private Subjects() {}

  /** Returns a shipped scenario as it stands. */
  public static Scenario shipped(String name) {
    return ShippedScenarios.read(name).scenario();
  }

  /** Returns the yardstick. */
  public static Scenario yardstick() {
    return shipped(YARDSTICK);
  }

  /**
   * Returns the largest shipped scenario, all metrics reported, with a driver of each kind that no
   * shipped scenario has.
   */
  public static Scenario everything() {
    return shipped("iran-iraq-2019").toBuilder()
        .driver("jumping", jumping())
        .driver("resampled", resampled())
        .output(Output.ALL)
        .build();
  }

  private static Driver jumping() {
    return new Driver.Jump(
        Value.of(60),
        Value.of(0.02),
        Value.of(0.25),
        Value.of(1.5),
        Value.of(-0.05),
        Value.of(0.15),
        Map.of(),
        "");
  }

  private static Driver resampled() {
    List<Double> history =
        List.of(50.0, 55.0, 61.0, 58.0, 44.0, 40.0, 48.0, 53.0, 60.0, 66.0, 64.0);
    return new Driver.Bootstrap(Value.of(60), history, 6, true, "", "", "");
  }
}
