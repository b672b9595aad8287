package io.corridor.cli;

import io.corridor.cli.PathsOptions.PathsFile;
import io.corridor.cli.checkpoint.CheckpointException;
import io.corridor.cli.checkpoint.CheckpointFolder;
import io.corridor.parquet.SeriesParquet;
import io.corridor.projection.Projection;
import io.corridor.report.data.ReportData;
import io.corridor.report.files.ResultJson;
import io.corridor.report.files.ResultsFolder;
import io.corridor.report.files.Source;
import io.corridor.report.screen.Summary;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.CancelledException;
import io.corridor.simulation.Progress;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
      "report.html (a page to read, with charts), result.json (everything, for",
      "programs) and series.csv and series.parquet (each metric by month, for",
      "spreadsheets and for pandas, R or DuckDB). With --paths-out it writes single",
      "paths, as many as one likes."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    parameterListHeading = "%n",
    optionListHeading = "%n",
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
      "  corridor run my.yaml --paths-out all.parquet --paths-metrics total,arrears"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Engine engine;

  @Mixin private ScenarioOptions scenario;

  @Mixin private RunOptions run;

  @Mixin private PrecisionOptions precision;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for report and result files; made if it isn't there.")
  private @Nullable Path out;

  @Mixin private CheckpointOptions checkpoints;

  @Mixin private PathsOptions paths;

  @Option(
      names = "--overwrite",
      description = "Let --out and --paths-out replace the results of another run.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print result.json, and nothing else.")
  private boolean json;

  RunCommand(Console console, Engine engine) {
    this.console = console;
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = scenario.read();
    String text = out == null ? "" : ScenarioStore.text(loaded);
    Settings settings = precision.settings(loaded.scenario(), run);
    Optional<PathsFile> pathsFile = paths.file(loaded.scenario(), settings.sample(), overwrite);
    Optional<ResultsFolder> folder = folder();
    Optional<CheckpointFolder> kept =
        checkpoints.open(out, overwrite, loaded.scenario(), settings, this::note);
    if (kept.isEmpty()) {
      return run(loaded, text, settings, folder, pathsFile, Optional::empty);
    }
    try (CheckpointFolder saved = kept.get()) {
      Supplier<Optional<String>> told = () -> CheckpointOptions.saved(saved);
      return run(loaded, text, settings.withCheckpoints(saved), folder, pathsFile, told);
    } catch (CheckpointException e) {
      throw CommandException.wrong(String.valueOf(e.getMessage()));
    }
  }

  private int run(
      LoadedScenario loaded,
      String text,
      Settings settings,
      Optional<ResultsFolder> folder,
      Optional<PathsFile> pathsFile,
      Supplier<Optional<String>> saved)
      throws IOException {
    Source source = ScenarioStore.source(loaded);
    LongFunction<String> interrupted =
        done -> " after " + done + " of " + settings.mostPaths() + " paths; " + left(saved);
    // Closed last of all: the process may end as soon as it is.
    try (Interruption interruption = Interruption.listen(Progress.NONE)) {
      try {
        Projection projection = simulate(loaded, settings, interruption);
        interrupted = done -> " while the report was made; " + left(saved);
        say(projection, source, written(projection, source, text, folder, interruption));
        if (!json) {
          saved.get().ifPresent(told -> console.print(List.of(told + "; --resume adds more")));
        }
        if (pathsFile.isPresent()) {
          interrupted = pathsFile.get()::interrupted;
          write(pathsFile.get(), projection.paths(), source, interruption);
        }
        return ExitStatus.DONE;
      } catch (CancelledException e) {
        note("interrupted" + interrupted.apply(e.done()));
        return ExitStatus.INTERRUPTED;
      }
    }
  }

  /** Says what an interrupted run leaves behind. */
  private static String left(Supplier<Optional<String>> saved) {
    return saved.get().map(told -> told + "; --resume goes on").orElse("nothing was written");
  }

  private void note(String text) {
    console.err().println("corridor: " + text);
  }

  private Projection simulate(LoadedScenario loaded, Settings settings, Interruption interruption) {
    try (ProgressDisplay display = new ProgressDisplay(console.err())) {
      Progress progress = interruption.before(shown(display));
      return engine.run(loaded.scenario(), settings.withProgress(progress));
    }
  }

  private Progress shown(ProgressDisplay display) {
    return console.errIsTerminal() ? display : Progress.NONE;
  }

  private static List<Path> written(
      Projection projection,
      Source source,
      String text,
      Optional<ResultsFolder> folder,
      Interruption interruption)
      throws IOException {
    if (folder.isEmpty()) {
      return List.of();
    }
    ReportData report = ReportData.of(projection, text, interruption.before(Progress.NONE));
    return folder
        .get()
        .write(
            projection,
            source,
            report,
            Map.of("series.parquet", out -> SeriesParquet.write(projection, source, out)));
  }

  private void write(PathsFile file, long count, Source source, Interruption interruption)
      throws IOException {
    try (ProgressDisplay display = new ProgressDisplay(console.err(), "writing")) {
      file.write(count, source, interruption.before(shown(display)));
    }
    if (!json) {
      console.print(List.of(file.written(count)));
    }
  }

  private Optional<ResultsFolder> folder() throws IOException {
    if (out == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultsFolder.open(out, overwrite || checkpoints.mayReplace(out)));
    } catch (FileAlreadyExistsException e) {
      throw CommandException.wrong(
          out + " holds the results of another run; choose another folder, or say --overwrite");
    }
  }

  /** Says what came out; of a folder's results, {@code result.json} as it was written there. */
  private void say(Projection projection, Source source, List<Path> written) throws IOException {
    if (!json) {
      console.print(Summary.lines(projection, source, written));
      console.print(PathHint.lines(projection, scenario));
    } else if (written.isEmpty()) {
      ResultJson.write(projection, source, console.out());
    } else {
      Files.copy(written.get(0), console.out());
    }
  }
}
