package io.corridor.scenarios;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a scenario was read from: {@link ScenarioReader#readText(String, String, Map)} reads the
 * same scenario again, wherever it is.
 *
 * @param text of the file itself
 * @param files texts of the files that it names, those that it extends and tables, by their path
 *     from its folder
 */
public record ScenarioTexts(String text, Map<String, String> files) {

  /** Copies the mapping, keeping its order. */
  public ScenarioTexts {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }
}
