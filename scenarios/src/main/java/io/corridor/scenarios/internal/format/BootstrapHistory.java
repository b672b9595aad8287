package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Driver;
import io.corridor.model.Range;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of a bootstrap driver: one column of a CSV file beside the scenario. */
final class BootstrapHistory {
  private static final List<Double> PLACEHOLDER = List.of(1.0, 1.0);

  private static final FileKey<Driver.Bootstrap, String> FILE =
      FileKey.required("file", Scalars.TEXT, Driver.Bootstrap::file, "");
  private static final FileKey<Driver.Bootstrap, String> COLUMN =
      FileKey.required("column", Scalars.TEXT, Driver.Bootstrap::column, "");

  /** The component {@code history}, which two other keys name. */
  static final Part<Driver.Bootstrap> PART =
      new Part<>(
          List.of(),
          (in, before) -> read(in.place(), in.node("file"), in.get(FILE), in.get(COLUMN)));

  private BootstrapHistory() {}

  /**
   * Returns the values of {@code column} of {@code file}, which {@code node} names. Where there are
   * none, says so at that place, with the CSV file's line.
   */
  static List<Double> read(@Nullable Place place, @Nullable Node node, String file, String column) {
    if (place == null || node == null || file.isEmpty() || column.isEmpty()) {
      return PLACEHOLDER;
    }
    Place at = place.in("file", node.at());
    return CsvFile.read(at, node, file, List.of(column))
        .flatMap(
            csv -> csv.numbers(column, Range.POSITIVE, column + " must be a number above 0", at))
        .filter(history -> isLongEnough(history, at, file, column))
        .orElse(PLACEHOLDER);
  }

  private static boolean isLongEnough(
      List<Double> history, Place place, String file, String column) {
    if (history.size() < 2) {
      place.wrong(
          place.keyAt(),
          "column %s of %s has %d values; at least two are needed"
              .formatted(quote(column), file, history.size()));
    }
    return history.size() >= 2;
  }
}
