package io.corridor.report.live;

import io.corridor.report.internal.page.LeverList;
import io.corridor.scenarios.LoadedScenario;

/** The numbers of a scenario that a reader of its page may move. */
public final class LeverJson {

  private LeverJson() {}

  /**
   * Returns the numbers as JSON, in the order of the file: key and label, unit, what is written,
   * value and how far it moves, line, and source and grade where the file tells them.
   */
  public static String of(LoadedScenario loaded) {
    return LeverList.json(loaded);
  }
}
