package io.corridor.benchmarks.random;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.random.Quantile;
import io.corridor.model.Distribution;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Quantiles of a beta and a truncated normal: {@code java -jar benchmarks/target/benchmarks.jar
 * QuantileBenchmark}.
 */
public class QuantileBenchmark extends ArrayBenchmark {
  private static final Distribution BETA = new Distribution.Beta(2, 3, Optional.empty());

  private final Quantile beta = Quantile.of(BETA);
  private final Quantile truncated =
      Quantile.of(new Distribution.Normal(1, 1, Optional.of(new Distribution.Interval(0, 3))));
  private final BetaDistribution reference = BetaDistribution.of(2, 3);
  private final double[] u = new double[COUNT];

  /** Draws the probabilities. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      u[i] = random.nextDouble(0x1p-53, 1);
    }
  }

  /** The subject, by a table. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] beta() {
    return fill(beta);
  }

  /** The subject. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] truncatedNormal() {
    return fill(truncated);
  }

  /** The making of a beta's table, in nanoseconds for a table. */
  @Benchmark
  public Quantile betaTable() {
    return Quantile.of(BETA);
  }

  /** Commons Statistics' root search. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] betaOfCommonsStatistics() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = reference.inverseCumulativeProbability(u[i]);
    }
    return out;
  }

  private double[] fill(Quantile quantile) {
    for (int i = 0; i < COUNT; i++) {
      out[i] = quantile.at(u[i]);
    }
    return out;
  }
}
