package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorldFiguresTest {
  private static final int PATHS = 1000;
  private static final List<String> COUNTRIES = List.of("AAA", "BBB", "CCC", "DDD");

  /** Two tax each other; a third sells much to them, a fourth next to nothing. */
  private static final String SCENARIO =
      """
      corridor: 1
      name: Four
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 8
      world:
        trade: {file: trade.csv, unit: mn USD/year}
        trade-elasticity: {uniform: [2, 8]}
        deficits: own
      sanctions:
        duties: {from: 2020-02, targets: [world.AAA.BBB], tariff: 0.25}
        answer: {after: duties, lag: 2 months, chance: 0.5, targets: [world.BBB.AAA], tariff: 0.25}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 12 mn USD/year, world: true}
      questions:
        falls: {metric: world.exports.AAA.BBB, at-most: 15 mn USD/year, by: 2020-08}
      """;

  private static final String MATRIX =
      """
      year,exporter,importer,value
      2019,AAA,AAA,80
      2019,AAA,BBB,20
      2019,AAA,CCC,9
      2019,BBB,AAA,22
      2019,BBB,BBB,85
      2019,BBB,CCC,8
      2019,CCC,AAA,10
      2019,CCC,BBB,9
      2019,CCC,CCC,90
      2019,DDD,AAA,0.01
      2019,AAA,DDD,0.01
      2019,DDD,DDD,5
      """;

  private static Scenario scenario(String from, String to) {
    return ScenarioReader.create()
        .readText(SCENARIO.replace(from, to), "four.yaml", Map.of("trade.csv", MATRIX))
        .scenario();
  }

  private static Run run(Scenario scenario) throws IOException {
    Projection projection = Reports.run(scenario, PATHS);
    return new Run(Reports.result(projection, Examples.SOURCE, ""));
  }

  private static List<String> ids(List<Figure> figures) {
    return figures.stream().map(Figure::id).toList();
  }

  @Test
  void countriesStandByWhatTheyGain() throws IOException {
    Run run = run(scenario("", ""));
    DotChart chart = (DotChart) WorldFigures.gains(run).orElseThrow().chart();
    assertThat(chart.rows()).hasSize(COUNTRIES.size());
    double above = Double.POSITIVE_INFINITY;
    for (DotChart.Row row : chart.rows()) {
      Series series = run.series("world.welfare." + row.name()).orElseThrow();
      DotChart.Dot dot = row.dots().get(0);
      double percent = 100 * (series.percentile(50, 7) - 1);
      assertThat(dot.value()).isCloseTo(percent, within(1e-12)).isLessThanOrEqualTo(above);
      assertThat(dot.low()).isCloseTo(100 * (series.percentile(5, 7) - 1), within(1e-12));
      assertThat(dot.high()).isCloseTo(100 * (series.percentile(95, 7) - 1), within(1e-12));
      // Who loses is told apart by a mark of another shape, too.
      assertThat(dot.series()).isEqualTo(percent < 0 ? 1 : 0);
      above = dot.value();
    }
    assertThat(chart.level().map(Mark.Level::value)).contains(0.0);
    assertThat(chart.rows().get(0).dots().get(0).value()).isPositive();
    assertThat(chart.rows().get(3).dots().get(0).value()).isNegative();
  }

  @Test
  void whatIsTradedIsToldAgainstTheDayBeforeOnOneScale() throws IOException {
    Run run = run(scenario("", ""));
    List<Figure> partners = WorldFigures.partners(run);
    // Twelve pairs, but for one between others and six of one that trades next to nothing.
    assertThat(ids(partners))
        .containsExactlyInAnyOrder(
            "partner-world-exports-AAA-BBB",
            "partner-world-exports-BBB-AAA",
            "partner-world-exports-AAA-CCC",
            "partner-world-exports-BBB-CCC",
            "partner-world-exports-CCC-AAA",
            "partner-world-exports-CCC-BBB");
    assertThat(partners.get(0).id()).isEqualTo("partner-world-exports-BBB-AAA");
    Plot largest = (Plot) partners.get(0).chart();
    assertThat(partners)
        .allSatisfy(one -> assertThat(((Plot) one.chart()).scale()).isEqualTo(largest.scale()));
    Series sold = run.series("world.exports.BBB.AAA").orElseThrow();
    double[] line = largest.all(Mark.Line.class).get(0).values();
    assertThat(line[0]).isZero();
    assertThat(line[7]).isCloseTo(sold.percentile(50, 7) / 1e6 - 22, within(1e-9));
    assertThat(largest.all(Mark.Band.class)).isNotEmpty();
  }

  /** Balanced trade is another on each path: there is no one day before to take off. */
  @Test
  void balancedTradeIsToldAsItIs() throws IOException {
    Run run = run(scenario("deficits: own", "deficits: zero"));
    Plot chart = (Plot) WorldFigures.partners(run).get(0).chart();
    assertThat(chart.all(Mark.Line.class).get(0).values()[0]).isGreaterThan(15);
    assertThat(WorldFigures.partnersTitle(run)).doesNotContain("day before");
  }

  @Test
  void aRunWithoutAWorldHasNone() throws IOException {
    Run run = run(Examples.small());
    assertThat(WorldFigures.gains(run)).isEmpty();
    assertThat(WorldFigures.partners(run)).isEmpty();
  }

  /** The medians of the differences are held against those of the same paths one by one. */
  @Test
  void aVariantMovesWhoGains() {
    Scenario base = scenario("", "");
    Scenario variant = scenario("chance: 0.5", "chance: 0");
    Comparison comparison =
        Simulator.compare(
            base, Map.of("calm", variant), Settings.of(base).withPaths(PATHS).withSeed(5));
    ComparedFigures figures = new ComparedFigures(comparison, "base");
    assertThat(ids(figures.gains())).containsExactly("world-gains-calm");
    DotChart chart = (DotChart) figures.gains().get(0).chart();
    for (DotChart.Row row : chart.rows()) {
      double[] differences = differences(base, variant, "world.welfare." + row.name());
      DotChart.Dot dot = row.dots().get(0);
      double exact = 100 * differences[PATHS / 2 - 1];
      assertThat(dot.value()).isCloseTo(exact, within(Math.abs(exact) / 200 + 1e-12));
      double high = 100 * differences[PATHS * 95 / 100 - 1];
      assertThat(dot.high()).isCloseTo(high, within(Math.abs(high) / 200 + 1e-12));
    }
    assertThat(ids(figures.partners()).get(0)).isEqualTo("partner-world-exports-BBB-AAA");
    double[] added =
        ((Plot) figures.partners().get(0).chart()).all(Mark.Line.class).get(0).values();
    double mean =
        Arrays.stream(differences(base, variant, "world.exports.BBB.AAA")).average().orElseThrow();
    assertThat(added[7]).isCloseTo(mean / 1e6, within(1e-9)).isPositive();
  }

  private static double[] differences(Scenario base, Scenario variant, String metric) {
    Paths before = Replay.of(base, 5, List.of(metric)).paths(0, PATHS);
    Paths after = Replay.of(variant, 5, List.of(metric)).paths(0, PATHS);
    return IntStream.range(0, PATHS)
        .mapToDouble(path -> after.value(metric, 7, path) - before.value(metric, 7, path))
        .sorted()
        .toArray();
  }

  @Test
  void anOpenPageDrawsWhoGainsWithEachChange() {
    Scenario base = scenario("", "");
    Scenario changed = scenario("tariff: 0.25}\n  answer", "tariff: 0.5}\n  answer");
    Comparison comparison =
        Simulator.compare(base, Map.of("changed", changed), Settings.of(base).withPaths(PATHS));
    JsonNode figure =
        JsonMapper.shared()
            .readTree(LiveView.json(comparison, "changed", Examples.SOURCE, Map.of(), List.of()))
            .get("figures")
            .get("world-gains");
    assertThat(figure.get("numbers").get("rows").size()).isEqualTo(2 * COUNTRIES.size());
    assertThat(figure.get("narrow").asString()).contains(">in the report<", ">gains<", ">loses<");
  }

  /** Before all else a page simulates its first chart and who gains. */
  @Test
  void anOpenPageAsksForWelfareFirst() throws IOException {
    LoadedScenario loaded =
        ScenarioReader.create().readText(SCENARIO, "four.yaml", Map.of("trade.csv", MATRIX));
    PageModel asked = new PageModel(new LiveModel("", ""), loaded);
    Run run = run(loaded.scenario());
    LivePart studio =
        LivePart.alone("", "", asked, Examples.SOURCE, run.projection().sample(), true);
    List<String> want = new ArrayList<>();
    JsonNode source = JsonMapper.shared().readTree(studio.source());
    source.get("want").forEach(metric -> want.add(metric.asString()));
    assertThat(want)
        .containsExactly(
            "world.exports.AAA.BBB",
            "world.welfare.AAA",
            "world.welfare.BBB",
            "world.welfare.CCC",
            "world.welfare.DDD");
  }
}
