package io.corridor.cli;

import picocli.CommandLine.Command;

/** The command {@code scenarios list}: lists the shipped scenarios. */
@Command(
    name = "list",
    header = "Lists the shipped scenarios.",
    footer = {"", "Example:", "  corridor scenarios list"})
final class ListCommand implements Runnable {
  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.print(ScenariosCommand.list());
  }
}
