package io.corridor.internal.question;

import io.corridor.internal.block.WholePort;
import java.util.List;

/**
 * A question, compiled: what its watch leaves behind on a path, and which paths count.
 *
 * @param kind what {@code state} means
 * @param state first month, number of months, or number of failures
 * @param given conditions on other questions
 */
public record Inquiry(Kind kind, WholePort state, List<Given> given) {

  /** What the watched column means. */
  public enum Kind {
    /** The first month in which the question came true, or {@link Watch#NEVER}. */
    FIRST_MONTH,
    /** How many months spoke against it; 0: true. */
    FAILURES,
    /** How many months the condition held in. */
    COUNT;

    /** Returns what stands in the column before the first month. */
    public int start() {
      return this == FIRST_MONTH ? Watch.NEVER : 0;
    }

    boolean isTrue(int state) {
      return this == FIRST_MONTH ? state != Watch.NEVER : state == 0;
    }

    /** Returns what a path says: a number of months, or 1 if the question came true, else 0. */
    public long value(int state) {
      return this == COUNT ? state : isTrue(state) ? 1 : 0;
    }
  }

  /**
   * Another question that must, or must not, have come true.
   *
   * @param question its place among the questions
   * @param holds whether it must come true
   */
  public record Given(int question, boolean holds) {}
}
