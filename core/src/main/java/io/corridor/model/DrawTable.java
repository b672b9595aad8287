package io.corridor.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;

/**
 * Joint draws of several numbers, such as a posterior sample: a row for each draw. A path takes one
 * row, each with the same probability, and all columns of it.
 *
 * @param file where they come from, for display; may be empty
 * @param columns the columns by name, all of the same length, in the base units of where they are
 *     used
 */
public record DrawTable(String file, Map<String, List<Double>> columns) {

  /** Copies the columns. */
  public DrawTable {
    requireNonNull(file, "file");
    columns = Ordered.copyOf(Maps.transformValues(columns, List::copyOf));
  }

  /** Returns the name of the table that holds the draws of the fit of what stands at a key. */
  public static String ofFit(KeyPath key) {
    return "fit-" + String.join("-", key.words());
  }

  /** Returns a table without columns yet. */
  public static DrawTable of(String file) {
    return new DrawTable(file, Map.of());
  }

  /** Returns a copy with one more column, or another in its place. */
  public DrawTable withColumn(String name, List<Double> values) {
    return new DrawTable(file, Ordered.with(columns, name, values));
  }

  /**
   * Returns the table of a single row that has the median of each column: the smallest value that
   * at least half of its draws don't exceed.
   */
  public DrawTable median() {
    return new DrawTable(file, Maps.transformValues(columns, draws -> List.of(median(draws))));
  }

  /** Returns the median of one column, as {@link #median()} has it. */
  public double median(String column) {
    return median(requireNonNull(columns.get(column)));
  }

  private static double median(List<Double> draws) {
    double[] sorted = draws.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
