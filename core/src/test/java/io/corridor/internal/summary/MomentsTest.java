package io.corridor.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.numeric.Replications;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
  private static final MathContext DIGITS = new MathContext(60);

  private static Moments of(double... values) {
    Moments moments = new Moments(1, Replications.NONE);
    moments.begin(values.length);
    moments.record(0, values, new Moments.Scratch());
    return moments;
  }

  private static Moments inBlocks(double[] values, int block) {
    MomentTree tree = new MomentTree(1, Replications.NONE);
    for (int i = 0; i * block < values.length; i++) {
      int to = Math.min((i + 1) * block, values.length);
      tree.add(i, of(Arrays.copyOfRange(values, i * block, to)));
    }
    return tree.total();
  }

  private static double exactMean(double[] values) {
    return sum(values).divide(BigDecimal.valueOf(values.length), DIGITS).doubleValue();
  }

  private static BigDecimal sum(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double exactSd(double[] values) {
    BigDecimal n = BigDecimal.valueOf(values.length);
    BigDecimal mean = sum(values).divide(n, DIGITS);
    BigDecimal squares =
        Arrays.stream(values)
            .mapToObj(v -> new BigDecimal(v).subtract(mean).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return squares.divide(n.subtract(BigDecimal.ONE), DIGITS).sqrt(DIGITS).doubleValue();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NORMAL",
        "NORMAL_OFF_ZERO",
        "LOGNORMAL",
        "NEGATIVE_LOGNORMAL",
        "HALF_ZERO",
        "BINDING_CAPACITY",
        "TWO_FAR_MODES",
        "FORTY_ORDERS_BOTH_SIGNS"
      })
  void agreesWithExactArithmetic(Samples samples) {
    for (int n : new int[] {2, 3, 100, 1023, 1024, 1025, 2048, 2500, 5000}) {
      double[] values = samples.draw(n, n);
      double mean = exactMean(values);
      double sd = exactSd(values);
      for (Moments moments :
          new Moments[] {of(values), inBlocks(values, 1024), inBlocks(values, 7)}) {
        assertThat(moments.paths()).isEqualTo(n);
        assertThat(moments.mean(0)).isCloseTo(mean, within(1e-14 * (Math.abs(mean) + sd)));
        assertThat(moments.sd(0)).isCloseTo(sd, within(1e-12 * sd + 1e-17 * Math.abs(mean)));
      }
    }
  }

  /**
   * Certified mean and standard deviation of NIST's Statistical Reference Datasets, univariate:
   * NumAcc1 to NumAcc4, made to try numerical accuracy. The last two lose digits when their values
   * become doubles.
   */
  @ParameterizedTest
  @ValueSource(ints = {1024, 128, 100, 1})
  void agreesWithNist(int block) {
    assertCertified(new double[] {10_000_001, 10_000_003, 10_000_002}, block, 10_000_002, 1, 1e-15);
    assertCertified(alternating(1.2, 1.1, 1.3), block, 1.2, 0.1, 1e-14);
    assertCertified(
        alternating(1_000_000.2, 1_000_000.1, 1_000_000.3), block, 1_000_000.2, 0.1, 1e-9);
    assertCertified(
        alternating(10_000_000.2, 10_000_000.1, 10_000_000.3), block, 10_000_000.2, 0.1, 1e-7);
  }

  private static void assertCertified(
      double[] values, int block, double mean, double sd, double error) {
    Moments moments = inBlocks(values, block);
    assertThat(moments.mean(0)).isCloseTo(mean, within(mean * 1e-15));
    assertThat(moments.sd(0)).isCloseTo(sd, within(sd * error));
  }

  /** One value, then two others in turn, 500 times each. */
  private static double[] alternating(double first, double even, double odd) {
    double[] values = new double[1001];
    Arrays.setAll(values, i -> i == 0 ? first : i % 2 == 1 ? even : odd);
    return values;
  }

  @Test
  void agreesWithCommonsMath() {
    double[] values = Samples.LOGNORMAL.draw(100_000, 1);
    SummaryStatistics expected = new SummaryStatistics();
    Arrays.stream(values).forEach(expected::addValue);
    Moments moments = inBlocks(values, 1024);
    assertThat(moments.mean(0)).isCloseTo(expected.getMean(), within(1e-12));
    assertThat(moments.sd(0)).isCloseTo(expected.getStandardDeviation(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -1e9 / 3, 1e300, 1e-300, Double.MIN_VALUE})
  void aConstantIsItsOwnMeanAndDoesNotDeviate(double constant) {
    double[] values = new double[10_001];
    Arrays.fill(values, constant);
    Moments moments = inBlocks(values, 1000);
    assertThat(moments.mean(0)).isEqualTo(constant);
    assertThat(moments.sd(0)).isZero();
  }

  @Test
  void aSingleValueDoesNotDeviate() {
    assertThat(of(3.7).mean(0)).isEqualTo(3.7);
    assertThat(of(3.7).sd(0)).isZero();
  }

  @Test
  void scratchLeavesNothingBehind() {
    Moments.Scratch scratch = new Moments.Scratch();
    Moments moments = new Moments(1, Replications.NONE);
    Random random = new Random(2);
    for (int n : new int[] {5000, 3, 1024, 17, 2048, 1, 600}) {
      double[] values = random.doubles(n).toArray();
      moments.begin(n);
      moments.record(0, values, scratch);
      assertThat(moments.mean(0)).isCloseTo(exactMean(values), within(1e-15));
    }
  }
}
