package io.corridor.internal.why;

/**
 * One outcome in all runs of a scenario that its shares of variance rest on: n paths A, n others B,
 * and those with the numbers of some causes exchanged between them. With k causes these are 3k + 1
 * runs.
 */
interface Runs {

  /** Returns k. */
  int causes();

  /** Returns the outcome of A. */
  double[] a();

  /** Returns the outcome of B. */
  double[] b();

  /** Returns the outcome of A with the numbers of {@code cause} from B. */
  double[] aWithB(int cause);

  /** Returns the outcome of B with the numbers of {@code cause} from A. */
  double[] bWithA(int cause);

  /**
   * Returns the outcome of A after so many of its causes have taken their numbers from B, on each
   * path in an order of its own: {@link #a} after 0, {@link #b} after k.
   */
  double[] after(int turns);

  /** Returns, by path, which cause takes its turn as number {@code turn}, from 1 to k. */
  short[] turn(int turn);
}
