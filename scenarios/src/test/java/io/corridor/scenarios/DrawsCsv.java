package io.corridor.scenarios;

import io.corridor.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file that a written scenario reads its fits' draws from. */
final class DrawsCsv {
  private static final int ROWS = 4000;

  private DrawsCsv() {}

  /** Returns its text, with the columns of all tables. */
  static String of(Scenario scenario) {
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    scenario.draws().values().forEach(table -> columns.putAll(table.columns()));
    StringBuilder csv = new StringBuilder(String.join(",", columns.keySet()) + "\n");
    for (int row = 0; row < ROWS; row++) {
      int at = row;
      csv.append(
          String.join(",", columns.values().stream().map(c -> c.get(at).toString()).toList())
              + "\n");
    }
    return csv.toString();
  }
}
