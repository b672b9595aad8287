package io.corridor.report.internal.page;

import io.corridor.model.Output;
import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import io.corridor.scenarios.ScenarioWriter;
import java.util.ArrayList;
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

  private static Map<String, String> keys(Scenario scenario) {
    return ScenarioWriter.values(
        scenario.toBuilder().run(RunDefaults.STANDARD).output(Output.ALL).buildUnchecked());
  }
}
