package io.corridor.internal.numeric;

/**
 * Working space of the kernels, an array of each kind a thread, kept between calls so that none
 * allocates. A kernel that holds one may call nothing else that wants the same kind.
 */
public final class Scratch {
  private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

  private double[] doubles = new double[0];
  private int[] ints = new int[0];

  private Scratch() {}

  /** Returns this thread's array of at least {@code length} numbers, with arbitrary content. */
  public static double[] doubles(int length) {
    Scratch scratch = OF_THREAD.get();
    if (scratch.doubles.length < length) {
      scratch.doubles = new double[length];
    }
    return scratch.doubles;
  }

  /** Returns this thread's array of at least {@code length} integers, with arbitrary content. */
  public static int[] ints(int length) {
    Scratch scratch = OF_THREAD.get();
    if (scratch.ints.length < length) {
      scratch.ints = new int[length];
    }
    return scratch.ints;
  }
}
