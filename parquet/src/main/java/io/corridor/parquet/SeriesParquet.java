package io.corridor.parquet;

import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.data.Source;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes {@code series.parquet}: the rows and columns of {@code series.csv}. A month is a date, its
 * first day; everything else is as it is there.
 */
public final class SeriesParquet {

  private SeriesParquet() {}

  /** A month of a series. */
  private record Row(Series series, int month) {}

  /**
   * Writes the series of a run, and leaves {@code out} open.
   *
   * @param projection the results
   * @param source where the scenario came from
   * @param out takes the file
   * @throws IOException if {@code out} does
   */
  public static void write(Projection projection, Source source, OutputStream out)
      throws IOException {
    List<Double> percentiles = projection.scenario().output().percentiles();
    var about = About.of(projection.scenario(), source, projection.sample(), projection.paths());
    try (Rows<Row> rows = Rows.to(out, "series", columns(percentiles), about)) {
      for (Series series : projection.series().values()) {
        for (int t = 0; t < series.months(); t++) {
          int month = t;
          rows.write(() -> new Row(series, month));
        }
      }
    }
  }

  private static Columns<Row> columns(List<Double> percentiles) {
    Columns<Row> columns = new Columns<>();
    columns.text("metric", row -> row.series.metric().id());
    columns.text("unit", row -> row.series.metric().unit());
    columns.month("month", row -> row.series.month(row.month));
    columns.real("mean", row -> row.series.mean(row.month));
    columns.real("sd", row -> row.series.sd(row.month));
    columns.real("se", row -> row.series.standardError(row.month));
    for (double percentile : percentiles) {
      columns.real(
          "p" + Numbers.percentile(percentile),
          row -> row.series.percentile(percentile, row.month));
    }
    return columns;
  }
}
