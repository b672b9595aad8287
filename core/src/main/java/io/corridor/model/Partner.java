package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.Map;
import java.util.Optional;

/**
 * Another partner of the exporter, with which the importer is compared (section 10 of the model).
 *
 * @param annualValue at the start. In USD a year
 * @param growth per year, {@code > −1}
 * @param elasticities by driver
 * @param noise its own mean-reverting noise
 * @param regimeFactor by regime; 1 where absent
 */
@Section(value = "a partner", fitted = true)
@Withers
public record Partner(
    @Key(
            label = "value a year",
            unit = Dimension.MONEY_FLOW,
            range = Range.NOT_NEGATIVE,
            odd = Key.Odd.ANNUAL_VALUE,
            fitted = true)
        Value annualValue,
    @Key(like = Flow.class) Value growth,
    @Key(like = Flow.class) Map<String, Value> elasticities,
    @Key(fitted = true) Optional<Noise> noise,
    @Key(like = Flow.class) Map<String, Value> regimeFactor)
    implements PartnerWithers {

  /** Copies the mappings. */
  public Partner {
    elasticities = Ordered.copyOf(elasticities);
    regimeFactor = Ordered.copyOf(regimeFactor);
  }

  /** Returns a partner that nothing moves; {@code annualValue} at the start is in USD a year. */
  public static Partner of(Value annualValue) {
    return Declaration.of(Partner.class).of(annualValue);
  }

  /** Returns a partner that nothing moves; {@code annualValue} at the start is in USD a year. */
  public static Partner of(double annualValue) {
    return Declaration.of(Partner.class).of(annualValue);
  }
}
