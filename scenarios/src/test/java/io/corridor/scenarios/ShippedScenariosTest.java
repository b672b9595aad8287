package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {

  static List<String> names() {
    return ShippedScenarios.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isValidWithAllItsVariants(String name) {
    LoadedScenario loaded = ShippedScenarios.read(name);

    assertThat(loaded.file()).isEqualTo(name);
    assertThat(loaded.scenario().months()).isPositive();
    for (String variant : loaded.variants()) {
      LoadedScenario changed = ScenarioReader.create().withVariant(variant).readShipped(name);
      assertThat(changed.scenario()).as(variant).isNotEqualTo(loaded.scenario());
      assertThat(changed.variant()).contains(variant);
      assertThat(changed.sha256()).isEqualTo(loaded.sha256());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesItsSchemaOnItsFirstLine(String name) {
    assertThat(ShippedScenarios.text(name))
        .startsWith("# yaml-language-server: $schema=scenario.schema.json\n");
  }

  @Test
  void unknownNameIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> ShippedScenarios.read("yardstik"))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessageContaining("did you mean 'yardstick'?");
  }
}
