package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/** Draws a {@link TimeChart}. */
final class TimeDrawing {
  private final TimeChart chart;
  private final Format format;
  private final Sheet sheet;

  /** The months that are drawn, those before the chart's first included. */
  private final MonthAxis months;

  private double eventsEnd = Double.NEGATIVE_INFINITY;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  TimeDrawing(TimeChart chart, Format format) {
    this.chart = chart;
    this.format = format;
    this.sheet = new Sheet(format);
    this.months = chart.axis().from(chart.past().months());
  }

  /** A month's middle; 0 is the chart's first. */
  private double x(double month, double left, double right) {
    return months.x(month + chart.past().months(), left, right);
  }

  String svg() {
    findEnds();
    EndLabels ends = new EndLabels();
    List<TimeChart.Line> named = chart.lines().stream().filter(TimeChart.Line::isNamed).toList();
    boolean areBeside = format == Format.WIDE && named.stream().anyMatch(l -> !l.end().isEmpty());
    double top = areBeside ? 4 : Legend.draw(sheet, legend(named), 0);
    boolean hasTop = chart.moments().stream().anyMatch(m -> m.isDeadline() && !m.label().isEmpty());
    top += hasTop ? 18 : 6;
    double bottom = top + format.of(270, 170);
    ValueAxis axis = axis();
    double left = axis.room();
    if (areBeside) {
      for (TimeChart.Level level : chart.levels()) {
        if (level.value() >= axis.low() && level.value() <= axis.high()) {
          ends.add(axis.place(level.value(), bottom, top), level.label(), Ink.AIM);
        }
      }
      for (TimeChart.Line line : named) {
        double last = line.values()[line.values().length - 1];
        if (!line.end().isEmpty() && Double.isFinite(last)) {
          ends.add(axis.place(last, bottom, top), line.end(), line.ink());
        }
      }
    }
    double right = sheet.width() - (areBeside ? ends.room() : 4);
    axis.draw(sheet, left, right, top, bottom);
    drawMoments(left, right, top, bottom);
    drawAreas(axis, left, right, top, bottom);
    drawPast(axis, left, right, top, bottom);
    drawLines(axis, left, right, top, bottom);
    drawLevels(axis, left, right, top, bottom, !areBeside);
    months.draw(sheet, left, right, bottom);
    ends.draw(sheet, right, top, bottom);
    sheet.months(left, right, top, bottom, months.count());
    return sheet.svg(bottom + 24);
  }

  private static List<Legend.Entry> legend(List<TimeChart.Line> named) {
    return named.size() < 2
        ? List.of()
        : named.stream().map(line -> new Legend.Entry(line.name(), line.ink(), true)).toList();
  }

  private void findEnds() {
    for (TimeChart.Area area : chart.areas()) {
      area.intervals().forEach(ends -> stretch(ends));
    }
    for (TimeChart.Line line : chart.lines()) {
      if (line.isNamed()) {
        stretch(line.values());
      }
    }
    stretch(chart.past().values());
    double room = Math.max(high - low, 0.1 * Math.abs(high));
    for (TimeChart.Level level : chart.levels()) {
      if (level.value() <= high + room && level.value() >= low - room) {
        stretch(level.value());
      }
    }
  }

  private void stretch(double... values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }

  private ValueAxis axis() {
    if (chart.scale().size() == 2) {
      return ValueAxis.of(chart.scale().get(0), chart.scale().get(1), 4);
    }
    return low > high ? ValueAxis.of(0, 1, 4) : ValueAxis.about(low, high, 5);
  }

  private void drawMoments(double left, double right, double top, double bottom) {
    for (TimeChart.Moment moment : chart.moments()) {
      double x = x(moment.month(), left, right);
      if (!moment.isDeadline()) {
        boolean isTurn = moment.kind() == TimeChart.Moment.Kind.TURN;
        double middle = bottom - 4.5;
        sheet.shape(
            isTurn
                ? Sheet.polygon(x, bottom - 8, x + 4, bottom - 1, x - 4, bottom - 1)
                : Sheet.polygon(x, middle - 4, x + 4, middle, x, middle + 4, x - 4, middle),
            "f-soft");
        drawEvent(moment, x, left, right, bottom);
        continue;
      }
      sheet.line(x, top, x, bottom, "due");
      if (!moment.label().isEmpty()) {
        double half = Type.width(moment.label()) / 2;
        double at = Math.max(half, Math.min(x, sheet.width() - half));
        sheet.text(at, top - 6, "middle", "ink", moment.label());
      }
    }
  }

  /** What may happen, above its triangle where there is room for words. */
  private void drawEvent(
      TimeChart.Moment moment, double x, double left, double right, double bottom) {
    double half = Type.width(moment.label()) / 2;
    if (format == Format.WIDE && half > 0) {
      double at = Math.max(left + half, Math.min(x, right - half));
      if (at - half > eventsEnd) {
        sheet.text(at, bottom - 12, "middle", "soft halo", moment.label());
        eventsEnd = at + half;
      }
    }
  }

  private void drawAreas(ValueAxis axis, double left, double right, double top, double bottom) {
    for (TimeChart.Area area : chart.areas()) {
      String look = area.ink().fill() + " depth" + area.depth();
      sheet.path(
          area.isWhole()
              ? smooth(area, axis, left, right, top, bottom)
              : stepped(area, axis, left, right, top, bottom),
          look);
    }
  }

  private Trail smooth(
      TimeChart.Area area, ValueAxis axis, double left, double right, double top, double bottom) {
    int months = area.intervals().size();
    double[] points = new double[4 * months];
    for (int month = 0; month < months; month++) {
      double x = x(month, left, right);
      points[2 * month] = x;
      points[2 * month + 1] = y(axis, area.intervals().get(month)[0], top, bottom);
      points[4 * months - 2 - 2 * month] = x;
      points[4 * months - 1 - 2 * month] = y(axis, area.intervals().get(month)[1], top, bottom);
    }
    return Sheet.polygon(points);
  }

  private Trail stepped(
      TimeChart.Area area, ValueAxis axis, double left, double right, double top, double bottom) {
    Trail path = new Trail();
    double half = months.width(left, right) / 2;
    for (int month = 0; month < area.intervals().size(); month++) {
      double x = x(month, left, right);
      double[] ends = area.intervals().get(month);
      for (int i = 0; i < ends.length; i += 2) {
        double from = y(axis, ends[i], top, bottom);
        double to = y(axis, ends[i + 1], top, bottom);
        Sheet.addPolygon(path, x - half, from, x + half, from, x + half, to, x - half, to);
      }
    }
    return path;
  }

  /** A value's height; what is out of the axis lies on its end. */
  private static double y(ValueAxis axis, double value, double top, double bottom) {
    return Math.max(top, Math.min(bottom, axis.place(value, bottom, top)));
  }

  private void drawLines(ValueAxis axis, double left, double right, double top, double bottom) {
    for (TimeChart.Line line : chart.lines()) {
      Trail path = new Trail();
      boolean isDown = false;
      for (int month = 0; month < line.values().length; month++) {
        double value = line.values()[month];
        boolean isSeen = axis.low() <= value && value <= axis.high();
        if (isSeen) {
          path.to(x(month, left, right), y(axis, value, top, bottom), isDown);
        }
        isDown = isSeen;
      }
      sheet.path(path, (line.isNamed() ? "line " : "single ") + line.ink().stroke());
    }
  }

  /** What was recorded, by line; what is of longer periods than months has its points. */
  private void drawPast(ValueAxis axis, double left, double right, double top, double bottom) {
    double[] values = chart.past().values();
    if (values.length == 0) {
      return;
    }
    if (chart.past().months() > 0) {
      double now = x(-0.5, left, right);
      sheet.line(now, top, now, bottom, "zero");
      sheet.text(now - 5, top + 11, "end", "soft", chart.past().name());
    }
    Trail path = new Trail();
    int known = 0;
    boolean isDown = false;
    for (double value : values) {
      known += Double.isFinite(value) ? 1 : 0;
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        double x = x(i - chart.past().months(), left, right);
        double y = y(axis, values[i], top, bottom);
        path.to(x, y, isDown);
        isDown = true;
        if (known < values.length / 2) {
          sheet.circle(x, y, 3, Ink.PAST.fill());
        }
      }
    }
    sheet.path(path, "line " + Ink.PAST.stroke());
  }

  private void drawLevels(
      ValueAxis axis, double left, double right, double top, double bottom, boolean named) {
    List<Double> taken = new ArrayList<>();
    for (TimeChart.Level level : chart.levels()) {
      if (level.value() < axis.low() || level.value() > axis.high()) {
        continue;
      }
      double y = axis.place(level.value(), bottom, top);
      sheet.line(left, y, right, y, "aim");
      double at = y - 5 < top + 8 ? y + 13 : y - 5;
      if (named && taken.stream().noneMatch(other -> Math.abs(other - at) < 13)) {
        sheet.text(left + 4, at, "start", "aimed", level.label());
        taken.add(at);
      }
    }
  }
}
