package io.corridor.report.internal.page;

import io.corridor.model.Scenario;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page {@code sweep.html}: a heat map of each question over the grid; of more than two keys the
 * first go down, all their values with each other, and the last goes across. Depends on the sweep
 * alone, byte for byte.
 */
public final class SweepPage {
  private final SweepResults sweep;
  private final String across;
  private final List<String> columns;
  private final String down;
  private final List<String> rows;

  private SweepPage(SweepResults sweep) {
    List<Map.Entry<String, List<String>>> axes = List.copyOf(sweep.axes().entrySet());
    Map.Entry<String, List<String>> last = axes.get(axes.size() - 1);
    this.sweep = sweep;
    this.across = last.getKey();
    this.columns = last.getValue();
    this.down =
        String.join(
            ", ", axes.stream().map(Map.Entry::getKey).filter(k -> !k.equals(across)).toList());
    this.rows = new ArrayList<>();
    for (int point = 0; point < sweep.points().size(); point += columns.size()) {
      List<String> values = List.copyOf(sweep.points().get(point).values().values());
      rows.add(String.join(", ", values.subList(0, values.size() - 1)));
    }
  }

  /**
   * Writes the page.
   *
   * @param sweep what was found
   * @param facts where the scenario came from, and whatever else is to be said of that, by name
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(SweepResults sweep, Map<String, String> facts, Writer out)
      throws IOException {
    new SweepPage(sweep).page(facts).write(out);
  }

  private HtmlPage page(Map<String, String> facts) {
    Scenario scenario = sweep.scenario();
    String lead =
        "Each of "
            + sweep.points().size()
            + " points was simulated on the same "
            + Amounts.whole(sweep.sample().paths())
            + " paths of random numbers, so that points differ by what was set there.";
    return new HtmlPage(
        "several.html",
        scenario.name(),
        "A sweep over " + String.join(", ", sweep.axes().keySet()),
        List.of(new Section("answers", "Answers", "", false, figures())),
        new Months(scenario.start().toString(), scenario.months()),
        Map.of("lead", lead, "hasAnswers", false, "manifest", manifest(facts)));
  }

  private List<Figure> figures() {
    Sentences sentences = new Sentences(sweep.scenario());
    List<Figure> figures = new ArrayList<>();
    for (String id : sweep.scenario().questions().keySet()) {
      boolean counts = sweep.base().counts(id);
      figures.add(
          new Figure(
              "grid-" + id,
              sentences.statement(id) + (counts ? ", months" : ", % of paths"),
              note(id),
              true,
              table(id),
              chart(id)));
    }
    return figures;
  }

  private String note(String question) {
    String unit = sweep.base().counts(question) ? " months" : Amounts.NO_BREAK + "%";
    return "As it stands: "
        + text(sweep.base(), question)
        + unit
        + ". "
        + (down.isEmpty() ? "" : "Down: " + down + "; across: " + across + ".");
  }

  private static double value(SweepPoint point, String question) {
    return point.counts(question) ? point.answer(question) : 100 * point.answer(question);
  }

  private static String text(SweepPoint point, String question) {
    double value = value(point, question);
    if (Double.isNaN(value)) {
      return "–";
    }
    double error = point.numbers().getOrDefault(question + ".standardError", 0.0);
    return Estimates.value(value, point.counts(question) ? error : 100 * error);
  }

  private Table table(String question) {
    List<String> head = new ArrayList<>(List.of(down.isEmpty() ? across : down + " \\ " + across));
    head.addAll(columns);
    Table table = Table.of(head.toArray(String[]::new));
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        cells.add(text(sweep.points().get(row * columns.size() + column), question));
      }
      table.add(rows.get(row), cells);
    }
    return table;
  }

  private Map<String, Object> chart(String question) {
    List<Object> cells = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < sweep.points().size(); i++) {
      double value = value(sweep.points().get(i), question);
      if (!Double.isNaN(value)) {
        cells.add(List.of(i % columns.size(), i / columns.size(), Rounded.of(value)));
        texts.add(text(sweep.points().get(i), question));
      }
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "grid");
    chart.put("unit", sweep.base().counts(question) ? "months" : "%");
    chart.put("across", across);
    chart.put("columns", columns);
    chart.put("down", down);
    chart.put("rows", rows);
    chart.put("cells", cells);
    chart.put("texts", texts);
    return chart;
  }

  private Table manifest(Map<String, String> facts) {
    Table table = Table.of("Fact", "Value");
    facts.forEach((name, fact) -> table.add(name, List.of(fact)));
    sweep.axes().forEach((key, values) -> table.add(key, List.of(String.join("; ", values))));
    Provenance.addSample(table, sweep.sample());
    return table;
  }
}
