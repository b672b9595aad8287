package io.corridor.simulation;

import io.corridor.model.Metric;
import io.corridor.projection.Comparison;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import java.util.ArrayList;
import java.util.List;

/** Results as text, in which every bit counts. */
public final class Bits {

  private Bits() {}

  /** Returns all numbers of a comparison but its timing, as they print: every bit counts. */
  public static List<String> of(Comparison comparison) {
    List<String> bits = new ArrayList<>(of(comparison.base()));
    comparison.variants().values().forEach(projection -> bits.addAll(of(projection)));
    comparison
        .differences()
        .forEach(
            (name, differences) -> {
              bits.add(name + differences.questions());
              differences.fans().values().forEach(fan -> bits.addAll(of(fan)));
              differences.metrics().values().forEach(metric -> bits.addAll(of(metric)));
            });
    return bits;
  }

  /** Returns all numbers of a projection but its timing, as they print. */
  public static List<String> of(Projection projection) {
    List<String> bits = new ArrayList<>();
    bits.add(projection.answers().toString());
    projection.series().values().forEach(series -> bits.addAll(of(series)));
    return bits;
  }

  private static List<String> of(Series series) {
    List<String> bits = new ArrayList<>();
    for (int month = 0; month < series.months(); month++) {
      StringBuilder line = line(series.metric(), month);
      line.append(series.mean(month)).append(' ').append(series.sd(month));
      line.append(' ').append(series.standardError(month));
      for (double percentile : series.percentiles()) {
        line.append(' ').append(series.percentile(percentile, month));
      }
      bits.add(line.toString());
    }
    return bits;
  }

  private static List<String> of(MetricDifference difference) {
    List<String> bits = new ArrayList<>();
    for (int month = 0; month < difference.months(); month++) {
      StringBuilder line = line(difference.metric(), month);
      line.append(difference.mean(month)).append(' ').append(difference.standardError(month));
      line.append(' ').append(difference.above(month)).append(' ').append(difference.below(month));
      bits.add(line.toString());
    }
    return bits;
  }

  private static StringBuilder line(Metric metric, int month) {
    return new StringBuilder(metric.id()).append(' ').append(month).append(": ");
  }
}
