package io.corridor.internal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices at which all is sold: in closed form, by small steps, and what moves none of them. */
class EquilibriumTest {
  private static final long SEED = 20_261_202;
  private static final double ROUNDING = 1e-11;

  private static double[] same(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  private static SplittableRandom random(int n) {
    return new SplittableRandom(SEED + n);
  }

  private static void assertSame(double[] logs, double[] expected, double tolerance) {
    assertThat(logs).hasSameSizeAs(expected);
    for (int i = 0; i < logs.length; i++) {
      assertThat(logs[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1", "1", "4", "50"})
  void nothingMovesWhereBothAreHitAlike(double theta) {
    Traded two =
        new Traded(theta, new double[] {8, 0.3, 0.3, 8}, new double[] {10, 10}, same(2, 1));
    assertSame(two.logs(), new double[2], 0);
  }

  /**
   * Of two countries that spend what they make, the first sells the second what it buys from it:
   * W₁₂ w₁^−θ w₂ Q₂/Φ₂ = W₂₁ w₂^−θ w₁ Q₁/Φ₁. With W₁₁ = W₂₂ = h, Q₁ = Q₂ and x = w₁/w₂ that is W₁₂
   * (h x^−θ + W₂₁) = W₂₁ x^{1+θ} (h + W₁₂ x^−θ).
   */
  @ParameterizedTest
  @CsvSource({"0.5, 1, 3, 9", "4, 1, 0.2, 9", "8, 0.01, 0.5, 1", "20, 2, 1.5, 0.1", "4, 1, 2, 1e6"})
  void twoSellEachOtherAsMuch(double theta, double sold, double bought, double home) {
    double[] weights = {home, sold, bought, home};
    double[] logs = new Traded(theta, weights, same(2, 10), same(2, 1)).logs();
    double x = Math.exp(logs[0] - logs[1]);
    double left = sold * (home * Math.pow(x, -theta) + bought);
    double right = bought * Math.pow(x, 1 + theta) * (home + sold * Math.pow(x, -theta));
    assertThat(left / right).isCloseTo(1, within(1e-15 * home + 1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8, 13, 44})
  void allThatIsMadeIsSold(int n) {
    SplittableRandom random = random(n);
    for (int trial = 0; trial < 40; trial++) {
      Traded traded = Traded.likely(random, n);
      assertThat(Traded.spread(traded.excess(traded.logs()))).isLessThan(2e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8, 13, 44})
  void smallStepsEndAtTheSamePrices(int n) {
    SplittableRandom random = random(-n);
    for (int trial = 0; trial < (n > 20 ? 2 : 10); trial++) {
      Traded traded = Traded.likely(random, n);
      assertSame(traded.logs(), traded.logsBySmallSteps(), 1e-9);
    }
  }

  /** Also of a unit that no power of two is, and where all make, or wish, as much more. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8, 13, 44})
  void unitsAndWhatAllHaveAlikeMoveNoPrice(int n) {
    SplittableRandom random = random(2 * n);
    for (int trial = 0; trial < 20; trial++) {
      Traded traded = Traded.likely(random, n);
      double[] logs = traded.logs();
      double unit = Math.pow(10, 12 * random.nextDouble() - 6);
      double[] weights = times(traded.weights, unit);
      double[] output = times(traded.output, 0.3);
      double[] spending = times(traded.spending, 1.7);
      assertSame(new Traded(traded.theta, weights, output, spending).logs(), logs, ROUNDING);
    }
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8, 13, 44})
  void theOrderOfCountriesMovesNoPrice(int n) {
    SplittableRandom random = random(3 * n);
    for (int trial = 0; trial < 20; trial++) {
      Traded traded = Traded.likely(random, n);
      int first = random.nextInt(n);
      int[] place = IntStream.range(0, n).map(i -> (n - 1 - i + first) % n).toArray();
      double[] weights = new double[n * n];
      double[] output = new double[n];
      double[] spending = new double[n];
      for (int i = 0; i < n; i++) {
        output[i] = traded.output[place[i]];
        spending[i] = traded.spending[place[i]];
        for (int j = 0; j < n; j++) {
          weights[i * n + j] = traded.weights[place[i] * n + place[j]];
        }
      }
      double[] logs = traded.logs();
      double[] moved = new Traded(traded.theta, weights, output, spending).logs();
      double[] expected = IntStream.of(place).mapToDouble(i -> logs[i]).toArray();
      assertSame(moved, expected, ROUNDING);
    }
  }

  /** What was solved before leaves nothing behind. */
  @Test
  void anAnswerDependsOnItsMonthAlone() {
    SplittableRandom random = random(0);
    Equilibrium used = new Equilibrium(7);
    for (int trial = 0; trial < 50; trial++) {
      Traded traded = trial % 2 == 0 ? Traded.likely(random, 7) : Traded.far(random, 7);
      Equilibrium fresh = new Equilibrium(7);
      used.solve(traded.theta, traded.weights, traded.output, traded.spending);
      fresh.solve(traded.theta, traded.weights, traded.output, traded.spending);
      assertThat(used.logs()).containsExactly(fresh.logs());
    }
  }
}
