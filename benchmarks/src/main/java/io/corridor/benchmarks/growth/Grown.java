package io.corridor.benchmarks.growth;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scenarios of any size. */
final class Grown {
  private static final int MONTHS = 60;

  private Grown() {}

  /**
   * Returns a scenario of flows that all listen to all drivers.
   *
   * @param drivers how many, without correlation
   * @param flows how many
   * @param metrics how many flows are reported beside the total
   */
  static Scenario scenario(int drivers, int flows, int metrics) {
    Scenario.Builder builder =
        Scenario.builder("Grown", "EXP", "IMP", YearMonth.of(2020, 1), MONTHS)
            .output(new Output(List.of(5.0, 50.0, 95.0), Optional.of(reported(metrics))));
    Map<String, Value> elasticities = new LinkedHashMap<>();
    for (int i = 0; i < drivers; i++) {
      builder.driver("driver-" + i, driver());
      elasticities.put("driver-" + i, Value.of(0.5 / drivers));
    }
    for (int i = 0; i < flows; i++) {
      builder.flow("flow-" + i, flow(elasticities));
    }
    return builder.build();
  }

  private static List<String> reported(int metrics) {
    List<String> flows = IntStream.range(0, metrics).mapToObj(i -> "flow.flow-" + i).toList();
    List<String> all = new ArrayList<>(List.of("total"));
    all.addAll(flows);
    return all;
  }

  private static Driver driver() {
    return new Driver.LogOu(Value.of(60), Value.of(60), Value.of(0.8), Value.of(0.3), Map.of(), "");
  }

  private static Flow flow(Map<String, Value> elasticities) {
    return Flow.of("EXP", "IMP", 1e9).withGrowth(0.02).withElasticities(elasticities);
  }
}
