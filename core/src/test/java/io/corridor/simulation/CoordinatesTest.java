package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Distribution;
import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoordinatesTest {

  /** A growth, and a shock for each month but the first. */
  private static Scenario scenario(int months) {
    return Scenario.builder("A corridor", "A", "B", Corridors.START, months)
        .driver("x", Driver.Gbm.of(1, 0, 0.2).withDrift(new Distribution.Uniform(0, 0.1)))
        .flow("goods", Corridors.flow(Map.of("x", Value.ONE)))
        .build();
  }

  @Test
  void allNumbersAreCoordinatesWhereThereAreNoMoreThanAThousand() {
    assertThat(Coordinates.of(scenario(1000))).isEqualTo(new Coordinates(1000, 1000));
    assertThat(Coordinates.of(scenario(13))).isEqualTo(new Coordinates(13, 13));
  }

  @Test
  void othersAreRandom() {
    assertThat(Coordinates.of(scenario(1200))).isEqualTo(new Coordinates(1200, 1000));
  }
}
