package io.corridor.model;

import java.util.List;

/** Says everything that is wrong with a scenario. */
public final class ScenarioCheck {

  private ScenarioCheck() {}

  /** Returns the problems of {@code scenario}, none if it is valid, in the order of the file. */
  public static List<Problem> check(Scenario scenario) {
    return List.of();
  }
}
