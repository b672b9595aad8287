package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Estimates on one scale, a row each: dots with their intervals.
 *
 * @param unit of the values
 * @param rows from the top down
 * @param level a value that all are to be seen against; may be absent
 * @param scale least and greatest value of the axis; empty: as needed
 */
public record DotChart(
    String unit, List<Row> rows, Optional<TimeChart.Level> level, List<Double> scale)
    implements Chart {

  /** The series that others are seen against: a bar without a colour. */
  public static final int REFERENCE = -1;

  /**
   * A row.
   *
   * @param name what it is of
   * @param dots one or more
   * @param text what stands at its end; may be empty
   * @param isJoined whether a bar joins the first dot and the last
   */
  public record Row(String name, List<Dot> dots, String text, boolean isJoined) {}

  /**
   * An estimate.
   *
   * @param name what it is of
   * @param series its shape and colour; {@link #REFERENCE} or 0, 1, …
   * @param value of it; NaN: none
   * @param low lower end of its interval, or the value
   * @param high upper end
   */
  public record Dot(String name, int series, double value, double low, double high) {}

  @Override
  public String svg(Format format) {
    return new DotDrawing(this, format).svg();
  }

  @Override
  public ChartData numbers() {
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (Row row : rows) {
      for (Dot dot : row.dots()) {
        boolean isAlone = row.dots().size() == 1;
        names.add(isAlone ? row.name() : row.name() + ": " + dot.name());
        values.add(new double[] {dot.value(), dot.low(), dot.high()});
      }
    }
    List<ChartData.Column> columns = new ArrayList<>();
    List<String> heads = List.of("value", "low", "high");
    for (int i = 0; i < heads.size(); i++) {
      int at = i;
      columns.add(
          new ChartData.Column(heads.get(i), values.stream().mapToDouble(v -> v[at]).toArray()));
    }
    return new ChartData("what", names, columns);
  }
}
