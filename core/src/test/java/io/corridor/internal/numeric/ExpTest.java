package io.corridor.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code StrictMath.exp}, the yardstick, is right to less than one unit in the last place. */
class ExpTest {
  private static final long SEED = 20_190_301L;
  private static final double STRICT_MATH_ERROR = 2.3e-16;

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.01, 0.4, 3, 40, 700})
  void errorStaysBelowTheOneStated(double range) {
    SplittableRandom random = new SplittableRandom(SEED);
    double worst = 0;
    for (int i = 0; i < 200_000; i++) {
      double x = range * (2 * random.nextDouble() - 1);
      worst = Math.max(worst, Math.abs(Exp.exp(x) / StrictMath.exp(x) - 1));
    }
    assertThat(worst).isLessThan(6e-16 + STRICT_MATH_ERROR);
  }

  @Test
  void isExactAtZeroAndRightAtTheEdges() {
    assertThat(Exp.exp(0)).isEqualTo(1);
    assertThat(Exp.exp(-0.0)).isEqualTo(1);
    assertThat(Exp.exp(Double.NaN)).isNaN();
    assertThat(Exp.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Exp.exp(Double.NEGATIVE_INFINITY)).isEqualTo(0);
    assertThat(Exp.exp(709.79)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Exp.exp(1e300)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Exp.exp(-745.2)).isEqualTo(0);
    assertThat(Exp.exp(-1e300)).isEqualTo(0);
    assertThat(Exp.exp(709.78) / StrictMath.exp(709.78)).isEqualTo(1, within(1e-15));
  }

  @Test
  void losesOnlyTheBitsThatSubnormalNumbersLack() {
    for (double x = -745; x < -708; x += 0.37) {
      assertThat(Exp.exp(x))
          .isEqualTo(StrictMath.exp(x), within(Double.MIN_VALUE + 1e-15 * StrictMath.exp(x)));
    }
  }

  @Test
  void neverFalls() {
    double before = 0;
    for (double x = -3; x < 3; x += 1e-5) {
      assertThat(Exp.exp(x)).isGreaterThan(before);
      before = Exp.exp(x);
    }
  }

  @Test
  void arrayAndNumberGiveTheSameBitsWhateverTheNeighbours() {
    double[] x = Samples.anyNumbers(SEED, 3000);
    double[] out = new double[x.length];
    Exp.exp(x, out, x.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(out[i]).as("exp(%s)", x[i]).isEqualTo(Double.valueOf(Exp.exp(x[i])));
    }
  }

  @Test
  void worksInPlaceAndLeavesTheRestUntouched() {
    double[] x = Samples.anyNumbers(SEED + 1, 1000);
    double[] out = x.clone();
    Exp.exp(out, out, 777);
    for (int i = 0; i < x.length; i++) {
      assertThat(out[i]).isEqualTo(Double.valueOf(i < 777 ? Exp.exp(x[i]) : x[i]));
    }
  }

  @Test
  void scaledIsTheProduct() {
    double[] x = Samples.anyNumbers(SEED + 2, 1000);
    double[] out = new double[x.length];
    Exp.scaled(0.3, x, out, x.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(out[i]).isEqualTo(Double.valueOf(0.3 * Exp.exp(x[i])));
    }
  }
}
