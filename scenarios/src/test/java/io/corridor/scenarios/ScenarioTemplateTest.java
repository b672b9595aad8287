package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioTemplateTest {

  @Test
  void isValid() {
    LoadedScenario loaded =
        ScenarioReader.create().readText(ScenarioTemplate.text(), "template.yaml");

    assertThat(loaded.scenario().questions()).hasSize(4);
    assertThat(loaded.scenario().energy()).isPresent();
  }
}
