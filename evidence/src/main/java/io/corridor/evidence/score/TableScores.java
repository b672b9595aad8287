package io.corridor.evidence.score;

import io.corridor.internal.numeric.Sums;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a table's rows were foretold, each from the rows before it.
 *
 * @param n how many rows were foretold
 * @param brier mean of Brier's B = Σ (p − o)²/2 over what may come, o being 1 of what came; less is
 *     better
 * @param base the same of the base rate of the rows before
 */
public record TableScores(int n, double brier, double base) {

  /**
   * A row that was foretold.
   *
   * @param said the probability of each thing that may come
   * @param base by the base rate of the rows before
   * @param came which of them came
   */
  public record Row(double[] said, double[] base, int came) {}

  /**
   * Returns the scores of {@code rows}, at least one.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static TableScores of(List<Row> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there are no rows to score");
    }
    int n = rows.size();
    return new TableScores(
        n,
        Sums.mean(rows.stream().mapToDouble(row -> brier(row.said(), row.came())).toArray()),
        Sums.mean(rows.stream().mapToDouble(row -> brier(row.base(), row.came())).toArray()));
  }

  /** Returns 1 − B/that of the base rate; NaN if that is 0. */
  public double skill() {
    return 1 - brier / base;
  }

  /** Returns (1 + k)/(2 + n): the base rate of what came k times of n. */
  public static double rate(int k, int n) {
    return (1.0 + k) / (2.0 + n);
  }

  private static double brier(double[] said, int came) {
    return IntStream.range(0, said.length)
            .mapToDouble(i -> said[i] - (i == came ? 1 : 0))
            .map(error -> error * error)
            .reduce(0, Double::sum)
        / 2;
  }
}
