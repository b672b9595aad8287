package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** At the start the shipped scenarios reproduce the figures that they were built from. */
class ShippedFiguresTest {
  private static final int YEAR = 12;

  private static Projection run(LoadedScenario loaded) {
    Scenario scenario =
        loaded.scenario().toBuilder()
            .output(new Output(List.of(50.0), Optional.empty()))
            .buildUnchecked();
    return Simulator.run(scenario, Settings.of(scenario).withPaths(20_000));
  }

  private static double median(Projection projection, String metric, int month) {
    return projection.series(metric).percentile(50, month);
  }

  /** Returns the mean of the first year's medians, months weighed by their days. */
  private static double yearly(Projection projection, String metric) {
    Series series = projection.series(metric);
    return weighed(series, month -> series.percentile(50, month));
  }

  private static double weighed(Series series, IntToDoubleFunction value) {
    double sum = 0;
    int days = 0;
    for (int t = 0; t < YEAR; t++) {
      int length = series.month(t).lengthOfMonth();
      sum += value.applyAsDouble(t) * length;
      days += length;
    }
    return sum / days;
  }

  private static void assertNear(double actual, double expected, double percent) {
    assertThat(actual).isCloseTo(expected, Percentage.withPercentage(percent));
  }

  @Test
  void iranAndIraqTradeTwelveBillion() {
    Projection p = run(ShippedScenarios.read("iran-iraq-2019"));
    assertNear(median(p, "total.12m", 0), 12.0e9, 1);
    assertNear(median(p, "compared.12m", 0), 8.95e9, 1);
    assertNear(median(p, "partner.CHN.12m", 0), 9.055e9, 1);
    assertNear(yearly(p, "energy.electricity.imports"), 534, 3); // 4.68 TWh a year
    assertNear(yearly(p, "energy.gas.imports"), 11.04, 3); // 4.03 bcm a year
    assertNear(yearly(p, "energy.electricity.domestic"), 11_230, 2); // 98.4 TWh a year
    assertNear(median(p, "arrears", 0), 1.0e9, 1.5);
    double energy = 0;
    for (int t = 0; t < YEAR; t++) {
      assertThat(median(p, "rank", t)).as("rank in month %d", t).isEqualTo(2);
      energy += p.series("energy.electricity.value").mean(t) + p.series("energy.gas.value").mean(t);
    }
    assertNear(energy, 1.75e9, 5);
    for (YearMonth summer : List.of(YearMonth.of(2019, 7), YearMonth.of(2019, 8))) {
      int t = p.series("total").index(summer);
      assertThat(median(p, "energy.electricity.unserved", t)).isBetween(8_000.0, 9_500.0);
      assertThat(median(p, "energy.electricity.unserved-share", t)).isBetween(0.36, 0.42);
    }
  }

  @Test
  void germanyBuysRussianGas() {
    Projection p = run(ShippedScenarios.read("germany-russia-gas-2021"));
    assertNear(median(p, "total.12m", 0), 56.42e9, 1);
    assertNear(yearly(p, "energy.gas.imports"), 151.5, 3);
    assertNear(yearly(p, "energy.gas.demand"), 238.6, 2);
    for (int t = 0; t < YEAR; t++) {
      assertThat(median(p, "energy.gas.unserved-share", t)).isZero();
    }
  }

  @Test
  void withoutTariffsNothingIsDiverted() {
    Projection p =
        run(ScenarioReader.create().withVariant("no-tariffs").readShipped("us-china-tariffs-2018"));
    assertThat(median(p, "total.12m", 0)).isCloseTo(660.2e9, within(0.01 * 660.2e9));
    p.series()
        .forEach(
            (id, series) -> {
              if (id.endsWith(".diverted")) {
                assertThat(series.mean(YEAR)).as(id).isZero();
              }
            });
  }

  @Test
  void tariffsDivert() {
    Projection p = run(ShippedScenarios.read("us-china-tariffs-2018"));
    assertThat(
            p.series().entrySet().stream()
                .filter(series -> series.getKey().endsWith(".diverted"))
                .mapToDouble(series -> series.getValue().mean(YEAR))
                .sum())
        .isPositive();
    assertThat(median(p, "rank", 0)).isEqualTo(1);
  }
}
