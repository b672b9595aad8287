package io.corridor.cli;

import io.corridor.model.RunDefaults;
import io.corridor.model.Sample;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.report.words.CommandLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names commands that say more of a run: one shows a path, another tells what decides. */
final class PathHint {

  private PathHint() {}

  /** Returns lines; none if no question came true on some paths and not on others. */
  static List<String> lines(Projection projection, ScenarioOptions scenario) {
    return telling(projection)
        .map(
            answer ->
                List.of(
                    "A path on which " + answer.getKey() + " comes true:",
                    "  " + explain(projection, scenario, (Answer.Probability) answer.getValue())))
        .orElse(List.of());
  }

  /** Returns lines that name the command that tells what decides the first answer. */
  static List<String> why(Projection projection, ScenarioOptions scenario) {
    CommandLine line = new CommandLine("why");
    scenario.addTo(line);
    Optional<String> question = projection.answers().keySet().stream().findFirst();
    if (question.isPresent()) {
      line.with("--question").with(question.get());
    } else {
      int last = projection.scenario().months() - 1;
      line.with("--metric").with("total.12m@" + projection.scenario().month(last));
    }
    if (projection.sample().seed() != projection.scenario().run().seed()) {
      line.with("--seed").with(Long.toString(projection.sample().seed()));
    }
    return List.of("What decides it:", "  " + line);
  }

  private static CommandLine explain(
      Projection projection, ScenarioOptions scenario, Answer.Probability answer) {
    CommandLine line = new CommandLine("explain");
    scenario.addTo(line);
    addSample(projection, line);
    return line.with("--path").with(Long.toString(answer.firstPaths().get(0)));
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

  /** Appends the options that say which paths there were, where they aren't the file's. */
  private static void addSample(Projection projection, CommandLine line) {
    RunDefaults file = projection.scenario().run();
    Sample sample = projection.sample();
    if (sample.seed() != file.seed()) {
      line.with("--seed").with(Long.toString(sample.seed()));
    }
    if (sample.sampling() != file.sampling()) {
      line.with("--sampling").with(sample.sampling().word());
    }
    if (!sample.sampling().isExtensible() && sample.paths() != file.paths()) {
      line.with("--paths").with(Long.toString(sample.paths()));
    }
  }
}
