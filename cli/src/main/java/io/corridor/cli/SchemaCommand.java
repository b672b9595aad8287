package io.corridor.cli;

import io.corridor.scenarios.ScenarioSchema;
import picocli.CommandLine.Command;

/** The command {@code schema}: prints the JSON Schema of scenario files. */
@Command(
    name = "schema",
    header = "Prints the JSON Schema of scenario files.",
    description = {
      "",
      "Editors complete and check a scenario as you type if its first line is",
      "  # yaml-language-server: $schema=scenario.schema.json",
      "and that file lies beside it."
    },
    footer = {"", "Example:", "  corridor schema > scenario.schema.json"})
final class SchemaCommand implements Runnable {
  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.out().print(ScenarioSchema.json());
  }
}
