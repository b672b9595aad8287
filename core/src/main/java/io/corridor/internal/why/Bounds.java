package io.corridor.internal.why;

import io.corridor.why.Box.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The ranges that make a box: one for each number, infinite where nothing restricts it. */
final class Bounds {
  private final double[] low;
  private final double[] high;

  private Bounds(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /** An end of a number's range. */
  record End(int number, boolean lower) {}

  /** Returns the box of all paths, of so many numbers. */
  static Bounds none(int numbers) {
    double[] low = new double[numbers];
    double[] high = new double[numbers];
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
    return new Bounds(low, high);
  }

  /** Returns these with another bound at an end. */
  Bounds with(End end, double bound) {
    Bounds other = new Bounds(low.clone(), high.clone());
    (end.lower ? other.low : other.high)[end.number] = bound;
    return other;
  }

  /** Returns these without an end. */
  Bounds without(End end) {
    return with(end, end.lower ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  boolean restricts(int number) {
    return low[number] != Double.NEGATIVE_INFINITY || high[number] != Double.POSITIVE_INFINITY;
  }

  /** Returns how many numbers are restricted. */
  int restricted() {
    int count = 0;
    for (int i = 0; i < low.length; i++) {
      count += restricts(i) ? 1 : 0;
    }
    return count;
  }

  /** Returns the ends that restrict something: by number, the lower one first. */
  List<End> ends() {
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < low.length; i++) {
      if (low[i] != Double.NEGATIVE_INFINITY) {
        ends.add(new End(i, true));
      }
      if (high[i] != Double.POSITIVE_INFINITY) {
        ends.add(new End(i, false));
      }
    }
    return ends;
  }

  double bound(End end) {
    return (end.lower ? low : high)[end.number];
  }

  /** Returns whether a path lies in the box. */
  boolean hold(PathSet paths, int path) {
    for (int i = 0; i < low.length; i++) {
      if (restricts(i)) {
        double value = paths.number(i, path);
        if (value < low[i] || value > high[i]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the restrictions, without quasi-p values. */
  List<Restriction> restrictions(PathSet paths) {
    return ends().stream()
        .map(
            end ->
                new Restriction(
                    paths.id(end.number),
                    end.lower,
                    bound(end),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()))
        .toList();
  }
}
