package io.corridor.report.files;

import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code series.csv}: a row for each metric and month, with the columns {@code
 * metric,unit,month,mean,sd,se} and one for each percentile, {@code p5}. Numbers read back to the
 * same double.
 */
public final class SeriesCsv {

  private SeriesCsv() {}

  /**
   * Writes the series of a run.
   *
   * @param projection the results
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(Projection projection, Appendable out) throws IOException {
    List<String> head = new ArrayList<>(List.of("metric", "unit", "month", "mean", "sd", "se"));
    for (double percentile : projection.scenario().output().percentiles()) {
      head.add("p" + Numbers.percentile(percentile));
    }
    List<List<String>> rows = new ArrayList<>(List.of(head));
    for (Series series : projection.series().values()) {
      for (int month = 0; month < series.months(); month++) {
        rows.add(row(series, month));
      }
    }
    Csv.write(rows, out);
  }

  private static List<String> row(Series series, int month) {
    List<String> row = new ArrayList<>();
    row.add(series.metric().id());
    row.add(series.metric().unit());
    row.add(series.month(month).toString());
    row.add(Numbers.shortest(series.mean(month)));
    row.add(Numbers.shortest(series.sd(month)));
    row.add(Numbers.shortest(series.standardError(month)));
    for (double percentile : series.percentiles()) {
      row.add(Numbers.shortest(series.percentile(percentile, month)));
    }
    return row;
  }
}
