package io.corridor.report.internal.page;

import io.corridor.model.Metric;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.TimeChart;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the outcome of the main question goes together with, the strongest first. */
final class InfluenceFigure {
  private static final int MOST_SHOWN = 10;

  private final ReportData.Influence influence;
  private final Scale scale;

  private InfluenceFigure(ReportData.Influence influence) {
    this.influence = influence;
    this.scale =
        influence
            .metric()
            .map(
                metric ->
                    Scale.of(
                        new Metric(metric, influence.unit(), false), Math.abs(influence.mean())))
            .orElse(new Scale(1, 1, influence.unit()));
  }

  /** Returns the figure; empty if nothing stands out from the noise. */
  static Optional<Figure> of(ReportData.Influence influence) {
    InfluenceFigure figure = new InfluenceFigure(influence);
    return figure.shown().isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    String unit = scale.unit().isEmpty() ? "" : ", " + scale.unit();
    String what =
        influence.metric().isPresent()
            ? Run.capitalised(influence.outcome()) + unit
            : influence.unit().equals("%")
                ? "How often it comes true, % of the paths"
                : "Number of months";
    return new Figure(
        "influence",
        what + ", where an input is lowest and where it is highest",
        "From the mean in the tenth of "
            + Amounts.whole(influence.paths())
            + " paths with the lowest values of the input to that in the tenth with the highest."
            + " At the end: Spearman’s rank correlation. That two things go together doesn’t say"
            + " that one makes the other.",
        Figure.Place.WIDE,
        table(),
        chart());
  }

  /** The strongest, as far as they stand out from the noise. */
  private List<ReportData.Factor> shown() {
    double noise = 2 / Math.sqrt(influence.paths());
    return influence.factors().stream()
        .filter(factor -> Math.abs(factor.correlation()) > noise)
        .limit(MOST_SHOWN)
        .toList();
  }

  private DotChart chart() {
    List<DotChart.Row> rows = new ArrayList<>();
    for (ReportData.Factor factor : shown()) {
      double low = factor.deciles()[0] / scale.divisor();
      double high = factor.deciles()[9] / scale.divisor();
      rows.add(
          new DotChart.Row(
              factor.name(),
              List.of(
                  new DotChart.Dot("lowest tenth", 0, low, low, low),
                  new DotChart.Dot("highest tenth", 1, high, high, high)),
              signed(factor.correlation()),
              true));
    }
    String mean = "mean " + scale.text(influence.mean());
    return new DotChart(
        scale.unit(),
        rows,
        Optional.of(new TimeChart.Level(influence.mean() / scale.divisor(), mean)),
        List.of());
  }

  private static String signed(double correlation) {
    String text = Amounts.decimal(Math.abs(correlation), 2);
    return (correlation < 0 ? '−' : '+') + text;
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("Input", "rank correlation"));
    for (int tenth = 1; tenth <= 10; tenth++) {
      head.add("tenth " + tenth);
    }
    Table table = Table.of(head.toArray(String[]::new));
    for (ReportData.Factor factor : influence.factors()) {
      List<String> cells = new ArrayList<>(List.of(signed(factor.correlation())));
      for (double mean : factor.deciles()) {
        cells.add(scale.text(mean));
      }
      table.add(factor.name(), cells);
    }
    return table;
  }
}
