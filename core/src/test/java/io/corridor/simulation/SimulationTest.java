package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Flow;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges of paths, in any order and apart from each other, come to what a run comes to. */
class SimulationTest {
  private static final int PATHS = 4 * Simulation.BLOCK + 100;
  private static final Settings SETTINGS = new Settings(PATHS, 7, 1, Progress.NONE);
  private static final Projection.Timing TIMING = new Projection.Timing(1, 1, 1);

  private final Scenario scenario = RandomScenarios.small(29);

  private Map<String, Scenario> growing() {
    Scenario.Builder growing = scenario.toBuilder();
    for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
      growing.flow(flow.getKey(), flow.getValue().withGrowth(Value.of(0.05)));
    }
    return Map.of("growing", growing.build());
  }

  @ParameterizedTest
  @EnumSource
  void rangesComeToTheRun(Sampling sampling) {
    Settings settings = SETTINGS.withSampling(sampling);
    Simulation here = Simulation.of(scenario, growing(), settings.sample());
    here.simulate(0, Simulation.BLOCK, Progress.NONE);
    here = here.anew();
    Simulation there = here.anew();
    there.simulate(4L * Simulation.BLOCK, 100, Progress.NONE);
    here.simulate(Simulation.BLOCK, Simulation.BLOCK, Progress.NONE);
    there.simulate(2L * Simulation.BLOCK, 2L * Simulation.BLOCK, Progress.NONE);
    here.simulate(0, Simulation.BLOCK, Progress.NONE);
    here.add(there.toBytes());
    assertThat(here.paths()).isEqualTo(PATHS);
    assertThat(Bits.of(here.results(TIMING)))
        .isEqualTo(Bits.of(Simulator.compare(scenario, growing(), settings)));
  }

  @Test
  void resultsOnTheWayAreThoseOfAShorterRun() {
    Simulation simulation = Simulation.of(scenario, Map.of(), SETTINGS.sample());
    simulation.simulate(0, Simulation.BLOCK, Progress.NONE);
    assertThat(Bits.of(simulation.results(TIMING).base()))
        .isEqualTo(Bits.of(Simulator.run(scenario, SETTINGS.withPaths(Simulation.BLOCK))));
    simulation.simulate(Simulation.BLOCK, PATHS - Simulation.BLOCK, Progress.NONE);
    assertThat(Bits.of(simulation.results(TIMING).base()))
        .isEqualTo(Bits.of(Simulator.run(scenario, SETTINGS)));
  }

  @Test
  void noPathCountsTwice() {
    Simulation simulation = Simulation.of(scenario, Map.of(), SETTINGS.sample());
    simulation.simulate(0, Simulation.BLOCK, Progress.NONE);
    assertThatThrownBy(() -> simulation.simulate(0, Simulation.BLOCK, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
