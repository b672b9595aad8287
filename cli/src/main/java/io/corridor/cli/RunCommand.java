package io.corridor.cli;

import io.corridor.cli.PathsOptions.PathsFile;
import io.corridor.cli.checkpoint.CheckpointException;
import io.corridor.cli.checkpoint.CheckpointFolder;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.data.Source;
import io.corridor.report.files.Found;
import io.corridor.report.files.OutFolder.Kind;
import io.corridor.run.Checkpoints;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.why.Why;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code run}: simulates a scenario and answers its questions. */
@Command(
    name = "run",
    header = "Simulates a scenario and answers its questions.",
    description = {
      "",
      "Prints the answers, then a table a year. With --out it also writes",
      "report.html (a page with charts, to read and to ask), result.json (everything,",
      "for programs) and series.csv and series.parquet (each metric by month, for",
      "spreadsheets and for pandas, R or DuckDB). With --paths-out it writes single",
      "paths, as many as one likes."
    },
    footer = {
      "",
      "Examples:",
      "  corridor run iran-iraq-2019",
      "  corridor run my.yaml --paths 1e6 --seed 7 --out results",
      "  corridor run my.yaml --variant no-waiver --set flows.goods.growth=0.05",
      "  corridor run my.yaml --set 'flows.goods.growth={uniform: [0.01, 0.06]}'",
      "  corridor run my.yaml --precision 0.5%% --max-paths 5e6",
      "  corridor run my.yaml --sampling sobol --paths 131072",
      "  corridor run my.yaml --paths 1e8 --out results",
      "  corridor run my.yaml --paths 1e8 --out results --resume",
      "  corridor run my.yaml --json | jq .questions",
      "  corridor run my.yaml --paths-out paths.parquet --paths-limit 1000",
      "  corridor run my.yaml --paths-out all.parquet --paths-metrics total,arrears",
      "  corridor run my.yaml --why --out results"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Runner runner;

  @Mixin private ScenarioOptions scenario;

  @Mixin private RunOptions run;

  @Mixin private PrecisionOptions precision;

  @Mixin private OutOptions out;

  @Mixin private CheckpointOptions checkpoints;

  @Mixin private PathsOptions paths;

  @Option(
      names = "--why",
      description = "Also tell what decides the answers, as corridor why does.")
  private boolean why;

  @Mixin private RunPageOptions page;

  RunCommand(Console console, Runner runner) {
    this.console = console;
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = scenario.read();
    Settings settings = precision.settings(loaded.scenario(), run);
    Notes.of(loaded, scenario.asItStands(loaded)).tell(console);
    Notes.tellOfCoordinates(loaded.scenario(), settings.sampling(), console);
    return out.alone(() -> run(loaded, settings));
  }

  private int run(LoadedScenario loaded, Settings settings) throws IOException {
    Optional<PathsFile> pathsFile =
        paths.file(loaded.scenario(), settings.sample(), out.overwrite());
    boolean sameRun = out.out().isPresent() && checkpoints.mayReplace(out.out().get());
    Ending ending = out.open(Kind.RUN, console, out.overwrite() || sameRun);
    Optional<CheckpointFolder> kept =
        checkpoints.open(out, loaded.scenario(), settings, console::note);
    if (kept.isEmpty()) {
      return run(loaded, settings, ending, pathsFile, Optional::empty);
    }
    try (CheckpointFolder saved = kept.get()) {
      Supplier<Optional<String>> told = () -> CheckpointOptions.saved(saved);
      return run(loaded, settings.withCheckpoints(saved), ending, pathsFile, told);
    } catch (CheckpointException e) {
      throw CommandException.wrong(String.valueOf(e.getMessage()));
    }
  }

  private int run(
      LoadedScenario loaded,
      Settings settings,
      Ending ending,
      Optional<PathsFile> pathsFile,
      Supplier<Optional<String>> saved)
      throws IOException {
    Source source = ScenarioStore.source(loaded);
    return Stages.run(
        console,
        stages -> {
          Projection projection =
              stages.show(
                  "",
                  done ->
                      " after " + done + " of " + settings.mostPaths() + " paths; " + left(saved),
                  progress -> runner.run(loaded.scenario(), settings.withProgress(progress)));
          Found found =
              out.out().isEmpty()
                  ? Found.run(projection, source)
                  : page.found(projection, scenario, loaded, why, out.json(), stages);
          ending.answers(found);
          List<Found> pages = new ArrayList<>();
          print(PathHint.lines(projection, scenario));
          if (pathsFile.isPresent()) {
            PathsFile file = pathsFile.get();
            stages
                .attempt(
                    "the paths couldn't be written",
                    () ->
                        stages.show(
                            "writing",
                            done -> file.interrupted(done) + ending.left(),
                            progress -> file.write(projection.paths(), source, progress)))
                .ifPresent(this::print);
          }
          if (why && !loaded.scenario().questions().isEmpty()) {
            stages
                .attempt(
                    "what decides the answers couldn't be told",
                    () ->
                        stages.show(
                            "why",
                            done -> " while it was asked why" + ending.left(),
                            progress -> why(loaded.scenario(), settings.withProgress(progress))))
                .map(causes -> Found.why(causes, source))
                .ifPresent(pages::add);
          } else {
            print(PathHint.why(projection, scenario));
          }
          for (Found more : pages) {
            print(List.of(""));
            ending.more(more);
          }
          pages.add(found);
          ending.pages(stages, pages);
          ending.files(found);
          String more = settings.sampling().isExtensible() ? "; --resume adds more" : "";
          print(saved.get().stream().map(told -> told + more).toList());
        });
  }

  private Why why(Scenario of, Settings settings) {
    Settings ofWhy =
        settings
            .withPaths(Causes.PATHS)
            .withSampling(Sampling.RANDOM)
            .withCheckpoints(Checkpoints.NONE);
    return runner.why(of, Causes.questions(of), ofWhy, Causes.DENSITY);
  }

  /** Says what an interrupted run leaves behind. */
  private static String left(Supplier<Optional<String>> saved) {
    return saved.get().map(told -> told + "; --resume goes on").orElse("nothing was written");
  }

  private void print(List<String> lines) {
    if (!out.json()) {
      console.print(lines);
    }
  }
}
