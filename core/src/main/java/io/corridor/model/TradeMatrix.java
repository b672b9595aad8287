package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What countries sold to each other in some years, and to themselves: the rows of a CSV file, of
 * which the world takes those of one year.
 *
 * @param file a CSV file in the scenario's folder with columns year, exporter, importer, value (at
 *     the exporter's border) and, if it has one, tariff; each country with itself too
 * @param year whose rows are taken; absent: the file's last that ended before the start
 * @param unit what the file's values are in, such as mn USD/year. In USD a year
 * @param rows of the file, in its order
 */
@Section("a trade matrix")
@Withers
public record TradeMatrix(
    @Key String file,
    @Key(range = Range.YEAR) Optional<Integer> year,
    @Key(unit = Dimension.MONEY_FLOW, range = Range.POSITIVE) double unit,
    List<Row> rows)
    implements TradeMatrixWithers {

  /** Copies the list. */
  public TradeMatrix {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param line of the file that it stands in, for messages; 0 of one that is made in code
   * @param year of the trade
   * @param exporter who sells
   * @param importer who buys; may be the exporter
   * @param value sold in the year, in the matrix's unit, {@code >= 0}
   * @param tariff ad-valorem fraction of the value, in [0, 100]
   */
  public record Row(
      int line, int year, String exporter, String importer, double value, double tariff) {

    /** Returns whether all but the line is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row row
          && year == row.year
          && exporter.equals(row.exporter)
          && importer.equals(row.importer)
          && Double.compare(value, row.value) == 0
          && Double.compare(tariff, row.tariff) == 0;
    }

    @Override
    public int hashCode() {
      return Objects.hash(year, exporter, importer, value, tariff);
    }
  }

  /** Returns a matrix that is made in code, in millions of dollars a year. */
  public static TradeMatrix ofMillions(List<Row> rows) {
    return Declaration.of(TradeMatrix.class).of("", 1e6, rows);
  }
}
