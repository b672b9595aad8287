package io.corridor.benchmarks.random;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.random.NormalQuantile;
import io.corridor.internal.random.RandomStream;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Standard normal numbers, words included: {@code java -jar benchmarks/target/benchmarks.jar
 * NormalBenchmark}.
 */
public class NormalBenchmark extends ArrayBenchmark {
  private final long[] words = new long[COUNT];
  private final RandomStream.Key key = RandomStream.of(SEED, "shock.oil").key(1, 0);
  private final ContinuousSampler philox = ziggurat(RandomSource.PHILOX_4X64);
  private final ContinuousSampler xoroshiro = ziggurat(RandomSource.XO_RO_SHI_RO_128_PP);
  private final SplittableRandom splittable = new SplittableRandom(SEED);
  private final Random random = new Random(SEED);
  private long path;

  /** The subject: one word a number, by inversion, a block at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] array() {
    key.fill(path, COUNT, words);
    NormalQuantile.fill(words, out, COUNT);
    path += COUNT;
    return out;
  }

  /** The subject, a number at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] number() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = key.normal(path + i);
    }
    path += COUNT;
    return out;
  }

  /** Commons RNG's ziggurat on Philox. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] philoxZiggurat() {
    return fill(philox);
  }

  /** Commons RNG's ziggurat on one of its fastest generators. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] xoroshiroZiggurat() {
    return fill(xoroshiro);
  }

  /** The JDK's ziggurat. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] splittableRandom() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = splittable.nextGaussian();
    }
    return out;
  }

  /** The JDK's oldest generator: Box and Muller's method, as Marsaglia made it. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] utilRandom() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = random.nextGaussian();
    }
    return out;
  }

  private double[] fill(ContinuousSampler sampler) {
    for (int i = 0; i < COUNT; i++) {
      out[i] = sampler.sample();
    }
    return out;
  }

  private static ContinuousSampler ziggurat(RandomSource source) {
    UniformRandomProvider generator = source.create(SEED);
    return ZigguratSampler.NormalizedGaussian.of(generator);
  }
}
