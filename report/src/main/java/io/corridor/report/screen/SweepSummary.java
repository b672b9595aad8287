package io.corridor.report.screen;

import io.corridor.model.Scenario;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sweep says on the screen: for two keys a heat map of a question, else a row for each point
 * with as many questions as there is room for. At most 80 columns wide.
 */
public final class SweepSummary {
  private static final int WIDTH = 80;

  private final SweepResults sweep;

  private SweepSummary(SweepResults sweep) {
    this.sweep = sweep;
  }

  /**
   * Returns the lines.
   *
   * @param sweep what was found
   * @param question that comes first; absent: the first of the scenario
   * @param written the files that were written; may be empty
   */
  public static List<String> lines(
      SweepResults sweep, Optional<String> question, List<Path> written) {
    return new SweepSummary(sweep).lines(question, written);
  }

  private List<String> lines(Optional<String> question, List<Path> written) {
    Scenario scenario = sweep.scenario();
    Set<String> questions = scenario.questions().keySet();
    Optional<String> first = question.or(() -> questions.stream().findFirst());
    List<String> lines = new ArrayList<>(Summary.wrapped("", scenario.name()));
    lines.add("");
    if (first.isPresent()) {
      Sentences sentences = new Sentences(scenario);
      lines.addAll(
          Summary.wrapped(
              "",
              sentences.unbrokenStatement(first.get())
                  + ": "
                  + answer(sweep.base(), first.get())
                  + " as it stands."));
      lines.add("");
    }
    lines.addAll(map(first).orElseGet(() -> table(first, questions)));
    lines.add("");
    lines.addAll(Summary.writtenTo(written));
    lines.add(
        Amounts.whole(sweep.points().size())
            + " points of "
            + Amounts.whole(sweep.sample().paths())
            + " paths"
            + Summary.random(sweep.sample()));
    lines.replaceAll(line -> line.replace(Amounts.NO_BREAK, ' '));
    return lines;
  }

  private Optional<List<String>> map(Optional<String> question) {
    return sweep.axes().size() == 2 && question.isPresent()
        ? new HeatMap(sweep, question.get()).lines()
        : Optional.empty();
  }

  private List<String> table(Optional<String> first, Set<String> questions) {
    List<TextColumn> columns = new ArrayList<>();
    for (String key : sweep.axes().keySet()) {
      List<String> cells = new ArrayList<>(List.of(key.substring(key.lastIndexOf('.') + 1)));
      sweep.points().forEach(point -> cells.add(point.values().getOrDefault(key, "")));
      columns.add(TextColumn.left(cells));
    }
    List<String> order = new ArrayList<>(first.stream().toList());
    questions.stream().filter(id -> !order.contains(id)).forEach(order::add);
    for (String id : order) {
      TextColumn column = column(id);
      columns.add(column);
      if (TextColumn.width(columns) > WIDTH) {
        columns.remove(columns.size() - 1);
        break;
      }
    }
    return TextColumn.lines(columns);
  }

  private TextColumn column(String question) {
    List<String> cells = new ArrayList<>(List.of(question));
    sweep.points().forEach(point -> cells.add(answer(point, question)));
    return TextColumn.right(cells);
  }

  /** Returns a probability in per cent, or a mean number of months. */
  static String answer(SweepPoint point, String question) {
    double answer = point.answer(question);
    if (Double.isNaN(answer)) {
      return "-";
    }
    double error = point.numbers().getOrDefault(question + ".standardError", 0.0);
    return point.counts(question)
        ? Estimates.value(answer, error)
        : Estimates.value(100 * answer, 100 * error) + Amounts.NO_BREAK + '%';
  }
}
