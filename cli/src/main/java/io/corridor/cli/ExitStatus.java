package io.corridor.cli;

/** How a command ends, as the shell sees it. */
final class ExitStatus {

  /** Done. */
  static final int DONE = 0;

  /** Anything that no other status tells. */
  static final int FAILED = 1;

  /** A wrong command line, or an invalid scenario. */
  static final int WRONG = 2;

  /** Interrupted, as by Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
