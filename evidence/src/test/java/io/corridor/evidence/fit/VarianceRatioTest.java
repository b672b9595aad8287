package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceRatioTest {

  /**
   * By NumPy, of d = e − mean, c its sums from 0 on and m = q (n − q + 1)(1 − q/n): v =
   * ((c[q:]-c[:-q])**2).sum()/m / ((d**2).sum()/(n-1)), z = (v-1)/sqrt(sum((2*(q-j)/q)**2 *
   * (d[j:]**2*d[:-j]**2).sum()/(d**2).sum()**2 for j in range(1, q))).
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0.24570331681621352, -4.31917129537478",
    "4, 0.1412868020692448, -2.907820641073148"
  })
  void isThatOfLoAndMacKinlay(int q, double ratio, double z) {
    double[] shocks =
        IntStream.range(0, 40)
            .mapToDouble(i -> (i * i * 7 + 3 * i) % 11 - 5 + (i % 4 == 0 ? 0.5 : 0))
            .toArray();
    VarianceRatio found = VarianceRatio.of(shocks, q).orElseThrow();
    assertThat(found.ratio()).isCloseTo(ratio, within(1e-12));
    assertThat(found.z()).isCloseTo(z, within(1e-11));
    assertThat(found.isOdd()).isTrue();
  }

  @Test
  void needsTenTimesAsManyShocksAsASumHas() {
    double[] shocks = shocks(new Random(1), 39, 0);
    assertThat(VarianceRatio.of(shocks, 3)).isPresent();
    assertThat(VarianceRatio.of(shocks, 4)).isEmpty();
    assertThat(VarianceRatio.of(shocks, 1)).isEmpty();
    assertThat(VarianceRatio.of(new double[40], 2)).isEmpty();
  }

  /**
   * Of shocks without memory whose deviation changes by the year, 5 to 6 % are below 0.05: of 2
   * 000, fewer than 70 or more than 150 with probability below 0.001.
   */
  @ParameterizedTest
  @CsvSource({"3, 120", "12, 120", "24, 240"})
  void alarmsFalselyAsOftenAsItSays(int q, int n) {
    Random random = new Random(17);
    VarianceRatio[] found = found(random, q, n, 0);
    assertThat(Arrays.stream(found).filter(one -> one.p() < 0.05).count()).isBetween(70L, 150L);
    assertThat(Arrays.stream(found).mapToDouble(VarianceRatio::ratio).average().orElseThrow())
        .isCloseTo(1, within(0.04));
  }

  /** Steps with a correlation of 0.3: over twelve of them (1 + 0.3)/(1 − 0.3) times, or nearly. */
  @Test
  void seesMomentumAtTheHorizon() {
    VarianceRatio[] found = found(new Random(29), 12, 240, 0.3);
    assertThat(Arrays.stream(found).mapToDouble(VarianceRatio::ratio).average().orElseThrow())
        .isBetween(1.6, 1.86);
    assertThat(Arrays.stream(found).filter(VarianceRatio::isOdd).count()).isGreaterThan(1_000L);
  }

  private static VarianceRatio[] found(Random random, int q, int n, double memory) {
    return IntStream.range(0, 2_000)
        .mapToObj(i -> VarianceRatio.of(shocks(random, n, memory), q).orElseThrow())
        .toArray(VarianceRatio[]::new);
  }

  private static double[] shocks(Random random, int n, double memory) {
    double[] shocks = new double[n];
    double sd = 1;
    double step = random.nextGaussian();
    for (int t = 0; t < n; t++) {
      // With memory the variance is held, so that the ratio is known.
      sd = memory == 0 && t % 12 == 0 ? Math.exp(0.4 * random.nextGaussian()) : sd;
      step = memory * step + Math.sqrt(1 - memory * memory) * random.nextGaussian();
      shocks[t] = sd * step;
    }
    return shocks;
  }
}
