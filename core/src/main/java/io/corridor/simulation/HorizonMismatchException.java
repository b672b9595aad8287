package io.corridor.simulation;

import io.corridor.model.Scenario;

/** Thrown where scenarios are to be compared that don't have the same months. */
public final class HorizonMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception of a variant whose months aren't the base's.
   *
   * @param name of the variant
   * @param variant what can't be compared
   * @param base what it was to be compared with
   */
  public HorizonMismatchException(String name, Scenario variant, Scenario base) {
    super(
        "'"
            + name
            + "' starts in "
            + variant.start()
            + " and has "
            + variant.months()
            + " months, the base starts in "
            + base.start()
            + " and has "
            + base.months()
            + ": only scenarios of the same months can be compared");
  }
}
