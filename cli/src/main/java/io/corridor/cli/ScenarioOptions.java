package io.corridor.cli;

import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is changed in it. */
final class ScenarioOptions {

  @Parameters(
      paramLabel = "FILE",
      description = "A scenario file, or the name of a shipped scenario (see corridor scenarios).")
  private String file = "";

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = "Apply a variant that the file defines.")
  private @Nullable String variant;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Replace one value, named by its path of keys. The value is YAML; null removes the key."
              + " May be given often.")
  private Map<String, String> set = new LinkedHashMap<>();

  /** Reads the scenario; throws if there is none, or it is not valid. */
  LoadedScenario read() {
    return read(Map.of());
  }

  /** Reads the scenario with {@code varied} set over all else. */
  LoadedScenario read(Map<String, String> varied) {
    ScenarioReader reader = ScenarioReader.create();
    if (variant != null) {
      reader = reader.withVariant(variant);
    }
    for (Map.Entry<String, String> value : set.entrySet()) {
      reader = reader.withSet(value.getKey(), value.getValue());
    }
    for (Map.Entry<String, String> value : varied.entrySet()) {
      reader = reader.withSet(value.getKey(), value.getValue(), "--vary");
    }
    return ScenarioStore.read(file, reader);
  }

  /** Returns the file as it stands; empty if that is what {@link #read()} returns. */
  Optional<LoadedScenario> asItStands() {
    return variant == null && set.isEmpty()
        ? Optional.empty()
        : Optional.of(ScenarioStore.read(file, ScenarioReader.create()));
  }

  /** Returns the arguments that name the scenario, as a shell takes them. */
  String arguments() {
    StringBuilder arguments = new StringBuilder(quoted(file));
    if (variant != null) {
      arguments.append(" --variant ").append(quoted(variant));
    }
    set.forEach((key, value) -> arguments.append(" --set ").append(quoted(key + '=' + value)));
    return arguments.toString();
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w./=+:-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
