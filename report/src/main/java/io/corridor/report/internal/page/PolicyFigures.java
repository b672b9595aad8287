package io.corridor.report.internal.page;

import io.corridor.model.MetricKind;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.StripChart;
import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Policy regimes and waivers: how likely each is, and how it goes on single paths. */
final class PolicyFigures {
  private final Run run;
  private final ReportData.Samples samples;
  private final List<String> waived;

  private PolicyFigures(Run run) {
    this.run = run;
    this.samples = run.data().samples();
    this.waived = samples.metrics().keySet().stream().filter(MetricKind.COVERAGE::is).toList();
  }

  /** Returns the figures; none without regimes and waivers. */
  static List<Figure> of(Run run) {
    List<Figure> figures = new ArrayList<>();
    ShareFigures shares = new ShareFigures(run);
    boolean both = !run.scenario().waivers().isEmpty() && run.scenario().regime().isPresent();
    Figure.Place place = both ? Figure.Place.HALF : Figure.Place.WIDE;
    shares.regimes(place).ifPresent(figures::add);
    shares.waivers(place).ifPresent(figures::add);
    new PolicyFigures(run).paths().ifPresent(figures::add);
    return figures;
  }

  /** Returns a title that says what of the two there is. */
  static String title(Run run) {
    boolean regimes = run.scenario().regime().isPresent();
    boolean waivers = !run.scenario().waivers().isEmpty();
    return regimes && waivers ? "Policy and waivers" : waivers ? "Waivers" : "Policy";
  }

  private Optional<Figure> paths() {
    if (samples.regimes().isEmpty() && waived.isEmpty()) {
      return Optional.empty();
    }
    List<String> states = run.scenario().regimeStates();
    Map<String, Ink> inks = Severity.inks(run.scenario());
    List<StripChart.State> shown = new ArrayList<>();
    for (String state : states) {
      String name = state.isEmpty() ? "in force" : run.phrases().state(state);
      shown.add(new StripChart.State(name, Objects.requireNonNull(inks.get(state))));
    }
    List<int[]> rows = new ArrayList<>();
    List<boolean[]> marks = new ArrayList<>();
    int lapsed = 0;
    for (int path = 0; path < samples.count(); path++) {
      rows.add(
          samples.regimes().isEmpty()
              ? new int[run.months().count()]
              : samples.regimes().get(path));
      boolean[] lapses = lapses(path);
      if (!waived.isEmpty()) {
        marks.add(lapses);
      }
      for (boolean lapse : lapses) {
        if (lapse) {
          lapsed++;
          break;
        }
      }
    }
    String note =
        waived.isEmpty()
            ? "Each row is one path: the policy it is under, month by month."
            : "Each row is one path. The narrow bars: a waiver has lapsed for some days at least,"
                + " as on "
                + lapsed
                + " of these "
                + samples.count()
                + " paths.";
    return Optional.of(
        new Figure(
            "paths-of-policy",
            samples.count() == 1
                ? "One path of policy"
                : samples.count() + " single paths of policy",
            note,
            Figure.Place.HALF,
            table(rows, marks),
            new StripChart(
                run.months().axis(),
                shown,
                Arrays.stream(samples.numbers()).mapToObj(Amounts::whole).toList(),
                rows,
                marks,
                "waiver lapsed")));
  }

  private boolean[] lapses(int path) {
    boolean[] lapses = new boolean[run.months().count()];
    for (String waiver : waived) {
      double[] coverage = samples.metrics().getOrDefault(waiver, List.of()).get(path);
      for (int month = 0; month < lapses.length; month++) {
        lapses[month] |= coverage[month] < 1;
      }
    }
    return lapses;
  }

  private Table table(List<int[]> rows, List<boolean[]> marks) {
    List<String> columns = new ArrayList<>();
    List<String> states = run.scenario().regime().map(r -> r.states()).orElse(List.of());
    states.forEach(state -> columns.add("months under " + run.phrases().state(state)));
    if (!marks.isEmpty()) {
      columns.add("months with a lapse");
    }
    Table table = Table.of("Path", columns);
    for (int path = 0; path < rows.size(); path++) {
      List<String> cells = new ArrayList<>();
      int[] months = new int[states.size()];
      int lapses = 0;
      for (int month = 0; month < run.months().count(); month++) {
        if (months.length > 0) {
          months[rows.get(path)[month]]++;
        }
        lapses += !marks.isEmpty() && marks.get(path)[month] ? 1 : 0;
      }
      for (int count : months) {
        cells.add(Integer.toString(count));
      }
      if (!marks.isEmpty()) {
        cells.add(Integer.toString(lapses));
      }
      table.add(Amounts.whole(samples.numbers()[path]), cells);
    }
    return table;
  }
}
