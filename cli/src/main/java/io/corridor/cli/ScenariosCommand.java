package io.corridor.cli;

import io.corridor.scenarios.ShippedScenarios;
import java.util.List;
import picocli.CommandLine.Command;

/** The command {@code scenarios}: lists the shipped scenarios. */
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
  private final Console console;

  ScenariosCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.print(list());
  }

  /** Returns a line for each shipped scenario: its name, and what it is called. */
  static List<String> list() {
    List<String> names = ShippedScenarios.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    return names.stream()
        .map(
            name ->
                name
                    + " ".repeat(width + 2 - name.length())
                    + ShippedScenarios.read(name).scenario().name())
        .toList();
  }
}
