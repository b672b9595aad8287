package io.corridor.scenarios.internal.format;

import io.corridor.model.DatedPoints;
import io.corridor.model.Noise;
import io.corridor.model.Range;
import io.corridor.model.Schedule;
import io.corridor.model.Value;
import java.util.List;
import java.util.Map;

/** Shapes that several sections share. */
final class Shapes {
  private static final int CALENDAR_MONTHS = 12;

  /** Twelve seasonal factors. */
  static final Shape<List<Double>> SEASON =
      ListOf.exactly(
          CALENDAR_MONTHS,
          "a list of 12 factors, January first",
          Numbers.fixed(Dimension.FRACTION, Range.NOT_NEGATIVE));

  /** Elasticities by driver. */
  static final Shape<Map<String, Value>> ELASTICITIES =
      MapOf.references(
          "a mapping of drivers to elasticities", Values.of(Dimension.NUMBER, Range.FREE));

  /** Factors by regime. */
  static final Shape<Map<String, Value>> REGIME_FACTOR =
      MapOf.references(
          "a mapping of regimes to factors", Values.of(Dimension.FRACTION, Range.NOT_NEGATIVE));

  /** Ids of flows, carriers or measures. */
  static final Shape<List<String>> IDS = ListOf.any("a list of ids", Scalars.ID);

  /** A mean-reverting noise. */
  static final Section<Noise> NOISE = noise();

  private Shapes() {}

  private static Section<Noise> noise() {
    Key<Noise, Value> reversion =
        Key.required(
            "reversion",
            Values.of(Dimension.NUMBER, Range.NOT_NEGATIVE),
            Noise::reversion,
            "speed of return to 0, per year");
    Key<Noise, Value> volatility =
        Key.required(
            "volatility",
            Values.of(Dimension.YEARLY, Range.NOT_NEGATIVE),
            Noise::volatility,
            "of the logarithm, per year");
    return Section.of(
        "a noise",
        List.of(reversion, volatility),
        in -> new Noise(in.get(reversion), in.get(volatility)));
  }

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
