package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.corridor.internal.numeric.Normal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
  private static final long SEED = 20_190_304L;

  /**
   * By mpmath with 50 digits: {@code findroot(lambda z: log(erfc(z / sqrt(2)) / 2) + k * log(2))}.
   */
  @ParameterizedTest
  @CsvSource({
    "10, 3.0972690781987844624",
    "12, 3.4871041041144311068",
    "16, 4.169569323349105755",
    "20, 4.763001034267813957",
    "22, 5.0354059694639271537",
    "24, 5.2947040848545980574",
    "26, 5.5425940578029397674",
    "30, 6.0093535655307438932",
    "34, 6.4439345265385642153",
    "38, 6.852127665896067531",
    "42, 7.2381794955440658537",
    "46, 7.6053121319487489546",
    "50, 7.9560381254815309622",
    "52, 8.1258906647019068585",
    "53, 8.2095361516013868556",
    "100, 11.484540434973037807",
    "200, 16.426074097022657829",
    "500, 26.168249841118580719",
    "1000, 37.11101193716479141",
    "1022, 37.519379347144499821"
  })
  void isRightFarOut(int k, double expected) {
    double p = Math.scalb(1.0, -k);
    double percent = k == 10 ? 3e-11 : 1e-13; // the tail starts below 2^-10
    assertThat(NormalQuantile.of(p)).isCloseTo(-expected, withinPercentage(percent));
    if (k <= 52) {
      assertThat(NormalQuantile.ofSigned(1 - 2 * p)).isCloseTo(expected, withinPercentage(3e-11));
      assertThat(NormalQuantile.of(1 - p)).isCloseTo(expected, withinPercentage(3e-11));
    }
  }

  /** Φ, which is right to 2e-15, is the yardstick; Φ'(z) = φ(z) turns its error into that of z. */
  @Test
  void errorStaysBelowTheOneStated() {
    double worst = 0;
    for (int i = 1; i < 400_000; i++) {
      double x = -i / 400_000.0;
      double z = NormalQuantile.ofSigned(x);
      double error = (Normal.cdf(z) - 0.5 * (1 + x)) / Normal.density(z);
      double rounding = 2e-15 * Normal.cdf(z) / Normal.density(z);
      worst = Math.max(worst, (Math.abs(error) - rounding) / Math.abs(z));
    }
    assertThat(worst).isLessThan(6e-10);
  }

  @Test
  void isOddAndNeverFallsAcrossTheSeam() {
    double seam = 1 - 0x1p-9;
    double before = NormalQuantile.ofSigned(seam - 1000 * 0x1p-40);
    for (int i = -999; i <= 1000; i++) {
      double z = NormalQuantile.ofSigned(seam + i * 0x1p-40);
      assertThat(z).isGreaterThanOrEqualTo(before * (1 - 1.2e-9));
      assertThat(NormalQuantile.ofSigned(-(seam + i * 0x1p-40))).isEqualTo(-z);
      before = z;
    }
    assertThat(NormalQuantile.ofSigned(0)).isEqualTo(0);
  }

  @Test
  void endsAtTheInfinities() {
    assertThat(NormalQuantile.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NormalQuantile.of(1)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void arrayAndNumberGiveTheSameBits() {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] words = random.longs(5000).toArray();
    for (int i = 0; i < 500; i++) {
      words[i] = Long.MAX_VALUE - (words[i] >>> random.nextInt(1, 64)); // tails and seam
      words[i + 500] = Long.MIN_VALUE + (words[i + 500] >>> random.nextInt(1, 64));
    }
    long seam = (long) ((1 - 0x1p-9) * 0x1p63);
    for (int i = 0; i < 10; i++) {
      words[1000 + i] = seam + i - 5;
      words[1010 + i] = -seam + i - 5;
    }
    double[] out = new double[words.length];
    NormalQuantile.fill(words, out, 4999);
    assertThat(out[4999]).isEqualTo(0);
    for (int i = 0; i < 4999; i++) {
      double expected = NormalQuantile.ofSigned(RandomStream.signed(words[i]));
      assertThat(out[i]).as("word %d", words[i]).isEqualTo(expected);
    }
  }

  @Test
  void extremeWordsGiveTheFarthestNumbers() {
    double[] out = new double[2];
    NormalQuantile.fill(new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, out, 2);
    assertThat(out[0]).isCloseTo(-8.2095361516013868556, withinPercentage(1e-13));
    assertThat(out[1]).isEqualTo(-out[0]);
  }
}
