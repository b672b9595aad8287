package io.corridor.benchmarks.numeric;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.numeric.Exp;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** e^x for x in (−3, 3): {@code java -jar benchmarks/target/benchmarks.jar ExpBenchmark}. */
public class ExpBenchmark extends ArrayBenchmark {
  private final double[] x = new double[COUNT];

  /** Draws the exponents. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      x[i] = 6 * random.nextDouble() - 3;
    }
  }

  /** The subject, a block at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] array() {
    Exp.exp(x, out, COUNT);
    return out;
  }

  /** The subject, a number at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] number() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = Exp.exp(x[i]);
    }
    return out;
  }

  /** Intrinsic, but free to differ in the last bit between Java versions. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] math() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = Math.exp(x[i]);
    }
    return out;
  }

  /** The same bits everywhere. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] strictMath() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = StrictMath.exp(x[i]);
    }
    return out;
  }

  /** Commons Math 3. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] fastMath() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = FastMath.exp(x[i]);
    }
    return out;
  }
}
