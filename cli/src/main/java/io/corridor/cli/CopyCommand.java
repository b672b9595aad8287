package io.corridor.cli;

import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code scenarios copy}: copies a shipped scenario into a file. */
@Command(
    name = "copy",
    header = "Copies a shipped scenario, to change it.",
    description = {"", "And the data it names. Never over a file that is there."},
    footer = {
      "",
      "Examples:",
      "  corridor scenarios copy iran-iraq-2019",
      "  corridor scenarios copy iran-iraq-2019 mine.yaml"
    })
final class CopyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      completionCandidates = ShippedNames.class,
      description = "Name of a shipped scenario.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to; NAME.yaml in this folder if absent.")
  private @Nullable Path file;

  CopyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String text = ShippedScenarios.text(ScenarioStore.shipped(name));
    Path target = file == null ? Path.of(name + ".yaml") : file;
    Map<Path, String> data = new LinkedHashMap<>();
    ShippedScenarios.files(name)
        .forEach((beside, content) -> data.put(target.resolveSibling(beside), content));
    for (Map.Entry<Path, String> entry : data.entrySet()) {
      if (Files.exists(entry.getKey())
          && !Files.readString(entry.getKey()).equals(entry.getValue())) {
        throw CommandException.wrong(
            entry.getKey() + ", which the scenario names, exists already and holds something else");
      }
    }
    NewFile.write(target, text);
    for (Map.Entry<Path, String> entry : data.entrySet()) {
      if (!Files.exists(entry.getKey())) {
        NewFile.write(entry.getKey(), entry.getValue());
        console.out().println("Wrote " + entry.getKey() + ", which it names.");
      }
    }
    console.out().println("Wrote " + target + ". Run it: corridor run " + target);
    return ExitStatus.DONE;
  }
}
