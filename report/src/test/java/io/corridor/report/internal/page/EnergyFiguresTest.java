package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Scenario;
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
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
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
