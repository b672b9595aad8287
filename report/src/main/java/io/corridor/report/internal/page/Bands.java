package io.corridor.report.internal.page;

import io.corridor.model.MetricUnit;
import io.corridor.projection.Series;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Numbers;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The middle of a series and its bands: pairs of percentiles with as much outside on each side. */
final class Bands {
  private static final int DEEPEST = 3;

  private final Series series;
  private final List<Double> percentiles;

  /** Percentiles of what is 0 or 1 tell nothing that the mean doesn't. */
  Bands(Series series) {
    this.series = series;
    this.percentiles =
        series.metric().counted() == MetricUnit.SWITCH ? List.of() : series.percentiles();
  }

  /** A band from one percentile to another. */
  record Band(double low, double high) {
    String share() {
      return Numbers.percentile(high - low) + Amounts.NO_BREAK + "%";
    }
  }

  /** Returns the bands, the widest first. */
  List<Band> all() {
    List<Band> bands = new ArrayList<>();
    for (double low : percentiles) {
      for (double high : percentiles) {
        if (low < high && low + high == 100) {
          bands.add(new Band(low, high));
        }
      }
    }
    return bands;
  }

  /** Returns the bands as a chart has them. */
  List<Mark.Band> areas(Ink ink, double divisor) {
    List<Mark.Band> areas = new ArrayList<>();
    for (Band band : all()) {
      areas.add(
          Mark.Band.between(
              band.share() + " of paths",
              ink,
              Math.min(DEEPEST, areas.size() + 1),
              percentile(band.low(), divisor),
              percentile(band.high(), divisor)));
    }
    return areas;
  }

  String middleName() {
    return percentiles.contains(50.0) ? "median" : "mean";
  }

  /** Returns the median if it was asked for, else the mean, in units of {@code divisor}. */
  double[] middle(double divisor) {
    return percentiles.contains(50.0) ? percentile(50, divisor) : values(series::mean, divisor);
  }

  double[] mean(double divisor) {
    return values(series::mean, divisor);
  }

  /** Returns a percentile by month, in units of {@code divisor}. */
  double[] percentile(double percentile, double divisor) {
    return values(month -> series.percentile(percentile, month), divisor);
  }

  private double[] values(IntToDoubleFunction at, double divisor) {
    return IntStream.range(0, series.months())
        .mapToDouble(month -> at.applyAsDouble(month) / divisor)
        .toArray();
  }

  /** Whether the middle and the bands are all zero: then what isn't is on too few paths to see. */
  boolean areNothing() {
    return Stream.concat(Stream.of(middle(1)), percentiles.stream().map(p -> percentile(p, 1)))
        .allMatch(values -> Arrays.stream(values).allMatch(value -> value == 0));
  }

  /** Returns the largest magnitude of means and percentiles. */
  double largest() {
    double largest = 0;
    for (int month = 0; month < series.months(); month++) {
      largest = Math.max(largest, Math.abs(series.mean(month)));
      for (double percentile : percentiles) {
        largest = Math.max(largest, Math.abs(series.percentile(percentile, month)));
      }
    }
    return largest;
  }

  /**
   * Returns the scale that fits all of the series: three digits at most, per cents to the tenth.
   */
  UnitScale scale() {
    UnitScale scale = UnitScale.of(series.metric(), largest());
    boolean isTenth =
        series.metric().counted() == MetricUnit.FRACTION
            || scale.decimals() > 1 && largest() / scale.divisor() >= 10;
    return isTenth ? new UnitScale(scale.divisor(), 1, scale.unit()) : scale;
  }
}
