package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PosteriorTest {

  /** Ties, powers of ten and their neighbours, and numbers of every size. */
  @Test
  void drawsAreRoundedToEightDigitsExactly() {
    Random random = new Random(4);
    DoubleStream.Builder draws = DoubleStream.builder();
    for (int power = -320; power <= 308; power++) {
      double ten = Double.parseDouble("1e" + power);
      draws.add(0).add(ten).add(Math.nextUp(ten)).add(Math.nextDown(ten));
      for (int i = 0; i < 200; i++) {
        double digits = random.nextInt(100_000_000);
        draws.add(-ten * random.nextDouble());
        draws.add(ten * (digits + 0.5)).add(ten * (digits + 0.4999999)).add(digits / 1e8 * ten);
      }
    }
    double[] all = draws.build().filter(Double::isFinite).toArray();
    double[] rounded = Posterior.rounded("x", all);
    for (int i = 0; i < all.length; i++) {
      assertThat(rounded[i])
          .as("%s", all[i])
          .isEqualTo(new BigDecimal(all[i]).round(new MathContext(8)).doubleValue());
    }
  }
}
