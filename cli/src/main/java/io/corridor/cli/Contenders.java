package io.corridor.cli;

import io.corridor.model.Nearest;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The scenarios that are compared, as the command line names them: a file, then variants of it or
 * other files. The file as it stands takes part, named or not, and is the base unless another is
 * chosen.
 *
 * <p>The file is called {@code base}; where other files are compared with it, it goes by its name,
 * without folder and ending, as they do.
 *
 * @param baseName what the base is called
 * @param base what the others are compared with
 * @param variants the others, by name, in the order they were named
 */
record Contenders(String baseName, LoadedScenario base, Map<String, LoadedScenario> variants) {

  /**
   * Reads the scenarios.
   *
   * @param file the file, or name of a shipped scenario
   * @param named variants, other files, or {@code base}
   * @param chosen name of the base; absent: the file as it stands
   * @param reader knows what is set in all of them
   * @throws CommandException if there is no such variant or file, or nothing to compare
   * @throws io.corridor.scenarios.ScenarioFileException naming every problem, if one is wrong
   */
  static Contenders read(
      String file, List<String> named, Optional<String> chosen, ScenarioReader reader) {
    LoadedScenario first = ScenarioStore.read(file, reader);
    List<String> names = new ArrayList<>(named);
    chosen.filter(name -> !names.contains(name)).ifPresent(name -> names.add(0, name));
    String own = ownName(file, names, first.variants());
    Map<String, LoadedScenario> found = new LinkedHashMap<>();
    found.put(own, first);
    for (String name : names) {
      if (name.equals(ScenarioReader.BASE)) {
        continue;
      }
      if (first.variants().contains(name)) {
        found.put(name, ScenarioStore.read(file, reader.withVariant(name)));
      } else if (ScenarioStore.isThere(name)) {
        addFile(found, name, ScenarioStore.read(name, reader));
      } else {
        throw unknown(name, file, first.variants());
      }
    }
    String base = chosen.map(name -> nameOf(name, own, first.variants())).orElse(own);
    if (found.size() < 2) {
      throw CommandException.wrong(
          "name something to compare with " + base + variantsOf(file, first.variants()));
    }
    LoadedScenario scenario = Objects.requireNonNull(found.remove(base));
    return new Contenders(base, scenario, found);
  }

  private static String ownName(String file, List<String> names, List<String> variants) {
    boolean alone =
        names.stream()
            .allMatch(name -> name.equals(ScenarioReader.BASE) || variants.contains(name));
    return alone ? ScenarioReader.BASE : stem(file);
  }

  private static String nameOf(String name, String own, List<String> variants) {
    if (name.equals(ScenarioReader.BASE)) {
      return own;
    }
    return variants.contains(name) ? name : stem(name);
  }

  private static void addFile(
      Map<String, LoadedScenario> found, String file, LoadedScenario scenario) {
    if (found.putIfAbsent(stem(file), scenario) != null) {
      throw CommandException.wrong(
          "two scenarios would be called '" + stem(file) + "'; rename " + file);
    }
  }

  private static String stem(String file) {
    String name = String.valueOf(Path.of(file).getFileName());
    return name.replaceFirst("\\.ya?ml$", "");
  }

  private static CommandException unknown(String name, String file, List<String> variants) {
    String hint = Nearest.hint(name, variants);
    return CommandException.wrong(
        "'"
            + name
            + "' is neither a variant of "
            + file
            + ", nor a file, nor a shipped scenario"
            + (hint.isEmpty() ? variantsOf(file, variants) : hint));
  }

  private static String variantsOf(String file, List<String> variants) {
    return variants.isEmpty()
        ? "; " + file + " has no variants"
        : "; the variants of " + file + " are " + String.join(", ", variants);
  }
}
