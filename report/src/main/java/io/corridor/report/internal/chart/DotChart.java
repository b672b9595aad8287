package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Estimates on one scale, a row each: dots with their intervals.
 *
 * @param rows from the top down
 * @param level a value that all are to be seen against; may be absent
 * @param scale least and greatest value of the axis; empty: as needed
 */
public record DotChart(List<Row> rows, Optional<Mark.Level> level, List<Double> scale)
    implements Chart {

  /** Without a value that all are to be seen against. */
  public DotChart(List<Row> rows, List<Double> scale) {
    this(rows, Optional.empty(), scale);
  }

  private static final double STRIP = 18;

  /** The series that others are seen against: a bar without a colour. */
  public static final int REFERENCE = -1;

  /**
   * A row.
   *
   * @param name what it is of
   * @param dots one or more
   * @param text what stands at its end; may be empty
   * @param isJoined whether a bar joins the first dot and the last; it joins the first to 0 if
   *     there is no other but the {@link #REFERENCE}
   */
  public record Row(String name, List<Dot> dots, String text, boolean isJoined) {

    /** A row of one estimate. */
    public Row(String name, Dot dot, String text) {
      this(name, List.of(dot), text, false);
    }
  }

  /**
   * An estimate.
   *
   * @param name what it is of
   * @param series its shape and colour; {@link #REFERENCE} or 0, 1, …
   * @param value of it; NaN: none
   * @param low lower end of its interval, or the value
   * @param high upper end
   */
  public record Dot(String name, int series, double value, double low, double high) {

    /** An estimate without an interval. */
    public Dot(String name, int series, double value) {
      this(name, series, value, value, value);
    }
  }

  @Override
  public String svg(Format format) {
    return new Drawing(this, format).svg();
  }

  @Override
  public ChartData numbers() {
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (Row row : rows) {
      for (Dot dot : row.dots()) {
        boolean isAlone = row.dots().size() == 1;
        names.add(isAlone ? row.name() : row.name() + ": " + dot.name());
        values.add(new double[] {dot.value(), dot.low(), dot.high()});
      }
    }
    List<ChartData.Column> columns = new ArrayList<>();
    List<String> heads = List.of("value", "low", "high");
    for (int i = 0; i < heads.size(); i++) {
      int at = i;
      columns.add(
          new ChartData.Column(heads.get(i), values.stream().mapToDouble(v -> v[at]).toArray()));
    }
    return new ChartData("what", names, columns);
  }

  /** One drawing: names before the dots where there is room, else above them. */
  private static final class Drawing {
    private static final double LINE = 15;

    private final DotChart chart;
    private final Format format;
    private final Sheet sheet;

    Drawing(DotChart chart, Format format) {
      this.chart = chart;
      this.format = format;
      this.sheet = new Sheet(format);
    }

    String svg() {
      double top = legend();
      double text =
          chart.rows().stream().mapToDouble(row -> Type.width(row.text())).max().orElse(0);
      double widest =
          chart.rows().stream().mapToDouble(row -> Type.width(row.name())).max().orElse(0);
      boolean beside = format == Format.WIDE || widest < 0.42 * sheet.width();
      double left = beside ? Math.min(280, widest + 14) : 8;
      double right = sheet.width() - (beside && text > 0 ? text + 14 : 10);
      ValueAxis axis = axis();
      DoubleUnaryOperator place = value -> axis.place(value, left, right);
      List<Double> heights = new ArrayList<>();
      double y = top + (chart.level().isPresent() ? 16 : 4);
      double first = y;
      List<Runnable> rows = new ArrayList<>();
      for (Row row : chart.rows()) {
        double room = beside ? left - 14 : sheet.width() - 8 - Type.width(row.text());
        List<String> name = Type.wrapped(row.name(), room);
        double height = beside ? Math.max(22, LINE * name.size() + 7) : LINE * name.size() + 24;
        double at = beside ? y + height / 2 : y + LINE * name.size() + 11;
        double from = beside ? at - LINE * (name.size() - 1) / 2.0 + 4 : y + 12;
        rows.add(
            () -> {
              for (int i = 0; i < name.size(); i++) {
                sheet.text(0, from + i * LINE, "start", "halo", name.get(i));
              }
              if (!row.text().isEmpty()) {
                sheet.text(sheet.width(), beside ? at + 4 : from, "end", "halo", row.text());
              }
              if (row.isJoined() && !row.dots().isEmpty()) {
                Dot end = row.dots().get(row.dots().size() - 1);
                boolean isAlone = row.dots().size() == 1 || end.series() == REFERENCE;
                Dot start = row.dots().get(0);
                Ink ink = isAlone ? Ink.series(start.series()) : Ink.MIDDLE;
                bar(sheet, start.value(), isAlone ? 0 : end.value(), ink, place, at);
              }
              draw(sheet, row.dots(), place, at);
            });
        heights.add(at);
        y += height;
      }
      grid(axis, left, right, first, y);
      rows.forEach(Runnable::run);
      level(axis, left, right, first, y);
      return sheet.svg(y + 24);
    }

    private double legend() {
      Map<Integer, String> names = new LinkedHashMap<>();
      chart.rows().forEach(row -> row.dots().forEach(dot -> names.put(dot.series(), dot.name())));
      boolean oneEach = chart.rows().stream().allMatch(row -> row.dots().size() == 1);
      if (names.size() < 2 || oneEach) {
        return 0;
      }
      double x = 6;
      double y = 10;
      for (Map.Entry<Integer, String> name : names.entrySet()) {
        double width = 16 + Type.width(name.getValue()) + 14;
        if (x > 6 && x + width > sheet.width()) {
          x = 6;
          y += 20;
        }
        sheet.mark(x, y, name.getKey());
        sheet.text(x + 12, y + 4, "start", "ink", name.getValue());
        x += width;
      }
      return y + 14;
    }

    private ValueAxis axis() {
      if (chart.scale().size() == 2) {
        return ValueAxis.of(chart.scale().get(0), chart.scale().get(1), ticks());
      }
      ValueRange extent = new ValueRange();
      for (Row row : chart.rows()) {
        for (Dot dot : row.dots()) {
          if (!Double.isNaN(dot.value())) {
            extent.add(dot.value(), dot.low(), dot.high());
          }
        }
      }
      chart.level().ifPresent(level -> extent.add(level.value()));
      return extent.axis(ticks());
    }

    private int ticks() {
      return (int) format.of(5, 4);
    }

    private void grid(ValueAxis axis, double left, double right, double top, double bottom) {
      for (double tick : axis.ticks()) {
        double x = axis.place(tick, left, right);
        sheet.line(x, top, x, bottom, axis.look(tick));
        sheet.text(x, bottom + 16, "middle", "soft", axis.text(tick));
      }
    }

    private void level(ValueAxis axis, double left, double right, double top, double bottom) {
      chart
          .level()
          .ifPresent(
              level -> {
                double x = axis.place(level.value(), left, right);
                sheet.line(x, top, x, bottom, "aim");
                double at = sheet.within(x, Type.width(level.label()) / 2);
                sheet.text(at, top - 4, "middle", "aimed", level.label());
              });
    }
  }

  /** Draws the bar of a row from a value to another, which {@code place} has places for. */
  private static void bar(
      Sheet sheet, double from, double to, Ink ink, DoubleUnaryOperator place, double y) {
    double first = place.applyAsDouble(Math.min(from, to));
    double last = place.applyAsDouble(Math.max(from, to));
    if (last > first) {
      sheet.rect(first, y - 3, last - first, 6, ink.fill() + " depth2");
    }
  }

  /** Draws dots with their intervals at a height, the first over the others. */
  private static void draw(Sheet sheet, List<Dot> all, DoubleUnaryOperator place, double y) {
    List<Dot> dots = all.stream().filter(dot -> !Double.isNaN(dot.value())).toList();
    for (Dot dot : dots) {
      double from = place.applyAsDouble(dot.low());
      double to = place.applyAsDouble(dot.high());
      if (to - from > 1) {
        sheet.line(from, y, to, y, "whisker " + Ink.series(dot.series()).stroke());
      }
    }
    for (int i = dots.size() - 1; i >= 0; i--) {
      Dot dot = dots.get(i);
      sheet.mark(place.applyAsDouble(dot.value()), y, dot.series());
    }
  }

  /**
   * Returns per cents on their whole scale, to stand in a line of words.
   *
   * @param dots the first is drawn over the others
   * @param low where the bar behind them begins
   * @param high where it ends; no more than {@code low}: there is none
   */
  public static String strip(List<Dot> dots, double low, double high) {
    Sheet sheet = new Sheet(Format.STRIP);
    DoubleUnaryOperator place = value -> 8 + value / 100 * (sheet.width() - 16);
    for (int tick = 0; tick <= 100; tick += 25) {
      double x = place.applyAsDouble(tick);
      sheet.line(x, 0, x, STRIP, tick == 0 ? "zero" : "grid");
    }
    bar(sheet, low, high, Ink.MIDDLE, place, STRIP / 2);
    draw(sheet, dots, place, STRIP / 2);
    return sheet.svg(STRIP);
  }
}
