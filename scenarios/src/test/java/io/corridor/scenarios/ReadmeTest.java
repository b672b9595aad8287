package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.MetricScores;
import io.corridor.evidence.score.Band;
import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Scores;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The Java of the README is the example's, compiles as it stands, and says what it promises. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @TempDir private Path folder;

  @Test
  void isShort() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(130);
  }

  @Test
  void theSnippetIsTheExample() throws IOException {
    assertThat(snippet())
        .isEqualTo(
            Files.readString(
                ROOT.resolve("examples/shipped-scenario/src/main/java/FromJava.java")));
  }

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void theSnippetCompilesAndRuns() throws Exception {
    Path source = Files.writeString(folder.resolve("FromJava.java"), snippet());
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, "-Xlint:all,-path,-classfile", source.toString());
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(outputOf("FromJava")).isEqualTo(expected());
  }

  /**
   * The manual's table of verdicts is what the backtests of the shipped scenarios say, and what
   * these widen their fits by is what it asks for, so that no run waits to ask.
   */
  @Test
  void theTableOfForecastsIsThatOfTheBacktests() throws IOException {
    Map<String, Double> asked = new LinkedHashMap<>();
    Map<String, Double> stated = new LinkedHashMap<>();
    List<String> rows = new ArrayList<>();
    for (String name : ShippedScenarios.names()) {
      Evidence evidence = ShippedScenarios.read(name).evidence();
      evidence
          .backtest()
          .map(plan -> new Backtest(plan, evidence, 1000, 1).run(Progress.NONE))
          .ifPresent(
              result -> {
                result
                    .metrics()
                    .forEach(
                        metric ->
                            metric
                                .horizons()
                                .forEach(
                                    (months, scores) ->
                                        rows.add(row(name, metric, months, scores))));
                result
                    .widen()
                    .forEach((key, widening) -> asked.put(name + " " + key, widening.factor()));
                evidence
                    .spreads()
                    .forEach(
                        spread ->
                            stated.put(name + " " + spread.key(), spread.stated().orElse(1.0)));
              });
    }
    Path made = ROOT.resolve("scenarios/target/backtests.md");
    Files.createDirectories(made.getParent());
    Files.write(made, rows);
    assertThat(rows).hasSizeGreaterThan(40);
    assertThat(
            Files.readAllLines(ROOT.resolve("docs/evidence.md")).stream()
                .dropWhile(line -> !line.startsWith("| scenario | forecast of |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|")))
        .as("the table as it should be is in %s", made)
        .containsExactlyElementsOf(rows);
    assertThat(asked).hasSizeGreaterThan(10);
    asked.forEach(
        (key, factor) -> assertThat(stated.get(key)).as(key).isCloseTo(factor, within(0.005)));
  }

  private static String row(String name, MetricScores metric, int months, Scores scores) {
    Scores.Covered covered = scores.covered(Band.NINETY);
    Coverage apart = covered.apart().orElseThrow();
    String skill =
        scores
            .best()
            .map(
                best ->
                    (best.skill() < 0 ? "loses: " : "")
                        + two(best.skill())
                        + best.skill90()
                            .map(
                                interval ->
                                    " ("
                                        + two(interval.low())
                                        + " to "
                                        + two(interval.high())
                                        + ")")
                            .orElse("")
                        + ", "
                        + best.name().replace('-', ' '))
            .orElse("–");
    return "| `%s` | `%s`%s | %d | %s | %s; %s | %s |"
        .formatted(
            name,
            metric.metric(),
            metric.knowing().isEmpty() ? "" : ", knows the future",
            months,
            hits(covered.all()),
            hits(apart),
            apart.tells(Band.NINETY).map(String::valueOf).orElse("–"),
            skill);
  }

  private static String hits(Coverage coverage) {
    return coverage.hits() + " of " + coverage.n();
  }

  private static String two(double number) {
    return new BigDecimal(Math.round(100 * number))
        .movePointLeft(2)
        .stripTrailingZeros()
        .toPlainString()
        .replace('-', '−');
  }

  private static String snippet() throws IOException {
    return Files.readAllLines(ROOT.resolve("README.md")).stream()
        .dropWhile(line -> !line.equals("## From Java"))
        .dropWhile(line -> !line.equals("```java"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String outputOf(String type) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String expected() {
    var scenario = ScenarioReader.create().readShipped("iran-iraq-2019").scenario();
    Projection projection = Simulator.run(scenario, Settings.of(scenario).withPaths(10_000));
    int december = projection.series("total.12m").index(YearMonth.of(2024, 12));
    return projection.probability("reaches-20bn").interval95().orElseThrow()
        + "\n"
        + projection.series("total.12m").percentile(50, december)
        + "\n";
  }
}
