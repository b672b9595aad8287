package io.corridor.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.numeric.Power;
import io.corridor.model.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Hashes of the kernels' bits over fixed grids: the same on every Java version, processor and flag.
 * A constant that has to be changed means other results for every seed, and belongs in the change
 * log.
 */
class KernelBitsTest {
  private static final int COUNT = 4096;

  @Test
  void exp() {
    assertThat(hash(x -> Exp.exp(x), -745, 710)).isEqualTo("94097537");
  }

  @Test
  void log() {
    assertThat(hash(x -> Log.log(Exp.exp(x)), -745, 709)).isEqualTo("c2482198");
  }

  @Test
  void pow() {
    assertThat(hash(x -> Power.pow(x, 0.7 - x), 0, 9)).isEqualTo("23ae5552");
  }

  @Test
  void normalCdf() {
    assertThat(hash(Normal::cdf, -40, 9)).isEqualTo("f3df928e");
  }

  @Test
  void normalQuantile() {
    assertThat(hash(NormalQuantile::of, 0, 1)).isEqualTo("7a09c35b");
  }

  @Test
  void arrays() {
    RandomStream.Key key = RandomStream.of(1, "bits").key(2, 3);
    long[] words = new long[COUNT];
    double[] numbers = new double[COUNT];
    Hasher hasher = Hashing.sha256().newHasher();
    key.fill(5, COUNT, words);
    RandomStream.uniforms(words, numbers, COUNT);
    put(hasher, numbers);
    NormalQuantile.fill(words, numbers, COUNT);
    put(hasher, numbers);
    Exp.scaled(1.5, numbers, numbers, COUNT);
    put(hasher, numbers);
    Log.log(numbers, numbers, COUNT);
    put(hasher, numbers);
    assertThat(first(hasher)).isEqualTo("98ed8f59");
  }

  @Test
  void quantiles() {
    Optional<Distribution.Interval> range = Optional.of(new Distribution.Interval(0.5, 7));
    StringBuilder hashes = new StringBuilder();
    for (Distribution distribution :
        List.of(
            new Distribution.Uniform(-1, 2),
            new Distribution.Triangular(0, 1, 5),
            new Distribution.Pert(0, 1, 5),
            new Distribution.Normal(1, 2, range),
            new Distribution.Lognormal(1, 2, range),
            new Distribution.Beta(0.2, 0.7, range))) {
      hashes.append(hash(Quantile.of(distribution)::at, 0, 1)).append(' ');
    }
    assertThat(hashes.toString().trim())
        .isEqualTo("7826e8d7 a53df240 a394e5b1 8119cb4e 93ca3184 8e19d3d0");
  }

  /** Over points strictly between the ends. */
  private static String hash(DoubleUnaryOperator kernel, double from, double to) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (int i = 1; i < COUNT; i++) {
      double value = kernel.applyAsDouble(from + (to - from) * i / COUNT);
      hasher.putLong(Double.doubleToLongBits(value));
    }
    return first(hasher);
  }

  private static void put(Hasher hasher, double[] numbers) {
    for (double number : numbers) {
      hasher.putLong(Double.doubleToLongBits(number));
    }
  }

  private static String first(Hasher hasher) {
    return hasher.hash().toString().substring(0, 8);
  }
}
