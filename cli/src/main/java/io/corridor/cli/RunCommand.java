package io.corridor.cli;

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
      "report.html (a page to read, with charts), result.json (everything, for",
      "programs) and series.csv (each metric by month, for spreadsheets)."
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
      "  corridor run my.yaml --json | jq .questions"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Engine engine;

  @Mixin private ScenarioOptions scenario;

  @Mixin private RunOptions run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for report and result files; made if it isn't there.")
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
    String text = out == null ? "" : ScenarioStore.text(loaded);
    Settings settings = run.settings(loaded.scenario());
    Optional<ResultsFolder> folder = folder();
    ProgressDisplay display = new ProgressDisplay(console.err());
    // Closed last of all: the process may end as soon as it is.
    try (Interruption interruption =
        Interruption.listen(console.errIsTerminal() ? display : Progress.NONE)) {
      try {
        Projection projection = engine.run(loaded.scenario(), settings.withProgress(interruption));
        display.close();
        Source source = ScenarioStore.source(loaded);
        if (folder.isPresent()) {
          Progress quiet = (done, paths) -> !interruption.isAsked();
          ReportData report = ReportData.of(projection, text, quiet);
          say(projection, source, folder.get().write(projection, source, report));
        } else {
          say(projection, source, List.of());
        }
        return ExitStatus.DONE;
      } catch (CancelledException e) {
        display.close();
        console.err().println(interrupted(e.done(), settings.paths()));
        return ExitStatus.INTERRUPTED;
      } finally {
        display.close();
      }
    }
  }

  private static String interrupted(long done, long paths) {
    return "corridor: interrupted after " + done + " of " + paths + " paths; nothing was written";
  }

  private Optional<ResultsFolder> folder() throws IOException {
    if (out == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultsFolder.open(out, overwrite));
    } catch (FileAlreadyExistsException e) {
      throw CommandException.wrong(
          out + " holds the results of another run; choose another folder, or say --overwrite");
    }
  }

  /** Says what came out; of a folder's results, {@code result.json} as it was written there. */
  private void say(Projection projection, Source source, List<Path> written) throws IOException {
    if (!json) {
      console.print(Summary.lines(projection, source, written));
    } else if (written.isEmpty()) {
      ResultJson.write(projection, source, console.out());
    } else {
      Files.copy(written.get(0), console.out());
    }
  }
}
