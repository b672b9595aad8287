package io.corridor.report.files;

import io.corridor.model.Printable;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes {@code series.csv}: a row for each metric and month, with the columns {@code
 * metric,unit,month,mean,sd,se} and one for each percentile, {@code p5}.
 *
 * <p>Commas between, quotes only where a text needs them, numbers that read back to the same
 * double. Where a text is not plain ASCII a byte order mark comes first, without which Excel would
 * take the file for something else than UTF-8.
 */
public final class SeriesCsv {
  static final char BYTE_ORDER_MARK = '\uFEFF';
  static final String END_OF_LINE = "\r\n";

  private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-]");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?(?: ?%)?");
  private static final int LONGEST_NUMBER = 100;

  private final Appendable out;

  private SeriesCsv(Appendable out) {
    this.out = out;
  }

  /**
   * Writes the series of a run.
   *
   * @param projection the results
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(Projection projection, Appendable out) throws IOException {
    if (projection.series().values().stream().anyMatch(SeriesCsv::needsMark)) {
      out.append(BYTE_ORDER_MARK);
    }
    SeriesCsv csv = new SeriesCsv(out);
    csv.writeHead(projection.scenario().output().percentiles());
    for (Series series : projection.series().values()) {
      csv.writeSeries(series);
    }
  }

  private static boolean needsMark(Series series) {
    return (series.metric().id() + series.metric().unit()).chars().anyMatch(c -> c > 127);
  }

  private void writeHead(List<Double> percentiles) throws IOException {
    out.append("metric,unit,month,mean,sd,se");
    for (double percentile : percentiles) {
      out.append(",p").append(Numbers.percentile(percentile));
    }
    out.append(END_OF_LINE);
  }

  private void writeSeries(Series series) throws IOException {
    String metric = quoted(series.metric().id()) + ',' + quoted(series.metric().unit()) + ',';
    for (int month = 0; month < series.months(); month++) {
      out.append(metric).append(series.month(month).toString());
      writeNumber(series.mean(month));
      writeNumber(series.sd(month));
      writeNumber(series.standardError(month));
      for (double percentile : series.percentiles()) {
        writeNumber(series.percentile(percentile, month));
      }
      out.append(END_OF_LINE);
    }
  }

  private void writeNumber(double value) throws IOException {
    out.append(',').append(Numbers.shortest(value));
  }

  /**
   * Returns a field as it may be shown, in quotes where it needs them. What a spreadsheet would
   * take for a formula has an apostrophe before it, which spreadsheets take for the sign of a text;
   * numbers have none.
   */
  static String quoted(String any) {
    String text = Printable.text(any);
    String field = FORMULA.matcher(text).lookingAt() && !isNumber(text) ? "'" + text : text;
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
  }
}
