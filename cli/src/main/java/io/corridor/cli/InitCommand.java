package io.corridor.cli;

import io.corridor.scenarios.ScenarioTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code init}: writes a scenario to start from. */
@Command(
    name = "init",
    header = "Writes a small commented scenario to start from.",
    description = {"", "Never over a file that is there."},
    mixinStandardHelpOptions = true,
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {"", "Example:", "  corridor init my.yaml", "  corridor run my.yaml"})
final class InitCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("scenario.yaml");

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    NewFile.write(file, ScenarioTemplate.text());
    console.out().println("Wrote " + file + ". Run it: corridor run " + file);
    return ExitStatus.DONE;
  }
}
