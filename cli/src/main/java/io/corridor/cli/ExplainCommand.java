package io.corridor.cli;

import io.corridor.model.RunDefaults;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.report.files.PathJson;
import io.corridor.report.screen.PathTable;
import io.corridor.report.screen.StoryLines;
import io.corridor.report.story.SimulatedPath;
import io.corridor.scenarios.LoadedScenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code explain}: tells what happened on one path of a run. */
@Command(
    name = "explain",
    header = "Tells what happened on one path of a run, month by month.",
    description = {
      "",
      "Simulates that path again, with the very numbers that it has in a run of the",
      "same scenario, variant, --set, seed and sampling, and tells how the questions",
      "came out, what policy, waivers, projects and shortages did, and why each",
      "year's trade moved. The first paths on which a question came true are the firstPaths of",
      "result.json; corridor run names one of them."
    },
    footer = {
      "",
      "Examples:",
      "  corridor explain iran-iraq-2019 --path 123",
      "  corridor explain my.yaml --variant no-waiver --seed 7 --path 17",
      "  corridor explain my.yaml --path 17 --months",
      "  corridor explain my.yaml --path 17 --metrics total,flow.goods,arrears",
      "  corridor explain my.yaml --path 17 --json | jq .story"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScenarioOptions scenario;

  @Option(
      names = "--path",
      paramLabel = "N",
      required = true,
      converter = WholeNumber.class,
      description = "Number of the path; the first is 0.")
  private long path;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = WholeNumber.class,
      description = "Seed of the run. Default: the file's, or 1.")
  private @Nullable Long seed;

  @Option(
      names = "--sampling",
      paramLabel = "S",
      converter = SamplingWord.class,
      description = "Sampling of the run. Default: the file's, or random.")
  private @Nullable Sampling sampling;

  @Option(
      names = "--paths",
      paramLabel = "N",
      converter = WholeNumber.class,
      description =
          "Number of paths of the run, on which those of lhs depend. Default: the file's.")
  private @Nullable Long paths;

  @Option(names = "--months", description = "Print a table of every month instead of the story.")
  private boolean months;

  @Option(
      names = "--metrics",
      paramLabel = "ID",
      split = ",",
      description = "Metrics of that table, or all; the ones that tell most if absent.")
  private List<String> metrics = new ArrayList<>();

  @Option(names = "--json", description = "Print everything as JSON, and nothing else.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (path < 0) {
      throw CommandException.wrong("--path is " + path + ", must be at least 0");
    }
    LoadedScenario loaded = scenario.read();
    List<String> chosen = MetricIds.of(loaded.scenario(), "--metrics", metrics);
    SimulatedPath simulated =
        SimulatedPath.of(loaded.scenario(), sample(loaded.scenario().run()), path);
    if (json) {
      PathJson.write(simulated, ScenarioStore.source(loaded), console.out());
    } else {
      console.print(lines(simulated, chosen));
    }
    return ExitStatus.DONE;
  }

  private Sample sample(RunDefaults file) {
    Sampling chosen = sampling == null ? file.sampling() : sampling;
    long count = paths == null ? file.paths() : paths;
    if (!chosen.isExtensible() && path >= count) {
      throw CommandException.wrong(
          "--path is %d, must be below the %d paths of the run; say how many it has by --paths"
              .formatted(path, count));
    }
    try {
      return new Sample(seed == null ? file.seed() : seed, chosen, Math.max(count, path + 1));
    } catch (IllegalArgumentException e) {
      throw CommandException.wrong(String.valueOf(e.getMessage()));
    }
  }

  private List<String> lines(SimulatedPath simulated, List<String> chosen) {
    if (!chosen.isEmpty()) {
      return PathTable.of(simulated, chosen, console.screen());
    }
    return months
        ? PathTable.of(simulated, console.screen())
        : StoryLines.of(simulated, console.screen());
  }
}
