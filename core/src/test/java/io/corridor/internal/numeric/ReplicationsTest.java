package io.corridor.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReplicationsTest {

  @Test
  void pathsAreDealtOutInTurn() {
    assertThat(Replications.of(16).ofPath(35)).isEqualTo(3);
    assertThat(Replications.ofPairs(16).ofPath(34)).isEqualTo(1);
    assertThat(Replications.ofPairs(16).ofPath(35)).isEqualTo(1);
    assertThat(Replications.NONE.isNone()).isTrue();
  }

  /** Numbers of the textbook: 1, 2, 3, 4 have a variance of 5/3. */
  @Test
  void ofEqualSizesItIsTheStandardErrorOfTheMean() {
    double[] means = {1, 2, 3, 4};
    double expected = Math.sqrt(5.0 / 3 / 4);
    assertThat(error(means, new long[] {7, 7, 7, 7})).isCloseTo(expected, within(1e-15));
    long[] sums = {7, 14, 21, 28};
    assertThat(Replications.standardError(Replications.deviations(sums, new long[] {7, 7, 7, 7})))
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void ofUnequalSizesSumsAndMeansAgree() {
    long[] paths = {3, 4, 0, 5};
    long[] sums = {6, 12, 0, 5};
    double[] means = {2, 3, 0, 1};
    assertThat(error(means, paths))
        .isCloseTo(Replications.standardError(Replications.deviations(sums, paths)), within(1e-15));
  }

  @Test
  void whereAllSayTheSameThereIsNoError() {
    assertThat(error(new double[] {0.1, 0.1, 0.1}, new long[] {3, 4, 5})).isZero();
    long big = 333_333_333_333L;
    assertThat(
            Replications.standardError(
                Replications.deviations(
                    new long[] {big, 2 * big, big}, new long[] {3 * big, 6 * big, 3 * big})))
        .isZero();
  }

  private static double error(double[] means, long[] paths) {
    return Replications.standardError(Replications.deviations(means, paths));
  }
}
