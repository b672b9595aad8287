package io.corridor.cli;

import static io.corridor.cli.CommandLines.corridor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.cli.CommandLines.Outcome;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
  private static final String SCENARIO =
      """
      corridor: 1
      name: One good
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 24
      drivers:
        demand: {kind: gbm, start: 1, drift: 0.02, volatility: 0.3}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 10 bn USD/year, elasticities: {demand: 1}}
      questions:
        months-high: {metric: driver.demand, above: 1.1, count-months: true}
        reaches-12bn: {metric: total.12m, at-least: 12 bn USD/year, by: 2021-12}
      run: {paths: 2000, seed: 5}
      variants:
        calm: {drivers.demand.volatility: 0.1}
      """;

  /** Eight points at once: more than one turn. */
  private static final String[] GRID = {
    "--vary", "flows.goods.growth=0:0.4:0.1", "--vary", "drivers.demand.volatility=0.2,0.3"
  };

  @TempDir private Path folder;
  private String file = "";
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("goods.yaml"), SCENARIO).toString();
    out = folder.resolve("sweep");
  }

  /** Cancels a number of turns after the start, and counts the points that were simulated. */
  private static final class Counting implements Runner {
    private final List<String> simulated = new ArrayList<>();
    private int turns;

    Counting(int turns) {
      this.turns = turns;
    }

    @Override
    public Projection run(Scenario scenario, Settings settings) {
      throw new AssertionError("a sweep is swept");
    }

    @Override
    public void sweep(
        Scenario base,
        Map<String, Scenario> points,
        Settings settings,
        Consumer<Comparison> results) {
      Simulator.sweep(
          base,
          points,
          settings,
          comparison -> {
            if (turns-- == 0) {
              throw new CancelledException(0, settings.paths());
            }
            simulated.addAll(comparison.variants().keySet());
            results.accept(comparison);
          });
    }
  }

  private Outcome sweep(String[] grid, String... more) {
    return sweep(new Counting(100), grid, more);
  }

  private Outcome sweep(Runner runner, String[] grid, String... more) {
    return corridor(
        runner,
        Stream.of(Stream.of("sweep", file), Stream.of(grid), Stream.of(more))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  @Test
  void everyPointIsTheScenarioWithItsValues() {
    JsonNode json = JsonMapper.shared().readTree(sweep(GRID, "--json").out());
    assertThat(json.propertyNames())
        .containsExactly("corridor", "scenario", "run", "vary", "units", "base", "points");
    assertThat(json.get("units").get("total.12m.mean").asString()).isEqualTo("USD/year");
    assertThat(json.get("units").has("total.12m.above")).isFalse();
    assertThat(json.get("points").size()).isEqualTo(10);
    JsonNode point = json.at("/points/5");
    assertThat(point.get("values").toString())
        .isEqualTo("{\"flows.goods.growth\":\"0.2\",\"drivers.demand.volatility\":\"0.3\"}");
    JsonNode alone =
        JsonMapper.shared()
            .readTree(corridor("run", file, "--set", "flows.goods.growth=0.2", "--json").out());
    JsonNode numbers = point.get("numbers");
    assertThat(numbers.get("reaches-12bn.probability").asDouble())
        .isEqualTo(alone.at("/questions/reaches-12bn/probability").asDouble());
    assertThat(numbers.get("months-high.mean").asDouble())
        .isEqualTo(alone.at("/questions/months-high/mean").asDouble());
    assertThat(numbers.get("total.12m.p50").asDouble())
        .isEqualTo(alone.get("metrics").get("total.12m").at("/percentiles/50/23").asDouble());
    assertThat(numbers.get("reaches-12bn.difference").asDouble())
        .isCloseTo(
            numbers.get("reaches-12bn.probability").asDouble()
                - json.at("/base/numbers").get("reaches-12bn.probability").asDouble(),
            within(1e-15));
    assertThat(json.at("/base/numbers").get("reaches-12bn.difference").isNull()).isTrue();
  }

  @Test
  void thePointThatSetsWhatIsThereDiffersInNothing() {
    JsonNode json = JsonMapper.shared().readTree(sweep(GRID, "--json").out());
    JsonNode numbers = json.at("/points/1/numbers");
    assertThat(numbers.get("total.12m.difference").asDouble()).isZero();
    assertThat(numbers.get("total.12m.differenceError").asDouble()).isZero();
    assertThat(numbers.get("total.12m.above").asDouble()).isZero();
  }

  @Test
  void theTableHasARowForEachPoint() throws IOException {
    sweep(GRID, "--out", out.toString(), "--metric", "exports");
    List<String> lines = Files.readAllLines(out.resolve("sweep.csv"));
    assertThat(lines).hasSize(11);
    assertThat(lines.get(0))
        .startsWith("flows.goods.growth,drivers.demand.volatility,months-high.mean [months],")
        .contains("exports.mean [USD/month],exports.se [USD/month],exports.p5 [USD/month],")
        .doesNotContain("total.12m");
    assertThat(lines.get(1)).startsWith("0,0.2,");
    assertThat(lines.get(10)).startsWith("0.4,0.3,");
  }

  @Test
  void anInterruptedSweepGoesOnWhereItWas() throws IOException {
    Path whole = folder.resolve("whole");
    sweep(GRID, "--out", whole.toString());
    Outcome interrupted = sweep(new Counting(1), GRID, "--out", out.toString());
    assertThat(interrupted.status()).isEqualTo(130);
    assertThat(interrupted.err())
        .contains("interrupted after 8 of 10 points; the same command goes on from there");
    assertThat(out.resolve("sweep.json")).doesNotExist();
    Counting rest = new Counting(100);
    assertThat(sweep(rest, GRID, "--out", out.toString()).status()).isZero();
    assertThat(rest.simulated).hasSize(2);
    for (String name : new String[] {"sweep.json", "sweep.csv", "sweep.html"}) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
    Counting again = new Counting(100);
    assertThat(sweep(again, GRID, "--out", out.toString()).status()).isZero();
    assertThat(again.simulated).isEmpty();
  }

  @Test
  void aLargerGridFindsThePointsItShares() {
    String[] small = {"--vary", "flows.goods.growth=0,0.1"};
    String[] large = {"--vary", "flows.goods.growth=0,0.05,0.1"};
    sweep(small, "--out", out.toString());
    Counting more = new Counting(100);
    assertThat(sweep(more, large, "--out", out.toString()).status()).isZero();
    assertThat(more.simulated).containsExactly("{flows.goods.growth=0.05}");
  }

  @Test
  void pointsOfAnotherSweepAreRefused() throws IOException {
    String[] grid = {"--vary", "flows.goods.growth=0,0.1"};
    sweep(grid, "--out", out.toString());
    String before = Files.readString(out.resolve("sweep.json"));
    assertRefused(sweep(grid, "--out", out.toString(), "--seed", "6"), "with seed 5, now it is 6");
    assertRefused(
        sweep(grid, "--out", out.toString(), "--paths", "3k"),
        "with 2000 paths, now there are 3000");
    assertRefused(
        sweep(grid, "--out", out.toString(), "--variant", "calm"), "from another scenario");
    assertThat(Files.readString(out.resolve("sweep.json"))).isEqualTo(before);
    Counting all = new Counting(100);
    Outcome over = sweep(all, grid, "--out", out.toString(), "--seed", "6", "--overwrite");
    assertThat(over.status()).isZero();
    assertThat(all.simulated).hasSize(2);
    assertThat(Files.readString(out.resolve("sweep.json"))).contains("\"seed\": 6");
  }

  private static void assertRefused(Outcome outcome, String why) {
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(why, "--overwrite");
  }

  @Test
  void thePageHasAHeatMapForEachQuestion() throws IOException {
    sweep(GRID, "--out", out.toString());
    String page = Files.readString(out.resolve("sweep.html"));
    assertThat(page.replace('\u00a0', ' '))
        .contains("Trade reaches 12 bn USD a year by December 2021, % of the paths")
        .contains("Down: goods, growth a year; across: demand, spread of a year (volatility).");
    // One of each question, and before the others what each key does from end to end: to how likely
    // things are, and to how many months.
    assertThat(page.split("<figure", -1)).hasSize(1 + 2 + 2);
    CompareCommandTest.assertEachFigureHasItsChart(page);
  }

  @Test
  void resultsOfARunAreKept() {
    corridor("run", file, "--out", out.toString());
    Outcome refused = sweep(GRID, "--out", out.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("holds the results of another run");
  }

  @Test
  void aDamagedPointIsSaidToBeDamaged() throws IOException {
    String[] grid = {"--vary", "flows.goods.growth=0,0.1"};
    sweep(grid, "--out", out.toString());
    List<Path> points;
    try (Stream<Path> files = Files.list(out.resolve("points"))) {
      points = files.sorted().toList();
    }
    assertThat(points).hasSize(3);
    for (Path point : points) {
      String text = Files.readString(point);
      Files.writeString(point, text.replaceFirst("(\"numbers\"[^9]*)9", "$18"));
      assertThat(sweep(grid, "--out", out.toString()).err()).contains(point + " is damaged");
      Files.writeString(point, text.substring(0, text.length() / 2));
      Outcome outcome = sweep(grid, "--out", out.toString());
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.err()).contains(point + " is damaged; remove it");
      Files.delete(point);
    }
    assertThat(sweep(grid, "--out", out.toString()).status()).isZero();
  }

  @Test
  void twoKeysMakeAHeatMap() {
    Outcome outcome = sweep(GRID, "--question", "reaches-12bn");
    assertThat(outcome.out())
        .startsWith("One good\n\nTrade reaches 12 bn USD a year by December 2021: ")
        .contains("Down: flows.goods.growth; across: drivers.demand.volatility")
        .containsPattern("(?m)^  0\\.4 .*██$")
        .contains("10 points of 2 000 paths, seed 5");
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void oneKeyMakesATable() {
    Outcome outcome = sweep(new String[] {"--vary", "flows.goods.growth=0,0.1"});
    assertThat(outcome.out())
        .containsPattern("(?m)^  growth +months-high +total.12m, bn USD a year +reaches-12bn$")
        .containsPattern("(?m)^  as it stands +[0-9.]+ +[0-9.]+ +[0-9.]+ %$")
        .containsPattern("(?m)^  0\\.1 +[0-9.]+ +[0-9.]+ +[0-9.]+ %$")
        .containsPattern("total.12m: the median of the paths in [A-Z][a-z]+ 20\\d\\d\\.");
    Outcome without =
        sweep(
            new String[] {"--vary", "flows.goods.growth=0,0.1"}, "--set", "output.percentiles=[5]");
    assertThat(without.out()).contains("total.12m: the mean of the paths in ");
  }

  @Test
  void columnsThatDoNotFitAreNamed() {
    Outcome outcome =
        sweep(
            new String[] {"--vary", "flows.goods.growth=0,0.1"},
            "--metric",
            "exports",
            "--metric",
            "flow.goods",
            "--metric",
            "total.12m");
    assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(outcome.out().replace('\n', ' '))
        .containsPattern("No room for flow.goods, mn USD a month, .*: see --out\\.");
  }

  @Test
  void keysOfOneNameAreToldApart() {
    Outcome outcome =
        sweep(
            new String[] {
              "--vary",
              "flows.goods.growth=0",
              "--vary",
              "drivers.demand.volatility=0.2",
              "--vary",
              "flows.goods.noise.volatility=0.1"
            },
            "--set",
            "flows.goods.noise={reversion: 2, volatility: 0.1}");
    assertThat(outcome.out())
        .containsPattern("  growth +demand\\.volatility +noise\\.volatility  ");
  }

  @Test
  void aQuestionAndAMetricOfOneNameHaveColumnsOfTheirOwn() throws IOException {
    sweep(
        new String[] {"--vary", "flows.goods.growth=0,0.1"},
        "--set",
        "questions.exports={metric: exports, at-least: 0.9 bn USD/month, count-months: true}",
        "--metric",
        "exports",
        "--out",
        out.toString());
    List<String> lines = Files.readAllLines(out.resolve("sweep.csv"));
    assertThat(lines.get(0))
        .contains(
            ",exports.mean [months],",
            ",metric.exports.mean [USD/month],metric.exports.se [USD/month],");
    List<String> heads = List.of(lines.get(0).split(","));
    assertThat(heads).doesNotHaveDuplicates();
    double months = number(lines.get(1), heads.indexOf("exports.mean [months]"));
    double dollars = number(lines.get(1), heads.indexOf("metric.exports.mean [USD/month]"));
    assertThat(months).isBetween(0.0, 24.0);
    assertThat(dollars).isBetween(0.5e9, 2e9);
  }

  private static double number(String line, int column) {
    return Double.parseDouble(line.split(",", -1)[column]);
  }

  @Test
  void cellsOfFewPathsSayTheirInterval() {
    String given = "questions.rare={metric: total.12m, at-least: 11 bn USD/year, given: very-high}";
    String[] set = {
      "--set",
      "questions.very-high={metric: driver.demand, above: 2, at: 2021-12}",
      "--set",
      given,
      "--question",
      "rare"
    };
    String interval = "[0-9.]+ % \\([0-9.]+–[0-9.]+\\)";
    Outcome table = sweep(new String[] {"--vary", "flows.goods.growth=0,0.1"}, set);
    assertThat(table.out())
        .containsPattern("(?m)^  0\\.1 +" + interval)
        .contains("In brackets: the 95 % interval, where fewer than 100 paths count");
    Outcome map = sweep(GRID, set);
    assertThat(map.out()).containsPattern("(?m)^  0\\.4 .*" + interval + " ··");
    Outcome many = sweep(GRID, "--question", "reaches-12bn");
    assertThat(many.out()).doesNotContain("In brackets", "··");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingRuns() {
    Counting none = new Counting(100);
    Outcome key = sweep(none, new String[] {"--vary", "flows.goods.grwth=0,0.1"});
    assertThat(key.status()).isEqualTo(2);
    assertThat(key.err()).contains("grwth", "growth");
    Outcome value = sweep(none, new String[] {"--vary", "flows.goods.growth=0,-2"});
    assertThat(value.status()).isEqualTo(2);
    assertThat(value.err()).startsWith("--vary flows.goods.growth=-2: flows.goods.growth: ");
    Outcome question = sweep(none, GRID, "--question", "reaches-12b");
    assertThat(question.status()).isEqualTo(2);
    assertThat(question.err()).contains("no question 'reaches-12b'", "reaches-12bn");
    Outcome metric = sweep(none, GRID, "--metric", "total.12");
    assertThat(metric.status()).isEqualTo(2);
    assertThat(metric.err()).contains("no metric 'total.12'", "total.12m");
    Outcome months = sweep(new String[] {"--vary", "months=24,25"});
    assertThat(months.status()).isEqualTo(2);
    assertThat(months.err()).contains("may not change the months");
    Outcome twice =
        sweep(
            none,
            new String[] {"--vary", "flows.goods.growth=0", "--vary", "flows.goods.growth=1"});
    assertThat(twice.status()).isEqualTo(2);
    assertThat(twice.err()).contains("names flows.goods.growth twice");
    Outcome run = sweep(none, new String[] {"--vary", "run.sampling=random,sobol"});
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("run.sampling", "the same paths, seed and sampling");
    assertThat(none.simulated).isEmpty();
  }
}
