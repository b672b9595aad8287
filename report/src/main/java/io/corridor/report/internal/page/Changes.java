package io.corridor.report.internal.page;

import io.corridor.model.Output;
import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import io.corridor.scenarios.ScenarioWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one scenario has otherwise than another, key by key, as their files would say it. */
final class Changes {
  private Changes() {}

  /** Returns the changes: {@code waivers.energy-waiver.renew: 0 (was …)}. */
  static List<String> between(Scenario base, Scenario other) {
    Map<String, String> before = keys(base);
    Map<String, String> after = keys(other);
    List<String> changes = new ArrayList<>();
    after.forEach(
        (key, value) -> {
          String was = before.get(key);
          if (was == null) {
            changes.add(key + ": " + value);
          } else if (!was.equals(value)) {
            changes.add(key + ": " + value + " (was " + was + ")");
          }
        });
    before.keySet().stream()
        .filter(key -> !after.containsKey(key))
        .forEach(key -> changes.add(key + ": left out (was " + before.get(key) + ")"));
    return changes;
  }

  /** The writer's lines by the path of their key; it writes two blanks a level. */
  private static Map<String, String> keys(Scenario scenario) {
    Scenario content =
        scenario.toBuilder().run(RunDefaults.STANDARD).output(Output.ALL).buildUnchecked();
    Map<String, String> keys = new LinkedHashMap<>();
    List<String> path = new ArrayList<>();
    String last = "";
    for (String line : ScenarioWriter.write(content).lines().toList()) {
      String text = line.strip();
      int level = (line.length() - line.stripLeading().length()) / 2;
      int colon = text.indexOf(": ");
      boolean opens = text.endsWith(":");
      if (text.startsWith("- ") || colon < 0 && !opens) {
        keys.merge(last, text, (one, more) -> one + " " + more);
        continue;
      }
      while (path.size() > level) {
        path.remove(path.size() - 1);
      }
      path.add(opens ? text.substring(0, text.length() - 1) : text.substring(0, colon));
      last = String.join(".", path);
      if (!opens) {
        keys.put(last, text.substring(colon + 2));
      }
    }
    return keys;
  }
}
