package io.corridor.cli;

/** Ends a command with a message for the user, and no stack trace. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  private CommandException(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  /** Returns the exception of a command line that asks for what can't be done. */
  static CommandException wrong(String message) {
    return new CommandException(ExitStatus.WRONG, message);
  }

  /** Returns the exception of a command that failed for another reason. */
  static CommandException failed(String message) {
    return new CommandException(ExitStatus.FAILED, message);
  }

  int exitStatus() {
    return exitStatus;
  }
}
