package io.corridor.benchmarks.numeric;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * e^x for x in (−3, 3) and ln x for x in (0, 6): {@code java -jar benchmarks/target/benchmarks.jar
 * FunctionBenchmark}.
 */
public class FunctionBenchmark extends ArrayBenchmark {

  /** What is computed; a fork sees one of them alone. */
  public enum Function {
    /** e^x. */
    EXP(Exp::exp, Exp::exp, Math::exp, StrictMath::exp, FastMath::exp),
    /** ln x. */
    LOG(Log::log, Log::log, Math::log, StrictMath::log, FastMath::log);

    private final OfArray array;
    private final DoubleUnaryOperator number;
    private final DoubleUnaryOperator math;
    private final DoubleUnaryOperator strictMath;
    private final DoubleUnaryOperator fastMath;

    Function(
        OfArray array,
        DoubleUnaryOperator number,
        DoubleUnaryOperator math,
        DoubleUnaryOperator strictMath,
        DoubleUnaryOperator fastMath) {
      this.array = array;
      this.number = number;
      this.math = math;
      this.strictMath = strictMath;
      this.fastMath = fastMath;
    }
  }

  private interface OfArray {
    void apply(double[] x, double[] out, int n);
  }

  /** What is computed. */
  @Param Function function;

  private final double[] x = new double[COUNT];

  /** Draws the arguments. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      x[i] = 6 * random.nextDouble() - (function == Function.EXP ? 3 : 0);
    }
  }

  /** The subject, a block at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] array() {
    function.array.apply(x, out, COUNT);
    return out;
  }

  /** The subject, a number at a time. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] number() {
    return each(function.number);
  }

  /** Intrinsic, but free to differ in the last bit between Java versions. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] math() {
    return each(function.math);
  }

  /** The same bits everywhere. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] strictMath() {
    return each(function.strictMath);
  }

  /** Commons Math 3. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] fastMath() {
    return each(function.fastMath);
  }

  private double[] each(DoubleUnaryOperator operator) {
    for (int i = 0; i < COUNT; i++) {
      out[i] = operator.applyAsDouble(x[i]);
    }
    return out;
  }
}
