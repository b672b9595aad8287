package io.corridor.benchmarks.world;

import io.corridor.benchmarks.NanosBenchmark;
import io.corridor.internal.world.Equilibrium;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The world of one path and month, by the number of countries: {@code java -jar
 * benchmarks/target/benchmarks.jar EquilibriumBenchmark}. Each time from unchanged prices, as in a
 * run; half to nine tenths are bought at home, and measures make a third of the pairs dearer.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EquilibriumBenchmark extends NanosBenchmark {
  private static final int WORLDS = 16;

  /** How many countries there are. */
  @Param({"2", "4", "8", "12", "16", "32", "64"})
  int countries;

  private final double[][] weights = new double[WORLDS][];
  private final double[][] output = new double[WORLDS][];
  private final double[][] spending = new double[WORLDS][];
  private Equilibrium equilibrium = new Equilibrium(2);

  /** Draws the worlds. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(20_190_301L);
    int n = countries;
    equilibrium = new Equilibrium(n);
    for (int world = 0; world < WORLDS; world++) {
      double[] trade = new double[n * n];
      output[world] = new double[n];
      spending[world] = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double value = i == j ? n * (1 + 8 * random.nextDouble()) : 2 * random.nextDouble();
          trade[i * n + j] = value;
          output[world][i] += value;
          spending[world][j] += value;
        }
      }
      for (int i = 0; i < n; i++) {
        spending[world][i] /= output[world][i];
        for (int j = 0; j < n; j++) {
          trade[i * n + j] *= i != j && random.nextInt(3) == 0 ? random.nextDouble() : 1;
        }
      }
      weights[world] = trade;
    }
  }

  /** The subject. */
  @Benchmark
  @OperationsPerInvocation(WORLDS)
  public double[] solve() {
    for (int world = 0; world < WORLDS; world++) {
      equilibrium.solve(4, weights[world], output[world], spending[world]);
    }
    return equilibrium.logs();
  }
}
