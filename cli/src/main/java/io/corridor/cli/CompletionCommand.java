package io.corridor.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code completion}: prints what makes a shell complete command lines. */
@Command(
    name = CompletionCommand.NAME,
    header = "Prints a script that completes command lines in bash and zsh.",
    description = {"", "Commands, options and files, as you press the tab key."},
    footer = {
      "",
      "Examples:",
      "  corridor completion > ~/.local/share/bash-completion/completions/corridor",
      "  source <(corridor completion)"
    })
final class CompletionCommand implements Runnable {
  static final String NAME = "completion";

  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    CommandSpec root = spec.root();
    console.out().print(withFiles(AutoComplete.bash(root.name(), root.commandLine())));
  }

  /**
   * Offers files where FILE stands, which may be a name, too. And names of files go past what
   * expands words, as picocli doesn't let them: of one called {@code $(...)} a command was made.
   */
  private static String withFiles(String script) {
    String names = "positionals=$( compReplyArray \"${FILE_pos_param_args[@]}\" )";
    String filenames = "type compopt &>/dev/null && compopt -o filenames";
    String words = "${positionals}\" -- \"${curr_word}\")";
    String files = "compgen -f -- \"${curr_word}\" )";
    return script
        .replace("positionals=$( " + files + " # files", "files=yes")
        .replace(names, names + "\n      " + filenames + "\n      files=yes")
        .replace("local positionals=\"\"", "local positionals=\"\" files=\"\"")
        .replace(words, words + " $( [ -z \"${files}\" ] || " + files);
  }
}
