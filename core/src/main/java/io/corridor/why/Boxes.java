package io.corridor.why;

import java.util.List;

/**
 * What must hold for a question to come true, and for it to fail.
 *
 * @param cameTrue boxes in which it mostly comes true
 * @param failed boxes in which it mostly fails
 */
public record Boxes(List<Box> cameTrue, List<Box> failed) {

  /** None at all. */
  public static final Boxes NONE = new Boxes(List.of(), List.of());

  /** Copies the lists. */
  public Boxes {
    cameTrue = List.copyOf(cameTrue);
    failed = List.copyOf(failed);
  }
}
