package io.corridor.report.internal.page;

import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By when questions have come true: the share of paths, month by month. */
final class ByWhen {
  /** A window that is shorter shows no curve worth the name. */
  private static final int LEAST_MONTHS = 6;

  private static final int MOST_SHOWN = 7;

  private final Story story;
  private final Map<String, double[]> curves = new LinkedHashMap<>();

  private ByWhen(Story story) {
    this.story = story;
    story.data().questions().forEach(this::add);
  }

  /** Returns the curves; empty if no question asks for something that may come true any month. */
  static Optional<Figure> of(Story story) {
    ByWhen byWhen = new ByWhen(story);
    return byWhen.curves.isEmpty() ? Optional.empty() : Optional.of(byWhen.figure());
  }

  private void add(String id, ReportData.Asked question) {
    List<Long> hits = question.hitsByMonth();
    Result.Answer answer = story.result().questions().get(id);
    if (answer == null || answer.paths() == 0 || question.conditional()) {
      return;
    }
    if (monthsThatMayCount(hits, question.last()) < LEAST_MONTHS) {
      return;
    }
    double[] curve = new double[question.last() + 1];
    long sum = 0;
    for (int month = 0; month < curve.length; month++) {
      sum += hits.get(month);
      curve[month] = 100.0 * sum / answer.paths();
    }
    curves.put(id, curve);
  }

  private static int monthsThatMayCount(List<Long> hits, int last) {
    int first = 0;
    while (first < hits.size() && hits.get(first) == 0) {
      first++;
    }
    return hits.isEmpty() ? 0 : last - first + 1;
  }

  private Figure figure() {
    return new Figure(
        "by-when", "Share of paths on which each has come true, %", note(), true, table(), chart());
  }

  private String note() {
    List<String> ends = new ArrayList<>();
    curves.forEach(
        (id, curve) ->
            ends.add(id + ": " + end(curve) + " by " + story.months().words(curve.length - 1)));
    return String.join("; ", ends) + ".";
  }

  private static String end(double[] curve) {
    return percent(curve[curve.length - 1]);
  }

  private static String percent(double value) {
    return Amounts.decimal(value, 1) + Amounts.NO_BREAK + "%";
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("Question"));
    List<Integer> rows = story.months().rows();
    rows.forEach(month -> head.add(story.months().shortWords(month)));
    Table table = Table.of(head.toArray(String[]::new));
    curves.forEach(
        (id, curve) ->
            table.add(
                id,
                rows.stream()
                    .map(month -> month < curve.length ? percent(curve[month]) : "–")
                    .toList()));
    return table;
  }

  private Map<String, Object> chart() {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "curves");
    chart.put("unit", "%");
    List<Object> lines = new ArrayList<>();
    curves.forEach(
        (id, curve) -> {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("name", id);
          line.put("values", Rounded.of(Arrays.copyOf(curve, curve.length), 1));
          line.put("end", end(curve));
          line.put("shown", lines.size() < MOST_SHOWN);
          lines.add(line);
        });
    chart.put("lines", lines);
    return chart;
  }
}
