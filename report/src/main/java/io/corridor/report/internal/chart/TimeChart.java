package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values by month: bands, lines, levels that are asked about, and moments that matter.
 *
 * @param axis the months
 * @param unit of the values, for what is read out
 * @param areas bands, the widest first
 * @param lines in the order they are drawn
 * @param levels values asked about
 * @param moments months that matter
 * @param scale what the axis must hold: nothing, or its ends
 * @param past what was recorded
 */
public record TimeChart(
    MonthAxis axis,
    String unit,
    List<Area> areas,
    List<Line> lines,
    List<Level> levels,
    List<Moment> moments,
    List<Double> scale,
    Past past)
    implements Chart {

  /** A chart that begins with its first month. */
  public TimeChart(
      MonthAxis axis,
      String unit,
      List<Area> areas,
      List<Line> lines,
      List<Level> levels,
      List<Moment> moments,
      List<Double> scale) {
    this(axis, unit, areas, lines, levels, moments, scale, Past.NONE);
  }

  /** Returns a chart of lines alone. */
  public static TimeChart of(MonthAxis axis, String unit, List<Line> lines) {
    return new TimeChart(axis, unit, List.of(), lines, List.of(), List.of(), List.of());
  }

  /** Returns the values of {@code count} months in which there is nothing to draw. */
  public static double[] nowhere(int count) {
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Returns the same chart that shows what was recorded. */
  public TimeChart with(Past recorded) {
    return new TimeChart(axis, unit, areas, lines, levels, moments, scale, recorded);
  }

  /**
   * What was recorded, before the first month and maybe after it.
   *
   * @param name of it; empty: nothing was
   * @param months how many before the first month it begins
   * @param values by month; NaN where nothing is known
   */
  public record Past(String name, int months, double[] values) {
    static final Past NONE = new Past("", 0, new double[0]);
  }

  /**
   * A band.
   *
   * @param name of it: {@code 90 % of paths}
   * @param ink its colour
   * @param depth from 1, the palest, to 3
   * @param intervals lower and upper end by month, or of several intervals one after the other
   */
  public record Area(String name, Ink ink, int depth, List<double[]> intervals) {

    /** Returns a band between two lines. */
    public static Area between(String name, Ink ink, int depth, double[] low, double[] high) {
      return new Area(
          name,
          ink,
          depth,
          IntStream.range(0, low.length).mapToObj(t -> new double[] {low[t], high[t]}).toList());
    }

    /** Returns whether it has an interval at most in each month. */
    boolean isBand() {
      return intervals.stream().allMatch(ends -> ends.length <= 2);
    }

    boolean isWhole() {
      return intervals.stream().allMatch(ends -> ends.length == 2);
    }
  }

  /**
   * A line.
   *
   * @param name of it; empty: one of many that have none
   * @param ink its colour
   * @param values by month; NaN where it isn't
   * @param end what stands beside its end; may be empty
   */
  public record Line(String name, Ink ink, double[] values, String end) {
    boolean isNamed() {
      return !name.isEmpty();
    }
  }

  /**
   * A value asked about.
   *
   * @param value of it
   * @param label that names it
   */
  public record Level(double value, String label) {}

  /**
   * A month that matters.
   *
   * @param month from 0
   * @param label that says why; may be empty
   * @param kind of what is in it
   */
  public record Moment(int month, String label, Kind kind) {

    /** What may be in a month. */
    public enum Kind {
      /** Something is asked of it. */
      DEADLINE,
      /** Policy may turn. */
      TURN,
      /** Something is planned to open. */
      OPENING
    }

    boolean isDeadline() {
      return kind == Kind.DEADLINE;
    }
  }

  @Override
  public String svg(Format format) {
    return new TimeDrawing(this, format).svg();
  }

  @Override
  public ChartData numbers() {
    List<ChartData.Column> columns = new ArrayList<>();
    lines.stream()
        .filter(Line::isNamed)
        .forEach(line -> columns.add(new ChartData.Column(line.name(), line.values())));
    for (Area area : areas) {
      if (area.isBand()) {
        columns.add(new ChartData.Column(area.name() + ", from", ends(area, 0)));
        columns.add(new ChartData.Column(area.name() + ", to", ends(area, 1)));
      }
    }
    if (past.values().length == 0) {
      return ChartData.byMonth(axis, columns);
    }
    List<ChartData.Column> shifted = new ArrayList<>();
    double[] recorded = nowhere(past.months() + axis.count());
    System.arraycopy(past.values(), 0, recorded, 0, past.values().length);
    shifted.add(new ChartData.Column(past.name(), recorded));
    for (ChartData.Column column : columns) {
      double[] values = new double[recorded.length];
      Arrays.fill(values, 0, past.months(), Double.NaN);
      System.arraycopy(column.values(), 0, values, past.months(), axis.count());
      shifted.add(new ChartData.Column(column.name(), values));
    }
    return ChartData.byMonth(axis.from(past.months()), shifted);
  }

  private static double[] ends(Area area, int which) {
    return area.intervals().stream()
        .mapToDouble(ends -> ends.length > which ? ends[which] : Double.NaN)
        .toArray();
  }
}
