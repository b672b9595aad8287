package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Values over a grid, by shades of one colour.
 *
 * @param across what the columns are of; may be empty
 * @param columns their names
 * @param down what the rows are of; may be empty
 * @param rows their names
 * @param cells by row, the first column first
 * @param unit of the values
 * @param low value of the palest shade
 * @param high value of the deepest shade
 */
public record HeatChart(
    String across,
    List<String> columns,
    String down,
    List<String> rows,
    List<Cell> cells,
    String unit,
    double low,
    double high)
    implements Chart {
  private static final int SHADES = 9;
  private static final double ROW = 28;

  /**
   * A value.
   *
   * @param value NaN: none
   * @param text the value in digits
   * @param more what else is to be said of it; may be empty
   * @param isThin whether it rests on few paths
   */
  public record Cell(double value, String text, String more, boolean isThin) {}

  @Override
  public String svg(Format format) {
    Sheet sheet = new Sheet(format);
    double left =
        Math.min(format.of(200, 110), 8 + rows.stream().mapToDouble(Type::width).max().orElse(0));
    double top = across.isEmpty() ? 20 : 38;
    double right = sheet.width();
    double width = (right - left) / columns.size();
    if (!across.isEmpty()) {
      sheet.text(left, 13, "start", "soft", across);
    }
    for (int column = 0; column < columns.size(); column++) {
      String name = columns.get(column);
      boolean fits = Type.width(name) <= width - 2;
      if (fits || name.length() > 1 && column % 2 == 0 && Type.width(name) <= 2 * width - 4) {
        sheet.text(left + (column + 0.5) * width, top - 7, "middle", "soft", name);
      } else if (Type.width(name.substring(0, 1)) <= width) {
        sheet.text(left + (column + 0.5) * width, top - 7, "middle", "soft", name.substring(0, 1));
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      List<String> words = Type.wrapped(rows.get(row), left - 8);
      sheet.text(left - 8, top + row * ROW + 18, "end", "soft", cut(words));
      for (int column = 0; column < columns.size(); column++) {
        Cell cell = cells.get(row * columns.size() + column);
        if (!Double.isNaN(cell.value())) {
          draw(sheet, cell, left + column * width, top + row * ROW, width);
        }
      }
    }
    double bottom = top + rows.size() * ROW;
    return sheet.svg(shades(sheet, bottom));
  }

  private static String cut(List<String> words) {
    return words.size() == 1 ? words.get(0) : words.get(0) + "…";
  }

  private void draw(Sheet sheet, Cell cell, double x, double y, double width) {
    int shade = shade(cell.value());
    double room = Type.width(cell.text());
    if (cell.more().isEmpty() && 0.8 * room <= width) {
      sheet.rect(x, y, width - 1, ROW - 1, "h" + shade);
    } else {
      String more = cell.more().isEmpty() ? "" : ", " + cell.more();
      sheet.rect(x, y, width - 1, ROW - 1, "h" + shade, cell.text() + unitAfter() + more);
    }
    if (cell.isThin()) {
      sheet.hatch(x, y, width - 1, ROW - 1);
    }
    if (room <= width - 2) {
      sheet.text(x + width / 2, y + 18, "middle", "t" + shade, cell.text());
    } else if (0.8 * room <= width) {
      sheet.text(x + width / 2, y + 17, "middle", "little t" + shade, cell.text());
    }
  }

  private String unitAfter() {
    return unit.isEmpty() ? "" : "\u00a0" + unit;
  }

  private int shade(double value) {
    double place = high > low ? (value - low) / (high - low) : 0;
    return (int) Math.max(0, Math.min(SHADES - 1, Math.floor(place * SHADES)));
  }

  /** Draws what the shades mean; returns the height of the whole. */
  private double shades(Sheet sheet, double bottom) {
    if (!(high > low)) {
      return bottom + 4;
    }
    ValueAxis ends = new ValueAxis(low, high, high - low);
    double x = sheet.width() / 2 - 70;
    double y = bottom + 10;
    sheet.text(x - 8, y + 10, "end", "soft", ends.text(low) + unitAfter());
    for (int shade = 0; shade < SHADES; shade++) {
      sheet.rect(x + shade * 16, y, 16, 12, "h" + shade);
    }
    sheet.text(x + SHADES * 16 + 8, y + 10, "start", "soft", ends.text(high) + unitAfter());
    return y + 20;
  }

  @Override
  public ChartData numbers() {
    List<ChartData.Column> named = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      double[] values = new double[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = cells.get(row * columns.size() + column).value();
      }
      named.add(new ChartData.Column(columns.get(column), values));
    }
    return new ChartData(down.isEmpty() ? "row" : down, rows, named);
  }
}
