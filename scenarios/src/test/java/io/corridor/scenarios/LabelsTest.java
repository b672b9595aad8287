package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.corridor.model.Scenario;
import org.junit.jupiter.api.Test;

/** What people call things. */
class LabelsTest {
  private static final String YAML =
      """
      corridor: 1
      name: Labels
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 12
      labels: {parties.AAA: Alphaland, flows.other: all the rest}
      drivers:
        oil: {kind: gbm, label: the price of oil, start: 1, drift: 0, volatility: 0.2}
      flows:
        goods: {label: grain and tools, from: AAA, to: BBB, annual-value: 1 bn USD/year}
        other: {from: BBB, to: AAA, annual-value: 1 bn USD/year}
      partners:
        CCC: {name: Gammaland, annual-value: 1 bn USD/year}
      energy:
        annual-value: 1 bn USD/year
        dependency-of: gas
        unserved-of: gas
        carriers:
          gas:
            label: natural gas
            demand: {base: 10 mcm/d}
            supply: {base: 5 mcm/d}
            imports: {capacity: 5 mcm/d}
            price: {base: 8}
            projects:
              field: {label: the southern field, capacity: 1 mcm/d, planned: 2020-06}
      questions:
        big: {label: Trade doubles, metric: total.12m, at-least: 2 bn USD/year}
      variants:
        dear:
          label: with dear gas
          energy.carriers.gas.price.base: 16
      """;

  private static Scenario read(String yaml) {
    return ScenarioReader.create().readText(yaml, "labels.yaml").scenario();
  }

  @Test
  void labelsBesideIdsAreGathered() {
    assertThat(read(YAML).labels())
        .containsOnly(
            entry("parties.AAA", "Alphaland"),
            entry("flows.other", "all the rest"),
            entry("drivers.oil", "the price of oil"),
            entry("flows.goods", "grain and tools"),
            entry("partners.CCC", "Gammaland"),
            entry("energy.carriers.gas", "natural gas"),
            entry("energy.carriers.gas.projects.field", "the southern field"),
            entry("questions.big", "Trade doubles"),
            entry("variants.dear", "with dear gas"));
  }

  @Test
  void theyChangeNothingElse() {
    String bare =
        YAML.replaceAll("(label|name): [a-zA-Z ]+, ", "")
            .replaceAll("(?m)^ +label: .*\n", "")
            .replaceAll("(?m)^labels: .*\n", "");
    assertThat(bare).doesNotContain("label");
    assertThat(ScenarioHash.of(read(bare))).isEqualTo(ScenarioHash.of(read(YAML)));
    assertThat(read(bare).labels()).isEmpty();
    Scenario dear =
        ScenarioReader.create().withVariant("dear").readText(YAML, "labels.yaml").scenario();
    assertThat(dear.labels()).isEqualTo(read(YAML).labels());
  }

  @Test
  void theyAreWrittenAndReadBack() {
    Scenario scenario = read(YAML);
    assertThat(read(ScenarioWriter.write(scenario)).labels()).isEqualTo(scenario.labels());
  }

  @Test
  void aLabelIsAText() {
    assertThatThrownBy(() -> read(YAML.replace("label: grain and tools", "label: [1, 2]")))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessageContaining("labels.flows.goods");
  }
}
