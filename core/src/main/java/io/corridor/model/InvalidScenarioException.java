package io.corridor.model;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a scenario that is not valid; names every problem. */
public class InvalidScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Makes the exception of {@code problems}, at least one. */
  public InvalidScenarioException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
