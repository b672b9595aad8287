package io.corridor.report.screen;

import io.corridor.model.Metrics;
import io.corridor.model.Scenario;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a sweep says on the screen: for two keys a heat map of a question, else a row for each point
 * with as many questions as there is room for, and the names of those left out.
 */
public final class SweepSummary {
  private final SweepResults sweep;
  private final Screen screen;

  /** What came out as the scenario stands, and at each point. */
  private final List<SweepPoint> rows;

  /** The questions whose answers are shown. */
  private final Set<String> shown = new LinkedHashSet<>();

  private SweepSummary(SweepResults sweep, Screen screen) {
    this.sweep = sweep;
    this.rows = Stream.concat(Stream.of(sweep.base()), sweep.points().stream()).toList();
    this.screen = screen;
  }

  /**
   * Returns the lines.
   *
   * @param sweep what was found
   * @param question that comes first; absent: the first of the scenario
   * @param screen where they go
   */
  public static List<String> lines(SweepResults sweep, Optional<String> question, Screen screen) {
    return new SweepSummary(sweep, screen).lines(question);
  }

  private List<String> lines(Optional<String> question) {
    Scenario scenario = sweep.scenario();
    Set<String> questions = scenario.questions().keySet();
    Optional<String> first = question.or(() -> questions.stream().findFirst());
    List<String> lines = new ArrayList<>(screen.title(scenario.name()));
    lines.add("");
    if (first.isPresent()) {
      Sentences sentences = new Sentences(scenario);
      lines.addAll(
          screen.wrapped(
              "",
              sentences.unbrokenStatement(first.get())
                  + ": "
                  + answer(sweep.base(), first.get())
                  + " as it stands."));
      lines.add("");
    }
    lines.addAll(map(first).orElseGet(() -> table(first)));
    lines.addAll(fewPaths());
    lines.add("");
    lines.addAll(
        screen.aside(
            Amounts.whole(sweep.points().size())
                + " points of "
                + Amounts.whole(sweep.sample().paths())
                + " paths"
                + RunSummary.random(sweep.sample())));
    lines.replaceAll(line -> line.replace(Amounts.NO_BREAK, ' '));
    return lines;
  }

  private Optional<List<String>> map(Optional<String> question) {
    question.ifPresent(shown::add);
    return sweep.axes().size() == 2 && question.isPresent()
        ? new HeatMap(sweep, question.get(), screen).lines()
        : Optional.empty();
  }

  /** Says what the brackets are, if there are any. */
  private List<String> fewPaths() {
    boolean any =
        shown.stream()
            .anyMatch(id -> sweep.points().stream().anyMatch(point -> point.isOfFewPaths(id)));
    return any
        ? screen.wrapped(
            "",
            "In brackets: the 95"
                + Amounts.NO_BREAK
                + "% interval, where fewer than "
                + SweepPoint.FEW_PATHS
                + " paths count.")
        : List.of();
  }

  private List<String> table(Optional<String> first) {
    List<TableColumn> columns = new ArrayList<>();
    for (String key : sweep.axes().keySet()) {
      String asItStands = columns.isEmpty() ? "as it stands" : "";
      columns.add(
          TableColumn.text(
              ending(key), rows, point -> point.values().getOrDefault(key, asItStands)));
    }
    List<TableColumn> answers = new ArrayList<>();
    first.ifPresent(id -> answers.add(column(id)));
    sweep.metrics().forEach(id -> answers.add(metric(id)));
    sweep.scenario().questions().keySet().stream()
        .filter(id -> !first.equals(Optional.of(id)))
        .forEach(id -> answers.add(column(id)));
    List<String> leftOut = screen.addFitting(columns, answers);
    answers.stream().map(TableColumn::head).filter(id -> !leftOut.contains(id)).forEach(shown::add);
    List<String> lines = new ArrayList<>(screen.table(columns));
    List<String> metrics =
        sweep.metrics().stream().filter(id -> shown.contains(metric(id).head())).toList();
    if (!metrics.isEmpty()) {
      String which = hasMedians() ? "the median" : "the mean";
      String month = Amounts.month(sweep.scenario().lastMonth());
      lines.addAll(
          screen.wrapped(
              "", String.join(", ", metrics) + ": " + which + " of the paths in " + month + "."));
    }
    if (!leftOut.isEmpty()) {
      lines.addAll(screen.wrapped("", Screen.leftOut(leftOut)));
    }
    return lines;
  }

  /** Returns as much of a key's end as tells it from the other keys. */
  private String ending(String key) {
    int from = key.lastIndexOf('.');
    while (from > 0 && isAmbiguous(key.substring(from))) {
      from = key.lastIndexOf('.', from - 1);
    }
    return key.substring(from + 1);
  }

  private boolean isAmbiguous(String ending) {
    return sweep.axes().keySet().stream().filter(key -> key.endsWith(ending)).count() > 1;
  }

  /** Whether points have medians of metrics, as runs show them. */
  private boolean hasMedians() {
    return sweep.scenario().output().percentiles().contains(50.0);
  }

  /** The median of a metric in the last month, or else the mean, with its unit in the heading. */
  private TableColumn metric(String id) {
    String column =
        SweepPoint.metricColumn(id, sweep.scenario().questions().keySet())
            + (hasMedians() ? ".p50" : ".mean");
    double largest = 0;
    for (SweepPoint point : rows) {
      largest = Math.max(largest, Math.abs(point.numbers().getOrDefault(column, 0.0)));
    }
    UnitScale scale =
        UnitScale.of(Objects.requireNonNull(Metrics.of(sweep.scenario()).get(id)), largest);
    return TableColumn.number(
        id + scale.unitAfterComma(),
        rows,
        point -> scale.text(point.numbers().getOrDefault(column, 0.0)));
  }

  private TableColumn column(String question) {
    return TableColumn.number(question, rows, point -> answer(point, question));
  }

  /** Returns a probability in per cent, or a mean number of months. */
  static String answer(SweepPoint point, String question) {
    double answer = point.answer(question);
    if (Double.isNaN(answer)) {
      return Digits.NONE;
    }
    double error = point.numbers().getOrDefault(question + ".standardError", 0.0);
    String value =
        point.counts(question)
            ? Estimates.value(answer, error)
            : Estimates.value(100 * answer, 100 * error) + Amounts.NO_BREAK + '%';
    return value + (point.isOfFewPaths(question) ? " (" + interval(point, question) + ")" : "");
  }

  private static String interval(SweepPoint point, String question) {
    double scale = point.counts(question) ? 1 : 100;
    return Estimates.range(
        scale * point.numbers().getOrDefault(question + ".low", 0.0),
        scale * point.numbers().getOrDefault(question + ".high", 0.0));
  }
}
