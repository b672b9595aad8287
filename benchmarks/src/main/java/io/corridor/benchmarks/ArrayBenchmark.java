package io.corridor.benchmarks;

/**
 * What the benchmarks of loops over arrays have in common: a block of {@value #COUNT} elements, as
 * in a simulation. An operation is one element.
 */
public abstract class ArrayBenchmark extends NanosBenchmark {
  /** Elements in a block, and operations in an invocation. */
  public static final int COUNT = 1024;

  protected static final long SEED = 20_190_301L;

  protected final double[] out = new double[COUNT];
}
