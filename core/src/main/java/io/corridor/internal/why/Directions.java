package io.corridor.internal.why;

import io.corridor.internal.numeric.Sums;
import io.corridor.projection.Answer.Interval;
import io.corridor.why.Direction;
import io.corridor.why.Direction.PathClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.special.Beta;

/** How an outcome goes together with the numbers of its paths. */
public final class Directions {
  private static final int CLASSES = 20;

  private final double[] outcome;
  private final boolean isQuestion;
  private final double[] ranks;
  private final double mean;
  private final double squares;

  private Directions(double[] outcome, boolean isQuestion) {
    this.outcome = outcome;
    this.isQuestion = isQuestion;
    this.ranks = Ranking.of(outcome).midRanks();
    this.mean = Sums.mean(outcome);
    this.squares = Sums.squares(outcome, mean);
  }

  /**
   * Returns the directions of all numbers that change, by how much they explain, descending; none
   * if the outcome doesn't change.
   *
   * @param outcome by path
   * @param isQuestion whether it is 1 or 0
   * @param numbers by id, each by path
   */
  public static List<Direction> of(
      double[] outcome, boolean isQuestion, Map<String, Ranking> numbers) {
    if (Ranking.of(outcome).isConstant()) {
      return List.of();
    }
    Directions directions = new Directions(outcome, isQuestion);
    List<Direction> all = new ArrayList<>();
    numbers.forEach(
        (id, number) -> {
          if (!number.isConstant()) {
            all.add(directions.of(id, number));
          }
        });
    all.sort(
        Comparator.comparingDouble(Direction::explained).reversed().thenComparing(Direction::id));
    return all;
  }

  private Direction of(String id, Ranking number) {
    double[] numberRanks = number.midRanks();
    List<PathClass> classes = new ArrayList<>();
    double within = 0;
    int[] order = number.order();
    boolean each = number.distinct() <= CLASSES;
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && isSameClass(number, numberRanks, order[from], order[to], each)) {
        to++;
      }
      ClassSums sums = sums(order, from, to);
      within += sums.squares;
      classes.add(
          new PathClass(
              number.value(order[from]),
              number.value(order[to - 1]),
              to - from,
              sums.mean,
              interval(sums, to - from)));
      from = to;
    }
    int count = classes.size();
    double n = outcome.length;
    double explained = n == count ? 0 : 1 - within / (n - count) / (squares / (n - 1));
    return new Direction(
        id, explained, correlation(numberRanks, ranks), pValue(within, count), classes);
  }

  private boolean isSameClass(Ranking number, double[] ranks, int a, int b, boolean each) {
    return each ? number.value(a) == number.value(b) : classOf(ranks[a]) == classOf(ranks[b]);
  }

  private int classOf(double rank) {
    return (int) (CLASSES * (rank - 0.5) / outcome.length);
  }

  private record ClassSums(double sum, double mean, double squares) {}

  private ClassSums sums(int[] order, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += outcome[order[i]];
    }
    double classMean = sum / (to - from);
    double deviations = 0;
    for (int i = from; i < to; i++) {
      double deviation = outcome[order[i]] - classMean;
      deviations += deviation * deviation;
    }
    return new ClassSums(sum, classMean, deviations);
  }

  private Optional<Interval> interval(ClassSums sums, int paths) {
    if (isQuestion) {
      return Optional.of(Interval.ofShare(Math.round(sums.sum), paths));
    }
    if (paths == 1) {
      return Optional.empty();
    }
    double half = Interval.Z95 * Math.sqrt(sums.squares / (paths - 1) / paths);
    return Optional.of(new Interval(sums.mean - half, sums.mean + half));
  }

  /** Returns the chance that Fisher's F exceeds what it is, for numbers that mean nothing. */
  private double pValue(double within, int classes) {
    double between = Math.max(0, squares - within);
    double free = outcome.length - classes;
    if (free <= 0 || classes < 2) {
      return 1;
    }
    return Beta.regularizedBeta(within / (within + between), 0.5 * free, 0.5 * (classes - 1));
  }

  /** Returns Pearson's correlation; of ranks it is Spearman's. */
  private static double correlation(double[] x, double[] y) {
    double centre = (x.length + 1) / 2.0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - centre;
      double dy = y[i] - centre;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return xy / Math.sqrt(xx * yy);
  }
}
