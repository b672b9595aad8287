package io.corridor.cli;

import io.corridor.evidence.forecast.Widener;
import io.corridor.report.screen.MetricTable;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code metrics}: lists what a scenario can be asked about. */
@Command(
    name = "metrics",
    header = "Lists the metrics of a scenario: id, unit and meaning.",
    description = {
      "",
      "What questions, indices, --metric and the like can name. Works on a file whose",
      "questions are wrong, too: to find out what they should have named."
    },
    footer = {
      "",
      "Examples:",
      "  corridor metrics iran-iraq-2019",
      "  corridor metrics my.yaml | grep waiver"
    })
final class MetricsCommand implements Runnable {
  /** Sections that name metrics and make none but their own. */
  private static final Set<String> ASKING =
      Set.of("questions", "indices", "output", "run", "variants");

  private final Console console;

  @Mixin private ScenarioOptions scenario;

  MetricsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.print(MetricTable.lines(read().scenario(), console.screen()));
  }

  private LoadedScenario read() {
    try {
      return scenario.read(reader -> reader.wideningBy(Widener.NONE));
    } catch (ScenarioFileException e) {
      Map<String, String> removed = new LinkedHashMap<>();
      for (FileProblem problem : e.problems()) {
        String section = problem.key().split("\\.", 2)[0];
        if (!ASKING.contains(section)) {
          throw e;
        }
        removed.put(section, "null");
      }
      return scenario.read(removed);
    }
  }
}
