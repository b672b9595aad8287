package io.corridor.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.projection.Projection;
import io.corridor.report.Examples;
import io.corridor.report.Reports;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.History;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.internal.chart.Format;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.scenarios.ShippedScenarios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FanFigureTest {
  private static final String TRADE = "total.12m";
  private static final String EXPORTS = "exports";

  private final Projection projection =
      Reports.run(ShippedScenarios.read("iran-iraq-2019").scenario(), 300);

  private Run run(Map<String, History> history) {
    Grounds grounds = new Grounds(List.of(), List.of(), Optional.empty(), history);
    ReportData data = ReportData.brief(projection).with(grounds);
    return new Run(new RunResults(projection, Examples.SOURCE, "", Optional.empty(), data));
  }

  private static Plot plot(Optional<Figure> figure) {
    return (Plot) figure.orElseThrow().chart();
  }

  private static List<Double> levels(Plot plot) {
    return plot.all(Mark.Levels.class).stream()
        .flatMap(levels -> levels.all().stream())
        .map(Mark.Level::value)
        .toList();
  }

  @Test
  void theChartOfAnAnswerHasTheValueOfItsQuestionAlone() {
    Run run = run(Map.of());
    assertThat(levels(plot(FanFigure.answering(run, "reaches-20bn", "")))).containsExactly(20.0);
    assertThat(levels(plot(FanFigure.of(run, TRADE, Figure.Place.HALF))))
        .containsExactly(10.0, 16.0, 20.0);
  }

  @Test
  void aForecastWithoutAModelIsWhatWasLastKnown() {
    History known = new History("customs", new int[] {15, 3, -9}, new double[] {9e9, 11e9, 13e9});
    Figure figure =
        FanFigure.answering(run(Map.of(TRADE, known)), "reaches-20bn", "").orElseThrow();
    Plot plot = (Plot) figure.chart();
    Mark.Line unchanged =
        plot.all(Mark.Line.class).stream()
            .filter(line -> line.name().equals("unchanged"))
            .findFirst()
            .orElseThrow();
    assertThat(unchanged.values()).hasSize(projection.scenario().months()).containsOnly(11);
    assertThat(plot.svg(Format.WIDE)).contains(">unchanged 11.0<");
    assertThat(figure.note()).contains("without a model");
  }

  /** A month's value may be that of its season, a series may have begun too late. */
  @Test
  void elsewhereThereIsNoneOfIt() {
    History late = new History("customs", new int[] {-1}, new double[] {9e9});
    Figure trade = FanFigure.answering(run(Map.of(TRADE, late)), "reaches-20bn", "").orElseThrow();
    assertThat(((Plot) trade.chart()).all(Mark.Line.class)).hasSize(1);
    assertThat(trade.note()).doesNotContain("without a model");
    History known = new History("customs", new int[] {1}, new double[] {0.9e9});
    assertThat(
            plot(FanFigure.of(run(Map.of(EXPORTS, known)), EXPORTS, Figure.Place.HALF))
                .all(Mark.Line.class))
        .hasSize(1);
  }
}
