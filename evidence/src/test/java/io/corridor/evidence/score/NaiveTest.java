package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class NaiveTest {

  @Test
  void walksOnFromTheLastValueByTheLogsDifferences() {
    double[] values = Arrays.stream(new double[] {0, 1, 1, 3, 2, 4}).map(Math::exp).toArray();
    Map<Naive, Naive.Law> laws = Naive.forecasts(values, 1, 2);
    assertThat(laws).containsOnlyKeys(Naive.RANDOM_WALK, Naive.DRIFT, Naive.TREND);
    // Steps 1 0 2 −1 2: squares sum to 10, mean 0.8, variance (0.04 + 0.64 + 1.44 + 3.24 + 1.44)/4.
    close(laws.get(Naive.RANDOM_WALK), 4, 2 * 10 / 5.0);
    close(laws.get(Naive.DRIFT), 4 + 1.6, 2 * 1.7 * (1 + 2 / 5.0));
    assertThat(laws.get(Naive.DRIFT).logarithm()).isTrue();
  }

  @Test
  void areOfTheValuesWhereOneIsNotPositive() {
    Map<Naive, Naive.Law> laws = Naive.forecasts(new double[] {0, 1, 1, 3, 2, 4}, 1, 1);
    close(laws.get(Naive.RANDOM_WALK), 4, 2);
    assertThat(laws.get(Naive.RANDOM_WALK).logarithm()).isFalse();
    assertThat(laws.get(Naive.RANDOM_WALK).crps(4)).isEqualTo(Crps.normal(4, Math.sqrt(2), 4));
  }

  @Test
  void theSeasonalOneTakesTheSamePeriodOfTheLastYear() {
    double[] values = {-1, 10, 20, 30, 1, 12, 21, 33, 2, 11, 24};
    // Ahead 1: the fourth quarter, 33. Yearly differences 2 2 1 3 1 −1 3: squares 29, of 7.
    close(Naive.forecasts(values, 4, 1).get(Naive.SEASONAL), 33, 29 / 7.0);
    close(Naive.forecasts(values, 4, 5).get(Naive.SEASONAL), 33, 2 * 29 / 7.0);
    close(Naive.forecasts(values, 4, 4).get(Naive.SEASONAL), 24, 29 / 7.0);
  }

  @Test
  void theTrendIsTheStraightLineByLeastSquaresOverGapsToo() {
    double[] values = {-1, 1, 3, Double.NaN, 9, 11, 13, 20};
    double[] j = {0, 1, 2, 4, 5, 6, 7};
    double[] z = {-1, 1, 3, 9, 11, 13, 20};
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < j.length; i++) {
      line.addData(j[i], z[i]);
    }
    double middle = 25 / 7.0;
    double squares = line.getXSumSquares();
    double variance =
        line.getMeanSquareError() * (1 + 1 / 7.0 + (10 - middle) * (10 - middle) / squares);
    Naive.Law law = Naive.forecasts(values, 1, 3).get(Naive.TREND);
    assertThat(law.mean()).isCloseTo(line.predict(10), within(1e-12));
    assertThat(law.variance()).isCloseTo(variance, within(1e-11));
  }

  @Test
  void gapsMakeNoDifferences() {
    double[] values = {-1, 1, 3, Double.NaN, 9, 11, 13, 15};
    close(Naive.forecasts(values, 1, 1).get(Naive.DRIFT), 17, 0);
  }

  @Test
  void thereAreNoneOfTooFewValues() {
    assertThat(Naive.forecasts(new double[] {1, 2, 3, 4, 5}, 1, 1)).isEmpty();
    assertThat(Naive.forecasts(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 4, 1)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Naive.forecasts(new double[] {1, Double.NaN}, 1, 1));
  }

  private static void close(Naive.Law law, double mean, double variance) {
    assertThat(law.mean()).isCloseTo(mean, within(1e-12));
    assertThat(law.variance()).isCloseTo(variance, within(1e-12));
  }
}
