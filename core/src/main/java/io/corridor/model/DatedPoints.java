package io.corridor.model;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Known values at given months: linear in months between them, flat before the first and after the
 * last.
 *
 * @param points the values by month, at least one
 */
public record DatedPoints(SortedMap<YearMonth, Double> points) implements Schedule {

  /** Copies the points. */
  public DatedPoints {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(points, "points")));
    if (points.isEmpty()) {
      throw new IllegalArgumentException("dated points: at least one point is needed");
    }
  }

  /** Returns the points of {@code points} in the order of time. */
  public static DatedPoints of(Map<YearMonth, Double> points) {
    return new DatedPoints(new TreeMap<>(requireNonNull(points, "points")));
  }

  /** Returns the interpolated value in {@code month}. */
  public double at(YearMonth month) {
    Double known = points.get(month);
    if (known != null) {
      return known;
    }
    SortedMap<YearMonth, Double> before = points.headMap(month);
    SortedMap<YearMonth, Double> after = points.tailMap(month);
    if (before.isEmpty()) {
      return at(after, after.firstKey());
    }
    YearMonth left = before.lastKey();
    if (after.isEmpty()) {
      return at(before, left);
    }
    YearMonth right = after.firstKey();
    double fraction = (double) MONTHS.between(left, month) / MONTHS.between(left, right);
    double from = at(before, left);
    return from + fraction * (at(after, right) - from);
  }

  private static double at(SortedMap<YearMonth, Double> points, YearMonth month) {
    return requireNonNull(points.get(month));
  }
}
