package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Output;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.run.Progress;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results by calendar month, and percentiles that nobody asked for beforehand. */
class ByMonthTest {
  private static final YearMonth START = Corridors.START;
  private static final Settings SETTINGS = new Settings(2_000, 5, 1, Progress.NONE);

  private static Scenario.Builder corridor() {
    return Corridors.logNormal(0, 0.3).question("ends", Corridors.ends("x", 1));
  }

  @Test
  void aSeriesIsReadByCalendarMonth() {
    Series series = Simulator.run(corridor().build(), SETTINGS).series("driver.x");
    YearMonth june = START.plusMonths(5);
    assertThat(series.mean(june)).isEqualTo(series.mean(5));
    assertThat(series.sd(june)).isEqualTo(series.sd(5)).isPositive();
    assertThat(series.standardError(june)).isEqualTo(series.standardError(5));
    assertThat(series.percentile(50, june)).isEqualTo(series.percentile(50, 5));
    YearMonth last = START.plusMonths(series.months() - 1);
    assertThat(series.index(last)).isEqualTo(series.months() - 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series.mean(last.plusMonths(1)))
        .withMessage("2021-02 lies outside the months 2020-01 to 2021-01");
    assertThatIllegalArgumentException().isThrownBy(() -> series.mean(START.minusMonths(1)));
    assertThatThrownBy(() -> series.mean(13))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("month 13 (2021-02); there are 0 (2020-01) to 12 (2021-01)");
  }

  @Test
  void anyPercentileIsThatOfARunThatAskedForIt() {
    List<Double> asked = List.of(1.0, 37.5, 99.0);
    Series series = Simulator.run(corridor().build(), SETTINGS).series("driver.x");
    Projection other =
        Simulator.run(corridor().output(Output.ALL.withPercentiles(asked)).build(), SETTINGS);
    for (double percentile : asked) {
      for (int month = 0; month < series.months(); month++) {
        assertThat(series.percentile(percentile, month))
            .isEqualTo(other.series("driver.x").percentile(percentile, month));
      }
    }
    assertThat(series.percentile(1, 12)).isLessThan(series.percentile(99, 12));
    assertThatIllegalArgumentException().isThrownBy(() -> series.percentile(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> series.percentile(100, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> series.percentile(Double.NaN, 1));
  }

  @Test
  void aSeriesThatWasReadBackKnowsNoOthers() {
    Series series = Simulator.run(corridor().build(), SETTINGS).series("driver.x");
    Series stored =
        new Series(
            series.metric(),
            START,
            new double[] {1},
            new double[] {0},
            new double[] {0},
            List.of(50.0),
            new double[][] {{1}});
    assertThat(stored.percentile(50, START)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stored.percentile(40, 0))
        .withMessage("percentile 40.0 was not kept; there are [50.0]");
  }

  @Test
  void differencesAreReadByCalendarMonth() {
    Scenario more = corridor().driver("x", Corridors.gbm(0.2, 0.3)).build();
    Comparison comparison = Simulator.compare(corridor().build(), Map.of("more", more), SETTINGS);
    MetricDifference difference = comparison.differences("more").metric("driver.x");
    YearMonth last = START.plusMonths(12);
    assertThat(difference.mean(last)).isEqualTo(difference.mean(12)).isPositive();
    assertThat(difference.sd(last)).isEqualTo(difference.sd(12));
    assertThat(difference.standardError(last)).isEqualTo(difference.standardError(12));
    assertThat(difference.above(last)).isEqualTo(difference.above(12)).isEqualTo(1);
    assertThat(difference.below(last)).isEqualTo(difference.below(12));
  }

  @Test
  void pathsAreReadByCalendarMonth() {
    Paths paths = Replay.of(corridor().build(), Sample.random(5), List.of("driver.x")).paths(0, 50);
    YearMonth last = START.plusMonths(12);
    int hits = 0;
    for (int path = 0; path < paths.count(); path++) {
      double x = paths.value("driver.x", last, path);
      assertThat(x).isEqualTo(paths.value("driver.x", 12, path));
      assertThat(paths.firstMonth("ends", path).isPresent()).isEqualTo(x > 1);
      hits += x > 1 ? 1 : 0;
    }
    assertThat(hits).isBetween(5, 45);
    assertThat(paths.firstMonth("ends", hitOf(paths))).hasValue(last);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paths.value("driver.x", START.plusMonths(13), 0));
  }

  private static int hitOf(Paths paths) {
    int path = 0;
    while (paths.outcome("ends", path).value() == 0) {
      path++;
    }
    return path;
  }
}
