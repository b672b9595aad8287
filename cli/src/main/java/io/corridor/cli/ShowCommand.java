package io.corridor.cli;

import io.corridor.scenarios.ShippedScenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code scenarios show}: prints a shipped scenario. */
@Command(
    name = "show",
    header = "Prints a shipped scenario.",
    footer = {"", "Example:", "  corridor scenarios show iran-iraq-2019 | less"})
final class ShowCommand implements Runnable {
  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = ShippedNames.class,
      description = "Name of a shipped scenario.")
  private String name = "";

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().print(ShippedScenarios.text(ScenarioStore.shipped(name)));
  }
}
