package io.corridor.parquet;

import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.data.Source;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.schema.MessageType;

/**
 * Writes {@code series.parquet}: the rows and columns of {@code series.csv}. A month is a date, its
 * first day; everything else is as it is there.
 */
public final class SeriesParquet {

  private SeriesParquet() {}

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
    try (Rows rows = Rows.to(out, schema(percentiles), about)) {
      for (Series series : projection.series().values()) {
        for (int t = 0; t < series.months(); t++) {
          int month = t;
          rows.write(row -> add(series, month, percentiles, row));
        }
      }
    }
  }

  private static MessageType schema(List<Double> percentiles) {
    Columns columns = new Columns().text("metric").text("unit").date("month");
    columns.real("mean").real("sd").real("se");
    percentiles.forEach(percentile -> columns.real("p" + Numbers.percentile(percentile)));
    return columns.of("series");
  }

  private static void add(Series series, int month, List<Double> percentiles, Rows row) {
    row.add(series.metric().id());
    row.add(series.metric().unit());
    row.addDay(Columns.day(series.month(month)));
    row.add(series.mean(month));
    row.add(series.sd(month));
    row.add(series.standardError(month));
    for (double percentile : percentiles) {
      row.add(series.percentile(percentile, month));
    }
  }
}
