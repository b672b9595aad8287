package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Distribution;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers in their units. */
class QuantityReadingTest {

  private static Scenario read(String yaml) {
    return ScenarioReader.create().readText(yaml, "x.yaml").scenario();
  }

  private static double constant(Value value) {
    return ((Value.Constant) value).number();
  }

  /** Equal to the last bit: decimals are scaled exactly and rounded once. */
  @ParameterizedTest
  @CsvSource({
    "12000000000, 12e9",
    "12 bn, 12e9",
    "12 bn USD/year, 12e9",
    "12bn USD/year, 12e9",
    "'\"12 bn USD/year\"', 12e9",
    "1_200.5 mn USD/year, 1200.5e6",
    "0.3 tn USD/year, 0.3e12",
    "5 k USD/year, 5000",
    "1e9 USD/year, 1e9",
    "1.5E+3, 1500",
    ".5, 0.5",
    "+5, 5",
    "7., 7",
    "0.1 bn USD/year, 1e8",
    "100 mn USD/month, 1.2e9"
  })
  void money(String written, double number) {
    Scenario scenario =
        read(Minimal.replacing("annual-value: 2 bn USD/year", "annual-value: " + written));

    assertThat(constant(scenario.flows().get("goods").annualValue())).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"0.04, 0.04", "4 %, 0.04", "4%, 0.04", "4 %/year, 0.04", "-2.5 %, -0.025"})
  void yearlyRates(String written, double number) {
    Scenario scenario =
        read(
            Minimal.replacing("annual-value: 2 bn", "growth: " + written + ", annual-value: 2 bn"));

    assertThat(constant(scenario.flows().get("goods").growth())).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"28 mcm/d, 28", "28, 28", "0.365 bcm/year, 1", "7.3 bcm/year, 20"})
  void gas(String written, double number) {
    Scenario scenario = read(Minimal.replacing("base: 10 mcm/d", "base: " + written));

    assertThat(
            constant(
                scenario.energy().orElseThrow().carriers().get("gas").demand().quantity().base()))
        .isEqualTo(number);
  }

  @Test
  void powerAndItsPrice() {
    Scenario scenario =
        read(
            Minimal.YAML
                .replace("    gas:", "    electricity:")
                .replace("10 mcm/d", "14.5 GW")
                .replace("5 mcm/d", "1_200 MW")
                .replace("8 mcm/d", "3_300")
                .replace("6 USD/MMBtu", "0.095 USD/kWh"));

    var electricity = scenario.energy().orElseThrow().carriers().get("electricity");
    assertThat(constant(electricity.demand().quantity().base())).isEqualTo(14_500);
    assertThat(constant(electricity.supply().quantity().base())).isEqualTo(1200);
    assertThat(electricity.sources().get("").capacity()).isEqualTo(Value.of(3300));
    assertThat(constant(electricity.price().orElseThrow().base())).isEqualTo(95);
  }

  @Test
  void oilUnderAnotherName() {
    Scenario scenario =
        read(
            Minimal.YAML
                .replace("    gas:", "    crude:\n      kind: oil")
                .replace("10 mcm/d", "100 kb/d")
                .replace("5 mcm/d", "0.05 mn kb/d")
                .replace("8 mcm/d", "10")
                .replace("6 USD/MMBtu", "60 USD/bbl"));

    var crude = scenario.energy().orElseThrow().carriers().get("crude");
    assertThat(constant(crude.supply().quantity().base())).isEqualTo(50_000);
    assertThat(constant(crude.price().orElseThrow().base())).isEqualTo(60);
  }

  @Test
  void distributionsHaveUnitsToo() {
    Scenario scenario =
        read(
            Minimal.replacing(
                "base: 10 mcm/d", "base: {normal: [10 mcm/d, 1], within: [0.365 bcm/year, 20]}"));

    assertThat(scenario.energy().orElseThrow().carriers().get("gas").demand().quantity().base())
        .isEqualTo(new Distribution.Normal(10, 1, Optional.of(new Distribution.Interval(1, 20))));
  }

  @Test
  void parametersAreKeptInTheirBaseUnit() {
    Scenario scenario =
        read(
            Minimal.with("parameters: {v: {uniform: [1 bn USD/year, 100 mn USD/month]}, g: 3 %}\n")
                .replace("annual-value: 2 bn USD/year", "annual-value: {parameter: v}")
                .replace("{oil: 0.1}", "{oil: 0.1}, growth: {parameter: g}"));

    assertThat(scenario.parameters())
        .containsEntry("v", new Distribution.Uniform(1e9, 1.2e9))
        .containsEntry("g", Value.of(0.03));
    assertThat(scenario.flows().get("goods").annualValue()).isEqualTo(Value.parameter("v"));
  }

  @ParameterizedTest
  @CsvSource({
    "total.12m, 4.5 bn USD/year, 4.5e9",
    "total.12m, 375 mn USD/month, 4.5e9",
    "total, 12 mn USD/year, 1e6",
    "total, 1 mn USD/month, 1e6",
    "total, 1000000, 1e6",
    "energy.gas.imports, 0.73 bcm/year, 2",
    "energy.gas.unserved-share, 20 %, 0.2",
    "energy.gas.price, 7 USD/MMBtu, 7",
    "driver.oil, 80 USD/bbl, 80",
    "regime.tense, 1, 1"
  })
  void thresholdsAreConvertedToTheMetricsUnit(String metric, String written, double number) {
    Scenario scenario =
        read(
            Minimal.replacing(
                "metric: total.12m, at-least: 4 bn USD/year",
                "metric: " + metric + ", at-least: " + written));

    assertThat(scenario.questions().get("grows").band()).isEqualTo(Question.Band.atLeast(number));
  }

  @Test
  void driversTakeTheirOwnUnit() {
    String driver = "start: 50, volatility: 0.3, unit: USD/bbl";
    assertThat(
            read(Minimal.replacing(driver, "start: 50 USD/bbl, volatility: 30 %, unit: USD/bbl")))
        .isEqualTo(Minimal.scenario());
    assertThat(read(Minimal.replacing(driver, "start: 1190 IQD/USD, volatility: 0, unit: IQD/USD")))
        .extracting(scenario -> scenario.drivers().get("oil").unit())
        .isEqualTo("IQD/USD");
    assertThatThrownBy(
            () -> read(Minimal.replacing(driver, "start: 1190 IQD, volatility: 0, unit: IQD/USD")))
        .hasMessageContaining("unit 'IQD' is unknown; must be a number in IQD/USD");
  }

  @ParameterizedTest
  @CsvSource({"8.76 TWh/year, 1000", "87.6 GWh/year, 10", "1.2 GW, 1200"})
  void energyOfAYearIsSpreadOverItsHours(String written, double megawatts) {
    Scenario scenario =
        read(
            Minimal.YAML
                .replace("    gas:", "    electricity:")
                .replace("10 mcm/d", written)
                .replace("5 mcm/d", "0")
                .replace("8 mcm/d", "0")
                .replace("6 USD/MMBtu", "95"));

    var electricity = scenario.energy().orElseThrow().carriers().get("electricity");
    assertThat(constant(electricity.demand().quantity().base())).isEqualTo(megawatts);
  }

  @Test
  void gasByTheThousandCubicMetres() {
    String store = "storage: {capacity: 0.5 bcm, start: 250_000 tcm, injection: 3, withdrawal: 5, ";
    Scenario scenario =
        read(
            Minimal.YAML
                .replace("6 USD/MMBtu", "353.15 USD/tcm")
                .replace("    gas:\n", "    gas:\n      " + store + "fill-months: [4]}\n"));

    var gas = scenario.energy().orElseThrow().carriers().get("gas");
    assertThat(constant(gas.price().orElseThrow().base())).isEqualTo(10);
    assertThat(constant(gas.storage().orElseThrow().capacity())).isEqualTo(500);
    assertThat(constant(gas.storage().orElseThrow().start())).isEqualTo(250);
  }

  @Test
  void oilByTheMillionBarrels() {
    Scenario scenario =
        read(
            Minimal.YAML
                .replace("    gas:", "    crude:\n      kind: oil")
                .replace("10 mcm/d", "1.5 mb/d")
                .replace("5 mcm/d", "0")
                .replace("8 mcm/d", "0")
                .replace("6 USD/MMBtu", "60"));

    var oil = scenario.energy().orElseThrow().carriers().get("crude");
    assertThat(constant(oil.demand().quantity().base())).isEqualTo(1500);
  }

  @Test
  void eurosAreWorthWhatTheFileSays() {
    String euros = Minimal.replacing("2 bn USD/year", "2 bn EUR/year");
    Scenario scenario =
        read(
            ("eur: 1.12 USD\n" + euros)
                .replace("base: 6 USD/MMBtu", "base: {parameter: p}")
                .replace("at-least: 4 bn USD/year", "at-least: 100 mn EUR/month")
                .replace("drivers:", "parameters: {p: {uniform: [5 EUR/MMBtu, 10]}}\ndrivers:"));

    assertThat(constant(scenario.flows().get("goods").annualValue())).isEqualTo(2.24e9);
    assertThat(scenario.parameters()).containsEntry("p", new Distribution.Uniform(5.6, 10));
    assertThat(scenario.questions().get("grows").band()).isEqualTo(Question.Band.atLeast(1.344e9));
    assertThat(ScenarioReader.create().withSet("eur", "2").readText("eur: 1\n" + euros, "x"))
        .extracting(loaded -> constant(loaded.scenario().flows().get("goods").annualValue()))
        .isEqualTo(4e9);
    assertThatThrownBy(() -> read(euros))
        .hasMessageContaining("is in euros, but the file doesn't say what one is worth")
        .hasMessageContaining("`eur: 1.12 USD`");
    assertThatThrownBy(() -> read("eur: 0\n" + euros)).hasMessageContaining("eur: must be above 0");
  }

  static Stream<Arguments> slips() {
    String base = "base: 10 mcm/d";
    String months = "months: 12";
    return Stream.of(
        Arguments.of("2 bn USD/year", "2 bn USD", "did you mean 'USD/year'?"),
        Arguments.of(base, "base: 5.8 bcm", "did you mean 'bcm/year'?"),
        Arguments.of("tense: 0.1}", "tense: 10}", "not 10; if per cent are meant, write 10 %"),
        Arguments.of(base, "base: 0-4%", "write {uniform: [0 %, 4 %]}"),
        Arguments.of(base, "base: 8 mcm/d - 12 mcm/d", "{uniform: [8 mcm/d, 12 mcm/d]}"),
        Arguments.of(base, "base: '1,200 mcm/d'", "grouped by _: write 1_200 mcm/d"),
        Arguments.of(base, "base: 1 200.5", "grouped by _: write 1_200.5"),
        Arguments.of(base, "base: 1.200.000", "grouped by _: write 1_200_000"),
        Arguments.of(base, "base: 1,200 mcm/d", "a comma ends a value in braces"),
        Arguments.of(base, "base: '0,5 mcm/d'", "decimals follow a point: write 0.5 mcm/d"),
        Arguments.of(months, "months: 12\nannual-value: 5", "it is a key of an energy section"),
        Arguments.of(months, "months: 12\n growth: 5", "the indentation is wrong"));
  }

  /** What people write elsewhere, and the advice they get. */
  @ParameterizedTest
  @MethodSource("slips")
  void slipsAreToldTheirCure(String piece, String slip, String advice) {
    assertThatThrownBy(() -> read(Minimal.replacing(piece, slip))).hasMessageContaining(advice);
  }

  @Test
  void exponentsAreNoRanges() {
    assertThat(
            constant(
                read(Minimal.replacing("2 bn USD/year", "2e-5"))
                    .flows()
                    .get("goods")
                    .annualValue()))
        .isEqualTo(2e-5);
  }

  @Test
  void correlationsMayBePercentages() {
    Scenario scenario =
        read(
            Minimal.YAML.replace(
                "drivers:\n",
                "correlations: [{between: [oil, tax], rho: 30 %}]\ndrivers:\n"
                    + "  tax: {kind: gbm, start: 1, volatility: 0.1}\n"));
    assertThat(scenario.correlations().get(0).rho()).isEqualTo(0.3);
  }

  @Test
  void aMappingThatReplacesTheWholeNamesTheKeyToWrite() {
    assertThatThrownBy(() -> read(Minimal.with("variants: {more: {flows.goods: {growth: 0.1}}}\n")))
        .hasMessageContaining("the mapping replaces all of flows.goods")
        .hasMessageContaining("write flows.goods.growth");
    assertThatThrownBy(
            () ->
                ScenarioReader.create()
                    .withSet("flows.goods", "{growth: 0.1}")
                    .readText(Minimal.YAML, "x.yaml"))
        .hasMessageContaining("to change one key, write flows.goods.growth");
  }
}
