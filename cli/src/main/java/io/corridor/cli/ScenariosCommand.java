package io.corridor.cli;

import io.corridor.scenarios.ShippedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/**
 * The command {@code scenarios}: lists the shipped scenarios, shows or copies one. Each method
 * names {@code --help} itself, as picocli counts parameters of a method from behind it.
 */
@Command(
    name = "scenarios",
    header = "Lists the shipped scenarios; shows or copies one.",
    synopsisSubcommandLabel = "[COMMAND]",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  corridor scenarios",
      "  corridor scenarios show iran-iraq-2019",
      "  corridor scenarios copy iran-iraq-2019"
    })
final class ScenariosCommand implements Runnable {
  private static final List<String> ORDER = List.of("list", "show", "copy");

  private final Console console;

  private ScenariosCommand(Console console) {
    this.console = console;
  }

  /** Returns the command with those below it, in the order in which help lists them. */
  static CommandLine of(Console console) {
    CommandLine command = new CommandLine(new ScenariosCommand(console));
    CommandSpec spec = command.getCommandSpec();
    ORDER.forEach(name -> spec.addSubcommand(name, spec.removeSubcommand(name)));
    return command;
  }

  @Override
  public void run() {
    list();
  }

  /** Prints a line for each shipped scenario: its name, and what it is called. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      header = "Lists the shipped scenarios.",
      footer = {"", "Example:", "  corridor scenarios list"})
  void list() {
    List<String> names = ShippedScenarios.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (String name : names) {
      String title = ShippedScenarios.read(name).scenario().name();
      console.print(List.of(name + " ".repeat(width + 2 - name.length()) + title));
    }
  }

  /** Prints a shipped scenario. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      header = "Prints a shipped scenario.",
      footer = {"", "Example:", "  corridor scenarios show iran-iraq-2019 | less"})
  void show(
      @Parameters(
              paramLabel = "NAME",
              completionCandidates = ShippedNames.class,
              description = "Name of a shipped scenario.")
          String name) {
    console.out().print(ShippedScenarios.text(ScenarioStore.shipped(name)));
  }

  /** Copies a shipped scenario into a file, and the data it names. */
  @Command(
      name = "copy",
      mixinStandardHelpOptions = true,
      header = "Copies a shipped scenario, to change it.",
      description = {"", "And the data it names. Never over a file that is there."},
      footer = {
        "",
        "Examples:",
        "  corridor scenarios copy iran-iraq-2019",
        "  corridor scenarios copy iran-iraq-2019 mine.yaml"
      })
  void copy(
      @Parameters(
              index = "0",
              paramLabel = "NAME",
              completionCandidates = ShippedNames.class,
              description = "Name of a shipped scenario.")
          String name,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "FILE",
              description = "Where to; NAME.yaml in this folder if absent.")
          @Nullable Path file)
      throws IOException {
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
  }
}
