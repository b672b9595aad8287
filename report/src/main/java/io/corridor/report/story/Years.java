package io.corridor.report.story;

import java.util.ArrayList;
import java.util.List;

/** The years of a path that are told of. */
public final class Years {

  private Years() {}

  /** Returns the twelve months to each December of the horizon, and to its last month. */
  public static List<Year> of(SimulatedPath path) {
    List<Year> years = new ArrayList<>();
    for (int t = 0; t < path.months(); t++) {
      if (path.month(t).getMonthValue() == 12 || t == path.months() - 1) {
        years.add(Year.of(path, t));
      }
    }
    return years;
  }
}
