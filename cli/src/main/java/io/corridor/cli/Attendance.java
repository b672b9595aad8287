package io.corridor.cli;

import io.corridor.simulation.CancelledException;
import io.corridor.simulation.Progress;
import java.io.IOException;
import java.util.function.Function;

/** Attends to work that takes a while: shows its progress, and ends it when the user says so. */
final class Attendance {

  private Attendance() {}

  /** Something that takes a while. */
  @FunctionalInterface
  interface Work<T> {

    /** Does it; throws {@link CancelledException} if {@code progress} ends it. */
    T run(Progress progress) throws IOException;
  }

  /** Something done with what came of it. */
  @FunctionalInterface
  interface Report<T> {

    /** Writes and says it. */
    void make(T results) throws IOException;
  }

  /**
   * Does {@code work}, then makes {@code report}, which is not interrupted.
   *
   * @param interrupted says what of interrupted work is left
   * @return the exit status
   */
  static <T> int attend(
      Console console,
      Work<T> work,
      Report<T> report,
      Function<CancelledException, String> interrupted)
      throws IOException {
    ProgressDisplay display = new ProgressDisplay(console.err());
    // Closed last of all: the process may end as soon as it is.
    try (Interruption interruption =
        Interruption.listen(console.errIsTerminal() ? display : Progress.NONE)) {
      try {
        T results = work.run(interruption);
        display.close();
        report.make(results);
        return ExitStatus.DONE;
      } catch (CancelledException e) {
        display.close();
        console.err().println("corridor: interrupted" + interrupted.apply(e));
        return ExitStatus.INTERRUPTED;
      } finally {
        display.close();
      }
    }
  }
}
