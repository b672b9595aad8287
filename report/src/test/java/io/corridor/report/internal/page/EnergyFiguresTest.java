package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.internal.chart.Format;
import io.corridor.report.internal.chart.HeatChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.simulation.Replay;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnergyFiguresTest {
  /** Two sources of the exporter and two rivals, not by turns; the hours of a month; a store. */
  private static final String SCENARIO =
      """
      corridor: 1
      name: Sources
      parties: {exporter: IRN, importer: IRQ}
      start: 2021-11
      months: 16
      drivers:
        spare: {kind: gbm, start: 1, drift: 0, volatility: 0.3}
      energy:
        annual-value: 1 bn USD/year
        carriers:
          gas:
            demand: {base: 40 mcm/d, growth: 3 %}
            supply: {base: 20 mcm/d}
            price: {base: 9 USD/MMBtu}
            imports:
              sources:
                lng: {from: QAT, capacity: 4 mcm/d}
                north: {capacity: 8 mcm/d, label: the northern pipeline, elasticities: {spare: 1}}
                south: {from: IRN, capacity: 6 mcm/d}
                turkey: {from: TUR, capacity: 5 mcm/d}
          electricity:
            demand:
              base: 10 GW
              blocks: [{hours: 0.25, factor: 1.3}, {hours: 0.75, factor: 0.9}]
            supply: {base: 8 GW}
            imports: {capacity: 2 GW, elasticities: {spare: 1}}
            price: {base: 95 USD/MWh}
      flows:
        goods: {from: IRN, to: IRQ, annual-value: 7.65 bn USD/year}
      """;

  private static final String QUESTIONS =
      """
      questions:
        holds: {metric: energy.gas.n-1, at-least: 0.8, at: 2022-12}
        dark: {metric: energy.electricity.hours-short, at-least: 6 hours/day, at: 2022-07}
      """;

  private static Scenario scenario(String more) {
    return ScenarioReader.create().readText(SCENARIO + more, "sources.yaml").scenario();
  }

  private static List<Figure> figures(Projection projection) throws IOException {
    return EnergyFigures.of(new Run(Reports.result(projection, Examples.SOURCE, "")));
  }

  private static Figure figure(List<Figure> figures, String id) {
    return figures.stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Mark.Layer> layers(Plot chart) {
    return chart.all(Mark.Stack.class).get(0).layers();
  }

  @Test
  void sourcesAreStackedInTheOrderOfUseByWhoseTheyAre() throws IOException {
    List<Figure> figures = figures(Reports.run(scenario(QUESTIONS), 300));
    Figure supply = figure(figures, "supply-gas-typical");
    Plot chart = (Plot) supply.chart();
    assertThat(layers(chart))
        .extracting(Mark.Layer::name)
        .containsExactly("domestic", "LNG", "the northern pipeline", "south", "Turkey");
    assertThat(layers(chart))
        .extracting(Mark.Layer::ink)
        .startsWith(
            new Ink("domestic"),
            Ink.source(0, true),
            Ink.source(0, false),
            Ink.source(1, false),
            Ink.source(1, true));
    assertThat(supply.note()).endsWith("Orange and brown: from Iran; violet: from others.");
    assertThat(supply.table().head()).contains("the northern pipeline").doesNotContain("imports");
    assertThat(chart.svg(Format.NARROW)).contains("f-r0", "f-o1", ">the northern pipeline<");
    Plot nameless = (Plot) figure(figures, "supply-electricity-worst").chart();
    assertThat(layers(nameless)).extracting(Mark.Layer::name).contains("imports");
  }

  @Test
  void hoursWithoutPowerAreShadesByMonthAndYear() throws IOException {
    Projection projection = Reports.run(scenario(QUESTIONS), 300);
    Figure hours = figure(figures(projection), "hours-short-electricity");
    HeatChart chart = (HeatChart) hours.chart();
    assertThat(chart.rows()).containsExactly("2021", "2022", "2023");
    Series series = projection.series("energy.electricity.hours-short");
    assertThat(chart.cells().get(12 + 6).value()).isEqualTo(series.mean(YearMonth.of(2022, 7)));
    assertThat(chart.cells().get(9).value()).as("before the start").isNaN();
    assertThat(chart.cells().get(10).value()).isEqualTo(series.mean(0)).isBetween(6.0, 24.0);
    assertThat(hours.note()).contains(" hours a day somebody goes without electricity.");
  }

  /** Of shades from 0 on, which all months would have the deepest of, nobody sees the season. */
  @Test
  void shadesBeginWithTheLeastWhereNoMonthIsNearZero() throws IOException {
    assertThat(hours("{base: 2 GW}").low()).as("short day and night").isZero();
    HeatChart some = hours("{base: 8 GW, growth: 12 %}");
    double[] values =
        some.cells().stream().mapToDouble(HeatChart.Cell::value).filter(v -> v > 0).toArray();
    double least = Arrays.stream(values).min().orElseThrow();
    assertThat(least).isBetween(5.0, 23.0);
    assertThat(some.low()).as("to a digit").isBetween(least - 0.1, least);
    assertThat(some.svg(Format.NARROW)).contains("class=\"h0\"", "class=\"h8\"");
  }

  private static HeatChart hours(String supply) throws IOException {
    String text = (SCENARIO + QUESTIONS).replace("supply: {base: 8 GW}", "supply: " + supply);
    Scenario scenario = ScenarioReader.create().readText(text, "sources.yaml").scenario();
    return (HeatChart)
        figure(figures(Reports.run(scenario, 300)), "hours-short-electricity").chart();
  }

  /** How far beyond 100 % it is tells nothing of how sure it is to be there. */
  @Test
  void whereMuchIsLeftWithoutTheLargestThePathsAreCounted() throws IOException {
    String plenty =
        (SCENARIO + QUESTIONS)
            .replace("base: 20 mcm/d", "base: {uniform: [30 mcm/d, 200 mcm/d]}, growth: -30 %");
    Scenario scenario = ScenarioReader.create().readText(plenty, "sources.yaml").scenario();
    Projection projection = Reports.run(scenario, 1000);
    Figure shares = figure(figures(projection), "fan-energy-gas-n-1");
    Paths paths =
        Replay.of(scenario, projection.sample(), List.of("energy.gas.n-1")).paths(0, 1000);
    long enough =
        IntStream.range(0, 1000).filter(i -> paths.value("energy.gas.n-1", 15, i) >= 1).count();
    assertThat(enough).isBetween(1L, 999L);
    Plot chart = (Plot) shares.chart();
    assertThat(chart.all(Mark.Line.class).get(0).values()[15])
        .isCloseTo(enough / 10.0, within(1e-9));
    assertThat(Arrays.stream(chart.all(Mark.Line.class).get(0).values()).max())
        .as("rounding leaves none beyond the axis")
        .hasValue(100);
    assertThat(chart.scale()).containsExactly(0.0, 100.0);
    assertThat(shares.title()).startsWith("Gas is enough without its largest source");
    assertThat(shares.note()).contains(ShareFigures.percent(enough / 10.0), "of the first 1");
  }

  @Test
  void whatIsOnNoPathIsNothing() throws IOException {
    String closed =
        (SCENARIO + "output: {metrics: [energy.gas.source.lng, energy.gas.source.turkey]}\n")
            .replace("capacity: 5 mcm/d", "capacity: 5 mcm/d, opens: {planned: 2031-01}");
    Scenario scenario = ScenarioReader.create().readText(closed, "sources.yaml").scenario();
    Run run = new Run(Reports.result(Reports.run(scenario, 300), Examples.SOURCE, ""));
    assertThat(FanFigure.of(run, "energy.gas.source.turkey", Figure.Place.HALF))
        .hasValueSatisfying(turkey -> assertThat(turkey.isNothing()).isTrue());
    assertThat(FanFigure.of(run, "energy.gas.source.lng", Figure.Place.HALF))
        .hasValueSatisfying(lng -> assertThat(lng.isNothing()).isFalse());
  }

  @Test
  void withoutTheLargestIsHeldAgainstOneAndWhatIsAsked() throws IOException {
    Figure fan = figure(figures(Reports.run(scenario(QUESTIONS), 300)), "fan-energy-gas-n-1");
    Plot chart = (Plot) fan.chart();
    assertThat(chart.all(Mark.Levels.class).get(0).all())
        .extracting(Mark.Level::value)
        .containsExactly(80.0, 100.0);
    assertThat(chart.all(Mark.Band.class)).isNotEmpty();
    assertThat(chart.all(Mark.Single.class)).hasSize(3);
    assertThat(chart.all(Mark.Line.class)).as("the median").hasSize(1);
  }

  @Test
  void whatIsNotReportedIsNotDrawn() throws IOException {
    Scenario few = scenario("output: {metrics: [total.12m]}\n");
    assertThat(figures(Reports.run(few, 300)))
        .extracting(Figure::id)
        .containsExactly(
            "supply-gas-typical",
            "supply-gas-worst",
            "supply-electricity-typical",
            "supply-electricity-worst");
  }
}
