package io.corridor.internal.block;

import java.util.List;

/**
 * One operation on a block of paths in one month. A step is given {@link Column}s and connects them
 * by its {@link #ports} when it is made; then it is immutable: what changes is in the block.
 *
 * <p>A step whose columns nobody reads is left out of a plan.
 */
public abstract class Step {
  /** What the step is connected to. */
  protected final Ports ports = new Ports();

  /**
   * Acts on the live entries of {@code block}.
   *
   * @param block whose columns it reads and writes
   * @param month index from 0; −1: the day before the start
   */
  public abstract void advance(Block block, int month);

  /**
   * Returns whether to take the step costs more than to look up what it wrote when it was taken
   * before. Such a step writes columns of real numbers alone.
   */
  public boolean isCostly() {
    return false;
  }

  /** Returns the columns whose present entries matter to the step. */
  public final List<Column> reads() {
    return ports.reads();
  }

  /** Returns the columns that it changes. */
  public final List<Column> writes() {
    return ports.writes();
  }
}
