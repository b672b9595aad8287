package io.corridor.scenarios;

import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Quotes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenarios that come with the library, by name. */
public final class ShippedScenarios {
  private static final String SUFFIX = ".yaml";

  private static final List<String> NAMES =
      List.of(
          "iran-iraq-2019",
          "germany-russia-gas-2021",
          "spain-algeria-gas-2021",
          "us-china-tariffs-2018",
          "us-china-world-2018",
          "us-mexico-tariffs-2019",
          "us-venezuela-oil-2023",
          "yardstick");

  private static final Map<String, List<String>> FILES =
      Map.of(
          "iran-iraq-2019",
          List.of(
              "brent.csv",
              "rial.csv",
              "iraq-income.csv",
              "iraq-power.csv",
              "iran-iraq-customs.csv"),
          "germany-russia-gas-2021",
          List.of("energy-prices.csv", "german-gas.csv"),
          "spain-algeria-gas-2021",
          List.of("spanish-gas.csv", "hub-prices.csv"),
          "us-china-tariffs-2018",
          List.of("us-trade.csv"),
          "us-china-world-2018",
          List.of("world-trade.csv"),
          "us-mexico-tariffs-2019",
          List.of("mexico-trade.csv"),
          "us-venezuela-oil-2023",
          List.of("venezuela-oil.csv"));

  /** The resources beside this class: what a shipped scenario may name. */
  private record Resources() implements Folder {
    @Override
    public Found open(String path) throws IOException {
      if (!path.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new IOException(Quotes.quote(path) + " is no file beside the shipped scenarios");
      }
      try (InputStream in = ShippedScenarios.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IOException("there is no shipped file " + Quotes.quote(path));
        }
        return new Found(path, path, in.readAllBytes(), this);
      }
    }
  }

  private ShippedScenarios() {}

  /** Returns the names of the shipped scenarios, in the order they are best presented. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Returns the scenario {@code name}.
   *
   * @throws ScenarioFileException if there is none of that name
   */
  public static LoadedScenario read(String name) {
    return ScenarioReader.create().readShipped(name);
  }

  /**
   * Returns the texts of the files that the scenario {@code name} names, by their names: a copy of
   * it needs them beside it.
   *
   * @throws ScenarioFileException if there is none of that name
   */
  public static Map<String, String> files(String name) {
    open(name);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file : FILES.getOrDefault(name, List.of())) {
      texts.put(file, new String(resource(file).bytes(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  /**
   * Returns the text of the scenario {@code name}.
   *
   * @throws ScenarioFileException if there is none of that name
   */
  public static String text(String name) {
    return new String(open(name).bytes(), StandardCharsets.UTF_8);
  }

  static Folder.Found open(String name) {
    if (!NAMES.contains(name)) {
      throw new ScenarioFileException(
          new FileProblem(
              name,
              0,
              0,
              "",
              "no shipped scenario is called so; there are "
                  + String.join(", ", NAMES)
                  + Nearest.hint(name, NAMES)));
    }
    return resource(name + SUFFIX);
  }

  /** Returns a resource of the library, which is there. */
  static Folder.Found resource(String path) {
    try {
      return new Resources().open(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
