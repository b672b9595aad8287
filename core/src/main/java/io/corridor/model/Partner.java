package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.Map;
import java.util.Optional;

/**
 * Another partner of the exporter, with which the importer is compared (section 10 of the model).
 *
 * @param annualValue at the start, USD a year
 * @param growth per year, {@code > −1}
 * @param elasticities by driver
 * @param noise the partner's own mean-reverting noise
 * @param regimeFactor by regime; 1 where absent
 */
@Withers
public record Partner(
    Value annualValue,
    Value growth,
    Map<String, Value> elasticities,
    Optional<Noise> noise,
    Map<String, Value> regimeFactor)
    implements PartnerWithers {

  /** Copies the mappings. */
  public Partner {
    elasticities = Ordered.copyOf(elasticities);
    regimeFactor = Ordered.copyOf(regimeFactor);
  }

  /** Returns a partner that nothing moves; {@code annualValue} at the start is in USD a year. */
  public static Partner of(Value annualValue) {
    return new Partner(annualValue, Value.ZERO, Map.of(), Optional.empty(), Map.of());
  }

  /** Returns a partner that nothing moves; {@code annualValue} at the start is in USD a year. */
  public static Partner of(double annualValue) {
    return of(Value.of(annualValue));
  }
}
