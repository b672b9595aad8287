package io.corridor.report.internal.page;

import io.corridor.model.Metric;
import io.corridor.report.data.ReportData;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What moved the outcome of the main question, the strongest first. */
final class Tornado {
  private static final int MOST_SHOWN = 14;

  private final ReportData.Influence influence;
  private final Scale scale;

  private Tornado(ReportData.Influence influence) {
    this.influence = influence;
    this.scale =
        influence
            .metric()
            .map(metric -> scale(metric, influence))
            .orElse(new Scale(1, 1, influence.unit()));
  }

  private static Scale scale(String metric, ReportData.Influence influence) {
    double largest = Math.abs(influence.mean());
    return Scale.of(new Metric(metric, influence.unit(), false), largest);
  }

  /** Returns the figure; empty if nothing stands out from the noise. */
  static Optional<Figure> of(ReportData.Influence influence) {
    Tornado tornado = new Tornado(influence);
    return tornado.shown().isEmpty() ? Optional.empty() : Optional.of(tornado.figure());
  }

  private Figure figure() {
    return new Figure("influence", title(), note(), true, table(), chart());
  }

  private String title() {
    String what =
        influence.metric().isPresent()
            ? Story.capitalised(influence.outcome()) + ", " + scale.unit()
            : influence.unit().equals("%")
                ? "How often " + influence.question() + " comes true, % of paths"
                : Story.capitalised(influence.question()) + ", number of months";
    return what + ", in the lowest and the highest tenth of each input";
  }

  private String note() {
    StringBuilder note = new StringBuilder();
    note.append("Over ").append(Amounts.whole(influence.paths())).append(" paths the mean is ");
    note.append(scale.text(influence.mean())).append(unit());
    influence.factors().stream()
        .limit(3)
        .forEach(
            factor ->
                note.append("; ")
                    .append(factor.name())
                    .append(": from ")
                    .append(scale.text(factor.deciles()[0]))
                    .append(" to ")
                    .append(scale.text(factor.deciles()[9]))
                    .append(unit()));
    int shown = shown().size();
    if (shown < influence.factors().size()) {
      note.append(". Of ").append(influence.factors().size()).append(" inputs the strongest ");
      note.append(shown).append(" are shown");
    }
    return note.append('.').toString();
  }

  /** The strongest, as far as they stand out from the noise. */
  private List<ReportData.Factor> shown() {
    return influence.factors().stream()
        .filter(factor -> Math.abs(factor.correlation()) > noise())
        .limit(MOST_SHOWN)
        .toList();
  }

  /** What a correlation of nothing with nothing may come to: twice its standard error. */
  private double noise() {
    return 2 / Math.sqrt(influence.paths());
  }

  private String unit() {
    return scale.unit().isEmpty() ? "" : Amounts.NO_BREAK + scale.unit();
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("Input", "rank correlation"));
    for (int tenth = 1; tenth <= 10; tenth++) {
      head.add("tenth " + tenth);
    }
    Table table = Table.of(head.toArray(String[]::new));
    for (ReportData.Factor factor : influence.factors()) {
      List<String> cells = new ArrayList<>(List.of(Amounts.decimal(factor.correlation(), 2)));
      for (double mean : factor.deciles()) {
        cells.add(scale.text(mean));
      }
      table.add(factor.name(), cells);
    }
    return table;
  }

  private Map<String, Object> chart() {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "tornado");
    chart.put("unit", scale.unit());
    chart.put("mean", Rounded.of(influence.mean() / scale.divisor()));
    List<Object> factors = new ArrayList<>();
    shown()
        .forEach(
            factor -> {
              Map<String, Object> shown = new LinkedHashMap<>();
              shown.put("name", factor.name());
              shown.put("correlation", Rounded.of(factor.correlation()));
              shown.put("deciles", Rounded.of(factor.deciles(), scale.divisor()));
              factors.add(shown);
            });
    chart.put("factors", factors);
    return chart;
  }
}
