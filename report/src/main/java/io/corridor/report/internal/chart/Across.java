package io.corridor.report.internal.chart;

import java.util.List;
import java.util.stream.IntStream;

/** What lies along the foot of a plot, at 0, 1, … */
public sealed interface Across permits MonthAxis, Across.Points, Across.Bins {

  /**
   * Points along a number that was varied.
   *
   * @param title what was varied
   * @param names of the points, as they were written
   * @param places of the points: ascending numbers, or 0, 1, … where they are none
   */
  record Points(String title, List<String> names, double[] places) implements Across {
    @Override
    public int count() {
      return places.length;
    }

    @Override
    public double x(double index, double left, double right) {
      double span = places[places.length - 1] - places[0];
      double inner = left + 10;
      return span > 0
          ? inner + (places[(int) index] - places[0]) / span * (right - inner)
          : (left + right) / 2;
    }

    @Override
    public double draw(Sheet sheet, double left, double right, double y) {
      double taken = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < count(); i++) {
        double x = x(i, left, right);
        double half = Type.width(names.get(i)) / 2;
        double at = sheet.within(x, half);
        sheet.line(x, y, x, y + 4, "axis");
        if (at - half > taken + 4) {
          sheet.text(at, y + 17, "middle", "soft", names.get(i));
          taken = at + half;
        }
      }
      sheet.line(left, y, right, y, "axis");
      return y + 40;
    }

    @Override
    public ChartData data(List<ChartData.Column> columns) {
      return new ChartData(title, names, columns);
    }
  }

  /**
   * Whole numbers that follow each other.
   *
   * @param title what the numbers are of
   * @param first the least number
   * @param count how many there are
   */
  record Bins(String title, int first, int count) implements Across {
    @Override
    public double x(double index, double left, double right) {
      return left + (index + 0.5) * width(left, right);
    }

    @Override
    public double draw(Sheet sheet, double left, double right, double y) {
      int every = Math.max(1, (int) Math.ceil(26 / width(left, right)));
      every = every <= 2 ? every : 5 * (int) Math.ceil(every / 5.0);
      for (int i = 0; i < count; i++) {
        if ((first + i) % every == 0) {
          sheet.text(x(i, left, right), y + 16, "middle", "soft", Integer.toString(first + i));
        }
      }
      return y + 38;
    }

    @Override
    public ChartData data(List<ChartData.Column> columns) {
      List<String> rows =
          IntStream.range(first, first + count).mapToObj(Integer::toString).toList();
      return new ChartData(title, rows, columns);
    }
  }

  /** Returns what it is of, in words at its end; empty where its names tell. */
  String title();

  /** Returns how many there are. */
  int count();

  /** Returns the middle of one, in a plot from {@code left} to {@code right}. */
  double x(double index, double left, double right);

  /** Returns how wide each is, where all are of one width. */
  default double width(double left, double right) {
    return (right - left) / count();
  }

  /** Draws ticks and names below {@code y}; returns where the drawing ends. */
  double draw(Sheet sheet, double left, double right, double y);

  /** Returns numbers of which each row is one of these. */
  ChartData data(List<ChartData.Column> columns);
}
