package io.corridor.internal.block;

import java.util.List;

/**
 * One operation on a block of paths in one month. Immutable: what changes is in the block. A step
 * whose columns nobody reads is left out of a plan.
 */
public interface Step {

  /**
   * Acts on the live entries of {@code block}.
   *
   * @param block whose columns it reads and writes
   * @param month index from 0; −1: the day before the start
   */
  void advance(Block block, int month);

  /** Returns the columns whose present entries matter to the step. */
  List<? extends Column> reads();

  /** Returns the columns it changes. */
  List<? extends Column> writes();
}
