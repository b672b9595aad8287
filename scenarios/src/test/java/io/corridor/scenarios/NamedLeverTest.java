package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.InvalidScenarioException;
import io.corridor.model.NamedLever;
import io.corridor.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The section {@code levers}: what a page offers first to move. */
class NamedLeverTest {

  private static Scenario read(String... levers) {
    return ScenarioReader.create().readText(yaml(levers), "x.yaml").scenario();
  }

  private static String yaml(String... levers) {
    return Minimal.YAML + "levers:\n  " + String.join("\n  ", levers) + "\n";
  }

  private static String problems(String... levers) {
    try {
      read(levers);
      return "";
    } catch (ScenarioFileException e) {
      return e.problems().stream()
          .map(problem -> problem.key() + ": " + problem.message())
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void rangesAreInTheUnitOfTheNumber() {
    Scenario scenario =
        read(
            "demand: {of: energy.carriers.gas.demand.base, label: Gas burnt, from: 1 bcm/year, to:"
                + " 20, kind: policy}",
            "goods: {of: [flows.goods.elasticities.oil], label: Goods, shift: -0.5 to 1}");

    assertThat(scenario.levers().get("demand"))
        .isEqualTo(
            NamedLever.of("Gas burnt", "energy.carriers.gas.demand.base")
                .withFrom(1 / 0.365)
                .withTo(20.0)
                .withKind(NamedLever.Kind.POLICY));
    assertThat(scenario.levers().get("goods"))
        .isEqualTo(
            NamedLever.of("Goods", "flows.goods.elasticities.oil").withShift(List.of(-0.5, 1.0)));
  }

  @Test
  void whatIsWrongIsSaidWithThePlaceAndTheNearestKey() {
    assertThatThrownBy(
            () -> read("gas: {of: energy.carriers.gas.demand.bas, label: Gas, kind: policy}"))
        .hasMessageContaining("x.yaml:")
        .hasMessageContaining(
            ":13: levers.gas.of: 'energy.carriers.gas.demand.bas' is no number that the file"
                + " states and that could be moved; did you mean"
                + " 'energy.carriers.gas.demand.base'?");
    assertThat(problems("a: {of: demand.base, label: A}"))
        .contains("did you mean 'energy.carriers.gas.demand.base'?");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base}"))
        .isEqualTo("levers.a.label: is missing; must be a text");
    assertThat(problems("a: {label: A}")).contains("levers.a.of: is missing; must be a text, or a");
    assertThat(problems("a: {of: [], label: A}")).contains("found an empty list");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base, label: A, kind: people}"))
        .contains("levers.a.kind: must be one of policy, world; found 'people'");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base, label: A, from: 2 USD}"))
        .contains("levers.a.from: unit USD doesn't fit: must be a flow of gas");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base, label: A, from: -2}"))
        .contains("levers.a.from: must be at least 0, not -2");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base, label: A, from: 2, to: 2}"))
        .contains("levers.a.to: must be above from, 2");
    assertThat(
            problems("a: {of: energy.carriers.gas.demand.base, label: A, from: 2, shift: 0 to 1}"))
        .contains("from and shift can't stand together");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base, label: A, shift: 2 to 1}"))
        .contains("levers.a.shift: must be an interval that begins with its smaller end");
    assertThat(problems("a: {of: energy.carriers.gas.demand.base, label: A, shift: 2}"))
        .contains("levers.a.shift: must be an interval such as -1 to 2 mcm/d; found '2'");
    assertThat(
            problems(
                "a: {of: [energy.carriers.gas.demand.base, flows.goods.annual-value], label: A}"))
        .contains(
            "levers.a.of: what moves together is measured alike; 'flows.goods.annual-value' is");
  }

  @Test
  void aDefaultIsNoNumberThatTheFileStates() {
    assertThat(problems("a: {of: flows.goods.upper-elasticity, label: A}"))
        .contains("levers.a.of: 'flows.goods.upper-elasticity' is no number that the file states");
  }

  @Test
  void howItIsRunIsNoLever() {
    String text = yaml("a: {of: run.precision, label: A}") + "run: {precision: 1 %}\n";

    assertThatThrownBy(() -> ScenarioReader.create().readText(text, "x.yaml"))
        .hasMessageContaining("levers.a.of");
  }

  @Test
  void fiveAtMost() {
    String[] six = new String[6];
    for (int i = 0; i < six.length; i++) {
      six[i] = "a" + i + ": {of: energy.carriers.gas.demand.base, label: A}";
    }
    assertThat(problems(six)).isEqualTo("levers: must be 5 at most; found 6");
  }

  @Test
  void aKeyThatOnlyAVariantStatesIsNone() {
    String lever = "a: {of: flows.goods.upper-elasticity, label: A}";
    String text = yaml(lever) + "variants: {other: {flows.goods.upper-elasticity: 2}}\n";

    assertThatThrownBy(() -> ScenarioReader.create().readText(text, "x.yaml"))
        .hasMessageContaining("is no number that the file states");
  }

  @Test
  void whatAVariantTakesAwayLeavesTheLever() {
    String text =
        yaml(
                "a: {of: [flows.tools.annual-value, flows.goods.annual-value], label: A}",
                "b: {of: flows.tools.annual-value, label: B}")
            + "variants: {other: {flows.tools: null}}\n";
    text =
        text.replace(
            "flows:", "flows:\n  tools: {from: AAA, to: BBB, annual-value: 1 bn USD/year}");
    ScenarioReader reader = ScenarioReader.create();

    assertThat(reader.readText(text, "x.yaml").scenario().levers()).containsOnlyKeys("a", "b");
    assertThat(reader.withVariant("other").readText(text, "x.yaml").scenario().levers())
        .isEqualTo(Map.of("a", NamedLever.of("A", "flows.goods.annual-value")));
  }

  @Test
  void changesNothingButThePage() {
    Scenario with = read("a: {of: energy.carriers.gas.demand.base, label: A}");
    Scenario without = ScenarioReader.create().readText(Minimal.YAML, "x.yaml").scenario();

    assertThat(without.toBuilder().lever("a", with.levers().get("a")).build()).isEqualTo(with);
  }

  @Test
  void aScenarioBuiltInJavaNamesNumbersToo() {
    Scenario.Builder builder =
        ScenarioReader.create().readText(Minimal.YAML, "x.yaml").scenario().toBuilder();
    NamedLever growth = NamedLever.of("Growth", "flows.goods.growth").withTo(0.1);
    Scenario built = builder.lever("growth", growth).build();

    assertThat(ScenarioReader.create().readText(ScenarioWriter.write(built), "y.yaml").scenario())
        .as("a default that is moved is written")
        .isEqualTo(built);
    assertThatThrownBy(
            () -> builder.lever("growth", growth.withOf(List.of("flows.gods.growth"))).build())
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("no number is called 'flows.gods.growth'; did you mean");
  }
}
