package io.corridor.cli;

import io.corridor.report.words.CommandLine;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin private SetOptions set = new SetOptions();

  /** Reads the scenario; throws if there is none, or it is not valid. */
  LoadedScenario read() {
    return read(Map.of());
  }

  /** Reads the scenario with {@code varied} set over all else. */
  LoadedScenario read(Map<String, String> varied) {
    ScenarioReader reader = set.reader();
    if (variant != null) {
      reader = reader.withVariant(variant);
    }
    for (Map.Entry<String, String> value : varied.entrySet()) {
      reader = reader.withSet(value.getKey(), value.getValue(), "--vary");
    }
    return ScenarioStore.read(file, reader);
  }

  /** Returns the file as it stands; empty if that is what {@link #read()} returns. */
  Optional<LoadedScenario> asItStands() {
    return variant == null && set.values().isEmpty()
        ? Optional.empty()
        : Optional.of(ScenarioStore.read(file, ScenarioReader.create()));
  }

  /** Appends the arguments that name the scenario. */
  void addTo(CommandLine line) {
    line.with(file);
    if (variant != null) {
      line.with("--variant").with(variant);
    }
    line.withSet(set.values());
  }
}
