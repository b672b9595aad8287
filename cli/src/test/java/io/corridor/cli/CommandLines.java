package io.corridor.cli;

import io.corridor.report.screen.Screen;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

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

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
