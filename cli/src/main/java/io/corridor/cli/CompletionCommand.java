package io.corridor.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code completion}: prints what makes a shell complete command lines. */
@Command(
    name = "completion",
    header = "Prints a script that completes command lines in bash and zsh.",
    description = {"", "Commands, options and files, as you press the tab key."},
    footer = {
      "",
      "Examples:",
      "  corridor completion > ~/.local/share/bash-completion/completions/corridor",
      "  source <(corridor completion)"
    })
final class CompletionCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    CommandSpec root = spec.root();
    console.out().print(AutoComplete.bash(root.name(), root.commandLine()));
  }
}
