package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A base value that grows, has a season and listens to drivers: base · (1 + growth)^years ·
 * season[month] · Π (X(t)/X(0))^elasticity · noise.
 *
 * @param base at the start. At least 0; in the unit of where it stands
 * @param growth per year, {@code > −1}
 * @param season twelve factors, January first; absent: all 1
 * @param elasticities by driver
 * @param noise its own mean-reverting noise
 */
@Section("a quantity")
@Withers
public record Quantity(
    @Key(
            label = "at the start",
            unit = Dimension.CARRIER_FLOW,
            range = Range.NOT_NEGATIVE,
            fitted = true)
        Value base,
    @Key(like = Flow.class) Value growth,
    @Key(like = Flow.class) List<Double> season,
    @Key(like = Flow.class) Map<String, Value> elasticities,
    @Key(fitted = true) Optional<Noise> noise)
    implements QuantityWithers {

  /** Copies the collections. */
  public Quantity {
    season = List.copyOf(season);
    elasticities = Ordered.copyOf(elasticities);
  }

  /** Returns a quantity without noise. */
  public Quantity(Value base, Value growth, List<Double> season, Map<String, Value> elasticities) {
    this(base, growth, season, elasticities, Optional.empty());
  }

  /** Returns the quantity that is always {@code base}, in the unit of where it stands. */
  public static Quantity of(Value base) {
    return Declaration.of(Quantity.class).of(base);
  }

  /** Returns the quantity that is always {@code base}, in the unit of where it stands. */
  public static Quantity of(double base) {
    return of(Value.of(base));
  }
}
