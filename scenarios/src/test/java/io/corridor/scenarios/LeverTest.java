package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeverTest {

  private static Lever lever(String yaml, String key) {
    return ScenarioReader.create().readText(yaml, "x.yaml").levers().stream()
        .filter(lever -> lever.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCertainNumberMovesFromHalfToTwice() {
    assertThat(lever(Minimal.YAML, "energy.carriers.gas.demand.base"))
        .isEqualTo(
            new Lever(
                "energy.carriers.gas.demand.base",
                "10 mcm/d",
                "mcm/d",
                10,
                5,
                20,
                false,
                true,
                List.of(
                    new Lever.Spread(true, 1.000001e-5, Double.POSITIVE_INFINITY),
                    new Lever.Spread(false, 0, Double.POSITIVE_INFINITY)),
                Optional.empty()));
  }

  @Test
  void anUncertainNumberMovesOverItsDistribution() {
    String yaml =
        Minimal.replacing("demand: {base: 10 mcm/d}", "demand: {base: {uniform: [8, 18]}}");
    Lever lever = lever(yaml, "energy.carriers.gas.demand.base");

    assertThat(lever.uncertain()).isTrue();
    assertThat(lever.written()).isEqualTo("{uniform: [8, 18]}");
    assertThat(lever.low()).isEqualTo(8.1, within(1e-9));
    assertThat(lever.value()).isEqualTo(13, within(1e-9));
    assertThat(lever.high()).isEqualTo(17.9, within(1e-9));
  }

  /** Twenty years of a rise of 4.7 % a year, each of which the file doesn't expect. */
  private static final String MEASURED =
      Minimal.replacing(
              "oil: {kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl}",
              "oil: {kind: gbm, drift: {normal: [-0.02, 0.02]}, unit: USD/bbl, fit: oil}")
          + "data: {oil: {file: oil.csv, date: year, value: x, unit: USD/bbl, of: end}}\n";

  private static LoadedScenario measured(String... set) {
    StringBuilder csv = new StringBuilder("year,x\n");
    for (int year = 2000; year < 2020; year++) {
      csv.append(year)
          .append(',')
          .append(40 * Math.pow(1.047, year - 2010) + year % 3)
          .append('\n');
    }
    ScenarioReader reader = ScenarioReader.create();
    for (int i = 0; i < set.length; i += 2) {
      reader = reader.withSet(set[i], set[i + 1]);
    }
    return reader.readText(MEASURED, "x.yaml", Map.of("oil.csv", csv.toString()));
  }

  private static Lever drift(LoadedScenario loaded) {
    return loaded.levers().stream()
        .filter(lever -> lever.key().equals("drivers.oil.drift"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNumberThatDataUpdateIsWhatIsDrawnOfIt() {
    Lever drift = drift(measured());

    assertThat(drift.measured())
        .hasValueSatisfying(
            measured -> {
              assertThat(measured.series()).isEqualTo("oil");
              assertThat(measured.low()).isEqualTo(-0.0665, within(1e-4));
              assertThat(measured.high()).isEqualTo(0.0265, within(1e-4));
            });
    assertThat(drift.value()).isBetween(0.01, 0.045);
    assertThat(drift.low()).isGreaterThan(-0.03);
    assertThat(drift.high()).isBetween(0.04, 0.07);
    assertThat(drift.spread())
        .contains(new Lever.Spread(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  @Test
  void movedWithItsSpreadItIsDrawnAsFarAway() {
    Lever drift = drift(measured());
    Lever moved = drift(measured("drivers.oil.drift+", "0.01"));

    assertThat(moved.low()).isEqualTo(drift.low() + 0.01, within(1e-12));
    assertThat(moved.value()).isEqualTo(drift.value() + 0.01, within(1e-12));
    assertThat(moved.high()).isEqualTo(drift.high() + 0.01, within(1e-12));
  }

  @Test
  void whatDataAloneDecideIsMovedInItsUnit() {
    assertThat(drift(measured("drivers.oil.drift", "fit", "drivers.oil.drift+", "1 %").scenario()))
        .isEqualTo(drift(measured("drivers.oil.drift", "fit").scenario()) + 0.01, within(1e-12));
    assertThat(drift(measured("drivers.oil.drift", "null", "drivers.oil.drift+", "1 %").scenario()))
        .isEqualTo(drift(measured("drivers.oil.drift", "fit").scenario()) + 0.01, within(1e-12));
    assertThatThrownBy(() -> measured("drivers.oil.drift", "fit", "drivers.oil.drift+", "1 USD"))
        .hasMessageContaining("--set drivers.oil.drift+=1 USD: drivers.oil.drift: unit USD");
  }

  private static double drift(Scenario scenario) {
    return scenario
        .draws()
        .get("fit-drivers-oil")
        .median()
        .columns()
        .get("drivers.oil.drift")
        .get(0);
  }

  @Test
  void whatStaysPositiveIsScaledAndStaysInItsRange() {
    String yaml =
        Minimal.replacing(
            "imports: {capacity: 8 mcm/d}",
            "imports: {capacity: {lognormal: [8, 0.1]}, take-or-pay: {uniform: [0.5, 0.9]}}");

    assertThat(lever(yaml, "energy.carriers.gas.imports.capacity").spread())
        .hasValueSatisfying(spread -> assertThat(spread.scales()).isTrue());
    assertThat(lever(yaml, "energy.carriers.gas.imports.take-or-pay").spread())
        .hasValueSatisfying(
            spread -> {
              assertThat(spread.scales()).isTrue();
              assertThat(spread.most()).isEqualTo(0.7 / 0.9, within(1e-4));
            });
    String late = "planned: 2020-06, delay: 3 to 28 months";
    String project =
        Minimal.replacing(
            "imports: {capacity: 8 mcm/d}",
            "imports: {capacity: 8 mcm/d}\n      projects: {p: {capacity: 1 mcm/d, " + late + "}}");
    assertThat(lever(project, "energy.carriers.gas.projects.p.delay").spread())
        .as("an interval of positive months")
        .hasValueSatisfying(spread -> assertThat(spread.scales()).isTrue());
    String shares = yaml.replace("{uniform: [0.5, 0.9]}", "50 to 90 %");
    assertThat(lever(shares, "energy.carriers.gas.imports.take-or-pay").spread()).isEmpty();
  }

  @Test
  void doesNotMoveBeyondWhatTheFormatAllows() {
    String yaml = Minimal.replacing("{tense: 0.1}", "{tense: 0.7}");

    assertThat(lever(yaml, "regime.monthly.calm.tense").high()).isEqualTo(1);
  }

  @Test
  void zeroMovesByOne() {
    String yaml = Minimal.replacing("{oil: 0.1}", "{oil: 0}");
    Lever lever = lever(yaml, "flows.goods.elasticities.oil");

    assertThat(lever.low()).isEqualTo(-1);
    assertThat(lever.high()).isEqualTo(1);
  }

  @Test
  void howToRunAndWhatToReportIsNoLever() {
    String yaml =
        Minimal.with("run: {paths: 1000, precision: 0.01}\noutput: {percentiles: [5, 50, 95]}\n");

    assertThat(ScenarioReader.create().readText(yaml, "x.yaml").levers())
        .extracting(Lever::key)
        .noneMatch(key -> key.startsWith("run") || key.startsWith("output"))
        .doesNotContain("months");
  }

  @Test
  void aParameterThatIsCorrelatedMovesButBecomesNotCertain() {
    List<Lever> levers = ShippedScenarios.read("iran-iraq-2019").levers();
    for (String key : List.of("parameters.gas-price", "parameters.goods-value")) {
      assertThat(levers)
          .filteredOn(lever -> lever.key().equals(key))
          .singleElement()
          .satisfies(
              lever -> {
                assertThat(lever.settable()).isFalse();
                boolean scales = lever.spread().orElseThrow().scales();
                ScenarioReader.create()
                    .withSet(key + (scales ? "*" : "+"), "1.01")
                    .readShipped("iran-iraq-2019");
              });
    }
  }

  @ParameterizedTest
  @MethodSource("io.corridor.scenarios.ShippedScenarios#names")
  void whatIsSetIsWhereTheLeverStands(String name) {
    LoadedScenario shipped = ShippedScenarios.read(name);
    for (Lever lever : shipped.levers()) {
      assertThat(lever.low()).as(lever.key()).isLessThanOrEqualTo(lever.value());
      assertThat(lever.high()).as(lever.key()).isGreaterThanOrEqualTo(lever.value());
    }
    ScenarioReader reader = ScenarioReader.create().rememberingFits();
    // One of each twenty: reading takes its time.
    for (int i = 0; i < shipped.levers().size(); i += 20) {
      Lever lever = shipped.levers().get(i);
      if (!lever.settable()) {
        continue;
      }
      LoadedScenario moved =
          reader.withSet(lever.key(), Double.toString(lever.value())).readShipped(name);
      assertThat(moved.levers())
          .filteredOn(other -> other.key().equals(lever.key()))
          .singleElement()
          .satisfies(
              other -> {
                assertThat(other.value()).isEqualTo(lever.value());
                assertThat(other.uncertain()).isFalse();
              });
    }
  }

  @Test
  void allThatWasReadReadsTheSameAgain() {
    LoadedScenario first = ShippedScenarios.read("iran-iraq-2019");

    assertThat(first.texts().files()).isEqualTo(ShippedScenarios.files("iran-iraq-2019"));
    LoadedScenario again =
        ScenarioReader.create().readText(first.texts().text(), "again.yaml", first.texts().files());
    assertThat(again.scenario()).isEqualTo(first.scenario());
    assertThat(again.sha256()).isEqualTo(first.sha256());
  }

  @Test
  void keepsFilesOfFoldersByTheirPath() {
    Map<String, String> files =
        Map.of(
            "more/base.yaml",
            Minimal.YAML + "extends: other.yaml\n",
            "more/other.yaml",
            Minimal.YAML);
    String yaml = "corridor: 1\nname: Above\nextends: more/base.yaml\n";
    LoadedScenario loaded = ScenarioReader.create().readText(yaml, "x.yaml", files);

    assertThat(loaded.texts()).isEqualTo(new ScenarioTexts(yaml, files));
    assertThat(loaded.text().getBytes(StandardCharsets.UTF_8).length)
        .isGreaterThan(yaml.length() + Minimal.YAML.length());
  }
}
