package io.corridor.scenarios;

import java.nio.charset.StandardCharsets;

/** A small commented scenario to start from. */
public final class ScenarioTemplate {

  private ScenarioTemplate() {}

  /** Returns its text, which is a valid scenario. */
  public static String text() {
    return new String(ShippedScenarios.resource("template.yaml").bytes(), StandardCharsets.UTF_8);
  }
}
