package io.corridor.internal.engine;

import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Quantity;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small scenarios, and their parts, of which the outcome is known in closed form. */
public final class Corridors {

  private Corridors() {}

  /** Returns a scenario of one flow, {@code goods}, worth 120 a year, that nothing moves. */
  public static Scenario.Builder from(String start, int months) {
    return Scenario.builder("closed form", "AAA", "BBB", YearMonth.parse(start), months)
        .flow("goods", flow(120, Map.of()));
  }

  /** Returns a flow from A to B without rivals that listens to drivers alone. */
  public static Flow flow(double annualValue, Map<String, Value> elasticities) {
    return Flow.of("AAA", "BBB", annualValue).withElasticities(elasticities);
  }

  /** Returns a flow among rivals that nothing moves but sanctions. */
  public static Flow rivalled(double annualValue, double share, double substitution, double upper) {
    return Flow.of("AAA", "BBB", annualValue)
        .withRivals(share, substitution)
        .withUpperElasticity(upper);
  }

  /** Returns geometric Brownian motion. */
  public static Driver gbm(double start, double drift, double volatility) {
    return new Driver.Gbm(Value.of(start), Value.of(drift), Value.of(volatility), Map.of(), "");
  }

  /** Returns a driver that stays at a number that may be uncertain. */
  public static Driver constant(Value start) {
    return new Driver.Constant(start, "");
  }

  /** Returns a measure in force from {@code from} on. */
  public static Sanction sanction(
      String from, List<String> targets, Optional<Double> cost, Optional<Double> cut) {
    return new Sanction(
        Optional.of(YearMonth.parse(from)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        targets,
        cost.map(Value::of),
        cut.map(Value::of),
        Optional.empty(),
        ByRegime.everywhere(1));
  }

  /** Returns a waiver of {@code goods} that listens to nothing. */
  public static Waiver waiver(String expires, Waiver.Terms terms, double renew, double reinstate) {
    return Waiver.of(LocalDate.parse(expires), terms, renew, "goods").withReinstate(reinstate);
  }

  /** Returns electricity of which {@code demand} MW are needed and {@code supply} made at home. */
  public static Carrier electricity(
      double demand,
      double supply,
      Carrier.Imports imports,
      Map<String, Carrier.Project> projects) {
    return Carrier.of(
            Carrier.Kind.ELECTRICITY,
            Quantity.of(demand),
            Quantity.of(supply),
            imports,
            Carrier.Price.of(Value.ONE))
        .withProjects(projects);
  }

  /** Returns an exporter's capacity that is the same throughout. */
  public static Carrier.Imports imports(double capacity) {
    return Carrier.Imports.of(Value.of(capacity));
  }

  /** Returns an energy balance of electricity alone, under the id {@code power}. */
  public static Energy energy(Carrier carrier) {
    return new Energy(Value.ZERO, Optional.empty(), Optional.empty(), 0, Map.of("power", carrier));
  }
}
