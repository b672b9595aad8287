package io.corridor.report.story;

import io.corridor.report.words.MonthSpan;
import java.util.List;

/** The years of a path that are told of. */
public final class Years {

  private Years() {}

  /** Returns the twelve months to each December of the horizon, and to its last month. */
  public static List<Year> of(SimulatedPath path) {
    return MonthSpan.years(path.scenario()).stream()
        .map(year -> Year.of(path, year.last()))
        .toList();
  }
}
