package io.corridor.internal.energy;

import static io.corridor.internal.engine.Corridors.electricity;
import static io.corridor.internal.engine.Corridors.energy;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.imports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Carrier.Project;
import io.corridor.model.Distribution;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When projects come into supply, and with what probability (section 6 of the model). */
class ProjectLawTest {
  private static final long SEED = 20_260_906;
  private static final int PATHS = 100_000;

  private static Paths domestic(int months, Map<String, Project> projects) {
    Scenario scenario =
        from("2020-01", months)
            .energy(energy(electricity(10_000, 100, imports(0), projects)))
            .build();
    return Paths.of(scenario, SEED, PATHS, "energy.power.domestic");
  }

  private static Project project(String planned, Value delay, double cancel) {
    return new Project(
        Value.of(40), YearMonth.parse(planned), delay, Value.of(cancel), 1, Value.of(0.5));
  }

  private static long complete(Paths paths, int month) {
    return Arrays.stream(paths.at("energy.power.domestic", month)).filter(d -> d == 120).count();
  }

  /**
   * A delay of N(2, 3²) months, planned for month 6: complete by t if ⌊delay + ½⌋ is at most t − 6.
   */
  @Test
  void completionIsTheLawOfTheRoundedDelayOfWhatIsNotCancelled() {
    Value delay = new Distribution.Normal(2, 3, Optional.empty());
    Paths paths = domestic(24, Map.of("plant", project("2020-07", delay, 0.3)));
    NormalDistribution law = new NormalDistribution(2, 3);
    for (int t = 0; t < 24; t++) {
      double byThen = law.cumulativeProbability(t - 6 + 0.5);
      Significance.share("complete by " + t, complete(paths, t), PATHS, 0.7 * byThen);
    }
  }

  @Test
  void halvesAreRoundedUp() {
    Value delay =
        new Distribution.Choice(List.of(-1.5, -0.5, 0.5, 1.49), List.of(1.0, 2.0, 3.0, 4.0));
    Paths paths = domestic(10, Map.of("plant", project("2020-07", delay, 0)));
    double[] byThen = {0, 0, 0, 0, 0, 0.1, 0.3, 1, 1, 1};
    for (int t = 0; t < 10; t++) {
      Significance.share("complete by " + t, complete(paths, t), PATHS, byThen[t]);
    }
  }

  /** Planned for 9, or 0, months before the start: what is late isn't there yet, or never comes. */
  @ParameterizedTest
  @ValueSource(strings = {"2019-04", "2020-01"})
  void whatWasPlannedBeforeTheStartIsLateOrCancelledAsAnyOther(String planned) {
    int month = (int) ChronoUnit.MONTHS.between(YearMonth.of(2020, 1), YearMonth.parse(planned));
    Value delay = new Distribution.Normal(4, 6, Optional.empty());
    Paths paths = domestic(12, Map.of("plant", project(planned, delay, 0.25)));
    NormalDistribution law = new NormalDistribution(4, 6);
    for (int t = 0; t < 12; t++) {
      double byThen = law.cumulativeProbability(t - month + 0.5);
      Significance.share("complete by " + t, complete(paths, t), PATHS, 0.75 * byThen);
    }
  }

  /** Two projects are delayed and cancelled each by itself. */
  @Test
  void projectsAreIndependent() {
    Value delay = new Distribution.Uniform(-0.5, 1.5);
    Paths paths =
        domestic(
            8,
            Map.of("one", project("2020-07", delay, 0.2), "two", project("2020-07", delay, 0.6)));
    long both = Arrays.stream(paths.at("energy.power.domestic", 6)).filter(d -> d == 140).count();
    long none = Arrays.stream(paths.at("energy.power.domestic", 7)).filter(d -> d == 100).count();
    Significance.share("both at once", both, PATHS, 0.8 * 0.4 / 4);
    Significance.share("both cancelled", none, PATHS, 0.2 * 0.6);
  }

  /** Planned for a year before the start, over 24 months: 13 of them are behind in month 0. */
  @Test
  void rampsRunFromTheMonthOfCompletion() {
    Project early =
        new Project(Value.of(48), YearMonth.of(2019, 1), Value.ZERO, Value.ZERO, 24, Value.ONE);
    Project late =
        new Project(Value.of(30), YearMonth.of(2020, 3), Value.ZERO, Value.ZERO, 3, Value.ONE);
    double[] domestic =
        domestic(13, Map.of("early", early, "late", late)).of("energy.power.domestic", 0);
    double[] expected = {126, 128, 140, 152, 164, 166, 168, 170, 172, 174, 176, 178, 178};
    assertThat(domestic).containsExactly(expected, within(1e-12));
  }
}
