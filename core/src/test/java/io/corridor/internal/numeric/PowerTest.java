package io.corridor.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final long SEED = 20_190_303L;

  @Test
  void errorStaysBelowTheOneStated() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      double x = StrictMath.exp(20 * (random.nextDouble() - 0.5));
      double y = 60 * (random.nextDouble() - 0.5);
      double error = Math.abs(Power.pow(x, y) / StrictMath.pow(x, y) - 1);
      double stated = (1 + Math.abs(y * StrictMath.log(x))) * 5e-16;
      assertThat(error).as("%s ^ %s", x, y).isLessThan(stated + 2.3e-16);
    }
  }

  @Test
  void isExactWhereItCanBe() {
    for (double x : new double[] {0, 0.1, 1, 3.7, 1e300, Double.POSITIVE_INFINITY}) {
      assertThat(Power.pow(x, 0)).isEqualTo(1);
      assertThat(Power.pow(x, 1)).isEqualTo(x);
    }
    for (double y : new double[] {-300, -0.5, 0.5, 1e10}) {
      assertThat(Power.pow(1, y)).isEqualTo(1);
    }
    assertThat(Power.pow(0, 0.3)).isEqualTo(0);
    assertThat(Power.pow(0, -0.3)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Power.pow(-2, 0.5)).isNaN();
  }
}
