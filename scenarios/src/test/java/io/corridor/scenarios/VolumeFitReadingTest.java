package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.model.Carrier;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits of flows, partners and carriers, from file to draws. */
class VolumeFitReadingTest {
  private static final String HEAD =
      """
      corridor: 1
      name: Trade
      parties: {exporter: AAA, importer: BBB}
      start: 2010-01
      months: 24
      """;
  private static final String FITTED =
      HEAD
          + """
          drivers:
            brent: {kind: log-ou, unit: USD/bbl, fit: brent}
          flows:
            goods: {from: AAA, to: BBB, season: fit, elasticities: {brent: fit}, fit: goods}
          data:
            brent: {file: brent.csv, date: month, value: x, unit: USD/bbl}
            goods: {file: goods.csv, date: month, value: x, unit: mn USD}
          """;
  private static final String ENERGY =
      """
      energy:
        annual-value: 1 bn USD/year
        carriers:
          gas:
            demand: {base: 30 mcm/d}
            supply: {base: 20 mcm/d}
            imports: {%s}
            price: {base: 9 USD/MMBtu}
      data:
        power: {file: power.csv, date: month, value: x, unit: %s}
      """;

  @TempDir private Path folder;

  private void csv(String file, int months, IntToDoubleFunction value) throws IOException {
    StringBuilder csv = new StringBuilder("month,x\n");
    for (int t = 0; t < months; t++) {
      YearMonth month = YearMonth.of(2010, 1).minusMonths(months - t);
      csv.append(String.format(Locale.ROOT, "%s,%.4f%n", month, value.applyAsDouble(t)));
    }
    Files.writeString(folder.resolve(file), csv.toString());
  }

  private LoadedScenario read(String yaml) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), yaml);
    return ScenarioReader.create().read(folder.resolve("a.yaml"));
  }

  /** Ten years of Brent, and a flow that follows it and is twice as large in December. */
  private void write() throws IOException {
    double[] brent = new double[120];
    Random random = new Random(1);
    double x = Math.log(60);
    for (int t = 0; t < brent.length; t++) {
      brent[t] = Math.exp(x);
      x += (Math.log(60) - x) * 0.06 + 0.09 * random.nextGaussian();
    }
    csv("brent.csv", 120, t -> brent[t]);
    csv(
        "goods.csv",
        120,
        t ->
            (t % 12 == 11 ? 1200 : 600)
                * Math.pow(brent[t] / brent[119], 0.7)
                * Math.exp(0.08 * random.nextGaussian()));
  }

  @Test
  void aFittedFlowIsDrawnFromItsPosterior() throws IOException {
    write();
    LoadedScenario loaded = read(FITTED);
    Scenario scenario = loaded.scenario();
    Flow goods = scenario.flows().get("goods");
    String table = "fit-flows-goods";
    assertThat(goods.annualValue()).isEqualTo(Value.draw(table, "flows.goods.annual-value"));
    assertThat(goods.growth()).isEqualTo(Value.draw(table, "flows.goods.growth"));
    assertThat(goods.elasticities())
        .containsEntry("brent", Value.draw(table, "flows.goods.elasticities.brent"));
    assertThat(goods.noise())
        .contains(
            new Noise(
                Value.draw(table, "flows.goods.noise.reversion"),
                Value.draw(table, "flows.goods.noise.volatility"),
                Optional.of(Value.draw(table, "flows.goods.noise.start"))));
    assertThat(goods.season().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(12, within(1e-6));
    assertThat(goods.season().get(11) / goods.season().get(5)).isBetween(1.8, 2.1);
    Fit fit = loaded.evidence().fits().get(1);
    assertThat(fit.key()).isEqualTo("flows.goods");
    assertThat(fit.posterior().percentile("elasticities.brent", 50)).isCloseTo(0.7, within(0.15));
    // A year of 600 mn a month, and 1 200 in December, at the last price.
    double mean =
        Simulator.run(scenario, Settings.of(scenario).withPaths(2000)).series("total.12m").mean(11);
    assertThat(mean).isBetween(6.5e9, 9.5e9);
  }

  @Test
  void isWrittenAsAnOrdinaryScenario() throws IOException {
    write();
    Scenario scenario = read(FITTED).scenario();
    Files.writeString(folder.resolve("draws.csv"), DrawsCsv.of(scenario));
    Scenario again = read(ScenarioWriter.write(scenario)).scenario();
    assertThat(again.flows()).isEqualTo(scenario.flows());
    assertThat(again.drivers()).isEqualTo(scenario.drivers());
  }

  @Test
  void whatIsStatedStays() throws IOException {
    write();
    String stated =
        "annual-value: 7 to 9 bn USD/year, growth: 0.02, noise: {reversion: 3, volatility: fit,"
            + " start: 0}, ";
    LoadedScenario loaded =
        read(FITTED.replace("season: fit, elasticities: {brent: fit}, ", stated));
    Flow goods = loaded.scenario().flows().get("goods");
    assertThat(loaded.evidence().fits().get(1).posterior().names())
        .containsExactly("annual-value", "noise.volatility");
    assertThat(goods.growth()).isEqualTo(Value.of(0.02));
    assertThat(goods.noise().orElseThrow().reversion()).isEqualTo(Value.of(3));
    assertThat(goods.noise().orElseThrow().start()).contains(Value.ZERO);
  }

  @Test
  void aFitThatAVariantMakesFailIsToldWhereTheVariantStands() throws IOException {
    write();
    Files.writeString(folder.resolve("a.yaml"), FITTED + "variants:\n  early: {start: 2000-06}\n");
    String told = "a.yaml:14:11: drivers.brent.fit: brent has 5 observations to fit to";
    ScenarioReader early = ScenarioReader.create().withVariant("early");

    assertThatThrownBy(() -> early.read(folder.resolve("a.yaml")))
        .hasMessageContaining(told)
        .hasMessageContaining("(variant early; see line 7)");
    assertThat(
            early
                .evenIfFitsFail()
                .read(folder.resolve("a.yaml"))
                .evidence()
                .failedFits()
                .toString())
        .contains(told, "(variant early; see line 7)");
  }

  @Test
  void partnersAreFittedToYears() throws IOException {
    StringBuilder csv = new StringBuilder("year,x\n");
    Random random = new Random(2);
    for (int year = 1995; year < 2010; year++) {
      csv.append(year).append(',').append(900 + 90 * random.nextGaussian()).append('\n');
    }
    Files.writeString(folder.resolve("china.csv"), csv.toString());
    LoadedScenario loaded =
        read(
            HEAD
                + """
                flows: {goods: {from: AAA, to: BBB, annual-value: 1 bn USD/year}}
                partners: {CHN: {fit: china}}
                data: {china: {file: china.csv, date: year, value: x, unit: mn USD}}
                """);
    Partner china = loaded.scenario().partners().get("CHN");
    assertThat(china.annualValue())
        .isEqualTo(Value.draw("fit-partners-CHN", "partners.CHN.annual-value"));
    assertThat(loaded.evidence().fits().get(0).posterior().percentile("annual-value", 50))
        .isBetween(8e8, 1e9);
  }

  @Test
  void carriersAreFittedInTheirUnits() throws IOException {
    Random random = new Random(3);
    csv("power.csv", 60, t -> 10 * Math.exp(0.2 * random.nextGaussian()));
    LoadedScenario loaded =
        read(HEAD + ENERGY.formatted("capacity: 5 to 20 mcm/d, fit: power", "mcm/d"));
    Carrier.Source imports =
        (Carrier.Source) loaded.scenario().energy().orElseThrow().carriers().get("gas").imports();
    assertThat(imports.capacity())
        .isEqualTo(
            Value.draw("fit-energy-carriers-gas-imports", "energy.carriers.gas.imports.capacity"));
    assertThat(imports.noise()).isPresent();
    assertThat(loaded.evidence().fits().get(0).posterior().percentile("capacity", 50))
        .isBetween(9.0, 11.5);
    LoadedScenario named =
        read(
            HEAD
                + ENERGY
                    .formatted(
                        "sources: {pipe: {fit: power}, lng: {from: CCC, capacity: 3 mcm/d}}",
                        "mcm/d")
                    .replace("demand: {base: 30 mcm/d}", "demand: {fit: power, growth: fit}")
                    .replace(
                        "supply: {base: 20 mcm/d}",
                        "supply: {base: 20 mcm/d, fit: power, noise: fit}"));
    assertThat(named.evidence().fits().stream().map(Fit::key))
        .containsExactly(
            "energy.carriers.gas.demand",
            "energy.carriers.gas.supply",
            "energy.carriers.gas.imports.sources.pipe");
    assertThat(
            Simulator.run(named.scenario(), Settings.of(named.scenario()).withPaths(500))
                .series("energy.gas.demand")
                .mean(0))
        .isBetween(8.0, 13.0);
  }

  @Test
  void aBacktestAssertsWhatIsNotFitted() throws IOException {
    write();
    LoadedScenario loaded =
        read(
            FITTED.replace("season: fit", "season: fit, growth: 0.01")
                + """
                backtest:
                  origins: {from: 2006-01, to: 2009-01, every: 12}
                  horizons: [3, 6]
                  series: {flow.goods: goods}
                """);
    assertThat(loaded.evidence().asserted()).containsExactly("flows.goods.growth");
    Scenario past = loaded.evidence().at(YearMonth.of(2006, 1), 6).scenario();
    assertThat(past.flows().get("goods").season())
        .isNotEqualTo(loaded.scenario().flows().get("goods").season());
    assertThat(loaded.evidence().spreads())
        .containsExactly(
            new Backtest.Spread("drivers.brent", "driver.brent", Optional.empty(), Set.of()),
            new Backtest.Spread(
                "flows.goods", "flow.goods", Optional.empty(), Set.of("drivers.brent")));
    Scenario wide =
        loaded
            .evidence()
            .widened(Map.of("drivers.brent", 2.0))
            .at(YearMonth.of(2006, 1), 6)
            .scenario();
    String volatility = "drivers.brent.volatility";
    assertThat(wide.draws().get("fit-drivers-brent").columns().get(volatility).get(3))
        .isEqualTo(2 * past.draws().get("fit-drivers-brent").columns().get(volatility).get(3));
    assertThat(wide.draws().get("fit-flows-goods")).isEqualTo(past.draws().get("fit-flows-goods"));
  }

  @Test
  void shocksOfFlowsAndDriversAreCorrelated() throws IOException {
    write();
    LoadedScenario loaded =
        read(
            FITTED.replace("data:", "correlations: [{fit: [brent, goods]}]\ndata:")
                + "backtest: {origins: [2008-01], horizons: [3], series: {flow.goods: goods}}\n");
    assertThat(loaded.evidence().spreads())
        .extracting(Backtest.Spread::key)
        .containsExactly("drivers.brent", "flows.goods");
    assertThat(loaded.evidence().correlations().get(0).n()).isEqualTo(119);
    assertThat(loaded.scenario().correlations().get(0).rho()).isBetween(-0.4, 0.4);
  }

  // ------------------------------------------------------------------------------- wrong input

  @Test
  void whatDoesNotFitIsSaid() throws IOException {
    write();
    assertThatThrownBy(() -> read(FITTED.replace("fit: goods}", "fit: godos}")))
        .hasMessageContaining("a.yaml:9:77: flows.goods.fit: there is no series 'godos'");
    assertThatThrownBy(() -> read(FITTED.replace("unit: mn USD", "unit: MW")))
        .hasMessageContaining(
            "flows.goods.fit: goods is in MW, flows.goods in USD; a fit needs data in the unit");
    assertThatThrownBy(
            () ->
                read(
                    FITTED.replace(
                        "log-ou, unit: USD/bbl, fit: brent",
                        "log-ou, start: 60, level: 60, reversion: 1, volatility: 0.3")))
        .hasMessageContaining(
            "flows.goods.elasticities.brent: needs what brent was in the past: give the driver a"
                + " `fit`");
    assertThatThrownBy(
            () ->
                read(
                    FITTED.replace("season: fit", "growth: {choice: {values: [0], weights: [1]}}")))
        .hasMessageContaining("flows.goods.growth: can't be updated by data");
    assertThatThrownBy(() -> read(FITTED.replace("season: fit", "partner-share: fit")))
        .hasMessageContaining("flows.goods.partner-share: must be");
    assertThatThrownBy(() -> read(FITTED.replace("start: 2010-01", "start: 2001-06")))
        .hasMessageContaining("flows.goods.season: goods has 17 months to fit a season to");
  }

  @Test
  void aValueOfNothingIsNamedWithItsLine() throws IOException {
    write();
    String text = Files.readString(folder.resolve("goods.csv"));
    Files.writeString(
        folder.resolve("goods.csv"), text.replaceFirst("(?m)^2003-02,.*$", "2003-02,0"));
    assertThatThrownBy(() -> read(FITTED))
        .hasMessageContaining("goods.csv:39:9: flows.goods.fit: goods is 0.0 in 2003-02");
  }
}
