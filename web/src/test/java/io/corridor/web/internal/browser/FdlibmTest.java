package io.corridor.web.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The written-out functions give the bits of {@link StrictMath}. */
class FdlibmTest {
  private static final int NUMBERS = 400_000;
  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    1.5,
    2,
    -2,
    3,
    -3,
    709.78,
    709.79,
    -708.5,
    -745.2,
    1e-20,
    -1e-20,
    0x1p-1022,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    0x1p31,
    0x1p53,
    -0.9999999,
    0x1.fffffffffffffp-1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private final SplittableRandom random = new SplittableRandom(7);

  /** Of all magnitudes, and more of those in which the functions do something. */
  private double number(int n) {
    if (n < SPECIAL.length) {
      return SPECIAL[n];
    }
    return switch (n % 4) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextDouble() * 2 - 0.99999;
      case 2 -> (random.nextDouble() - 0.5) * 1_600;
      default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(80) - 60);
    };
  }

  private void assertSame(DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
    for (int n = 0; n < NUMBERS; n++) {
      double x = number(n);
      assertThat(Double.doubleToLongBits(ours.applyAsDouble(x)))
          .as("at %s", x)
          .isEqualTo(Double.doubleToLongBits(theirs.applyAsDouble(x)));
    }
  }

  @Test
  void functionsOfOneNumber() {
    assertSame(Fdlibm::exp, StrictMath::exp);
    assertSame(Fdlibm::log, StrictMath::log);
    assertSame(Fdlibm::log10, StrictMath::log10);
    assertSame(Fdlibm::log1p, StrictMath::log1p);
    assertSame(Fdlibm::expm1, StrictMath::expm1);
    assertSame(Calls::rint, Math::rint);
  }

  @Test
  void powers() {
    DoubleBinaryOperator ours = Fdlibm::pow;
    for (int n = 0; n < NUMBERS; n++) {
      double x = n < SPECIAL.length * SPECIAL.length ? SPECIAL[n / SPECIAL.length] : number(n);
      double y =
          n < SPECIAL.length * SPECIAL.length
              ? SPECIAL[n % SPECIAL.length]
              : switch (random.nextInt(4)) {
                case 0 -> (random.nextDouble() - 0.5) * 8;
                case 1 -> random.nextInt(600) - 300;
                case 2 -> (random.nextDouble() - 0.5) * 2_000;
                default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(70));
              };
      assertThat(Double.doubleToLongBits(ours.applyAsDouble(x, y)))
          .as("%s to the power of %s", x, y)
          .isEqualTo(Double.doubleToLongBits(StrictMath.pow(x, y)));
    }
  }

  @Test
  void highHalvesOfProducts() {
    for (int n = 0; n < NUMBERS; n++) {
      long x = random.nextLong() >> random.nextInt(64);
      long y = random.nextLong() >> random.nextInt(64);
      assertThat(Calls.multiplyHigh(x, y)).isEqualTo(Math.multiplyHigh(x, y));
    }
  }
}
