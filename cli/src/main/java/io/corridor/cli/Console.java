package io.corridor.cli;

import io.corridor.report.screen.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where commands write.
 *
 * @param out what was asked for, in UTF-8
 * @param err everything else, in UTF-8
 * @param errIsTerminal whether somebody watches {@code err}
 * @param screen what {@code out} is read on
 */
record Console(PrintStream out, PrintStream err, boolean errIsTerminal, Screen screen) {

  /** Set by whoever starts the JVM, if standard error is a terminal: Java can't tell. */
  private static final String TERMINAL = "corridor.terminal";

  /** Likewise {@code terminal}, if standard output is one, and how many columns it has. */
  private static final String OUTPUT = "corridor.output";

  private static final String COLUMNS = "corridor.columns";

  /** Makes the streams {@link ConsoleStream}. */
  Console {
    out = ConsoleStream.to(out);
    err = ConsoleStream.to(err);
  }

  /** Returns the console of this process. */
  static Console system() {
    return new Console(
        print(FileDescriptor.out),
        print(FileDescriptor.err),
        Boolean.getBoolean(TERMINAL),
        screen(
            System.getProperty(OUTPUT, ""),
            Integer.getInteger(COLUMNS, Screen.PLAIN.width()),
            System.getenv()));
  }

  /**
   * Returns what is written on.
   *
   * @param output {@code terminal}, if it is one
   * @param columns of it
   * @param environment where NO_COLOR (https://no-color.org), if it isn't empty, wants no colours
   */
  static Screen screen(String output, int columns, Map<String, String> environment) {
    if (!output.equals("terminal")) {
      return Screen.PLAIN;
    }
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Screen(columns, colours);
  }

  /** Writes lines to {@code out}. */
  void print(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  /** Tells of something beside the results. */
  void note(String text) {
    err.println("corridor: " + text);
  }

  /** Returns what kept something from being written to {@code out}, if anything did. */
  Optional<IOException> lost() {
    return ((ConsoleStream) out).failure();
  }

  private static PrintStream print(FileDescriptor descriptor) {
    return ConsoleStream.to(new FileOutputStream(descriptor));
  }
}
