package io.corridor.review;

import com.google.common.collect.Maps;
import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.Driver;
import io.corridor.model.Noise;
import io.corridor.model.Quantity;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** A scenario with every shock at zero, as it is and under the measures of the day before. */
final class Still {

  private Still() {}

  /**
   * Returns the scenario without shocks: with a volatility, the median of a driver or noise falls
   * behind its mean.
   */
  static Scenario of(Scenario scenario) {
    Scenario.Builder still = scenario.toBuilder();
    scenario.drivers().forEach((id, driver) -> still.driver(id, still(driver)));
    scenario
        .flows()
        .forEach(
            (id, flow) -> flow.noise().ifPresent(n -> still.flow(id, flow.withNoise(still(n)))));
    scenario
        .partners()
        .forEach(
            (id, partner) ->
                partner.noise().ifPresent(n -> still.partner(id, partner.withNoise(still(n)))));
    scenario
        .energy()
        .ifPresent(
            energy ->
                still.energy(
                    energy.withCarriers(Maps.transformValues(energy.carriers(), Still::still))));
    return still.buildUnchecked();
  }

  private static Noise still(Noise noise) {
    return new Noise(noise.reversion(), Value.ZERO);
  }

  private static Carrier still(Carrier carrier) {
    Carrier.Imports imports =
        carrier
            .imports()
            .match(
                new Carrier.Imports.Cases<>(
                    Still::still,
                    named ->
                        new Carrier.Sources(Maps.transformValues(named.sources(), Still::still))));
    return carrier
        .withDemand(carrier.demand().withQuantity(still(carrier.demand().quantity())))
        .withSupply(carrier.supply().withQuantity(still(carrier.supply().quantity())))
        .withImports(imports);
  }

  private static Quantity still(Quantity quantity) {
    return quantity.noise().map(noise -> quantity.withNoise(still(noise))).orElse(quantity);
  }

  private static Carrier.Source still(Carrier.Source source) {
    return source.noise().map(noise -> source.withNoise(still(noise))).orElse(source);
  }

  private static Driver still(Driver driver) {
    return driver.match(
        new Driver.Cases<>(
            d -> d,
            d -> d,
            d -> d.withVolatility(0).withByRegime(still(d.byRegime())),
            d -> d.withVolatility(0).withByRegime(still(d.byRegime())),
            d -> d.withVolatility(0).withByRegime(still(d.byRegime())),
            d -> d.withVolatility(0).withJumpRate(0).withByRegime(still(d.byRegime())),
            d -> new Driver.Constant(d.start(), d.unit())));
  }

  private static Map<String, Driver.Override> still(Map<String, Driver.Override> byRegime) {
    Map<String, Driver.Override> still = new LinkedHashMap<>();
    byRegime.forEach(
        (state, override) ->
            still.put(
                state, override.volatility().isPresent() ? override.withVolatility(0) : override));
    return still;
  }

  /**
   * Returns the scenario with the measures of the month before the start in force all along, and no
   * others, and its waivers as they stood on the start's first day.
   */
  static Scenario before(Scenario scenario) {
    Scenario.Builder before = scenario.toBuilder();
    YearMonth month = scenario.start().minusMonths(1);
    YearMonth end = scenario.start().plusMonths(scenario.months());
    scenario
        .sanctions()
        .forEach((id, sanction) -> before.sanction(id, before(sanction, month, end)));
    scenario
        .waivers()
        .forEach(
            (id, waiver) -> {
              boolean holds = waiver.expires().isAfter(scenario.start().atDay(1));
              before.waiver(id, lasting(waiver, holds));
            });
    return before.buildUnchecked();
  }

  private static Sanction before(Sanction sanction, YearMonth month, YearMonth end) {
    return sanction.inForce(month)
        ? sanction.withFrom(month).withUntil(end)
        : sanction.withEnforcement(0);
  }

  /** Without a look at dependency or shortage: certain is certain. */
  private static Waiver lasting(Waiver waiver, boolean holds) {
    return waiver
        .withRenew(ByRegime.everywhere(holds ? 1 : 0))
        .withReinstate(ByRegime.everywhere(0));
  }
}
