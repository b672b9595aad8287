package io.corridor.scenarios;

import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Question;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import io.corridor.model.TradeMatrix;
import io.corridor.model.World;
import io.corridor.scenarios.internal.format.ScenarioFormat;
import io.corridor.scenarios.internal.yaml.Emitter;
import io.corridor.scenarios.internal.yaml.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes scenarios as scenario files. */
public final class ScenarioWriter {
  private static final MathContext SEVENTEEN = new MathContext(17, RoundingMode.HALF_EVEN);

  private ScenarioWriter() {}

  /**
   * Returns the file that reads as {@code scenario}: numbers in base units, defaults left out. Of a
   * history, only the names of file and column are written, so that the file must stand beside that
   * CSV file. A question's window that has a first month and no last one is written up to the end.
   */
  public static String write(Scenario scenario) {
    return Emitter.emit(tree(scenario));
  }

  /**
   * Returns what {@link #write} writes behind each key that has no lines of its own below it, by
   * the key's path.
   */
  public static Map<String, String> values(Scenario scenario) {
    return Emitter.values(tree(scenario));
  }

  private static Node tree(Scenario scenario) {
    Scenario.Builder writable = scenario.toBuilder();
    scenario
        .questions()
        .forEach((id, question) -> writable.question(id, closed(question, scenario)));
    return ScenarioFormat.write(writable.buildUnchecked());
  }

  /**
   * Returns the files that the written scenario names, as texts by name: of histories, draws and
   * trade matrices no more than the columns that are used.
   */
  public static Map<String, String> files(Scenario scenario) {
    Map<String, Map<String, List<Double>>> columns = new LinkedHashMap<>();
    for (Driver.Bootstrap driver : historical(scenario)) {
      columns
          .computeIfAbsent(driver.file(), file -> new LinkedHashMap<>())
          .put(driver.column(), driver.history());
    }
    for (DrawTable table : scenario.draws().values()) {
      columns.computeIfAbsent(table.file(), file -> new LinkedHashMap<>()).putAll(table.columns());
    }
    Map<String, String> files = new LinkedHashMap<>();
    columns.forEach((file, table) -> files.put(file, csv(table)));
    scenario
        .world()
        .map(World::trade)
        .ifPresent(matrix -> files.put(matrix.file(), csv(matrix.rows())));
    return files;
  }

  /** Returns the drivers of which a file beside the scenario holds a part. */
  static List<Driver.Bootstrap> historical(Scenario scenario) {
    return scenario.drivers().values().stream()
        .filter(Driver.Bootstrap.class::isInstance)
        .map(Driver.Bootstrap.class::cast)
        .toList();
  }

  private static String csv(Map<String, List<Double>> columns) {
    StringBuilder csv = new StringBuilder();
    csv.append(
        columns.keySet().stream()
            .map(name -> '"' + name.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(",", "", "\n")));
    int rows = columns.values().stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      int at = row;
      csv.append(
          columns.values().stream()
              .map(values -> at < values.size() ? exact(values.get(at)) : "")
              .collect(Collectors.joining(",", "", "\n")));
    }
    return csv.toString();
  }

  private static String csv(List<TradeMatrix.Row> rows) {
    StringBuilder csv = new StringBuilder("year,exporter,importer,value,tariff\n");
    for (TradeMatrix.Row row : rows) {
      csv.append(row.year()).append(',').append(row.exporter()).append(',').append(row.importer());
      csv.append(',').append(exact(row.value()));
      csv.append(',').append(row.tariff() == 0 ? "" : exact(row.tariff())).append('\n');
    }
    return csv.toString();
  }

  /** Seventeen digits read back to the same number. */
  private static String exact(double value) {
    return new BigDecimal(value).round(SEVENTEEN).stripTrailingZeros().toString();
  }

  private static Question closed(Question question, Scenario scenario) {
    Window window = question.window();
    if (window.from().isEmpty() || window.to().isPresent()) {
      return question;
    }
    return question.withWindow(new Window(window.from(), Optional.of(scenario.lastMonth())));
  }
}
