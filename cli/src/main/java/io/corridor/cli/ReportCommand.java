package io.corridor.cli;

import io.corridor.report.files.StoredRun;
import io.corridor.run.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code report}: makes the page of a run's results again. */
@Command(
    name = "report",
    header = "Writes report.html again, from result.json alone.",
    description = {
      "",
      "DIR is a folder that run --out has written to. The page is one file, and needs",
      "no network."
    },
    footer = {"", "Example:", "  corridor report results"})
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Folder with a run's result.json.")
  private Path folder = Path.of("");

  @Mixin private LiveOptions live;

  @Mixin private CacheOption cache;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StoredRun results = StoredRun.in(folder);
    return OutOptions.aloneIn(
        folder,
        () -> {
          Path page = results.rewriteReport(live.model(Progress.NONE), cache.reader());
          console.print(List.of("Written: " + page));
          return ExitStatus.DONE;
        });
  }
}
