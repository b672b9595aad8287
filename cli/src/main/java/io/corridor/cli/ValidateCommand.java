package io.corridor.cli;

import io.corridor.evidence.forecast.Widener;
import io.corridor.model.Scenario;
import io.corridor.report.screen.FitLines;
import io.corridor.report.screen.StartTable;
import io.corridor.review.StartCheck;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code validate}: checks scenario files. */
@Command(
    name = "validate",
    header = "Checks scenario files, and every variant in them.",
    description = {
      "",
      "Reports all problems at once: file, line and column, what was found and what",
      "would be right. Exit status 2 if there is any. Then what is valid but was",
      "probably not meant: a percentage without its sign, a threshold without its",
      "magnitude, a variant that only says anew what the start's figures stand for."
    },
    footer = {
      "",
      "Examples:",
      "  corridor validate my.yaml",
      "  corridor validate --start my.yaml",
      "  corridor validate --strict scenarios/*.yaml",
      "  corridor validate --sources --stale 12m my.yaml"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      completionCandidates = ShippedNames.class,
      description = "Scenario files, or names of shipped scenarios.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--strict", description = "Take notes for problems: exit status 2 if any.")
  private boolean strict;

  @Option(
      names = "--start",
      description =
          "Also show what the scenario reproduces on the day before and in its first year beside"
              + " what it states.")
  private boolean start;

  @Option(
      names = "--sources",
      description = "Also note numbers of which no remark says where they come from.")
  private boolean sources;

  @Option(
      names = "--stale",
      paramLabel = "MONTHS",
      description =
          "Also note what is known as of more than so many months before the start, by its remark:"
              + " 12, or 12m.")
  private @Nullable String stale;

  @Mixin private CacheOption cache;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    boolean valid = true;
    for (String file : files) {
      valid &= validate(file);
    }
    return valid ? ExitStatus.DONE : ExitStatus.WRONG;
  }

  private boolean validate(String file) {
    try {
      LoadedScenario loaded = ScenarioStore.read(file, reader().keepingVariants());
      List<FileProblem> notes = notes(loaded);
      if (strict && !notes.isEmpty()) {
        notes.forEach(note -> console.err().println(note));
        return false;
      }
      int variants = loaded.variants().size();
      console.out().println(file + ": valid" + (variants == 0 ? "" : ", " + variants(variants)));
      FitLines.treated(loaded.evidence().treated(), console.screen())
          .forEach(console.out()::println);
      notes.forEach(note -> console.out().println(Notes.line(note)));
      if (start) {
        Scenario scenario = loaded.scenario();
        console.out().println();
        console.print(StartTable.lines(scenario, StartCheck.of(scenario), console.screen()));
      }
      return true;
    } catch (ScenarioFileException e) {
      console.err().println(e.getMessage());
      return false;
    } catch (CommandException e) {
      console.note(String.valueOf(e.getMessage()));
      return false;
    }
  }

  /** A file is right, or wrong, however wide its fits are. */
  private ScenarioReader reader() {
    return start ? cache.reader() : cache.reader().wideningBy(Widener.NONE);
  }

  private List<FileProblem> notes(LoadedScenario loaded) {
    Notes notes = Notes.of(loaded, Optional.empty());
    notes.add(loaded.notesOnVariants());
    notes.add(loaded.notesForReaders());
    if (sources) {
      notes.add(loaded.unsourced());
    }
    if (stale != null) {
      notes.add(loaded.stale(months(stale)));
    }
    return notes.all();
  }

  private static int months(String text) {
    if (!text.matches("\\d{1,4}m?")) {
      throw CommandException.wrong(
          "--stale is " + text + ", must be a number of months, such as 12m");
    }
    return Integer.parseInt(text.replace("m", ""));
  }

  private static String variants(int number) {
    return number == 1 ? "its variant too" : "its " + number + " variants too";
  }
}
