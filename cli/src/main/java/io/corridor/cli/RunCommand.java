package io.corridor.cli;

import io.corridor.cli.checkpoint.CheckpointException;
import io.corridor.cli.checkpoint.CheckpointFolder;
import io.corridor.cli.output.ResultJson;
import io.corridor.cli.output.ResultsFolder;
import io.corridor.cli.output.Source;
import io.corridor.cli.output.Summary;
import io.corridor.projection.Projection;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.CancelledException;
import io.corridor.simulation.Progress;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "result.json (everything, for programs) and series.csv (each metric by",
      "month, for spreadsheets)."
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
      "  corridor run my.yaml --precision 0.5% --max-paths 5e6",
      "  corridor run my.yaml --paths 1e8 --out results",
      "  corridor run my.yaml --paths 1e8 --out results --resume",
      "  corridor run my.yaml --json | jq .questions"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Engine engine;

  @Mixin private ScenarioOptions scenario;

  @Mixin private RunOptions run;

  @Mixin private CheckpointOptions checkpoints;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for result.json and series.csv; made if it isn't there.")
  private @Nullable Path out;

  @Option(names = "--overwrite", description = "Let --out replace the results of another run.")
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
    Settings settings = run.settings(loaded.scenario());
    Optional<ResultsFolder> folder = folder();
    Optional<CheckpointFolder> kept =
        checkpoints.open(out, overwrite, loaded.scenario(), settings, this::note);
    if (kept.isEmpty()) {
      return run(loaded, settings, folder, kept);
    }
    try (CheckpointFolder checkpoint = kept.get()) {
      return run(loaded, settings.withCheckpoints(checkpoint), folder, kept);
    } catch (CheckpointException e) {
      throw CommandException.wrong(e.getMessage());
    }
  }

  private int run(
      LoadedScenario loaded,
      Settings settings,
      Optional<ResultsFolder> folder,
      Optional<CheckpointFolder> kept)
      throws IOException {
    ProgressDisplay display = new ProgressDisplay(console.err());
    // Closed last of all: the process may end as soon as it is.
    try (Interruption interruption =
        Interruption.listen(console.errIsTerminal() ? display : Progress.NONE)) {
      try {
        Projection projection = engine.run(loaded.scenario(), settings.withProgress(interruption));
        display.close();
        report(projection, ScenarioStore.source(loaded), folder);
        if (!json) {
          saved(kept).ifPresent(text -> console.print(List.of(text + "; --resume adds more")));
        }
        return ExitStatus.DONE;
      } catch (CancelledException e) {
        display.close();
        note(interrupted(e.done(), settings.mostPaths(), saved(kept)));
        return ExitStatus.INTERRUPTED;
      } finally {
        display.close();
      }
    }
  }

  private void note(String text) {
    console.err().println("corridor: " + text);
  }

  private static Optional<String> saved(Optional<CheckpointFolder> kept) throws IOException {
    return kept.isPresent() ? CheckpointOptions.saved(kept.get()) : Optional.empty();
  }

  private static String interrupted(long done, long paths, Optional<String> saved) {
    return "interrupted after "
        + done
        + " of "
        + paths
        + " paths; "
        + saved.map(text -> text + "; --resume goes on from there").orElse("nothing was written");
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

  private void report(Projection projection, Source source, Optional<ResultsFolder> folder)
      throws IOException {
    List<Path> written = folder.isPresent() ? folder.get().write(projection, source) : List.of();
    if (json) {
      ResultJson.write(projection, source, console.out());
    } else {
      console.print(Summary.lines(projection, source, written));
    }
  }
}
