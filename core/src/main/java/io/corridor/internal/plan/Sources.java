package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Source;
import io.corridor.model.Correlation;
import io.corridor.model.DrawTable;
import io.corridor.model.KeyPath;
import io.corridor.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What random numbers come from: one source for each key of the scenario file that draws some, and
 * for keys that are correlated, directly or through others, one together.
 */
final class Sources {
  private final Scenario scenario;

  /** The sources that were drawn from, with their members. */
  private final Map<String, List<String>> drawn = new TreeMap<>();

  /** Keys that are correlated with others, with all those that are so together. */
  private final Map<String, TreeSet<String>> together = new LinkedHashMap<>();

  Sources(Scenario scenario) {
    this.scenario = scenario;
    for (Correlation correlation : scenario.correlations()) {
      if (correlation.rho() != 0) {
        join(key(correlation.first()), key(correlation.second()));
      }
    }
  }

  private void join(String first, String second) {
    TreeSet<String> all = new TreeSet<>(List.of(first, second));
    all.addAll(together.getOrDefault(first, new TreeSet<>()));
    all.addAll(together.getOrDefault(second, new TreeSet<>()));
    all.forEach(key -> together.put(key, all));
  }

  /** Returns the key of what a correlation calls by its id alone. */
  private String key(String id) {
    if (scenario.parameters().containsKey(id)) {
      return parameter(id);
    }
    if (scenario.drivers().containsKey(id)) {
      return driver(id);
    }
    return scenario.flows().containsKey(id) ? noise("flows." + id) : noise("partners." + id);
  }

  static String parameter(String id) {
    return "parameters." + id;
  }

  /** Returns the key of a table of draws; that of a fitted regime is the regime's. */
  static String draws(String table) {
    return table.equals(DrawTable.ofFit(KeyPath.of("regime"))) ? "regime.fit" : "draws." + table;
  }

  static String driver(String id) {
    return "drivers." + id;
  }

  /** Returns the key of the noise of what stands at {@code path}. */
  static String noise(String path) {
    return path + ".noise";
  }

  /** Returns the source of the random numbers of a key. */
  Source of(String key) {
    List<String> members =
        together.containsKey(key) ? new ArrayList<>(together.get(key)) : List.of(key);
    String id = String.join("+", members);
    drawn.put(id, members);
    return new Source(id);
  }

  /** Returns the members of all sources that were drawn from, by id, ascending. */
  Map<String, List<String>> drawn() {
    return drawn;
  }
}
