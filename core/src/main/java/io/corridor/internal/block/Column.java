package io.corridor.internal.block;

/** The place of a column in every {@link Block} of a plan. */
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
}
