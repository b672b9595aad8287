package io.corridor.cli;

import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The stages of work that takes a while: shows their progress, ends them when the user says so, and
 * says what is left then. For use by one thread.
 */
final class Stages {
  private final Console console;
  private final Interruption interruption;
  private LongFunction<String> left = done -> "";
  private int status = ExitStatus.DONE;

  private Stages(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  /** Everything that is done, in stages. */
  @FunctionalInterface
  interface Work {

    /** Does it; what is not a stage isn't interrupted. */
    void run(Stages stages) throws IOException;
  }

  /** A stage, that may be interrupted. */
  @FunctionalInterface
  interface Stage<T> {

    /** Does it; throws {@link CancelledException} if {@code progress} ends it. */
    T run(Progress progress) throws IOException;
  }

  /** Something that nothing else rests on. */
  @FunctionalInterface
  interface Attempt<T> {
    /** Does it. */
    T make() throws IOException;
  }

  /** Does {@code work}, and returns the exit status. */
  static int run(Console console, Work work) throws IOException {
    // Closed last of all: the process may end as soon as it is.
    try (Interruption interruption = Interruption.listen(Progress.NONE)) {
      Stages stages = new Stages(console, interruption);
      try {
        work.run(stages);
        return stages.status;
      } catch (CancelledException e) {
        console.note("interrupted" + stages.left.apply(e.done()));
        return ExitStatus.INTERRUPTED;
      }
    }
  }

  /**
   * Does a stage whose progress somebody may want to see.
   *
   * @param word what is being done, unless that is clear
   * @param left says what is left of it if it is interrupted, by how much of it was done
   * @param stage what is done
   */
  <T> T show(String word, LongFunction<String> left, Stage<T> stage) throws IOException {
    this.left = left;
    return show(word, stage);
  }

  /** Does a part of a stage whose progress somebody may want to see. */
  <T> T show(String word, Stage<T> stage) throws IOException {
    try (ProgressDisplay display =
        new ProgressDisplay(console.err(), console.screen().width(), word)) {
      return stage.run(interruption.before(console.errIsTerminal() ? display : Progress.NONE));
    }
  }

  /** Does a stage that is short, as a rule. */
  <T> T quietly(LongFunction<String> left, Stage<T> stage) throws IOException {
    this.left = left;
    return stage.run(interruption);
  }

  /** Tells of something beside the results. */
  void note(String text) {
    console.note(text);
  }

  /**
   * Does what nothing else rests on: where it fails, that is told of, the command goes on and fails
   * in the end.
   *
   * @param failure says in words that it failed; the reason follows
   */
  <T> Optional<T> attempt(String failure, Attempt<T> attempt) {
    try {
      return Optional.of(attempt.make());
    } catch (CancelledException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      status = new Failures(console.err()).tell(failure, e);
      return Optional.empty();
    }
  }
}
