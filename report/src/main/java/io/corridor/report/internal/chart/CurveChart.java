package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Estimates along a number that was varied, with their intervals.
 *
 * @param across what was varied
 * @param names of the points, as they were written
 * @param places of the points: ascending numbers, or 0, 1, … where they are none
 * @param unit of the estimates
 * @param lines one or more
 * @param level a value to be seen against; may be absent
 * @param scale least and greatest value of the axis; empty: as needed
 */
public record CurveChart(
    String across,
    List<String> names,
    double[] places,
    String unit,
    List<Line> lines,
    Optional<TimeChart.Level> level,
    List<Double> scale)
    implements Chart {

  /**
   * Estimates.
   *
   * @param name of them
   * @param ink their colour
   * @param values by point; NaN: none
   * @param low lower ends of the intervals
   * @param high upper ends
   */
  public record Line(String name, Ink ink, double[] values, double[] low, double[] high) {}

  @Override
  public String svg(Format format) {
    Sheet sheet = new Sheet(format);
    List<Legend.Entry> entries = new ArrayList<>();
    if (lines.size() > 1) {
      lines.forEach(line -> entries.add(new Legend.Entry(line.name(), line.ink(), true)));
    }
    double top = Legend.draw(sheet, entries, 0) + 8;
    double bottom = top + format.of(220, 170);
    ValueAxis axis = axis();
    double left = axis.room();
    double right = sheet.width() - 14;
    axis.draw(sheet, left, right, top, bottom);
    double first = places[0];
    double span = places[places.length - 1] - first;
    double inner = left + 10;
    double taken = Double.NEGATIVE_INFINITY;
    double[] x = new double[places.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = span > 0 ? inner + (places[i] - first) / span * (right - inner) : (left + right) / 2;
      double half = Type.width(names.get(i)) / 2;
      double at = Math.max(half, Math.min(x[i], sheet.width() - half));
      sheet.line(x[i], bottom, x[i], bottom + 4, "axis");
      if (at - half > taken + 4) {
        sheet.text(at, bottom + 17, "middle", "soft", names.get(i));
        taken = at + half;
      }
    }
    sheet.line(left, bottom, right, bottom, "axis");
    for (Line line : lines) {
      draw(sheet, line, axis, x, top, bottom);
    }
    level.ifPresent(
        at -> {
          double y = axis.place(at.value(), bottom, top);
          sheet.line(left, y, right, y, "aim");
          boolean isFreeLeft = isCloser(at.value(), places.length - 1, 0);
          sheet.text(
              isFreeLeft ? left + 4 : right,
              y - 5,
              isFreeLeft ? "start" : "end",
              "aimed",
              at.label());
        });
    sheet.text(right, bottom + 34, "end", "soft", across);
    return sheet.svg(bottom + 40);
  }

  /** Whether all lines together are closer to a value at one point than at another. */
  private boolean isCloser(double value, int here, int there) {
    return lines.stream().mapToDouble(line -> Math.abs(line.values()[here] - value)).sum()
        < lines.stream().mapToDouble(line -> Math.abs(line.values()[there] - value)).sum();
  }

  private ValueAxis axis() {
    if (scale.size() == 2) {
      return ValueAxis.of(scale.get(0), scale.get(1), 4);
    }
    double least = level.map(TimeChart.Level::value).orElse(Double.POSITIVE_INFINITY);
    double most = level.map(TimeChart.Level::value).orElse(Double.NEGATIVE_INFINITY);
    for (Line line : lines) {
      for (int i = 0; i < line.values().length; i++) {
        if (Double.isFinite(line.values()[i])) {
          least = Math.min(least, Math.min(line.values()[i], line.low()[i]));
          most = Math.max(most, Math.max(line.values()[i], line.high()[i]));
        }
      }
    }
    return least > most ? ValueAxis.of(0, 1, 4) : ValueAxis.about(least, most, 4);
  }

  private static void draw(
      Sheet sheet, Line line, ValueAxis axis, double[] x, double top, double bottom) {
    Trail path = new Trail();
    boolean isDown = false;
    for (int i = 0; i < x.length; i++) {
      double value = line.values()[i];
      if (Double.isFinite(value)) {
        double y = axis.place(value, bottom, top);
        path.to(x[i], y, isDown);
      }
      isDown = Double.isFinite(value);
    }
    sheet.path(path, "line " + line.ink().stroke());
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(line.values()[i])) {
        double from = axis.place(line.low()[i], bottom, top);
        double to = axis.place(line.high()[i], bottom, top);
        sheet.line(x[i], from, x[i], to, "whisker " + line.ink().stroke());
      }
    }
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(line.values()[i])) {
        sheet.circle(x[i], axis.place(line.values()[i], bottom, top), 4, line.ink().fill());
      }
    }
  }

  @Override
  public ChartData numbers() {
    List<ChartData.Column> columns = new ArrayList<>();
    for (Line line : lines) {
      String before = lines.size() == 1 ? "" : line.name() + ", ";
      columns.add(new ChartData.Column(before + "value", line.values()));
      columns.add(new ChartData.Column(before + "low", line.low()));
      columns.add(new ChartData.Column(before + "high", line.high()));
    }
    return new ChartData(across, names, columns);
  }
}
