package io.corridor.benchmarks.random;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.random.RandomStream;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Random words of 64 bits, and uniforms made of them: {@code java -jar
 * benchmarks/target/benchmarks.jar WordsBenchmark}.
 */
public class WordsBenchmark extends ArrayBenchmark {
  private final long[] words = new long[COUNT];
  private final RandomStream.Key key = RandomStream.of(SEED, "shock.oil").key(1, 0);
  private final UniformRandomProvider philox = RandomSource.PHILOX_4X64.create(SEED);
  private final UniformRandomProvider xoroshiro = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
  private final SplittableRandom splittable = new SplittableRandom(SEED);
  private long path;

  /** The subject, a block at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long[] array() {
    key.fill(path, COUNT, words);
    path += COUNT;
    return words;
  }

  /** The subject, words and uniforms. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] arrayOfUniforms() {
    RandomStream.uniforms(array(), out, COUNT);
    return out;
  }

  /** Commons RNG's Philox. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long[] philox() {
    return fill(philox);
  }

  /** One of Commons RNG's fastest. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long[] xoroshiro() {
    return fill(xoroshiro);
  }

  /** The JDK's SplitMix64. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long[] splittableRandom() {
    for (int i = 0; i < COUNT; i++) {
      words[i] = splittable.nextLong();
    }
    return words;
  }

  private long[] fill(UniformRandomProvider generator) {
    for (int i = 0; i < COUNT; i++) {
      words[i] = generator.nextLong();
    }
    return words;
  }
}
