package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotesTest {
  private static final String FILE =
      """
      corridor: 1
      name: A corridor
      parties: {exporter: AAA, importer: BBB}
      start: 2025-01
      months: 24
      drivers:
        price: {kind: gbm, start: 60, volatility: 30}
      sanctions:
        finance: {from: 2024-01, targets: [goods], cost: 0.25, enforcement: 0.6}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 12 bn USD/year, elasticities: {price: 0.5}}
      variants:
        harsher: {sanctions.finance.enforcement: 1}
        harsher-still: {sanctions.more: {from: 2025-01, targets: [goods], cost: 0.4}}
      """;

  static Stream<String> shipped() {
    return ShippedScenarios.names().stream();
  }

  /** What is shipped is meant. */
  @ParameterizedTest
  @MethodSource("shipped")
  void nothingIsOddAboutWhatIsShipped(String name) {
    LoadedScenario loaded = ShippedScenarios.read(name);
    assertThat(loaded.notes()).isEmpty();
    for (String variant : loaded.variants()) {
      LoadedScenario varied = ScenarioReader.create().withVariant(variant).readShipped(name);
      assertThat(varied.notesOnChange(loaded)).as(variant).isEmpty();
    }
  }

  @Test
  void theTemplateIsMeantToo() {
    assertThat(ScenarioReader.create().readText(ScenarioTemplate.text(), "t.yaml").notes())
        .isEmpty();
  }

  @Test
  void aNoteNamesItsLine() {
    assertThat(ScenarioReader.create().readText(FILE, "a.yaml").notes())
        .singleElement()
        .asString()
        .startsWith("a.yaml:7:45: drivers.price.volatility: is 30, that is 3000 %");
  }

  /** Of a prior, too: that is gone from the scenario once data have updated it. */
  @Test
  void percentsThatAreProbabilitiesAreNoted() {
    String quantiles =
        FILE.replace("volatility: 30", "volatility: {quantiles: {0.05: 0.2, 0.95: 0.4}}");
    assertThat(ScenarioReader.create().readText(quantiles, "a.yaml").notes())
        .singleElement()
        .asString()
        .startsWith("a.yaml:7:")
        .endsWith(
            "drivers.price.volatility.quantiles: has percents that are all below 1, 0.05, 0.95; 5,"
                + " 95 are probably meant");
    String rare = FILE.replace("volatility: 30", "volatility: {quantiles: {0.5: 0.2, 50: 0.4}}");
    assertThat(ScenarioReader.create().readText(rare, "a.yaml").notes()).isEmpty();
  }

  @Test
  void aVariantThatOnlyReBasesIsNotedWhereItStands() {
    LoadedScenario base = ScenarioReader.create().readText(FILE, "a.yaml");
    LoadedScenario harsher =
        ScenarioReader.create().withVariant("harsher").readText(FILE, "a.yaml");
    assertThat(harsher.notesOnChange(base))
        .singleElement()
        .asString()
        .startsWith("a.yaml:13:44: sanctions.finance.enforcement: changes what was in force")
        .contains("from: 2025-01")
        .endsWith("(variant harsher)");
    LoadedScenario still =
        ScenarioReader.create().withVariant("harsher-still").readText(FILE, "a.yaml");
    assertThat(still.notesOnChange(base)).isEmpty();
  }

  @Test
  void whatIsSetIsNotedByItsOption() {
    LoadedScenario base = ScenarioReader.create().readText(FILE, "a.yaml");
    List<FileProblem> notes =
        ScenarioReader.create()
            .withSet("sanctions.finance.cost", "0.5")
            .readText(FILE, "a.yaml")
            .notesOnChange(base);
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("--set sanctions.finance.cost=0.5: sanctions.finance.cost: changes");
  }
}
