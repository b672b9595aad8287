package io.corridor.cli;

import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Nearest;
import io.corridor.run.SimulationException;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.simulation.ClusterException;
import io.corridor.simulation.HorizonMismatchException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what went wrong, in words; where in the code only if CORRIDOR_DEBUG is set. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String BROKEN_PIPE = "Broken pipe";

  private final PrintStream err;
  private static final String UNKNOWN_METRIC = ": no metric is called ";

  private final boolean debug = System.getenv("CORRIDOR_DEBUG") != null;

  Failures(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    err.println("corridor: " + words(e));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    trace(e);
    return ExitStatus.WRONG;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return tell(e);
  }

  /** Tells of a failure, and returns the exit status for it. */
  int tell(Throwable failure) {
    trace(failure);
    if (failure instanceof ScenarioFileException
        || failure instanceof InvalidScenarioException
        || failure instanceof SimulationException) {
      err.println(failure.getMessage());
      if (String.valueOf(failure.getMessage()).contains(UNKNOWN_METRIC)) {
        err.println("corridor: " + MetricIds.LISTING);
      }
      return ExitStatus.WRONG;
    }
    if (failure instanceof ClusterException) {
      err.println("corridor: the cluster failed: " + failure.getMessage());
      return ExitStatus.FAILED;
    }
    if (failure instanceof HorizonMismatchException) {
      err.println("corridor: " + failure.getMessage());
      return ExitStatus.WRONG;
    }
    if (failure instanceof CommandException wrong) {
      err.println("corridor: " + wrong.getMessage());
      return wrong.exitStatus();
    }
    err.println("corridor: " + words(failure));
    return ExitStatus.FAILED;
  }

  /** Tells of a failure that doesn't end the command, and returns the exit status for it. */
  int tell(String what, Throwable failure) {
    trace(failure);
    err.println("corridor: " + what + ": " + words(failure));
    return ExitStatus.FAILED;
  }

  /** Tells that not all of what was printed came out, unless whoever read it wanted no more. */
  void tellLost(IOException failure) {
    trace(failure);
    if (!BROKEN_PIPE.equals(failure.getMessage())) {
      err.println(
          "corridor: standard output couldn't be written completely: " + failure.getMessage());
    }
  }

  private static String words(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(failure.getMessage());
    }
    CommandLine command = failure.getCommandLine();
    String word = unmatched.getUnmatched().get(0);
    boolean isOption = word.startsWith("-");
    Set<String> known =
        isOption
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    String what = isOption ? "unknown option" : known.isEmpty() ? "unexpected" : "unknown command";
    return what + " '" + word + "'" + Nearest.hint(word, known);
  }

  private void trace(Throwable failure) {
    if (debug) {
      failure.printStackTrace(err);
    }
  }

  private static String words(Throwable failure) {
    if (failure instanceof FileSystemException file) {
      return words(file);
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory; CORRIDOR_JAVA_OPTS=-Xmx4g allows more";
    }
    return "unexpected error, please report it: " + failure;
  }

  private static String words(FileSystemException failure) {
    String file = failure.getFile();
    if (failure instanceof NoSuchFileException) {
      return "there is no " + file;
    }
    if (failure instanceof AccessDeniedException) {
      return file + ": permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return file + " exists already";
    }
    if (failure instanceof NotDirectoryException) {
      return file + " is not a folder";
    }
    return file + ": " + Objects.requireNonNullElse(failure.getReason(), "can't be used");
  }
}
