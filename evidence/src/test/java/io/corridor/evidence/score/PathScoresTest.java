package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathScoresTest {

  /** By hand: paths (0, 0), (3, 4) and truth (0, 0): (0 + 5)/2 − 5/2. */
  @Test
  void energyIsOfDistancesBetweenWholePaths() {
    assertThat(PathScores.energy(new double[][] {{0, 3}, {0, 4}}, new double[] {0, 0})).isZero();
    // With (6, 8) as a third: (0 + 5 + 10)/3 − (5 + 5 + 10)/6.
    assertThat(PathScores.energy(new double[][] {{0, 3, 6}, {0, 4, 8}}, new double[] {0, 0}))
        .isCloseTo(5 - 20 / 6.0, within(1e-15));
    assertThat(PathScores.energy(new double[][] {{3}, {4}}, new double[] {0, 0})).isEqualTo(5);
  }

  @Test
  void energyOfOneHorizonIsTheCrps() {
    double[] paths = new Random(1).doubles(500).toArray();
    assertThat(PathScores.energy(new double[][] {paths}, new double[] {0.3}))
        .isCloseTo(Crps.fair(paths, 0.3), within(1e-12));
  }

  /** By hand: |y_1 − y_2|^½ is 2, the paths' mean (1 + 3)/2 = 2, or with 16 for 9 5/2. */
  @Test
  void variogramIsOfAllOrderedPairs() {
    double[] actual = {0, 4};
    assertThat(PathScores.variogram(new double[][] {{0, 0}, {1, 9}}, actual)).isZero();
    assertThat(PathScores.variogram(new double[][] {{0, 0}, {1, 16}}, actual)).isEqualTo(0.5);
    // A third horizon that is as the first everywhere: the pair (2, 3) counts once more.
    assertThat(
            PathScores.variogram(new double[][] {{0, 0}, {1, 16}, {0, 0}}, new double[] {0, 4, 0}))
        .isEqualTo(1);
  }

  /** Months that go together, forecast as if they didn't: the scores see it, CRPS doesn't. */
  @Test
  void scoresSeeWhetherMonthsGoTogether() {
    Random random = new Random(4);
    double[] right = new double[2];
    double[] wrong = new double[2];
    for (int origin = 0; origin < 200; origin++) {
      double[][] together = new double[2][300];
      double[][] apart = new double[2][300];
      for (int i = 0; i < 300; i++) {
        together[0][i] = random.nextGaussian();
        together[1][i] = together[0][i] + 0.1 * random.nextGaussian();
        apart[0][i] = random.nextGaussian();
        apart[1][i] = Math.sqrt(1.01) * random.nextGaussian();
      }
      double first = random.nextGaussian();
      double[] actual = {first, first + 0.1 * random.nextGaussian()};
      right[0] += PathScores.energy(together, actual);
      right[1] += PathScores.variogram(together, actual);
      wrong[0] += PathScores.energy(apart, actual);
      wrong[1] += PathScores.variogram(apart, actual);
    }
    assertThat(right[0]).isLessThan(wrong[0]);
    assertThat(right[1]).isLessThan(0.2 * wrong[1]);
  }

  @Test
  void meansAreOverOriginsWithWholePaths() {
    PathScores.Case one =
        new PathScores.Case(new double[][] {{0, 9, 3}, {0, Double.NaN, 4}}, new double[] {0, 0});
    PathScores.Case none =
        new PathScores.Case(new double[][] {{Double.NaN}, {0}}, new double[] {0, 0});
    PathScores scores = PathScores.of(List.of(one, none), Optional.empty()).orElseThrow();
    assertThat(scores.n()).isEqualTo(1);
    assertThat(scores.energy()).isZero();
    assertThat(PathScores.of(List.of(none), Optional.empty())).isEmpty();
  }
}
