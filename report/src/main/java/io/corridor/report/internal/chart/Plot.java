package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marks over two scales: months, points or whole numbers across, values up.
 *
 * @param across what lies along the foot
 * @param marks in the order they are drawn
 * @param scale what the values' axis must hold: nothing, or its ends
 */
public record Plot(Across across, List<Mark> marks, List<Double> scale) implements Chart {

  /** A plot whose values' axis holds what there is. */
  public Plot(Across across, List<Mark> marks) {
    this(across, marks, List.of());
  }

  /** Returns the values of {@code count} places in which there is nothing to draw. */
  public static double[] nowhere(int count) {
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Returns all marks of a kind. */
  public <M extends Mark> List<M> all(Class<M> kind) {
    return marks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * How much room a plot takes.
   *
   * @param above between a legend and the plot
   * @param wide height in the width of the page
   * @param narrow height in half of it
   * @param right on the right, where no names stand
   * @param ticks of the values' axis, about
   */
  private record Room(double above, double wide, double narrow, double right, int ticks) {}

  private Room room() {
    if (across instanceof Across.Points) {
      return new Room(8, 220, 170, 14, 4);
    }
    if (across instanceof Across.Bins) {
      return new Room(8, 130, 110, 4, 3);
    }
    return all(Mark.Stack.class).isEmpty()
        ? new Room(6, 270, 170, 4, 5)
        : new Room(4, 230, 170, 4, 4);
  }

  @Override
  public String svg(Format format) {
    Sheet sheet = new Sheet(format);
    Room room = room();
    boolean isBeside =
        format == Format.WIDE && all(Mark.Line.class).stream().anyMatch(l -> !l.end().isEmpty());
    boolean isNamedAbove =
        all(Mark.Moments.class).stream()
            .flatMap(moments -> moments.all().stream())
            .anyMatch(moment -> moment.isRule() && !moment.label().isEmpty());
    double top =
        (isBeside ? 4 : Legend.draw(sheet, legend(), 0)) + room.above() + (isNamedAbove ? 12 : 0);
    double bottom = top + format.of(room.wide(), room.narrow());
    ValueAxis axis = axis(room.ticks());
    EndLabels ends = new EndLabels();
    if (isBeside) {
      all(Mark.Levels.class).forEach(levels -> levels.name(axis, bottom, top, ends));
      all(Mark.Line.class).forEach(line -> line.name(axis, bottom, top, ends));
    }
    String unit = across instanceof Across.Bins ? "%" : "";
    double left = axis.room() + (unit.isEmpty() ? 0 : 10);
    double right = sheet.width() - (isBeside ? ends.room() : room.right());
    axis.draw(sheet, left, right, top, bottom, unit);
    Frame frame = new Frame(sheet, format, this, drawn(), axis, isBeside, left, right, top, bottom);
    double end;
    if (frame.across() instanceof MonthAxis months) {
      marks.forEach(mark -> mark.draw(frame));
      end = months.draw(sheet, left, right, bottom);
      sheet.months(left, right, top, bottom, months.all());
    } else {
      end = across.draw(sheet, left, right, bottom);
      marks.forEach(mark -> mark.draw(frame));
      sheet.text(right, end - 6, "end", "soft", across.title());
    }
    ends.draw(sheet, right, top, bottom);
    return sheet.svg(end);
  }

  /** Returns what is drawn along the foot: months from the first that was recorded. */
  private Across drawn() {
    return across instanceof MonthAxis months ? months.from(before()) : across;
  }

  /** Returns how many months there are before the first. */
  private int before() {
    return all(Mark.Past.class).stream().mapToInt(Mark.Past::months).max().orElse(0);
  }

  /** Returns names of colours where there are several lines, or areas. */
  private List<Legend.Entry> legend() {
    List<Legend.Entry> entries = marks.stream().flatMap(mark -> mark.legend().stream()).toList();
    return entries.size() == 1 && entries.get(0).isLine() ? List.of() : entries;
  }

  private ValueAxis axis(int ticks) {
    if (scale.size() == 2) {
      return ValueAxis.of(scale.get(0), scale.get(1), 4);
    }
    ValueRange extent = new ValueRange();
    marks.forEach(mark -> mark.stretch(extent));
    double room = extent.room();
    for (Mark.Levels levels : all(Mark.Levels.class)) {
      for (Mark.Level level : levels.all()) {
        extent.addNear(level.value(), room);
      }
    }
    return extent.axis(ticks);
  }

  /** The lines come first, then what stands about them. */
  @Override
  public ChartData numbers() {
    int before = before();
    int all = before + across.count();
    List<ChartData.Column> columns = new ArrayList<>();
    for (boolean isLine : List.of(true, false)) {
      for (Mark mark : marks) {
        if (isLine == (mark instanceof Mark.Line || mark instanceof Mark.Past)) {
          int from = mark instanceof Mark.Past past ? before - past.months() : before;
          mark.columns().forEach(column -> columns.add(column.from(from, all)));
        }
      }
    }
    return drawn().data(columns);
  }
}
