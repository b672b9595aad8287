package io.corridor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.model.Distribution;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which draw a number of the scenario takes. */
class NumbersTest {
  /** There and back through Φ: the relative error of the normal quantile is up to 3e-13. */
  private static final double ROUNDING = 2e-12;

  private static final Distribution UNIT = new Distribution.Uniform(0, 1);

  @Test
  void parameterIsOneDrawAndValuesHaveTheirOwn() {
    Scenario scenario =
        Scenarios.from("2020-01", 1).parameter("a", UNIT).parameter("b", Value.of(7)).build();
    Numbers numbers = new Numbers(scenario, new Draws(5, 3));
    double u = RandomStream.of(5, StreamName.PARAMETER.of("a")).key(0, 0).uniform(3);
    assertThat(numbers.at("one", Value.parameter("a"))).isEqualTo(u);
    assertThat(numbers.at("two", Value.parameter("a"))).isEqualTo(u);
    assertThat(numbers.at("three", Value.parameter("b"))).isEqualTo(7);
    assertThat(numbers.at("flows.goods.growth", UNIT))
        .isEqualTo(
            RandomStream.of(5, StreamName.VALUE.of("flows.goods.growth")).key(0, 0).uniform(3));
  }

  @Test
  void correlatedParametersFollowTheGaussianCopula() {
    Scenario scenario =
        Scenarios.from("2020-01", 1)
            .parameter("a", new Distribution.Normal(0, 1, Optional.empty()))
            .parameter("free", UNIT)
            .parameter("b", new Distribution.Normal(0, 1, Optional.empty()))
            .correlation("b", "a", -0.6)
            .build();
    for (long path = 0; path < 20; path++) {
      Numbers numbers = new Numbers(scenario, new Draws(5, path));
      double za = RandomStream.of(5, StreamName.PARAMETER.of("a")).key(0, 0).normal(path);
      double zb = RandomStream.of(5, StreamName.PARAMETER.of("b")).key(0, 0).normal(path);
      assertThat(numbers.at("", Value.parameter("a"))).isCloseTo(za, offset(ROUNDING));
      assertThat(numbers.at("", Value.parameter("b")))
          .isCloseTo(-0.6 * za + 0.8 * zb, offset(ROUNDING));
      assertThat(numbers.at("", Value.parameter("free")))
          .isEqualTo(RandomStream.of(5, StreamName.PARAMETER.of("free")).key(0, 0).uniform(path));
    }
  }
}
