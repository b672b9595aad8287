package io.corridor.report.internal.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A drawing with a horizontal and a vertical scale, as SVG. Depends on what is drawn alone. */
final class Chart {
  private static final int LEFT = 62;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 28;
  private static final double[][] STEPS = {
    {1},
    {1, 2, 5},
    {1, 1.5, 2, 3, 4, 5, 6, 8},
    {1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9}
  };

  private final int width;
  private final int height;
  private final double x0;
  private final double x1;
  private final double y0;
  private final double y1;
  private final boolean log;
  private final String says;
  private final StringBuilder body = new StringBuilder();

  /**
   * Makes a chart of values between {@code low} and {@code high}; on a log scale if {@code log}.
   */
  Chart(
      String says,
      int width,
      int height,
      double x0,
      double x1,
      double low,
      double high,
      boolean log) {
    this.says = says;
    this.width = width;
    this.height = height;
    this.x0 = x0;
    this.x1 = x1 > x0 ? x1 : x0 + 1;
    this.log = log;
    double margin = log ? 1 : 0.04 * Math.max(high - low, Math.abs(high) * 1e-9);
    this.y0 = log ? StrictMath.log(low) - 0.03 : low - margin;
    this.y1 = log ? StrictMath.log(high) + 0.03 : high + margin;
  }

  private double x(double value) {
    return LEFT + (value - x0) / (x1 - x0) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    double v = log ? StrictMath.log(value) : value;
    return TOP + (y1 - v) / Math.max(1e-300, y1 - y0) * (height - TOP - BOTTOM);
  }

  private static String at(double pixels) {
    return BigDecimal.valueOf(pixels).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Fills what lies between two lines. */
  void band(List<double[]> points, String style) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      path.append(i == 0 ? "M" : "L")
          .append(at(x(points.get(i)[0])))
          .append(' ')
          .append(at(y(points.get(i)[1])));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      path.append('L').append(at(x(points.get(i)[0]))).append(' ').append(at(y(points.get(i)[2])));
    }
    body.append("<path class=\"").append(style).append("\" d=\"").append(path).append("Z\"/>\n");
  }

  void line(List<double[]> points, String style) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      path.append(i == 0 ? "M" : "L")
          .append(at(x(points.get(i)[0])))
          .append(' ')
          .append(at(y(points.get(i)[1])));
    }
    body.append("<path class=\"").append(style).append("\" d=\"").append(path).append("\"/>\n");
  }

  void bar(double from, double to, double low, double high, String style) {
    double left = x(Math.min(from, to));
    double right = x(Math.max(from, to));
    double top = y(Math.max(low, high));
    double bottom = y(Math.min(low, high));
    body.append("<rect class=\"")
        .append(style)
        .append("\" x=\"")
        .append(at(left))
        .append("\" y=\"")
        .append(at(top))
        .append("\" width=\"")
        .append(at(Math.max(1, right - left)))
        .append("\" height=\"")
        .append(at(Math.max(1, bottom - top)))
        .append("\"/>\n");
  }

  void dot(double x, double y, String style, String says) {
    body.append("<circle class=\"")
        .append(style)
        .append("\" cx=\"")
        .append(at(x(x)))
        .append("\" cy=\"")
        .append(at(y(y)))
        .append("\" r=\"3\"><title>")
        .append(Html.text(says))
        .append("</title></circle>\n");
  }

  /** Draws the vertical axis, and a name under each of some places of the horizontal one. */
  String svg(List<Double> places, List<String> names) {
    StringBuilder axes = new StringBuilder();
    for (double tick : ticks()) {
      String y = at(y(tick));
      axes.append("<line class=\"grid\" x1=\"")
          .append(LEFT)
          .append("\" x2=\"")
          .append(width - RIGHT)
          .append("\" y1=\"")
          .append(y)
          .append("\" y2=\"")
          .append(y)
          .append("\"/>\n")
          .append("<text x=\"")
          .append(LEFT - 6)
          .append("\" y=\"")
          .append(at(y(tick) + 4))
          .append("\" text-anchor=\"end\">")
          .append(Html.number(tick))
          .append("</text>\n");
    }
    for (int i = 0; i < places.size(); i++) {
      axes.append("<text x=\"")
          .append(at(x(places.get(i))))
          .append("\" y=\"")
          .append(height - 8)
          .append("\" text-anchor=\"")
          .append(anchor(x(places.get(i))))
          .append("\">")
          .append(Html.text(names.get(i)))
          .append("</text>\n");
    }
    return "<svg viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" role=\"img\" aria-label=\""
        + Html.text(says)
        + "\">\n"
        + axes
        + body
        + "</svg>\n";
  }

  /** A name near an edge stays inside. */
  private String anchor(double x) {
    return x > width - RIGHT - 25 ? "end" : x < LEFT + 5 ? "start" : "middle";
  }

  private List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    double low = log ? StrictMath.exp(y0) : y0;
    double high = log ? StrictMath.exp(y1) : y1;
    if (log) {
      return logTicks(low, high);
    }
    double raw = (high - low) / 5;
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
    double step = power * (raw / power > 5 ? 10 : raw / power > 2 ? 5 : raw / power > 1 ? 2 : 1);
    for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
      ticks.add(Math.abs(tick) < step * 1e-9 ? 0 : tick);
    }
    return ticks;
  }

  /** Ones, or twos and fives too, or more, until there are three. */
  private static List<Double> logTicks(double low, double high) {
    List<Double> ticks = new ArrayList<>();
    for (double[] steps : STEPS) {
      ticks.clear();
      double power = StrictMath.pow(10, Math.floor(StrictMath.log10(low)));
      for (; power <= high; power *= 10) {
        for (double step : steps) {
          if (power * step >= low && power * step <= high) {
            ticks.add(power * step);
          }
        }
      }
      if (ticks.size() >= 3) {
        break;
      }
    }
    return ticks;
  }
}
