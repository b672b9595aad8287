package io.corridor.report.internal.chart;

import java.util.List;

/** Names of colours, in rows. */
final class Legend {
  private static final double ROW = 20;

  private Legend() {}

  /**
   * A name.
   *
   * @param name of what is drawn
   * @param ink its colour
   * @param isLine whether it is a line, or else an area
   */
  record Entry(String name, Ink ink, boolean isLine) {}

  /** Draws the names from {@code top} on; returns where what follows may begin. */
  static double draw(Sheet sheet, List<Entry> entries, double top) {
    double x = 0;
    double y = top;
    for (Entry entry : entries) {
      double width = 24 + Type.width(entry.name()) + 12;
      if (x > 0 && x + width > sheet.width()) {
        x = 0;
        y += ROW;
      }
      if (entry.isLine()) {
        sheet.line(x, y + 7, x + 18, y + 7, "line " + entry.ink().stroke());
      } else {
        sheet.rect(x, y + 2, 14, 10, entry.ink().fill());
      }
      sheet.text(x + 22, y + 11, "start", "ink", entry.name());
      x += width;
    }
    return entries.isEmpty() ? top : y + ROW + 4;
  }
}
