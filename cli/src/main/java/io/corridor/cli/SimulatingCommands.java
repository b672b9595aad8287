package io.corridor.cli;

import io.corridor.simulation.Settings;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/** The commands that simulate, for another command line, that does so elsewhere. */
public final class SimulatingCommands {

  private SimulatingCommands() {}

  /**
   * Runs a command line and returns its exit status.
   *
   * @param program what picocli makes a command of; {@code run}, {@code compare}, {@code sweep} and
   *     {@code why} become subcommands of it
   * @param place completes the settings of what is simulated, once it is known to be valid
   * @param args the command line
   */
  public static int execute(Object program, UnaryOperator<Settings> place, String... args) {
    Console console = Console.system();
    Runner runner = Runner.at(place);
    CommandLine commands =
        new CommandLine(program)
            .addSubcommand(new RunCommand(console, runner))
            .addSubcommand(new CompareCommand(console, runner))
            .addSubcommand(new SweepCommand(console, runner))
            .addSubcommand(new WhyCommand(console, runner));
    commands.getCommandSpec().versionProvider(new Main.Versions());
    CacheOption.keepFits();
    return Main.execute(console, commands, args);
  }
}
