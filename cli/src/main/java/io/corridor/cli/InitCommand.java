package io.corridor.cli;

import io.corridor.scenarios.ScenarioSchema;
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
    description = {
      "",
      "Never over a file that is there. Beside it comes scenario.schema.json, unless",
      "there is one, by which editors complete and check the file as you type."
    },
    footer = {"", "Example:", "  corridor init my.yaml", "  corridor run my.yaml"})
final class InitCommand implements Callable<Integer> {
  /** As the template's first line names it. */
  private static final String SCHEMA = "scenario.schema.json";

  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("scenario.yaml");

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    NewFile.write(file, ScenarioTemplate.text());
    writeSchema(file.resolveSibling(SCHEMA));
    console.out().println("Wrote " + file + ". Run it: corridor run " + file);
    return ExitStatus.DONE;
  }

  private static void writeSchema(Path schema) throws IOException {
    try {
      NewFile.write(schema, ScenarioSchema.json());
    } catch (CommandException e) {
      return; // it is somebody's, and stays
    }
  }
}
