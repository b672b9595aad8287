package io.corridor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.RandomScenarios;
import io.corridor.model.Sample;
import io.corridor.report.screen.PathTable;
import io.corridor.report.screen.Screen;
import io.corridor.report.screen.StoryLines;
import io.corridor.report.story.SimulatedPath;
import io.corridor.report.story.Year;
import io.corridor.report.story.Years;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a scenario may hold, a path of it can be told. */
class RandomStoriesTest {

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void everyPathCanBeTold(long seed) {
    SimulatedPath path = SimulatedPath.of(RandomScenarios.of(seed), Sample.random(seed), seed % 7);
    assertThat(StoryLines.of(path, Screen.PLAIN))
        .allMatch(line -> line.length() <= 80)
        .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
    assertThat(PathTable.of(path, Screen.PLAIN)).isNotEmpty();
    for (Year year : Years.of(path)) {
      double sum = year.parts().values().stream().mapToDouble(Double::doubleValue).sum();
      double scale = Math.abs(year.total()) + Math.abs(year.before());
      assertThat(sum).isCloseTo(year.change(), within(1e-9 * Math.max(1, scale)));
    }
  }
}
