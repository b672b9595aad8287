package io.corridor.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code StrictMath.log}, the yardstick, is right to less than one unit in the last place. */
class LogTest {
  private static final long SEED = 20_190_302L;
  private static final double STRICT_MATH_ERROR = 2.3e-16;

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 0.001, 0.1, 0.7, 5, 300})
  void errorStaysBelowTheOneStated(double range) {
    SplittableRandom random = new SplittableRandom(SEED);
    double worst = 0;
    for (int i = 0; i < 200_000; i++) {
      double x = StrictMath.exp(range * (2 * random.nextDouble() - 1));
      if (x != 1) {
        worst = Math.max(worst, Math.abs(Log.log(x) / StrictMath.log(x) - 1));
      }
    }
    assertThat(worst).isLessThan(5e-16 + STRICT_MATH_ERROR);
  }

  @Test
  void isRightForSpecialNumbers() {
    assertThat(Log.log(1)).isEqualTo(0);
    assertThat(Log.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Log.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Log.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Log.log(-Double.MIN_VALUE)).isNaN();
    assertThat(Log.log(Double.NEGATIVE_INFINITY)).isNaN();
    assertThat(Log.log(Double.NaN)).isNaN();
    for (double x : new double[] {Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, Double.MAX_VALUE}) {
      assertThat(Log.log(x)).isEqualTo(StrictMath.log(x));
    }
  }

  @Test
  void arrayAndNumberGiveTheSameBitsWhateverTheNeighbours() {
    double[] x = Samples.anyNumbers(SEED, 3000);
    double[] positive = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      positive[i] = Double.isFinite(x[i]) && x[i] != 0 ? 1 + Math.abs(x[i]) % 1e9 : 1;
    }
    for (double[] sample : new double[][] {x, positive}) {
      double[] out = sample.clone();
      Log.log(out, out, 2900);
      for (int i = 0; i < sample.length; i++) {
        double expected = i < 2900 ? Log.log(sample[i]) : sample[i];
        assertThat(out[i]).as("log(%s)", sample[i]).isEqualTo(Double.valueOf(expected));
      }
    }
  }
}
