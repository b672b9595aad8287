package io.corridor.why;

import io.corridor.projection.Answer.Interval;
import java.util.List;
import java.util.Optional;

/**
 * How an outcome goes together with a number of its path: which doesn't say that the one decides
 * the other.
 *
 * @param id of the number, such as {@code drivers.brent.mean}
 * @param explained share of the variance that lies between the classes, corrected for their number:
 *     about 0, or a little below, where there is nothing
 * @param spearman correlation of the ranks, from −1 to 1
 * @param pValue chance that independent numbers show as much between the classes, by the F test
 * @param classes of the number, ascending
 */
public record Direction(
    String id, double explained, double spearman, double pValue, List<PathClass> classes) {

  /** All that is told is chance at most this often. */
  private static final double LEVEL = 0.01;

  /** Less is no news, however sure. */
  private static final double LEAST_EXPLAINED = 0.005;

  /**
   * Returns those that are worth telling: with one chance in a hundred at most that any of them is
   * chance (Bonferroni), and half a per cent of the variance explained at least.
   */
  public static List<Direction> telling(List<Direction> all) {
    return all.stream()
        .filter(direction -> direction.pValue() < LEVEL / all.size())
        .filter(direction -> direction.explained() >= LEAST_EXPLAINED)
        .toList();
  }

  /** Copies the list. */
  public Direction {
    classes = List.copyOf(classes);
  }

  /**
   * Paths on which the number is about the same.
   *
   * @param from least value of the number
   * @param to greatest value of the number
   * @param paths how many
   * @param mean of the outcome
   * @param interval95 of the mean; absent for a metric or count on a single path
   */
  public record PathClass(
      double from, double to, long paths, double mean, Optional<Interval> interval95) {}
}
