package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

  private static Stream<String> lines() {
    return Stream.concat(Stream.of("--help"), CommandLines.names().map(name -> name + " --help"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyCommandHasHelpWithExamplesThatFitsTheScreen(String line) {
    Outcome help = corridor(line.split(" "));
    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    String command = line.replace(" --help", "").replace("--help", "run");
    assertThat(help.out()).containsPattern("Examples?:\\R  corridor " + command);
    assertThat(help.out().lines()).allMatch(text -> text.length() <= 80);
    assertThat(help.out()).doesNotContain("\u001B");
  }

  @Test
  void everyCommandCanBeCalled() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/corridor/cli"))) {
      assertThat(sources.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith("Command.java"))
          .containsExactlyInAnyOrderElementsOf(
              CommandLines.all()
                  .map(command -> command.getCommandSpec().userObject())
                  .filter(command -> !(command instanceof Method)) // of a class with commands below
                  .map(command -> command.getClass().getSimpleName() + ".java")
                  .toList());
    }
  }

  /** Only the command that is called is made: its name in Main must be its own. */
  @Test
  void everyCommandIsMadeAloneByItsName() {
    int all = Main.commandLine(Console.system(), Simulator::run).getSubcommands().size();
    for (String name : CommandLines.names().filter(name -> !name.contains(" ")).toList()) {
      assertThat(Main.commandLine(Console.system(), Simulator::run, name).getSubcommands().keySet())
          .as(name)
          .contains(name)
          .hasSize(name.equals(CompletionCommand.NAME) ? all : 1);
    }
    assertThat(Main.commandLine(Console.system(), Simulator::run, "validat").getSubcommands())
        .hasSize(all);
  }

  @Test
  void theVersionNamesTheFormatToo() {
    assertThat(corridor("--version").out())
        .matches("corridor \\d+\\.\\d+\\.\\d+\\S*, scenario format 1, Java .*\\R");
  }

  @Test
  void aWrongCommandLineEndsWithStatusTwoAndAWayOut() {
    assertThat(corridor())
        .satisfies(
            outcome -> {
              assertThat(outcome.status()).isEqualTo(2);
              assertThat(outcome.err())
                  .contains(
                      "run, compare, sweep, why, explain, fit, backtest, score, report, validate");
            });
    assertWrong("rnu", "unknown command 'rnu'; did you mean 'run'?", "corridor --help");
    assertWrong(
        "scenarios shwo",
        "unknown command 'shwo'; did you mean 'show'?",
        "corridor scenarios --help");
    assertWrong("run", "Missing required parameter: 'FILE'", "corridor run --help");
    assertWrong("run x --pths 5", "unknown option '--pths'; did you mean '--paths'?");
    assertWrong("run x y", "unexpected 'y'");
    assertWrong("run x --paths many", "'many' is not a whole number");
    assertWrong("run x --threads two", "--threads");
    assertWrong("run x --set growth", "KEY=VALUE");
  }

  private static void assertWrong(String line, String... told) {
    Outcome outcome = corridor(line.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(told).doesNotContain("Exception", "\tat ");
  }
}
