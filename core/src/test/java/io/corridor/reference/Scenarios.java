package io.corridor.reference;

import io.corridor.model.Carrier;
import io.corridor.model.Flow;
import io.corridor.model.Payments;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Small parts of scenarios that the tests are made of. */
final class Scenarios {

  private Scenarios() {}

  static Scenario.Builder from(String start, int months) {
    return Scenario.builder("test", "AAA", "BBB", YearMonth.parse(start), months)
        .flow("goods", flow(120));
  }

  /** A flow from A to B without rivals or anything that moves it. */
  static Flow flow(double annualValue) {
    return Flow.of("AAA", "BBB", annualValue);
  }

  static Waiver waiver(String expires, Waiver.Terms terms, double renew, double reinstate) {
    return Waiver.of(LocalDate.parse(expires), terms, renew, "goods").withReinstate(reinstate);
  }

  static Carrier.Imports imports(double capacity) {
    return Carrier.Imports.of(Value.of(capacity));
  }

  static Carrier.Price price(double base) {
    return new Carrier.Price(Value.of(base), Map.of(), Map.of());
  }

  static Carrier.Supply supply(double base) {
    return Carrier.Supply.of(Quantity.of(base));
  }

  /** A carrier without a store or projects. */
  static Carrier carrier(
      Carrier.Kind kind, double demand, Carrier.Supply supply, double capacity, double price) {
    return new Carrier(
        kind,
        Carrier.Demand.of(Quantity.of(demand)),
        supply,
        imports(capacity),
        Optional.of(price(price)),
        Optional.empty(),
        Map.of());
  }

  static Payments.Arrears arrears(double start, double limit, double floor) {
    return new Payments.Arrears(Value.of(start), Optional.of(Value.of(limit)), Value.of(floor));
  }
}
