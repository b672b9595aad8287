package io.corridor.internal.block;

/** What a step may be connected to: mostly a column, which has its place in every {@link Block}. */
public sealed interface Column {

  /**
   * A column of real numbers.
   *
   * @param index among the columns of its sort
   */
  record Real(int index) implements Column {}

  /**
   * A column of whole numbers.
   *
   * @param index among the columns of its sort
   */
  record Whole(int index) implements Column {}

  /**
   * Where random numbers come from: no entries of a block, but what those of columns depend on. All
   * sources are independent of each other.
   *
   * @param id a key of the scenario file, or several, joined by {@code +}
   */
  record Source(String id) implements Column {}
}
