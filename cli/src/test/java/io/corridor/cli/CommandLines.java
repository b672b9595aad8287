package io.corridor.cli;

import io.corridor.report.screen.Screen;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs command lines in this JVM, and keeps what they print. */
final class CommandLines {

  private CommandLines() {}

  /** What a command line left behind. */
  record Outcome(int status, String out, String err) {}

  static Outcome corridor(String... args) {
    return corridor(Simulator::run, args);
  }

  static Outcome corridor(Runner runner, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(stream(out), stream(err), false, Screen.PLAIN);
    int status = Main.execute(console, runner, args);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** All commands, those of {@code scenarios} too. */
  static Stream<CommandLine> all() {
    return below(Main.commandLine(console(OutputStream.nullOutputStream()), Simulator::run));
  }

  /** What is written to call each, such as {@code scenarios list}. */
  static Stream<String> names() {
    return all()
        .map(command -> command.getCommandSpec().qualifiedName())
        .map(name -> name.replaceFirst("^corridor ", ""));
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
  }

  private static Console console(OutputStream out) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Console(stream, stream, false, Screen.PLAIN);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
