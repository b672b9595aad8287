package io.corridor.cli;

import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names a path that is worth a look, and the command that shows it. */
final class PathHint {

  private PathHint() {}

  /** Returns lines; none if no question came true on some paths and not on others. */
  static List<String> lines(Projection projection, ScenarioOptions scenario) {
    return telling(projection)
        .map(
            answer ->
                List.of(
                    "A path on which " + answer.getKey() + " comes true:",
                    "  corridor explain "
                        + scenario.arguments()
                        + seed(projection)
                        + " --path "
                        + ((Answer.Probability) answer.getValue()).firstPaths().get(0)))
        .orElse(List.of());
  }

  /** The first question that tells paths apart. */
  private static Optional<Map.Entry<String, Answer>> telling(Projection projection) {
    return projection.answers().entrySet().stream()
        .filter(
            entry ->
                entry.getValue() instanceof Answer.Probability answer
                    && answer.hits() < answer.paths()
                    && !answer.firstPaths().isEmpty())
        .findFirst();
  }

  private static String seed(Projection projection) {
    return projection.seed() == projection.scenario().run().seed()
        ? ""
        : " --seed " + projection.seed();
  }
}
