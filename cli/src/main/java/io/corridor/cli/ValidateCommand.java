package io.corridor.cli;

import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code validate}: checks scenario files. */
@Command(
    name = "validate",
    header = "Checks scenario files, and every variant in them.",
    description = {
      "",
      "Every problem is told at once: its file, line and column, what was found and",
      "what is right. Exit status 2 if there is any."
    },
    mixinStandardHelpOptions = true,
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Examples:",
      "  corridor validate my.yaml",
      "  corridor validate scenarios/*.yaml"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Scenario files, or names of shipped scenarios.")
  private List<String> files = new ArrayList<>();

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
      int variants = ScenarioStore.read(file, ScenarioReader.create()).variants().size();
      console.out().println(file + ": valid" + (variants == 0 ? "" : ", " + variants(variants)));
      return true;
    } catch (ScenarioFileException e) {
      console.err().println(e.getMessage());
      return false;
    } catch (CommandException e) {
      console.err().println("corridor: " + e.getMessage());
      return false;
    }
  }

  private static String variants(int number) {
    return number == 1 ? "its variant too" : "its " + number + " variants too";
  }
}
