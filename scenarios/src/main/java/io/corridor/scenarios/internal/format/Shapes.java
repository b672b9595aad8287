package io.corridor.scenarios.internal.format;

import io.corridor.model.DatedPoints;
import io.corridor.model.Range;
import io.corridor.model.Schedule;
import io.corridor.model.Value;

/** Shapes that several sections share. */
final class Shapes {
  private Shapes() {}

  /** Returns the shape of a number that may be a distribution, or dated points. */
  static Shape<Schedule> schedule(Measure measure, Range range) {
    return new Either<>(
        Adapted.of(Values.of(measure, range), value -> value, schedule -> (Value) schedule),
        Values::isValue,
        Adapted.of(
            new Points(measure, range), points -> points, schedule -> (DatedPoints) schedule),
        Value.class::isInstance);
  }
}
