package io.corridor.scenarios;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a scenario file that can't be used. Names every problem, a line each. */
public final class ScenarioFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FileProblem> problems;

  ScenarioFileException(List<FileProblem> problems) {
    super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  ScenarioFileException(FileProblem problem) {
    this(List.of(problem));
  }

  /** Returns the problems, at least one, in the order of the file. */
  public List<FileProblem> problems() {
    return problems;
  }
}
