package io.corridor.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final LoadedScenario loaded = ShippedScenarios.read("iran-iraq-2019");
  private final Map<String, History> histories = History.of(loaded.evidence(), loaded.scenario());

  @Test
  void aSeriesOfMonthsIsShownAsItIsUpToTheStart() {
    History brent = Objects.requireNonNull(histories.get("driver.brent"));
    DataSeries data = Objects.requireNonNull(loaded.evidence().data().get("brent"));
    assertThat(brent.series()).isEqualTo("brent");
    assertThat(brent.before()).hasSize(60).startsWith(60).endsWith(1);
    for (int i = 0; i < brent.values().length; i++) {
      Period month =
          new Period(Every.MONTH, loaded.scenario().start().minusMonths(brent.before()[i]));
      assertThat(data.actual().at(month)).as(month.toString()).contains(brent.values()[i]);
    }
  }

  @Test
  void monthsAddUpToTradeOverTwelve() {
    LoadedScenario tariffs = ShippedScenarios.read("us-china-tariffs-2018");
    History trade =
        Objects.requireNonNull(History.of(tariffs.evidence(), tariffs.scenario()).get("total.12m"));
    assertThat(trade.before()).hasSize(60).startsWith(60).endsWith(1);
    // 660.2 bn USD in the year to June 2018, by the Census.
    assertThat(trade.values()[59]).isCloseTo(660.2e9, Offset.offset(0.1e9));
    assertThat(trade.lastBefore()).hasValue(trade.values()[59]);
    assertThat(new History("later", new int[] {2, 0, -1}, new double[] {1, 2, 3}).lastBefore())
        .as("what came after the start isn't of before")
        .hasValue(1);
    assertThat(History.of(tariffs.evidence(), tariffs.scenario()))
        .as("what its backtest's variant alone has")
        .doesNotContainKey("flow.from-china");
  }

  @Test
  void whatIsOfAPartIsNoForecastOfAll() {
    History trade = Objects.requireNonNull(histories.get("total.12m"));
    assertThat(trade.part()).isEqualTo("comparable trade");
    // The Iranian years that end in March 2014 to 2018.
    assertThat(trade.before()).containsExactly(60, 48, 36, 24, 12);
    assertThat(trade.values()).startsWith(6.1e9).endsWith(6.425e9);
    assertThat(trade.lastBefore()).isEmpty();
  }

  @Test
  void aSeriesThatGoesOnTellsWhatCame() {
    String scenario =
        """
        corridor: 1
        name: Oil
        parties: {exporter: AAA, importer: BBB}
        start: 2010-03
        months: 2
        drivers: {brent: {kind: gbm, start: 50, drift: 0, volatility: 0.3, unit: USD/bbl}}
        data: {oil: {file: oil.csv, date: m, value: v, unit: USD/bbl, lag: 1, shows: driver.brent}}
        """;
    String csv = "m,v\n2010-01,1\n2010-02,2\n2010-03,3\n2010-04,4\n2010-05,5\n";
    LoadedScenario read =
        ScenarioReader.create().readText(scenario, "oil.yaml", Map.of("oil.csv", csv));
    History oil =
        Objects.requireNonNull(History.of(read.evidence(), read.scenario()).get("driver.brent"));
    assertThat(oil.before()).as("no more than the scenario's months").containsExactly(2, 1, 0, -1);
    assertThat(oil.values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void nothingIsKnownOfMetricsWithoutASeries() {
    assertThat(histories).doesNotContainKey("energy.gas.dependency");
    LoadedScenario without = ShippedScenarios.read("yardstick");
    assertThat(History.of(without.evidence(), without.scenario())).isEmpty();
  }
}
