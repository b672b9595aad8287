package io.corridor.report.internal.page;

import io.corridor.report.data.ReportData;
import io.corridor.report.data.Result;
import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policy regimes and waivers: how likely each is, and how it goes on single paths. */
final class PolicyFigures {
  private final Story story;
  private final Map<String, double[]> regimes = new LinkedHashMap<>();
  private final Map<String, double[]> waivers = new LinkedHashMap<>();

  private PolicyFigures(Story story) {
    this.story = story;
    for (String state : story.data().states()) {
      story.series("regime." + state).ifPresent(series -> regimes.put(state, percent(series)));
    }
    story
        .result()
        .metrics()
        .forEach(
            (metric, series) -> {
              if (metric.startsWith("waiver.")) {
                String id = metric.substring("waiver.".length(), metric.lastIndexOf('.'));
                waivers.put(id, percent(series));
              }
            });
  }

  /** Returns the figures; none without regimes and waivers. */
  static List<Figure> of(Story story) {
    PolicyFigures figures = new PolicyFigures(story);
    List<Figure> all = new ArrayList<>();
    if (!figures.regimes.isEmpty()) {
      all.add(figures.regimes());
    }
    if (!figures.waivers.isEmpty()) {
      all.add(figures.waivers());
    }
    figures.timeline().ifPresent(all::add);
    return all;
  }

  private static double[] percent(Result.Series series) {
    return Rounded.of(series.mean(), 0.01);
  }

  private static String percent(double value) {
    return Amounts.decimal(value, 1) + Amounts.NO_BREAK + "%";
  }

  private Figure regimes() {
    return new Figure(
        "regimes",
        "Probability of each policy regime, %",
        ends(regimes),
        waivers.isEmpty(),
        table("Regime", regimes),
        regimeLines());
  }

  private Map<String, Object> regimeLines() {
    Map<String, Object> chart = lines("regimes", regimes);
    chart.put("initial", initial());
    return chart;
  }

  /** The regime that all paths start in, which is shown in grey. */
  private int initial() {
    List<int[]> samples = story.data().samples().regimes();
    return samples.isEmpty() ? 0 : samples.get(0)[0];
  }

  private Figure waivers() {
    return new Figure(
        "waivers",
        waivers.size() == 1
            ? "Probability that the waiver is in force, %"
            : "Probability that each waiver is in force, %",
        ends(waivers),
        regimes.isEmpty(),
        table("Waiver", waivers),
        lines("curves", waivers));
  }

  private String ends(Map<String, double[]> lines) {
    int last = story.months().last();
    List<String> ends = new ArrayList<>();
    lines.forEach((name, values) -> ends.add(name + " " + percent(values[last])));
    return story.months().words(last) + ": " + String.join(", ", ends) + ".";
  }

  private Table table(String what, Map<String, double[]> lines) {
    List<String> head = new ArrayList<>(List.of(what));
    List<Integer> rows = story.months().rows();
    rows.forEach(month -> head.add(story.months().shortWords(month)));
    Table table = Table.of(head.toArray(String[]::new));
    lines.forEach(
        (name, values) ->
            table.add(name, rows.stream().map(month -> percent(values[month])).toList()));
    return table;
  }

  private static Map<String, Object> lines(String kind, Map<String, double[]> values) {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", kind);
    chart.put("unit", "%");
    List<Object> lines = new ArrayList<>();
    values.forEach(
        (name, line) -> {
          Map<String, Object> shown = new LinkedHashMap<>();
          shown.put("name", name);
          shown.put("values", line);
          shown.put("end", percent(line[line.length - 1]));
          shown.put("shown", true);
          lines.add(shown);
        });
    chart.put("lines", lines);
    return chart;
  }

  private Optional<Figure> timeline() {
    ReportData.Samples samples = story.data().samples();
    List<String> waived =
        samples.metrics().keySet().stream().filter(id -> id.startsWith("waiver.")).toList();
    if (samples.regimes().isEmpty() && waived.isEmpty()) {
      return Optional.empty();
    }
    List<Object> lapses = new ArrayList<>();
    int lapsed = 0;
    for (int path = 0; path < samples.count(); path++) {
      int before = lapses.size();
      for (int month = 0; month < story.months().count(); month++) {
        if (isLapsed(samples, waived, path, month)) {
          lapses.add(List.of(month, path));
        }
      }
      lapsed += lapses.size() > before ? 1 : 0;
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "timeline");
    chart.put("states", story.data().states());
    chart.put("initial", initial());
    chart.put("count", samples.count());
    chart.put("regimes", samples.regimes());
    chart.put("lapses", lapses);
    chart.put("waivers", !waived.isEmpty());
    return Optional.of(
        new Figure(
            "timeline",
            samples.count() == 1
                ? "One path of policy"
                : samples.count() + " paths of policy, one a row",
            waived.isEmpty()
                ? "Each row is one path: the regime it is in, month by month."
                : "Each row is one path. The narrow bars: a waiver has lapsed for some days at least,"
                    + " as on "
                    + lapsed
                    + " of these "
                    + samples.count()
                    + " paths.",
            true,
            timelineTable(samples, waived),
            chart));
  }

  private static boolean isLapsed(
      ReportData.Samples samples, List<String> waived, int path, int month) {
    return waived.stream()
        .anyMatch(id -> samples.metrics().getOrDefault(id, List.of()).get(path)[month] < 1);
  }

  private Table timelineTable(ReportData.Samples samples, List<String> waived) {
    List<String> head = new ArrayList<>(List.of("Path"));
    story.data().states().forEach(state -> head.add("months under " + state));
    if (!waived.isEmpty()) {
      head.add("months with a lapse");
    }
    Table table = Table.of(head.toArray(String[]::new));
    for (int path = 0; path < samples.count(); path++) {
      List<String> cells = new ArrayList<>();
      int[] months = new int[story.data().states().size()];
      int lapses = 0;
      for (int month = 0; month < story.months().count(); month++) {
        if (months.length > 0) {
          months[samples.regimes().get(path)[month]]++;
        }
        lapses += isLapsed(samples, waived, path, month) ? 1 : 0;
      }
      for (int count : months) {
        cells.add(Integer.toString(count));
      }
      if (!waived.isEmpty()) {
        cells.add(Integer.toString(lapses));
      }
      table.add(Integer.toString(path), cells);
    }
    return table;
  }
}
