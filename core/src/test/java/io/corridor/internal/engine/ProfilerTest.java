package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.RandomScenarios;
import io.corridor.projection.Profile;
import org.junit.jupiter.api.Test;

class ProfilerTest {
  private final Plan plan =
      PlanCompiler.compile(Paths.reportingAll(RandomScenarios.of(1)), Drawn.of(1), Wanted.REPORTED);
  private final Profile profile = Profiler.of(plan, 0);

  @Test
  void everyStepIsInOnePart() {
    int others = 1 + plan.inquiries().size() + plan.metrics().size();
    assertThat(profile.parts().stream().mapToInt(Profile.Part::steps).sum())
        .isEqualTo(plan.parts().size() + others);
    assertThat(profile.parts()).doesNotHaveDuplicates().allMatch(part -> part.nanos() >= 0);
  }

  @Test
  void partsComeInTheOrderOfARun() {
    assertThat(profile.parts().stream().map(Profile.Part::section).distinct())
        .startsWith("start of a path")
        .containsSubsequence("drivers", "totals", "statistics")
        .endsWith("statistics");
  }

  @Test
  void timeAndMemoryAreTaken() {
    assertThat(profile.nanos()).isPositive();
    assertThat(profile.memory()).isPositive();
  }
}
