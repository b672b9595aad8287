package io.corridor.cli;

import io.corridor.scenarios.ScenarioReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is changed in a scenario. */
final class SetOptions {

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Replace one value, named by its path of keys. The value is YAML; null removes the key."
              + " KEY+=X and KEY*=X move a number by an amount or a factor, with its spread."
              + " May be given often.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Mixin private CacheOption cache = new CacheOption();

  /** Returns a reader that changes nothing. */
  ScenarioReader plain() {
    return cache.reader();
  }

  /** Returns a reader that makes the changes. */
  ScenarioReader reader() {
    ScenarioReader reader = plain();
    for (Map.Entry<String, String> value : set.entrySet()) {
      reader = reader.withSet(value.getKey(), value.getValue());
    }
    return reader;
  }

  /** Returns the values, YAML by path of the key. */
  Map<String, String> values() {
    return Collections.unmodifiableMap(set);
  }
}
