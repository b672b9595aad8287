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
    double[] above = new double[axis.count()];
    double[] below = new double[axis.count()];
    for (Layer layer : layers) {
      sheet.path(
          columns(layer, above, below, values, left, right, top, bottom), layer.ink().fill());
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

  private StringBuilder columns(
      Layer layer,
      double[] above,
      double[] below,
      ValueAxis values,
      double left,
      double right,
      double top,
      double bottom) {
    StringBuilder path = new StringBuilder();
    double width = axis.width(left, right);
    for (int month = 0; month < axis.count(); month++) {
      double value = layer.values()[month];
      double[] sum = value < 0 ? below : above;
      double from = values.place(sum[month], bottom, top);
      sum[month] += value;
      double to = values.place(sum[month], bottom, top);
      if (Math.abs(from - to) >= 0.05) {
        double x = left + month * width;
        path.append('M')
            .append(Sheet.number(x))
            .append(' ')
            .append(Sheet.number(from))
            .append('h')
            .append(Sheet.number(width + 0.3))
            .append('V')
            .append(Sheet.number(to))
            .append('H')
            .append(Sheet.number(x))
            .append('z');
      }
    }
    return path;
  }

  private StringBuilder over(
      TimeChart.Line over, ValueAxis values, double left, double right, double top, double bottom) {
    StringBuilder path = new StringBuilder();
    for (int month = 0; month < axis.count(); month++) {
      if (Double.isFinite(over.values()[month])) {
        path.append(path.length() == 0 ? 'M' : 'L')
            .append(Sheet.number(axis.x(month, left, right)))
            .append(' ')
            .append(Sheet.number(values.place(over.values()[month], bottom, top)));
      }
    }
    return path;
  }

  @Override
  public Numbers numbers() {
    List<Numbers.Column> columns = new ArrayList<>();
    line.ifPresent(over -> columns.add(new Numbers.Column(over.name(), over.values())));
    layers.forEach(layer -> columns.add(new Numbers.Column(layer.name(), layer.values())));
    return Numbers.byMonth(axis, columns);
  }
}
