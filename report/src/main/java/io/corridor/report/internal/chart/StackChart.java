package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts on top of each other, month by month: shares of the paths, or what a demand is met from.
 * What is below zero hangs down.
 *
 * @param axis the months
 * @param unit of the values
 * @param layers from the bottom up
 * @param line that is drawn over them, as far as it is known (else NaN); may be absent
 * @param scale least and greatest value of the axis; empty: as needed
 */
public record StackChart(
    MonthAxis axis,
    String unit,
    List<Layer> layers,
    Optional<TimeChart.Line> line,
    List<Double> scale)
    implements Chart {

  /**
   * A part.
   *
   * @param name of it
   * @param ink its colour
   * @param values by month
   */
  public record Layer(String name, Ink ink, double[] values) {}

  @Override
  public String svg(Format format) {
    Sheet sheet = new Sheet(format);
    List<Legend.Entry> names = new ArrayList<>();
    layers.forEach(layer -> names.add(new Legend.Entry(layer.name(), layer.ink(), false)));
    line.ifPresent(over -> names.add(new Legend.Entry(over.name(), over.ink(), true)));
    double top = Legend.draw(sheet, names, 0) + 4;
    double bottom = top + format.of(230, 170);
    ValueAxis values = values();
    double left = values.room();
    double right = sheet.width() - 4;
    values.draw(sheet, left, right, top, bottom);
    List<double[]> ends = ends();
    // The last is the highest, and those before it cover it.
    for (int i = layers.size() - 1; i >= 0; i--) {
      sheet.path(
          outline(ends.get(i), values, left, right, top, bottom), layers.get(i).ink().fill());
    }
    line.ifPresent(over -> sheet.path(over(over, values, left, right, top, bottom), look(over)));
    axis.draw(sheet, left, right, bottom);
    sheet.months(left, right, top, bottom, axis.count());
    return sheet.svg(bottom + 24);
  }

  private static String look(TimeChart.Line over) {
    return "line " + over.ink().stroke();
  }

  private ValueAxis values() {
    if (scale.size() == 2) {
      return ValueAxis.of(scale.get(0), scale.get(1), 4);
    }
    double most = 0;
    double least = 0;
    for (int month = 0; month < axis.count(); month++) {
      double up = 0;
      double down = 0;
      for (Layer layer : layers) {
        up += Math.max(0, layer.values()[month]);
        down += Math.min(0, layer.values()[month]);
      }
      int at = month;
      most = Math.max(most, Math.max(up, line.map(over -> over.values()[at]).orElse(0.0)));
      least = Math.min(least, down);
    }
    return ValueAxis.of(least, most, 4);
  }

  /** Returns where each layer ends that is laid on those before it, by month. */
  private List<double[]> ends() {
    double[] above = new double[axis.count()];
    double[] below = new double[axis.count()];
    List<double[]> ends = new ArrayList<>();
    for (Layer layer : layers) {
      double[] end = new double[axis.count()];
      for (int month = 0; month < end.length; month++) {
        double value = layer.values()[month];
        double[] sum = value < 0 ? below : above;
        sum[month] += value;
        end[month] = sum[month];
      }
      ends.add(end);
    }
    return ends;
  }

  /** Returns the steps of months from 0 on. */
  private Trail outline(
      double[] ends, ValueAxis values, double left, double right, double top, double bottom) {
    double width = axis.width(left, right);
    double zero = values.place(0, bottom, top);
    Trail path = new Trail().move(left, zero);
    for (int month = 0; month < ends.length; month++) {
      double y = values.place(ends[month], bottom, top);
      path.line(left + month * width, y).line(left + (month + 1) * width, y);
    }
    return path.line(right, zero).close();
  }

  private Trail over(
      TimeChart.Line over, ValueAxis values, double left, double right, double top, double bottom) {
    Trail path = new Trail();
    boolean isDown = false;
    for (int month = 0; month < axis.count(); month++) {
      if (Double.isFinite(over.values()[month])) {
        double y = values.place(over.values()[month], bottom, top);
        path.to(axis.x(month, left, right), y, isDown);
        isDown = true;
      }
    }
    return path;
  }

  @Override
  public ChartData numbers() {
    List<ChartData.Column> columns = new ArrayList<>();
    line.ifPresent(over -> columns.add(new ChartData.Column(over.name(), over.values())));
    layers.forEach(layer -> columns.add(new ChartData.Column(layer.name(), layer.values())));
    return ChartData.byMonth(axis, columns);
  }
}
