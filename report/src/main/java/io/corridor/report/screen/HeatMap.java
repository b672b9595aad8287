package io.corridor.report.screen;

import com.google.common.collect.ContiguousSet;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.words.Digits;
import io.corridor.report.words.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small heat map of a question on the screen, for a grid of two keys. */
final class HeatMap {
  private static final String SHADES = " ░▒▓█";

  /** Stands for the shade of a cell that too few paths answer. */
  private static final String HATCH = "··";

  private final SweepResults sweep;
  private final String question;
  private final Screen screen;
  private final double least;
  private final double most;

  HeatMap(SweepResults sweep, String question, Screen screen) {
    this.sweep = sweep;
    this.question = question;
    this.screen = screen;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (SweepPoint point : sweep.points()) {
      double answer = point.answer(question);
      if (!Double.isNaN(answer)) {
        low = Math.min(low, answer);
        high = Math.max(high, answer);
      }
    }
    this.least = low;
    this.most = high;
  }

  /** Returns the lines; empty if it is wider than the screen. */
  Optional<List<String>> lines() {
    List<Map.Entry<String, List<String>>> axes = List.copyOf(sweep.axes().entrySet());
    Map.Entry<String, List<String>> down = axes.get(0);
    Map.Entry<String, List<String>> across = axes.get(1);
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.text("", down.getValue(), value -> value));
    int width = across.getValue().size();
    for (int column = 0; column < width; column++) {
      int place = column;
      columns.add(
          TableColumn.number(
              across.getValue().get(column),
              ContiguousSet.closedOpen(0, down.getValue().size()),
              row -> cell(sweep.points().get(row * width + place))));
    }
    if (!screen.fits(columns)) {
      return Optional.empty();
    }
    List<String> lines =
        new ArrayList<>(
            screen.wrapped("", "Down: " + down.getKey() + "; across: " + across.getKey()));
    screen.table(columns).forEach(line -> lines.add(screen.shaded(line)));
    return Optional.of(lines);
  }

  private String cell(SweepPoint point) {
    double answer = point.answer(question);
    if (Double.isNaN(answer)) {
      return Digits.NONE + "   ";
    }
    double place = most > least ? (answer - least) / (most - least) : 0;
    int shade = (int) Math.min(SHADES.length() - 1, Math.floor(place * SHADES.length()));
    return SweepSummary.answer(point, question)
        + ' '
        + (point.isOfFewPaths(question) ? HATCH : SHADES.substring(shade, shade + 1).repeat(2));
  }
}
