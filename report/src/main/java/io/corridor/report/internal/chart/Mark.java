package io.corridor.report.internal.chart;

import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Something that is drawn in a {@link Plot}; values are by month, point or number. */
public sealed interface Mark {

  /** Draws it. */
  void draw(Frame frame);

  /** Takes in the values that the axis must hold. */
  default void stretch(ValueRange extent) {}

  /** Returns what names its colours. */
  default List<Legend.Entry> legend() {
    return List.of();
  }

  /** Returns its numbers. */
  default List<ChartData.Column> columns() {
    return List.of();
  }

  /**
   * A line.
   *
   * @param name of it
   * @param ink its colour
   * @param values of it; NaN where it isn't
   * @param end what stands beside its end; may be empty
   */
  record Line(String name, Ink ink, double[] values, String end) implements Mark {
    @Override
    public void draw(Frame frame) {
      frame.sheet().path(frame.curve(values), "line " + ink.stroke());
    }

    @Override
    public void stretch(ValueRange extent) {
      extent.add(values);
    }

    @Override
    public List<Legend.Entry> legend() {
      return List.of(new Legend.Entry(name, ink, true));
    }

    @Override
    public List<ChartData.Column> columns() {
      return List.of(new ChartData.Column(name, values));
    }

    /** Names its end. */
    void name(ValueAxis axis, double bottom, double top, EndLabels ends) {
      double last = Arrays.stream(values).filter(Double::isFinite).reduce(Double.NaN, (a, b) -> b);
      if (!end.isEmpty() && Double.isFinite(last)) {
        ends.add(axis.place(last, bottom, top), end, ink);
      }
    }
  }

  /**
   * One of the run's paths. It may leave the plot, and its numbers aren't the chart's.
   *
   * @param path its number
   * @param values by month
   */
  record Single(long path, double[] values) implements Mark {
    @Override
    public void draw(Frame frame) {
      String number = "\" data-path=\"" + path;
      frame.sheet().path(frame.curve(values), "single " + Ink.SINGLE.stroke() + number);
    }
  }

  /**
   * How values are spread in a month: a dot for each of so many even shares of the paths, beside
   * each other where they are of about one height. Those beyond the axis lie at its end, and are
   * counted there.
   *
   * @param at the month
   * @param values ascending
   * @param isFilled whether a value is one that is asked about
   */
  record Dots(int at, double[] values, boolean[] isFilled) implements Mark {
    /** Words stand so far from the deadline's line, and from dots. */
    private static final double GAP = 6;

    @Override
    public void draw(Frame frame) {
      double apart = frame.format().of(7.4, 5);
      double x = frame.x(at);
      int[] rows =
          Arrays.stream(values)
              .mapToInt(value -> row((frame.bottom() - frame.within(value)) / apart))
              .toArray();
      int last = row((frame.bottom() - frame.top()) / apart) - 1;
      int[] beside = new int[values.length];
      for (int i = 0; i < rows.length; i++) {
        // At the rim, as below the axis' end.
        rows[i] = Math.min(rows[i], last);
        beside[i] = i > 0 && rows[i] == rows[i - 1] ? beside[i - 1] + 1 : 1;
      }
      double room = (1 + Arrays.stream(beside).max().orElse(0)) * apart;
      double step = frame.right() - x > room ? apart : -apart;
      for (int i = 0; i < values.length; i++) {
        double y = frame.bottom() - (rows[i] + 0.5) * apart;
        String look = isFilled[i] ? "f-warn" : "dot";
        frame.sheet().circle(x + beside[i] * step, y, 0.42 * apart, look);
      }
      long higher = Arrays.stream(values).filter(value -> value > frame.values().high()).count();
      long lower = Arrays.stream(values).filter(value -> value < frame.values().low()).count();
      tell(higher, "higher", frame.top() + 11, step < 0, room, frame);
      tell(lower, "lower", frame.bottom() - 4, step < 0, room, frame);
    }

    /** Says it on the other side of the line than the dots; where there is no room, beyond them. */
    private void tell(
        long count, String where, double y, boolean isRight, double room, Frame frame) {
      if (count == 0) {
        return;
      }
      String words = Amounts.whole(count) + Amounts.NO_BREAK + where;
      double x = frame.x(at);
      if (isRight && x + GAP + Type.width(words) <= frame.right()) {
        frame.sheet().text(x + GAP, y, "start", "soft halo", words);
      } else {
        double from = isRight ? x - room : x;
        frame.sheet().text(from - GAP, y, "end", "soft halo", words);
      }
    }

    private static int row(double height) {
      return (int) Math.floor(height);
    }
  }

  /**
   * What was recorded, before the first month and maybe after it; what is of longer periods than
   * months has its points.
   *
   * @param name of it
   * @param months how many before the first month it begins
   * @param values by month; NaN where nothing is known
   */
  record Past(String name, int months, double[] values) implements Mark {
    @Override
    public void draw(Frame frame) {
      long known = DoubleStream.of(values).filter(Double::isFinite).count();
      if (months > 0) {
        double now = frame.x(-0.5);
        frame.sheet().line(now, frame.top(), now, frame.bottom(), "zero");
        // Of months on end a line is seen as such; few points have their name above them.
        List<String> lines = Type.wrapped(name, now - frame.left() - 10);
        double first =
            known < values.length / 2
                ? DoubleStream.of(values)
                        .limit(months)
                        .filter(Double::isFinite)
                        .map(frame::within)
                        .min()
                        .orElse(frame.bottom())
                    - 10
                    - 13.0 * (lines.size() - 1)
                : frame.top() + 11;
        for (int i = 0; i < lines.size(); i++) {
          double y = Math.max(frame.top() + 11, first) + 13.0 * i;
          frame.sheet().text(now - 5, y, "end", "soft", lines.get(i));
        }
      }
      SvgPath path = SvgPath.overTime();
      boolean isDown = false;
      for (int i = 0; i < values.length; i++) {
        if (Double.isFinite(values[i])) {
          double x = frame.x(i - months);
          double y = frame.within(values[i]);
          path.to(x, y, isDown);
          isDown = true;
          if (known < values.length / 2) {
            frame.sheet().circle(x, y, 3, Ink.PAST.fill());
          }
        }
      }
      frame.sheet().path(path, "line " + Ink.PAST.stroke());
    }

    @Override
    public void stretch(ValueRange extent) {
      extent.add(values);
    }

    @Override
    public List<ChartData.Column> columns() {
      return List.of(new ChartData.Column(name, values));
    }
  }

  /**
   * A band.
   *
   * @param name of it: {@code 90 % of paths}
   * @param ink its colour
   * @param depth from 1, the palest, to 3
   * @param intervals lower and upper end by month, or of several intervals one after the other
   */
  record Band(String name, Ink ink, int depth, List<double[]> intervals) implements Mark {

    /** Returns a band between two lines. */
    public static Band between(String name, Ink ink, int depth, double[] low, double[] high) {
      return new Band(
          name,
          ink,
          depth,
          IntStream.range(0, low.length).mapToObj(t -> new double[] {low[t], high[t]}).toList());
    }

    @Override
    public void draw(Frame frame) {
      boolean isWhole = intervals.stream().allMatch(ends -> ends.length == 2);
      frame.sheet().path(isWhole ? smooth(frame) : stepped(frame), ink.fill() + " depth" + depth);
    }

    private SvgPath smooth(Frame frame) {
      int months = intervals.size();
      double[] points = new double[4 * months];
      for (int month = 0; month < months; month++) {
        double x = frame.x(month);
        points[2 * month] = x;
        points[2 * month + 1] = frame.within(intervals.get(month)[0]);
        points[4 * months - 2 - 2 * month] = x;
        points[4 * months - 1 - 2 * month] = frame.within(intervals.get(month)[1]);
      }
      SvgPath path = SvgPath.overTime();
      Sheet.addPolygon(path, points);
      return path;
    }

    private SvgPath stepped(Frame frame) {
      SvgPath path = new SvgPath();
      double half = frame.width() / 2;
      for (int month = 0; month < intervals.size(); month++) {
        double x = frame.x(month);
        double[] ends = intervals.get(month);
        for (int i = 0; i < ends.length; i += 2) {
          double from = frame.within(ends[i]);
          double to = frame.within(ends[i + 1]);
          Sheet.addPolygon(path, x - half, from, x + half, from, x + half, to, x - half, to);
        }
      }
      return path;
    }

    @Override
    public void stretch(ValueRange extent) {
      intervals.forEach(extent::add);
    }

    /** None where it has several intervals in a month. */
    @Override
    public List<ChartData.Column> columns() {
      return intervals.stream().anyMatch(ends -> ends.length > 2)
          ? List.of()
          : List.of(
              new ChartData.Column(name + ", from", ends(0)),
              new ChartData.Column(name + ", to", ends(1)));
    }

    private double[] ends(int which) {
      return intervals.stream()
          .mapToDouble(ends -> ends.length > which ? ends[which] : Double.NaN)
          .toArray();
    }
  }

  /**
   * Parts on top of each other: shares of the paths, or what a demand is met from. What is below
   * zero hangs down.
   *
   * @param layers from the bottom up
   */
  record Stack(List<Layer> layers) implements Mark {

    /** The last is the highest, and those before it cover it. */
    @Override
    public void draw(Frame frame) {
      List<double[]> ends = ends();
      for (int i = layers.size() - 1; i >= 0; i--) {
        frame.sheet().path(outline(ends.get(i), frame), layers.get(i).ink().fill());
      }
    }

    /** Returns where each layer ends that is laid on those before it. */
    private List<double[]> ends() {
      int count = layers.get(0).values().length;
      double[] above = new double[count];
      double[] below = new double[count];
      List<double[]> ends = new ArrayList<>();
      for (Layer layer : layers) {
        double[] end = new double[count];
        for (int i = 0; i < count; i++) {
          double value = layer.values()[i];
          double[] sum = value < 0 ? below : above;
          sum[i] += value;
          end[i] = sum[i];
        }
        ends.add(end);
      }
      return ends;
    }

    /** Returns the steps of months from 0 on. */
    private static SvgPath outline(double[] ends, Frame frame) {
      double zero = frame.y(0);
      double left = frame.left();
      SvgPath path = new SvgPath().move(left, zero);
      for (int i = 0; i < ends.length; i++) {
        double y = frame.y(ends[i]);
        path.line(left + i * frame.width(), y).line(left + (i + 1) * frame.width(), y);
      }
      return path.line(frame.right(), zero).close();
    }

    @Override
    public void stretch(ValueRange extent) {
      extent.add(0);
      ends().forEach(extent::add);
    }

    @Override
    public List<Legend.Entry> legend() {
      return layers.stream()
          .map(layer -> new Legend.Entry(layer.name(), layer.ink(), false))
          .toList();
    }

    @Override
    public List<ChartData.Column> columns() {
      return layers.stream()
          .map(layer -> new ChartData.Column(layer.name(), layer.values()))
          .toList();
    }
  }

  /**
   * A part of a stack.
   *
   * @param name of it
   * @param ink its colour
   * @param values of it
   */
  record Layer(String name, Ink ink, double[] values) {}

  /**
   * Columns that stand beside each other.
   *
   * @param name of the values
   * @param values from 0 on
   */
  record Columns(String name, double[] values) implements Mark {
    @Override
    public void draw(Frame frame) {
      double width = frame.width();
      double gap = width > 6 ? 1 : 0.3;
      for (int i = 0; i < values.length; i++) {
        double y = frame.y(values[i]);
        frame.sheet().rect(frame.left() + i * width, y, width - gap, frame.bottom() - y, "f-band");
      }
    }

    @Override
    public void stretch(ValueRange extent) {
      extent.add(0);
      extent.add(values);
    }

    @Override
    public List<ChartData.Column> columns() {
      return List.of(new ChartData.Column(name, values));
    }
  }

  /**
   * Estimates with their intervals, joined by a line.
   *
   * @param ink their colour
   * @param values by point; NaN: none
   * @param low lower ends of the intervals
   * @param high upper ends
   */
  record Estimates(Ink ink, double[] values, double[] low, double[] high) implements Mark {
    @Override
    public void draw(Frame frame) {
      SvgPath path = new SvgPath();
      for (int i = 0; i < values.length; i++) {
        if (Double.isFinite(values[i])) {
          boolean isDown = i > 0 && Double.isFinite(values[i - 1]);
          path.to(frame.x(i), frame.y(values[i]), isDown);
        }
      }
      frame.sheet().path(path, "line " + ink.stroke());
      for (int i = 0; i < values.length; i++) {
        if (Double.isFinite(values[i])) {
          double x = frame.x(i);
          frame.sheet().line(x, frame.y(low[i]), x, frame.y(high[i]), "whisker " + ink.stroke());
        }
      }
      for (int i = 0; i < values.length; i++) {
        if (Double.isFinite(values[i])) {
          frame.sheet().circle(frame.x(i), frame.y(values[i]), 4, ink.fill());
        }
      }
    }

    @Override
    public void stretch(ValueRange extent) {
      extent.add(values);
      extent.add(low);
      extent.add(high);
    }

    @Override
    public List<ChartData.Column> columns() {
      return List.of(
          new ChartData.Column("value", values),
          new ChartData.Column("low", low),
          new ChartData.Column("high", high));
    }
  }

  /** Values asked about. */
  record Levels(List<Level> all) implements Mark {
    @Override
    public void draw(Frame frame) {
      List<Double> taken = new ArrayList<>();
      for (Level level : all) {
        if (!frame.isSeen(level.value())) {
          continue;
        }
        double y = frame.y(level.value());
        frame.sheet().line(frame.left(), y, frame.right(), y, "aim");
        // Above months stand the names of moments.
        boolean isBelow = y - 5 < frame.top() + 8 && frame.across() instanceof MonthAxis;
        double at = isBelow ? y + 13 : y - 5;
        if (!frame.isBeside() && taken.stream().noneMatch(y2 -> Math.abs(y2 - at) < 13)) {
          boolean isLeft = isFreeLeft(level.value(), frame.plot());
          double x = isLeft ? frame.left() + 4 : frame.right();
          frame.sheet().text(x, at, isLeft ? "start" : "end", "aimed", level.label());
          taken.add(at);
        }
      }
    }

    /** Whether estimates are no closer to a value at the left than at the right. */
    private static boolean isFreeLeft(double value, Plot plot) {
      return plot.all(Estimates.class).stream()
          .allMatch(
              line -> {
                double last = line.values()[line.values().length - 1];
                return Math.abs(last - value) < Math.abs(line.values()[0] - value);
              });
    }

    /** Names them beside the plot. */
    void name(ValueAxis axis, double bottom, double top, EndLabels ends) {
      for (Level level : all) {
        if (axis.low() <= level.value() && level.value() <= axis.high()) {
          ends.add(axis.place(level.value(), bottom, top), level.label(), Ink.AIM);
        }
      }
    }
  }

  /**
   * A value asked about.
   *
   * @param value of it
   * @param label that names it
   */
  record Level(double value, String label) {}

  /** Months or numbers that matter, in their order. */
  record Moments(List<Moment> all) implements Mark {
    @Override
    public void draw(Frame frame) {
      double taken = Double.NEGATIVE_INFINITY;
      for (Moment moment : all) {
        double x = frame.x(moment.at());
        if (moment.isRule()) {
          drawRule(moment, x, frame);
          continue;
        }
        double bottom = frame.bottom();
        double middle = bottom - 4.5;
        frame
            .sheet()
            .shape(
                moment.kind() == Moment.Kind.TURN
                    ? Sheet.polygon(x, bottom - 8, x + 4, bottom - 1, x - 4, bottom - 1)
                    : Sheet.polygon(x, middle - 4, x + 4, middle, x, middle + 4, x - 4, middle),
                "f-soft");
        // What may happen, above its triangle where there is room for words.
        double half = Type.width(moment.label()) / 2;
        double at = Math.max(frame.left() + half, Math.min(x, frame.right() - half));
        if (frame.format() == Format.WIDE && half > 0 && at - half > taken) {
          frame.sheet().text(at, bottom - 12, "middle", "soft halo", moment.label());
          taken = at + half;
        }
      }
    }

    private static void drawRule(Moment moment, double x, Frame frame) {
      boolean isMean = moment.kind() == Moment.Kind.MEAN;
      Sheet sheet = frame.sheet();
      sheet.line(x, frame.top(), x, frame.bottom(), isMean ? "aim" : "due");
      if (!moment.label().isEmpty()) {
        double at = sheet.within(x, Type.width(moment.label()) / 2);
        String look = isMean ? "aimed" : "ink";
        sheet.text(at, frame.top() - (isMean ? 7 : 6), "middle", look, moment.label());
      }
    }
  }

  /**
   * A month or number that matters.
   *
   * @param at where it is, from 0
   * @param label that says why; may be empty
   * @param kind of what is in it
   */
  record Moment(double at, String label, Kind kind) {

    /** What may be there. */
    public enum Kind {
      /** Something is asked of it. */
      DEADLINE,
      /** The mean. */
      MEAN,
      /** Policy may turn. */
      TURN,
      /** Something is planned to open. */
      OPENING
    }

    /** Whether it is a line from top to bottom. */
    boolean isRule() {
      return kind == Kind.DEADLINE || kind == Kind.MEAN;
    }
  }
}
