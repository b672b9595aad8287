package io.corridor.cli;

import io.corridor.scenarios.ShippedScenarios;
import java.util.List;
import picocli.CommandLine.Command;

/** The command {@code scenarios}: lists the shipped scenarios. */
@Command(
    name = "scenarios",
    header = "Lists the shipped scenarios; shows or copies one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%n",
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
    List<String> names = ShippedScenarios.names();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (String name : names) {
      String padding = " ".repeat(width - name.length());
      console.out().println(name + padding + "  " + ShippedScenarios.read(name).scenario().name());
    }
  }
}
