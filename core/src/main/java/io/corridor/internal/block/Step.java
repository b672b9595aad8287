package io.corridor.internal.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a block of paths in one month. A step is given {@link Column}s and connects them
 * by its {@link #ports} when it is made; then it is immutable: what changes is in the block.
 *
 * <p>A step whose columns nobody reads is left out of a plan.
 */
public abstract class Step {
  /** What the step is connected to. */
  protected final Ports ports = new Ports();

  /** What it is made of beside these; null: not said, so that it is like no other. */
  private Object @Nullable [] made;

  /** What a connected step does. */
  public interface Action {

    /** As {@link Step#advance}. */
    void advance(Block block, int month);
  }

  /**
   * Returns a step that is no single {@link Loop}: of any number of columns, or of words.
   *
   * @param name of the equation
   * @param connected what it does, given its connections
   */
  public static Step of(String name, Function<Ports, Action> connected) {
    return new Step() {
      private final Action action = connected.apply(ports);

      @Override
      public String name() {
        return name;
      }

      @Override
      Class<?> kind() {
        return connected.getClass();
      }

      @Override
      public void advance(Block block, int month) {
        action.advance(block, month);
      }
    };
  }

  /**
   * Acts on the live entries of {@code block}.
   *
   * @param block whose columns it reads and writes
   * @param month index from 0; −1: the day before the start
   */
  public abstract void advance(Block block, int month);

  /** Returns what a profile calls the step: the name of its class, or of its equation. */
  public String name() {
    String name = getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  /**
   * Says all that the step is made of beside the columns and the random numbers that it is
   * connected to, such as its coefficients: so that steps of two plans can be held against each
   * other.
   *
   * @param of numbers, texts, records of these, and arrays of them
   * @return this step
   */
  public final Step made(Object... of) {
    made = of;
    return this;
  }

  /** Returns what all steps of one equation have in common. */
  Class<?> kind() {
    return getClass();
  }

  /** Returns whether the step does with its columns what another does with its own. */
  public final boolean isLike(Step other) {
    return made != null
        && other.made != null
        && kind() == other.kind()
        && name().equals(other.name())
        && ports.draws().equals(other.ports.draws())
        && Arrays.deepEquals(made, other.made);
  }

  /** Returns a number that {@linkplain #isLike like} steps have in common, and others hardly. */
  public final int likeness() {
    return made == null
        ? System.identityHashCode(this)
        : 31 * (31 * kind().getName().hashCode() + ports.draws().hashCode())
            + Arrays.deepHashCode(made);
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
