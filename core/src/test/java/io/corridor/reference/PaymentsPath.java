package io.corridor.reference;

import io.corridor.model.Payments;
import io.corridor.model.Scenario;
import java.util.Map;
import java.util.Optional;

/** Section 8: bills, payments and arrears. For months in their order. */
final class PaymentsPath {
  private final boolean present;
  private final Optional<String> waiver;
  private final double waived;
  private final double lapsed;
  private final double catchUp;
  private final double limit;
  private final double floor;
  private double arrears;

  /** What is owed after a month, billed and paid in it. */
  record Settlement(double arrears, double bill, double paid) {}

  PaymentsPath(Scenario scenario, Numbers numbers) {
    present = scenario.payments().isPresent();
    Payments payments = scenario.payments().orElse(null);
    if (!present) {
      waiver = Optional.empty();
      waived = 1;
      lapsed = 1;
      catchUp = 0;
      limit = Double.POSITIVE_INFINITY;
      floor = 0;
      return;
    }
    waiver = payments.waiver();
    waived = numbers.at("payments.waived", payments.waived());
    lapsed = numbers.at("payments.lapsed", payments.lapsed());
    catchUp = numbers.at("payments.catch-up", payments.catchUp());
    limit =
        payments
            .arrears()
            .limit()
            .map(value -> numbers.at("payments.arrears.limit", value))
            .orElse(Double.POSITIVE_INFINITY);
    floor = numbers.at("payments.arrears.floor", payments.arrears().floor());
    arrears = numbers.at("payments.arrears.start", payments.arrears().start());
  }

  /** Returns A(t), of arrears(t−1). */
  double a() {
    return arrears <= limit ? 1 : Math.max(floor, limit / arrears);
  }

  /**
   * Pays the month's bill and some of the arrears.
   *
   * @param bill Σ value of the carriers
   * @param coverage w(t) by waiver
   */
  Settlement settle(double bill, Map<String, Double> coverage) {
    double w = waiver.map(coverage::get).orElse(1.0);
    double paid = (lapsed + (waived - lapsed) * w) * bill + catchUp * arrears;
    // Held at 0 against rounding.
    arrears = Math.max(0, arrears + bill - paid);
    return new Settlement(arrears, bill, paid);
  }
}
