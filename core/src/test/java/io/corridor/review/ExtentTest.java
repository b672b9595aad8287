package io.corridor.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Distribution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtentTest {

  @Test
  void holdsAllButTheTails() {
    Extent extent = Extent.of(new Distribution.Uniform(100, 200));

    assertThat(extent.low()).isEqualTo(101, within(1e-9));
    assertThat(extent.middle()).isEqualTo(150, within(1e-9));
    assertThat(extent.high()).isEqualTo(199, within(1e-9));
  }

  @Test
  void isAPointWhereNothingIsUncertain() {
    assertThat(Extent.of(new Distribution.Normal(3, 0, Optional.empty())))
        .isEqualTo(new Extent(3, 3, 3));
  }

  @Test
  void endsAtTheRarestValuesOfAChoice() {
    assertThat(Extent.of(new Distribution.Choice(List.of(1.0, 2.0, 5.0), List.of(0.3, 0.4, 0.3))))
        .isEqualTo(new Extent(1, 2, 5));
  }
}
