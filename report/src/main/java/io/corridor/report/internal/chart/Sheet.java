package io.corridor.report.internal.chart;

import java.util.Locale;

/** An SVG element in the making. Knows classes of the style sheet, and no colours. */
final class Sheet {
  private final StringBuilder shapes = new StringBuilder();
  private final StringBuilder texts = new StringBuilder();
  private final Format format;
  private final StringBuilder attributes = new StringBuilder();

  /** Of the last shape, if another of the same look may go on with it, and of the last text. */
  private String lastShape = "";

  private String lastText = "";

  Sheet(Format format) {
    this.format = format;
  }

  double width() {
    return format.width();
  }

  /** Returns the place closest to {@code x} from which {@code half} has room on both sides. */
  double within(double x, double half) {
    return Math.max(half, Math.min(x, width() - half));
  }

  /** Keeps where months lie, for the script that reads numbers out. */
  void months(double left, double right, double top, double bottom, int count) {
    attributes
        .append(" data-left=\"")
        .append(number(left))
        .append("\" data-right=\"")
        .append(number(right))
        .append("\" data-top=\"")
        .append(number(top))
        .append("\" data-bottom=\"")
        .append(number(bottom))
        .append("\" data-count=\"")
        .append(count)
        .append('"');
  }

  void line(double x1, double y1, double x2, double y2, String look) {
    shape(new SvgPath().move(x1, y1).line(x2, y2), look);
  }

  void path(SvgPath shape, String look) {
    shapes.append("<path class=\"").append(look).append("\" d=\"").append(shape).append("\"/>");
    lastShape = "";
  }

  /** Draws a shape of one solid colour: it is one path with those of its look just before it. */
  void shape(SvgPath shape, String look) {
    if (look.equals(lastShape)) {
      shapes.insert(shapes.length() - "\"/>".length(), shape);
    } else {
      path(shape, look);
      lastShape = look;
    }
  }

  void rect(double x, double y, double width, double height, String look) {
    shape(rectangle(x, y, width, height), look);
  }

  /** Draws a rectangle that tells something to who points at it. */
  void rect(double x, double y, double width, double height, String look, String told) {
    path(rectangle(x, y, width, height), look);
    shapes.setLength(shapes.length() - "/>".length());
    shapes.append("><title>").append(Escape.text(told)).append("</title></path>");
  }

  private static SvgPath rectangle(double x, double y, double width, double height) {
    double right = x + Math.max(0, width);
    double bottom = y + Math.max(0, height);
    return polygon(x, y, right, y, right, bottom, x, bottom);
  }

  void circle(double x, double y, double radius, String look) {
    lastShape = "";
    shapes.append("<circle class=\"").append(look).append('"');
    attribute("cx", Math.rint(2 * x) / 2);
    attribute("cy", Math.rint(2 * y) / 2);
    attribute("r", radius);
    shapes.append("/>");
  }

  /**
   * Writes a text, over all shapes, whose {@code anchor} (start, middle or end) is at {@code x}.
   */
  void text(double x, double y, String anchor, String look, String text) {
    String whole = look + " a-" + anchor;
    if (!whole.equals(lastText)) {
      texts.append(lastText.isEmpty() ? "" : "</g>");
      texts.append("<g class=\"").append(whole).append("\">");
      lastText = whole;
    }
    texts.append("<text x=\"").append(Math.round(x)).append("\" y=\"").append(Math.round(y));
    texts.append("\">").append(Escape.text(text)).append("</text>");
  }

  /** Draws the mark of a series, which has a shape of its own. */
  void mark(double x, double y, int series) {
    String look = "mark " + Ink.series(series).fill();
    double r = 5;
    switch (series % 4) {
      case DotChart.REFERENCE -> rect(x - 2.5, y - 8, 5, 16, look);
      case 0 -> circle(x, y, r, look);
      case 1 -> rect(x - 4.5, y - 4.5, 9, 9, look);
      case 2 -> path(polygon(x, y - 6, x + 6, y + 5, x - 6, y + 5), look);
      default -> path(polygon(x, y - 6.5, x + 6.5, y, x, y + 6.5, x - 6.5, y), look);
    }
  }

  /** Hatches a rectangle. */
  void hatch(double x, double y, double width, double height) {
    SvgPath lines = new SvgPath();
    for (double at = 6; at < width + height; at += 6) {
      double fromX = Math.min(at, width);
      double fromY = at - fromX;
      double toY = Math.min(at, height);
      double toX = at - toY;
      lines.move(x + fromX, y + fromY).line(x + toX, y + toY);
    }
    path(lines, "hatch");
  }

  static SvgPath polygon(double... points) {
    SvgPath path = new SvgPath();
    addPolygon(path, points);
    return path;
  }

  static void addPolygon(SvgPath path, double... points) {
    path.move(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.line(points[i], points[i + 1]);
    }
    path.close();
  }

  private void attribute(String name, double value) {
    shapes.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  /** Returns a coordinate to the tenth of a pixel. */
  static String number(double value) {
    long tenths = Math.round(10 * value);
    String text = Long.toString(tenths / 10);
    long rest = Math.abs(tenths % 10);
    String sign = tenths < 0 && tenths > -10 ? "-" : "";
    return rest == 0 ? text : sign + text + '.' + rest;
  }

  /**
   * Returns the element, so high. It says nothing to a screen reader: what stands about it does.
   */
  String svg(double height) {
    return String.format(
            Locale.ROOT,
            "<svg class=\"chart %s\" viewBox=\"0 0 %d %s\"" + " aria-hidden=\"true\"%s>",
            format.word(),
            format.width(),
            number(height),
            attributes)
        + shapes
        + texts
        + (lastText.isEmpty() ? "</svg>" : "</g></svg>");
  }
}
