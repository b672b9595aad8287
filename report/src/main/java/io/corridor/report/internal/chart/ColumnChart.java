package io.corridor.report.internal.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each whole number came.
 *
 * @param across what the numbers are of
 * @param first the least number
 * @param shares of the paths, in per cent, by number
 * @param level a number that is to be seen, as the mean
 */
public record ColumnChart(String across, int first, double[] shares, TimeChart.Level level)
    implements Chart {

  /** Copies the array. */
  public ColumnChart {
    shares = shares.clone();
  }

  @Override
  public String svg(Format format) {
    Sheet sheet = new Sheet(format);
    double most = 0;
    for (double share : shares) {
      most = Math.max(most, share);
    }
    ValueAxis axis = ValueAxis.of(0, most, 3);
    double top = 20;
    double bottom = top + format.of(130, 110);
    double left = axis.room() + 10;
    double right = sheet.width() - 4;
    double width = (right - left) / shares.length;
    for (double tick : axis.ticks()) {
      double y = axis.place(tick, bottom, top);
      sheet.line(left, y, right, y, tick == 0 ? "zero" : "grid");
      sheet.text(left - 6, y + 4, "end", "soft", axis.text(tick) + '%');
    }
    int every = Math.max(1, (int) Math.ceil(26 / width));
    every = every <= 2 ? every : 5 * (int) Math.ceil(every / 5.0);
    for (int i = 0; i < shares.length; i++) {
      double y = axis.place(shares[i], bottom, top);
      double gap = width > 6 ? 1 : 0.3;
      sheet.rect(left + i * width, y, width - gap, bottom - y, "f-band");
      if ((first + i) % every == 0) {
        double x = left + (i + 0.5) * width;
        sheet.text(x, bottom + 16, "middle", "soft", Integer.toString(first + i));
      }
    }
    double x = left + (level.value() - first + 0.5) * width;
    sheet.line(x, top, x, bottom, "aim");
    double half = Type.width(level.label()) / 2;
    sheet.text(
        Math.max(half, Math.min(x, sheet.width() - half)),
        top - 7,
        "middle",
        "aimed",
        level.label());
    sheet.text(right, bottom + 32, "end", "soft", across);
    return sheet.svg(bottom + 38);
  }

  @Override
  public ChartData numbers() {
    List<String> rows =
        IntStream.range(first, first + shares.length).mapToObj(Integer::toString).toList();
    return new ChartData(across, rows, List.of(new ChartData.Column("share of paths, %", shares)));
  }
}
