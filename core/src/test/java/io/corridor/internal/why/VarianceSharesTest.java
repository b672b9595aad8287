package io.corridor.internal.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.why.Ratio;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Tests the shares of functions with known indices. Published values: Ishigami's function and
 * Sobol's G as OpenTURNS, SALib and SciPy test them, recomputed from the closed forms.
 */
class VarianceSharesTest {
  private static final long SEED = 20_261_125;
  private static final int PATHS = 60_000;

  /** Two-sided normal critical value: a right estimate is rejected once in 10⁵ times. */
  private static final double Z = 4.417;

  private static double ishigami(double[] u) {
    double x1 = Math.PI * (2 * u[0] - 1);
    double x2 = Math.PI * (2 * u[1] - 1);
    double x3 = Math.PI * (2 * u[2] - 1);
    double sine = Math.sin(x2);
    return Math.sin(x1) + 7 * sine * sine + 0.1 * x3 * x3 * x3 * x3 * Math.sin(x1);
  }

  private static ToDoubleFunction<double[]> sobolG(double... a) {
    return u -> {
      double product = 1;
      for (int i = 0; i < a.length; i++) {
        product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
      }
      return product;
    };
  }

  private static VarianceShares shares(int[][] causes, ToDoubleFunction<double[]> function) {
    return VarianceShares.of(new ExchangedRuns(SEED, PATHS, causes, function));
  }

  private static void assertAbout(Ratio[] found, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i].value())
          .as("cause %d, standard error %s", i, found[i].standardError())
          .isCloseTo(expected[i], within(Z * found[i].standardError() + 1e-12));
      assertThat(found[i].standardError()).isLessThan(0.02);
    }
  }

  @Test
  void ishigami() {
    VarianceShares shares = shares(ExchangedRuns.each(3), VarianceSharesTest::ishigami);

    double interaction = 0.24368366406214773;
    assertAbout(shares.first(), 0.31390519114781146, 0.4424111447900408, 0);
    assertAbout(shares.total(), 0.5575888552099592, 0.4424111447900408, interaction);
    assertAbout(
        shares.share(), 0.31390519114781146 + interaction / 2, 0.4424111447900408, interaction / 2);
    assertAbout(new Ratio[] {shares.sumOfFirst()}, 1 - interaction);
  }

  @Test
  void numbersOfOneCauseAreExchangedTogether() {
    VarianceShares shares = shares(new int[][] {{0, 2}, {1}}, VarianceSharesTest::ishigami);

    assertAbout(shares.first(), 0.5575888552099592, 0.4424111447900408);
    assertAbout(shares.total(), 0.5575888552099592, 0.4424111447900408);
    assertAbout(shares.share(), 0.5575888552099592, 0.4424111447900408);
  }

  @Test
  void sobolG() {
    VarianceShares shares = shares(ExchangedRuns.each(6), sobolG(78, 12, 0.5, 2, 97, 33));

    assertAbout(
        shares.first(),
        0.0002760650382126766,
        0.010194804162634998,
        0.7657430682156954,
        0.19143576705392384,
        0.00017939628316173623,
        0.0014904168715270888);
    assertAbout(
        shares.total(),
        0.0003294576858820735,
        0.0121432395875117,
        0.7959697690910895,
        0.2203130610877123,
        0.00021409661300301753,
        0.0017782547450146855);
    assertAbout(shares.share(), shapleyOfProduct(new double[] {78, 12, 0.5, 2, 97, 33}));
  }

  /** Of a product, the part of the variance that a set of factors has together is known. */
  private static double[] shapleyOfProduct(double[] a) {
    double[] share = new double[a.length];
    double variance = 0;
    for (int set = 1; set < 1 << a.length; set++) {
      double part = 1;
      for (int i = 0; i < a.length; i++) {
        if ((set >> i & 1) == 1) {
          part /= 3 * (1 + a[i]) * (1 + a[i]);
        }
      }
      variance += part;
      for (int i = 0; i < a.length; i++) {
        share[i] += (set >> i & 1) * part / Integer.bitCount(set);
      }
    }
    for (int i = 0; i < a.length; i++) {
      share[i] /= variance;
    }
    return share;
  }

  @Test
  void sumsOfIndependentNumbersHaveNoInteractions() {
    VarianceShares shares =
        shares(ExchangedRuns.each(5), x -> 5 * x[0] + 4 * x[1] + 3 * x[2] + 2 * x[3] + x[4]);

    double[] expected = {25 / 55.0, 16 / 55.0, 9 / 55.0, 4 / 55.0, 1 / 55.0};
    assertAbout(shares.first(), expected);
    assertAbout(shares.total(), expected);
    assertAbout(shares.share(), expected);
    assertAbout(new Ratio[] {shares.sumOfFirst()}, 1);
  }

  @Test
  void aCauseThatChangesNothingIsZeroExactly() {
    VarianceShares shares = shares(ExchangedRuns.each(3), x -> x[0] < 0.3 & x[2] < 0.5 ? 1 : 0);

    assertThat(shares.first()[1]).isEqualTo(Ratio.ZERO);
    assertThat(shares.total()[1]).isEqualTo(Ratio.ZERO);
    assertThat(shares.share()[1]).isEqualTo(Ratio.ZERO);
  }

  /** With p and q the chances of two events, and v = pq(1 − pq) the variance of their product. */
  @Test
  void bothOfTwoEvents() {
    double p = 0.3;
    double q = 0.5;
    VarianceShares shares = shares(ExchangedRuns.each(2), x -> x[0] < p & x[1] < q ? 1 : 0);

    double variance = p * q * (1 - p * q);
    double ofP = q * q * p * (1 - p) / variance;
    double ofQ = p * p * q * (1 - q) / variance;
    double together = 1 - ofP - ofQ;
    assertAbout(shares.first(), ofP, ofQ);
    assertAbout(shares.total(), ofP + together, ofQ + together);
    assertAbout(shares.share(), ofP + together / 2, ofQ + together / 2);
  }

  @Test
  void sharesAddUpToOneToTheLastDigits() {
    VarianceShares shares = shares(ExchangedRuns.each(3), VarianceSharesTest::ishigami);

    double sum = 0;
    for (Ratio share : shares.share()) {
      sum += share.value();
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void theOnlyCauseIsAllOfItWithoutError() {
    VarianceShares shares = shares(ExchangedRuns.each(1), x -> x[0] * x[0]);

    assertThat(shares.share()[0]).isEqualTo(new Ratio(1, 0));
  }

  @Test
  void anOutcomeThatIsTheSameEverywhereHasNoSharesRatherThanNaN() {
    VarianceShares shares = shares(ExchangedRuns.each(2), x -> 7);

    assertThat(shares.first()).containsOnly(Ratio.ZERO);
    assertThat(shares.total()).containsOnly(Ratio.ZERO);
    assertThat(shares.share()).containsOnly(Ratio.ZERO);
    assertThat(shares.sumOfFirst()).isEqualTo(Ratio.ZERO);
  }

  /**
   * By hand, with two paths: a = (1, 3), b = (5, 0), c = (2, 3), d = (4, 0); the mean is 2.25, Q =
   * 1.5625 + 0.5625 + 7.5625 + 5.0625 + 0.0625 + 0.5625 + 3.0625 + 5.0625 = 23.5.
   */
  @Test
  void ratiosByHand() {
    VarianceShares shares =
        VarianceShares.of(
            new Runs() {
              @Override
              public int causes() {
                return 1;
              }

              @Override
              public double[] a() {
                return new double[] {1, 3};
              }

              @Override
              public double[] b() {
                return new double[] {5, 0};
              }

              @Override
              public double[] aWithB(int cause) {
                return new double[] {2, 3};
              }

              @Override
              public double[] bWithA(int cause) {
                return new double[] {4, 0};
              }

              @Override
              public double[] after(int turns) {
                return turns == 0 ? a() : b();
              }

              @Override
              public short[] turn(int turn) {
                return new short[2];
              }
            });

    // bc + ad: 2.75·(−0.25) + (−1.25)·1.75 = −2.875; (−2.25)·0.75 + 0.75·(−2.25) = −3.375
    double first = -12.5 / 23.5;
    assertThat(shares.first()[0].value()).isCloseTo(first, within(1e-15));
    // squares by path: 12.25 and 11.25; x − r y: −5.75 − r·12.25 and its opposite
    double residual = -5.75 - first * 12.25;
    assertThat(shares.first()[0].standardError())
        .isCloseTo(Math.sqrt(2 * 2 * residual * residual) / 23.5, within(1e-15));
    assertThat(shares.total()[0].value()).isCloseTo(2 / 23.5, within(1e-15));
  }

  /**
   * How often 95 % intervals cover the truth, over 200 seeds: at least 178 times but once in a
   * hundred thousand, were the chance exactly 95 %.
   */
  @Test
  void intervalsCoverAsOftenAsTheySay() {
    double[] truth = {0.31390519114781146, 0.5575888552099592, 0.43574702317888525};
    int[] covered = new int[4];
    for (int seed = 0; seed < 200; seed++) {
      VarianceShares shares =
          VarianceShares.of(
              new ExchangedRuns(seed, 1000, ExchangedRuns.each(3), VarianceSharesTest::ishigami));
      covered[0] += covers(shares.first()[0], truth[0]);
      covered[1] += covers(shares.total()[0], truth[1]);
      covered[2] += covers(shares.share()[0], truth[2]);
      covered[3] += covers(shares.sumOfFirst(), 1 - 0.24368366406214773);
    }
    for (int count : covered) {
      assertThat(count).as("of 200").isBetween(175, 200);
    }
  }

  private static int covers(Ratio ratio, double truth) {
    return ratio.interval95().low() <= truth && truth <= ratio.interval95().high() ? 1 : 0;
  }
}
