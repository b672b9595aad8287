package io.corridor.cli;

import io.corridor.model.RunDefaults;
import io.corridor.model.Sample;
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
                        + sample(projection)
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

  /** Returns the options that say which paths there were, where they aren't the file's. */
  private static String sample(Projection projection) {
    RunDefaults file = projection.scenario().run();
    Sample sample = projection.sample();
    StringBuilder options = new StringBuilder();
    if (sample.seed() != file.seed()) {
      options.append(" --seed ").append(sample.seed());
    }
    if (sample.sampling() != file.sampling()) {
      options.append(" --sampling ").append(sample.sampling().word());
    }
    if (!sample.sampling().isExtensible() && sample.paths() != file.paths()) {
      options.append(" --paths ").append(sample.paths());
    }
    return options.toString();
  }
}
