package io.corridor.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where commands write.
 *
 * @param out what was asked for, in UTF-8
 * @param err everything else, in UTF-8
 * @param errIsTerminal whether somebody watches {@code err}
 */
record Console(PrintStream out, PrintStream err, boolean errIsTerminal) {

  /** Set by whoever starts the JVM, if standard error is a terminal: Java can't tell. */
  private static final String TERMINAL = "corridor.terminal";

  /** Returns the console of this process. */
  static Console system() {
    return new Console(
        print(FileDescriptor.out), print(FileDescriptor.err), Boolean.getBoolean(TERMINAL));
  }

  /** Writes lines to {@code out}. */
  void print(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  private static PrintStream print(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
