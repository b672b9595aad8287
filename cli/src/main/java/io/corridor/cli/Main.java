package io.corridor.cli;

import io.corridor.report.files.Version;
import io.corridor.simulation.Simulator;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code corridor}: starts the other commands. */
@Command(
    name = "corridor",
    header = "Answers questions about the trade between two countries by simulation.",
    versionProvider = Main.Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  corridor run iran-iraq-2019",
      "  corridor run my.yaml --paths 1e6 --out results",
      "  corridor compare iran-iraq-2019 waivers-lapse no-sanctions",
      "  corridor why iran-iraq-2019",
      "  corridor explain iran-iraq-2019 --path 17",
      "  corridor scenarios",
      "",
      "Exit status: 0 done; 2 a wrong command line or an invalid scenario;",
      "130 interrupted; 1 anything else.",
      "With CORRIDOR_DEBUG=1 in the environment, errors show where they come from."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command line {@code args} and ends the process with its status. */
  public static void main(String[] args) {
    CacheOption.keepFits();
    System.exit(execute(Console.system(), Simulator::run, args));
  }

  /** Runs a command line and returns its exit status. */
  static int execute(Console console, Runner runner, String... args) {
    return execute(console, commandLine(console, runner, args), args);
  }

  /** Runs a command line of any commands and returns its exit status. */
  static int execute(Console console, CommandLine commands, String... args) {
    BacktestedWidener.tellOn(console);
    Failures failures = new Failures(console.err());
    int status;
    try {
      inHouseStyle(commands);
      commands.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n");
      status =
          commands
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setExpandAtFiles(false)
              .registerConverter(Path.class, Main::path)
              .setOut(writer(console.out()))
              .setErr(writer(console.err()))
              .setParameterExceptionHandler(failures)
              .setExecutionExceptionHandler(failures)
              .execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      status = failures.tell(e);
    }
    if (console.lost().isPresent()) {
      failures.tellLost(console.lost().get());
      return status == ExitStatus.DONE ? ExitStatus.FAILED : status;
    }
    return status;
  }

  /**
   * Returns the command that {@code args} begin with, or else all: what picocli knows of a command
   * is read from its class, which takes a while.
   */
  static CommandLine commandLine(Console console, Runner runner, String... args) {
    Map<String, Supplier<Object>> commands = commands(console, runner);
    if (args.length > 0 && isAlone(args[0], commands.keySet())) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    CommandLine all = new CommandLine(new Main());
    commands.values().forEach(command -> all.addSubcommand(command.get()));
    return all;
  }

  /** Whether a word is the name of a command that asks nothing of the others. */
  private static boolean isAlone(String word, Set<String> names) {
    return names.contains(word) && !word.equals(CompletionCommand.NAME);
  }

  /** Returns what makes each command, by its name, in the order in which help lists them. */
  private static Map<String, Supplier<Object>> commands(Console console, Runner runner) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(console, runner));
    commands.put("compare", () -> new CompareCommand(console, runner));
    commands.put("sweep", () -> new SweepCommand(console, runner));
    commands.put("why", () -> new WhyCommand(console, runner));
    commands.put("explain", () -> new ExplainCommand(console));
    commands.put("fit", () -> new FitCommand(console));
    commands.put("backtest", () -> new BacktestCommand(console));
    commands.put("score", () -> new ScoreCommand(console));
    commands.put("report", () -> new ReportCommand(console));
    commands.put("validate", () -> new ValidateCommand(console));
    commands.put("metrics", () -> new MetricsCommand(console));
    commands.put("schema", () -> new SchemaCommand(console));
    commands.put("scenarios", () -> ScenariosCommand.of(console));
    commands.put("init", () -> new InitCommand(console));
    commands.put("studio", () -> new StudioCommand(console));
    commands.put("gallery", () -> new GalleryCommand(console, runner));
    commands.put("bench", () -> new BenchCommand(console, runner));
    commands.put(CompletionCommand.NAME, () -> new CompletionCommand(console));
    return commands;
  }

  /** What all commands have: {@code --help}, and options in the order they are declared in. */
  private static void inHouseStyle(CommandLine command) {
    command
        .getCommandSpec()
        .mixinStandardHelpOptions(true)
        .usageMessage()
        .sortOptions(false)
        .parameterListHeading("%n")
        .optionListHeading("%n");
    command.getSubcommands().values().forEach(Main::inHouseStyle);
  }

  /** An empty path would be this folder: what a script names by a variable that isn't set. */
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("the name is empty; name a file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' can't be a path here: " + e.getReason());
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: one of " + commands());
  }

  private String commands() {
    return String.join(", ", spec.subcommands().keySet());
  }

  /** Says which version this is, and of what. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "corridor "
            + Version.current()
            + ", scenario format "
            + Version.FORMAT
            + ", Java "
            + Runtime.version()
      };
    }
  }
}
