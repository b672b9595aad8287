package io.corridor.review;

import io.corridor.internal.numeric.Digits;
import io.corridor.model.Carrier;
import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.KeyPath;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What numbers of a scenario are in their range and yet most unlikely to be meant. */
final class Plausibility {
  private static final double MOST_VOLATILE = 3;
  private static final double FASTEST_GROWTH = 1;
  private static final double LEAST_ANNUAL_VALUE = 1e6;

  /** A cost above 100 % is a percentage if it is a whole number, or this much. */
  private static final double DEAREST = 5;

  /** Factors of a season whose mean is above this, or below its inverse, look like levels. */
  private static final double OFF_SEASON = 2;

  private final Scenario scenario;
  private final Typical typical;
  private final List<Note> notes = new ArrayList<>();

  Plausibility(Scenario scenario) {
    this.scenario = scenario;
    this.typical = new Typical(scenario);
  }

  List<Note> notes() {
    scenario.drivers().forEach(this::driver);
    scenario
        .sanctions()
        .forEach((id, sanction) -> sanction.cost().ifPresent(cost -> cost(id, cost)));
    scenario
        .energy()
        .ifPresent(
            energy -> {
              annualValue(KeyPath.of("energy"), energy.annualValue());
              energy.carriers().forEach(this::carrier);
            });
    scenario.flows().forEach(this::flow);
    scenario.partners().forEach(this::partner);
    return notes;
  }

  private void driver(String id, Driver driver) {
    KeyPath key = KeyPath.of("drivers", id);
    driver
        .<Runnable>match(
            new Driver.Cases<>(
                constant -> () -> {},
                path -> () -> {},
                d ->
                    () -> {
                      driver(key, d.volatility(), d.byRegime());
                      growth(key.child("drift"), d.drift());
                    },
                ou -> () -> {}, // its volatility is in the driver's own unit
                d -> () -> driver(key, d.volatility(), d.byRegime()),
                d ->
                    () -> {
                      driver(key, d.volatility(), d.byRegime());
                      growth(key.child("drift"), d.drift());
                    },
                bootstrap -> () -> {}))
        .run();
  }

  private void driver(KeyPath key, Value volatility, Map<String, Driver.Override> byRegime) {
    volatility(key.child("volatility"), volatility);
    byRegime.forEach(
        (state, override) ->
            override
                .volatility()
                .ifPresent(v -> volatility(key.child("by-regime", state, "volatility"), v)));
  }

  private void volatility(KeyPath key, Value value) {
    double volatility = typical.of(value);
    if (volatility > MOST_VOLATILE) {
      add(Note.Kind.VOLATILITY, key, percentage(volatility, "a year"));
    }
  }

  private void growth(KeyPath key, Value value) {
    double growth = typical.of(value);
    if (growth > FASTEST_GROWTH) {
      add(Note.Kind.GROWTH, key, percentage(growth, "a year"));
    }
  }

  private void cost(String id, Value value) {
    double cost = typical.of(value);
    if (cost >= DEAREST || cost > 1 && cost == Math.rint(cost)) {
      add(Note.Kind.COST, KeyPath.of("sanctions", id, "cost"), percentage(cost, "of the price"));
    }
  }

  private void annualValue(KeyPath key, Value value) {
    double annual = typical.of(value);
    if (annual > 0 && annual < LEAST_ANNUAL_VALUE) {
      String number = words(annual);
      add(
          Note.Kind.ANNUAL_VALUE,
          key.child("annual-value"),
          "is "
              + number
              + " USD a year, less than a million; "
              + (annual < 1_000 ? number + " bn USD/year or " : "")
              + number
              + " mn USD/year"
              + " is probably meant");
    }
  }

  private void flow(String id, Flow flow) {
    KeyPath key = KeyPath.of("flows", id);
    annualValue(key, flow.annualValue());
    growth(key.child("growth"), flow.growth());
    noise(key, flow.noise());
  }

  private void partner(String id, Partner partner) {
    KeyPath key = KeyPath.of("partners", id);
    annualValue(key, partner.annualValue());
    growth(key.child("growth"), partner.growth());
    noise(key, partner.noise());
  }

  private void noise(KeyPath key, Optional<Noise> noise) {
    noise.ifPresent(n -> volatility(key.child("noise", "volatility"), n.volatility()));
  }

  private void carrier(String id, Carrier carrier) {
    KeyPath key = KeyPath.of("energy", "carriers", id);
    quantity(key.child("demand"), carrier.demand().quantity());
    quantity(key.child("supply"), carrier.supply().quantity());
    // Capacity may be that of the best month, so that all factors are at most 1.
    carrier
        .sources()
        .forEach(
            (source, offer) -> {
              KeyPath offered = key.child(KeyPath.parse(Carrier.importsKey(source)));
              season(offered.child("season"), offer.season(), 0);
              noise(offered, offer.noise());
            });
  }

  private void quantity(KeyPath key, Quantity quantity) {
    growth(key.child("growth"), quantity.growth());
    season(key.child("season"), quantity.season(), 1 / OFF_SEASON);
    noise(key, quantity.noise());
  }

  /** That of a flow has a mean of 1: the checks see to it. */
  private void season(KeyPath key, List<Double> factors, double least) {
    if (factors.isEmpty()) {
      return;
    }
    double mean = factors.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    if (mean > OFF_SEASON || mean < least) {
      add(
          Note.Kind.SEASON,
          key,
          "has a mean of "
              + words(mean)
              + ", and multiplies what stands beside it; if these are levels, divide each by their"
              + " mean, so that the mean is 1");
    }
  }

  private static String percentage(double number, String of) {
    return "is "
        + words(number)
        + ", that is "
        + words(100 * number)
        + " % "
        + of
        + "; "
        + words(number)
        + " % is probably meant: write the % sign, or "
        + words(number / 100);
  }

  private void add(Note.Kind kind, KeyPath key, String text) {
    notes.add(new Note(kind, key, text));
  }

  static String words(double number) {
    return Digits.plain(number, 4);
  }
}
