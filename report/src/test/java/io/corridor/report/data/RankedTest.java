package io.corridor.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankedTest {
  private static final double[] ASCENDING =
      IntStream.range(0, 100).mapToDouble(i -> Math.sqrt(i)).toArray();

  @Test
  void correlationIsOfTheRanks() {
    double[] squares = IntStream.range(0, 100).mapToDouble(i -> i * i).toArray();
    double[] falling = IntStream.range(0, 100).mapToDouble(i -> -i).toArray();
    Ranked x = new Ranked(ASCENDING);
    assertThat(x.correlation(new Ranked(squares))).isCloseTo(1, within(1e-12));
    assertThat(x.correlation(new Ranked(falling))).isCloseTo(-1, within(1e-12));
  }

  /** Ranks 1, 2½, 2½, 4, 5 and 3, 1, 2, 4½, 4½: covariance 6, either variance 9½. */
  @Test
  void equalNumbersShareARank() {
    Ranked x = new Ranked(new double[] {1, 2, 2, 4, 5});
    Ranked y = new Ranked(new double[] {3, 1, 2, 5, 5});
    assertThat(x.correlation(y)).isCloseTo(6 / 9.5, within(1e-15));
  }

  @Test
  void whatIsTheSameEverywhereHasNoCorrelation() {
    assertThat(new Ranked(new double[100]).correlation(new Ranked(ASCENDING))).isNaN();
  }

  @Test
  void whatNeverHappensComesLast() {
    double infinite = Double.POSITIVE_INFINITY;
    Ranked months = new Ranked(new double[] {3, infinite, 1, infinite});
    Ranked outcome = new Ranked(new double[] {2, 3, 1, 3});
    assertThat(months.correlation(outcome)).isCloseTo(1, within(1e-12));
  }

  @Test
  void tenthsAreMeansInOrder() {
    double[] y = IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray();
    assertThat(new Ranked(ASCENDING).tenths(y))
        .containsExactly(94.5, 84.5, 74.5, 64.5, 54.5, 44.5, 34.5, 24.5, 14.5, 4.5);
  }

  /** Half of the places are equal: the first five tenths can't differ. */
  @Test
  void equalNumbersShareTheirMean() {
    double[] x = IntStream.range(0, 100).mapToDouble(i -> Math.max(50, i)).toArray();
    double[] y = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    double[] tenths = new Ranked(x).tenths(y);
    assertThat(tenths[0]).isEqualTo(25);
    assertThat(tenths[4]).isEqualTo(25);
    assertThat(tenths[9]).isEqualTo(94.5);
  }
}
