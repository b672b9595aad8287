package io.corridor.scenarios;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Thrown for a scenario file that can't be used. Names every problem, a line each. */
public final class ScenarioFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FileProblem> problems;
  private final transient Optional<ScenarioTexts> texts;

  ScenarioFileException(List<FileProblem> problems) {
    this(problems, Optional.empty());
  }

  private ScenarioFileException(List<FileProblem> problems, Optional<ScenarioTexts> texts) {
    super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
    this.texts = texts;
  }

  ScenarioFileException(FileProblem problem) {
    this(List.of(problem));
  }

  /** Returns the same, which knows what was read. */
  ScenarioFileException with(ScenarioTexts read) {
    return new ScenarioFileException(problems, Optional.of(read));
  }

  /** Returns what was read and found to be wrong; empty where there was nothing to read. */
  public Optional<ScenarioTexts> texts() {
    return texts;
  }

  /** Returns the problems, at least one, in the order of the file. */
  public List<FileProblem> problems() {
    return problems;
  }
}
