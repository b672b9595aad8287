package io.corridor.internal.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Paths with their numbers, and whether each is a hit. */
public final class PathSet {
  private final List<String> ids;
  private final double[][] numbers;
  private final int[][] orders;
  private final boolean[] hits;
  private final long allHits;

  private PathSet(List<String> ids, double[][] numbers, int[][] orders, boolean[] hits) {
    this.ids = ids;
    this.numbers = numbers;
    this.orders = orders;
    this.hits = hits;
    long count = 0;
    for (boolean hit : hits) {
      count += hit ? 1 : 0;
    }
    this.allHits = count;
  }

  /**
   * Returns paths {@code from} to {@code to} − 1.
   *
   * @param numbers of all paths, by id
   * @param hits of these paths, in their order
   */
  public static PathSet of(Map<String, Ranking> numbers, int from, int to, boolean[] hits) {
    List<String> ids = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    List<int[]> orders = new ArrayList<>();
    new TreeMap<>(numbers)
        .forEach(
            (id, number) -> {
              ids.add(id);
              columns.add(Arrays.copyOfRange(number.values(), from, to));
              orders.add(number.order(from, to));
            });
    return new PathSet(
        List.copyOf(ids), columns.toArray(new double[0][]), orders.toArray(new int[0][]), hits);
  }

  /** Returns the same paths with other hits. */
  public PathSet withHits(boolean[] other) {
    return new PathSet(ids, numbers, orders, other);
  }

  /** Returns the same paths with misses for hits. */
  PathSet negated() {
    boolean[] misses = new boolean[hits.length];
    for (int p = 0; p < misses.length; p++) {
      misses[p] = !hits[p];
    }
    return withHits(misses);
  }

  /** Returns how many there are. */
  public int size() {
    return hits.length;
  }

  /** Returns how many numbers each has. */
  int numbers() {
    return numbers.length;
  }

  /** Returns the id of a number; they are in ascending order. */
  String id(int number) {
    return ids.get(number);
  }

  double number(int number, int path) {
    return numbers[number][path];
  }

  boolean isHit(int path) {
    return hits[path];
  }

  /** Returns how many of all are hits. */
  long allHits() {
    return allHits;
  }

  /** Returns the paths in ascending order of a number. */
  int[] order(int number) {
    return orders[number];
  }

  /**
   * How many paths are in a box, and hits.
   *
   * @param paths in it
   * @param hits of these
   */
  record Count(int paths, int hits) {

    /** Returns the share of hits; NaN without paths. */
    double density() {
      return (double) hits / paths;
    }

    /** Returns coverage × density, but for a factor that is the same for all boxes. */
    double product() {
      return (double) hits * hits / paths;
    }
  }

  /** Counts the paths of a box among those that are left. */
  Count count(Bounds box, boolean[] left) {
    int paths = 0;
    int found = 0;
    for (int p = 0; p < hits.length; p++) {
      if (left[p] && box.hold(this, p)) {
        paths++;
        found += hits[p] ? 1 : 0;
      }
    }
    return new Count(paths, found);
  }

  /** Returns the share of all paths below a lower bound, or not above an upper one. */
  double below(Bounds.End end, double bound) {
    int count = 0;
    for (double number : numbers[end.number()]) {
      count += end.lower() ? (number < bound ? 1 : 0) : (number <= bound ? 1 : 0);
    }
    return (double) count / hits.length;
  }

  /** Takes the paths beyond an end from those that are inside. */
  void removeOutside(Bounds.End end, double bound, boolean[] inside) {
    double[] number = numbers[end.number()];
    for (int p = 0; p < inside.length; p++) {
      inside[p] &= end.lower() ? number[p] >= bound : number[p] <= bound;
    }
  }

  /** Takes the paths of a box from those that are left. */
  void remove(Bounds box, boolean[] left) {
    for (int p = 0; p < left.length; p++) {
      left[p] &= !box.hold(this, p);
    }
  }
}
