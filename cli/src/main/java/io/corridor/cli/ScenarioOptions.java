package io.corridor.cli;

import io.corridor.model.Scenario;
import io.corridor.report.words.CommandLine;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is changed in it. */
final class ScenarioOptions {

  @Parameters(
      paramLabel = "FILE",
      completionCandidates = ShippedNames.class,
      description =
          "A scenario file, - for standard input, or the name of a shipped scenario (see corridor"
              + " scenarios).")
  private String file = "";

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = "Apply a variant that the file defines.")
  private @Nullable String variant;

  @Mixin private SetOptions set = new SetOptions();

  /** Returns a scenario as it stands. */
  static ScenarioOptions of(String file) {
    ScenarioOptions options = new ScenarioOptions();
    options.file = file;
    return options;
  }

  /** Reads the scenario; throws if there is none, or it is not valid. */
  LoadedScenario read() {
    return read(Map.of());
  }

  /** Reads the scenario by a reader that {@code change} makes of the usual one. */
  LoadedScenario read(UnaryOperator<ScenarioReader> change) {
    return read(Map.of(), change);
  }

  /** Reads the scenario with {@code varied} set over all else. */
  LoadedScenario read(Map<String, String> varied) {
    return read(varied, reader -> reader);
  }

  private LoadedScenario read(Map<String, String> varied, UnaryOperator<ScenarioReader> change) {
    ScenarioReader reader = change.apply(set.reader());
    if (variant != null) {
      reader = reader.withVariant(variant);
    }
    for (Map.Entry<String, String> value : varied.entrySet()) {
      reader = reader.withSet(value.getKey(), value.getValue(), "--vary");
    }
    return ScenarioStore.read(file, reader);
  }

  /**
   * Returns what else the file has to say, by name: its other variants and, of a variant, the file
   * as it stands, with the same set over all of them. Those in which that makes no valid scenario
   * are left out.
   */
  Map<String, Scenario> alternatives(LoadedScenario loaded) {
    Set<String> names = new LinkedHashSet<>(List.of(ScenarioReader.BASE));
    names.addAll(loaded.variants());
    names.remove(loaded.variant().orElse(ScenarioReader.BASE));
    Map<String, Scenario> alternatives = new LinkedHashMap<>();
    for (String name : names) {
      ScenarioReader reader = set.reader().withVariant(name);
      try {
        alternatives.put(name, ScenarioStore.read(file, reader).scenario());
      } catch (ScenarioFileException e) {
        continue;
      }
    }
    return alternatives;
  }

  /** Reads another variant of the file, with what is set. */
  LoadedScenario readVariant(String name) {
    return ScenarioStore.read(file, set.reader().withVariant(name));
  }

  /** Returns whether the command line names a variant. */
  boolean namesVariant() {
    return variant != null;
  }

  /**
   * Returns the file as it stands, as wide as what {@link #read()} returned; empty if that is it.
   */
  Optional<LoadedScenario> asItStands(LoadedScenario read) {
    return variant == null && set.values().isEmpty()
        ? Optional.empty()
        : Optional.of(
            ScenarioStore.read(
                file, set.plain().wideningBy((backtest, of) -> read.texts().widen())));
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
