package io.corridor.benchmarks.numeric;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.numeric.Log;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** ln x for x in (0, 6): {@code java -jar benchmarks/target/benchmarks.jar LogBenchmark}. */
public class LogBenchmark extends ArrayBenchmark {
  private final double[] x = new double[COUNT];

  /** Draws the arguments. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      x[i] = 6 * random.nextDouble();
    }
  }

  /** The subject, a block at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] array() {
    Log.log(x, out, COUNT);
    return out;
  }

  /** The subject, a number at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] number() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = Log.log(x[i]);
    }
    return out;
  }

  /** Intrinsic, but free to differ in the last bit between Java versions. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] math() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = Math.log(x[i]);
    }
    return out;
  }

  /** The same bits everywhere. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] strictMath() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = StrictMath.log(x[i]);
    }
    return out;
  }

  /** Commons Math 3. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] fastMath() {
    for (int i = 0; i < COUNT; i++) {
      out[i] = FastMath.log(x[i]);
    }
    return out;
  }
}
