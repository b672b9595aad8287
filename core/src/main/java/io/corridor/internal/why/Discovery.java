package io.corridor.internal.why;

import io.corridor.internal.why.Bounds.End;
import io.corridor.internal.why.PathSet.Count;
import io.corridor.internal.why.Peeling.Stage;
import io.corridor.projection.Answer.Interval;
import io.corridor.why.Box;
import io.corridor.why.Box.Peeled;
import io.corridor.why.Box.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Beta;
import org.jspecify.annotations.Nullable;

/**
 * Scenario discovery: the boxes that hold most of the hits at a density that is asked for (Bryant
 * and Lempert, Technological Forecasting and Social Change 77, 2010,
 * doi:10.1016/j.techfore.2009.08.002). Boxes are found on some paths and measured on others: what a
 * search finds looks better where it was found than it is.
 */
public final class Discovery {
  private static final Peeling PEELING = new Peeling(0.05, 50, 4);
  private static final int MOST_BOXES = 3;
  private static final int FEWEST_HITS = 50;
  private static final double LEAST_COVERAGE = 0.05;

  /** Where no box is as dense as asked: a share of the highest density that is enough. */
  private static final double ENOUGH = 0.9;

  /** A restriction whose quasi-p value is above this is dropped. */
  private static final double LEVEL = 0.05;

  private final PathSet found;
  private final PathSet measured;
  private final boolean[] leftToFind;
  private final boolean[] leftToMeasure;

  private Discovery(PathSet found, PathSet measured) {
    this.found = found;
    this.measured = measured;
    this.leftToFind = all(found);
    this.leftToMeasure = all(measured);
  }

  private static boolean[] all(PathSet paths) {
    boolean[] left = new boolean[paths.size()];
    Arrays.fill(left, true);
    return left;
  }

  /**
   * Returns the boxes of the hits, up to three, one after the other.
   *
   * @param found paths that they are found on
   * @param measured others, with the same numbers, that they are measured on
   * @param density asked for
   */
  public static List<Box> boxes(PathSet found, PathSet measured, double density) {
    boolean tooDense = (double) found.allHits() / found.size() >= density;
    if (tooDense || found.allHits() < FEWEST_HITS || measured.size() == 0) {
      return List.of();
    }
    return new Discovery(found, measured).boxes(density);
  }

  /** Returns the boxes in which there is no hit. */
  public static List<Box> boxesOfMisses(PathSet found, PathSet measured, double density) {
    return boxes(found.negated(), measured.negated(), density);
  }

  private List<Box> boxes(double asked) {
    List<Box> boxes = new ArrayList<>();
    double least = Double.NaN;
    while (boxes.size() < MOST_BOXES) {
      List<Stage> trajectory = PEELING.peel(found, leftToFind);
      if (boxes.isEmpty()) {
        least = Math.min(asked, ENOUGH * highest(trajectory));
      }
      @Nullable Stage chosen = choose(trajectory, least);
      if (chosen == null) {
        break;
      }
      Bounds box = significant(PEELING.paste(chosen, found, leftToFind, least).box());
      Count count = found.count(box, leftToFind);
      if (box.restricted() == 0 || !boxes.isEmpty() && !isWorthwhile(count, least)) {
        break;
      }
      boxes.add(measure(box, trajectory));
      found.remove(box, leftToFind);
      measured.remove(box, leftToMeasure);
    }
    return boxes;
  }

  private boolean isWorthwhile(Count count, double least) {
    return count.density() >= least && count.hits() >= LEAST_COVERAGE * found.allHits();
  }

  private static double highest(List<Stage> trajectory) {
    return trajectory.stream().mapToDouble(stage -> stage.count().density()).max().orElse(0);
  }

  /** Returns the first box of the greatest coverage × density, of those dense enough, or null. */
  private static @Nullable Stage choose(List<Stage> trajectory, double least) {
    @Nullable Stage best = null;
    for (Stage stage : trajectory) {
      if (stage.count().density() >= least
          && (best == null || stage.count().product() > best.count().product())) {
        best = stage;
      }
    }
    return best;
  }

  /**
   * Drops, the least significant first, the restrictions that chance would do as well. Measured on
   * paths that they weren't found on, one that means nothing has a quasi-p value at most as small
   * as a uniform number: so at most as many are kept as {@link #LEVEL} says.
   */
  private Bounds significant(Bounds start) {
    Bounds box = start;
    while (true) {
      @Nullable End worst = null;
      double highest = LEVEL;
      for (End end : box.ends()) {
        double p = quasiP(box, end);
        if (p > highest) {
          worst = end;
          highest = p;
        }
      }
      if (worst == null) {
        return box;
      }
      box = box.without(worst);
    }
  }

  private double quasiP(Bounds box, End end) {
    return quasiP(
        measured.count(box, leftToMeasure), measured.count(box.without(end), leftToMeasure));
  }

  /**
   * Returns the binomial chance of at least as many hits as {@code box} has, if each of its paths
   * is one with the density of {@code wider}.
   */
  static double quasiP(Count box, Count wider) {
    if (box.hits() == 0) {
      return 1;
    }
    return Beta.regularizedBeta(wider.density(), box.hits(), box.paths() - box.hits() + 1);
  }

  private Box measure(Bounds box, List<Stage> trajectory) {
    Count count = measured.count(box, leftToMeasure);
    List<Restriction> restrictions = new ArrayList<>();
    for (End end : box.ends()) {
      restrictions.add(
          new Restriction(
              measured.id(end.number()),
              end.lower(),
              box.bound(end),
              OptionalDouble.of(quasiP(box, end)),
              OptionalDouble.of(measured.below(end, box.bound(end)))));
    }
    return new Box(
        restrictions,
        count.paths(),
        count.hits(),
        count.density(),
        share(count.hits(), count.paths()),
        coverage(count),
        share(count.hits(), measured.allHits()),
        mass(count),
        trajectory.stream().map(this::peeled).toList());
  }

  private Peeled peeled(Stage stage) {
    Count count = measured.count(stage.box(), leftToMeasure);
    return new Peeled(
        count.density(), coverage(count), mass(count), stage.box().restrictions(measured));
  }

  private static Interval share(long hits, long paths) {
    return paths == 0 ? new Interval(0, 1) : Interval.ofShare(hits, paths);
  }

  private double coverage(Count count) {
    return (double) count.hits() / measured.allHits();
  }

  private double mass(Count count) {
    return (double) count.paths() / measured.size();
  }
}
