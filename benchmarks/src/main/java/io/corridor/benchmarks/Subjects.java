package io.corridor.benchmarks;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Output;
import io.corridor.model.Quantity;
import io.corridor.model.Sanction;
import io.corridor.model.Scale;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ShippedScenarios;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenarios that are measured. */
public final class Subjects {
  /** The one that the other programs do the work of too. */
  public static final String YARDSTICK = "yardstick";

  /** Half a year of the eleven countries that ship, of which one's demand moves every month. */
  public static final String WORLD = "world";

  private Subjects() {}

  /** Returns a scenario by its name: one of those below, else a shipped one. */
  public static Scenario named(String name) {
    return switch (name) {
      case "everything" -> everything();
      case "sources" -> sources();
      case "alike" -> alike();
      case WORLD -> world();
      default -> shipped(name);
    };
  }

  /** Returns a shipped scenario as it stands. */
  public static Scenario shipped(String name) {
    return ShippedScenarios.read(name).scenario();
  }

  /** Returns the yardstick. */
  public static Scenario yardstick() {
    return shipped(YARDSTICK);
  }

  /**
   * Returns the largest shipped scenario, all metrics reported, with a driver of each kind that no
   * shipped scenario has.
   */
  public static Scenario everything() {
    return shipped("iran-iraq-2019").toBuilder()
        .driver("jumping", jumping())
        .driver("resampled", resampled())
        .output(Output.ALL)
        .build();
  }

  /** Returns a carrier with five sources, three blocks of hours and two sorts of units. */
  public static Scenario sources() {
    Carrier.Interruptions interruptions =
        Carrier.Interruptions.of(0.05, 1)
            .withDays(Distribution.Quantiles.interval(4, 30, Scale.LOG));
    Carrier.Opening opening =
        Carrier.Opening.of(YearMonth.of(2020, 6))
            .withDelay(new Distribution.Uniform(0, 12))
            .withCancel(0.2);
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    sources.put("first", Carrier.Imports.of(400).withInterruptions(interruptions));
    sources.put("second", Carrier.Imports.of(300).withTakeOrPay(0.7));
    sources.put("third", Carrier.Imports.of(200).withFrom("CCC"));
    sources.put("fourth", Carrier.Imports.of(500).withFrom("CCC").withOpens(opening));
    sources.put("fifth", Carrier.Imports.of(600).withFrom("DDD"));
    Carrier.Demand demand =
        Carrier.Demand.of(Quantity.of(15_600).withGrowth(0.05))
            .withBlocks(
                List.of(
                    new Carrier.Block(0.06, 1.26),
                    new Carrier.Block(0.44, 1.06),
                    new Carrier.Block(0.5, 0.916)));
    Carrier.Supply supply =
        Carrier.Supply.of(Quantity.of(2_000))
            .withUnits("large", Carrier.Units.of(40, 250, 0.12))
            .withUnits(
                "small",
                Carrier.Units.of(90, 60, 0).withOutage(new Distribution.Uniform(0.15, 0.3)));
    Carrier power =
        Carrier.of(
                Carrier.Kind.ELECTRICITY,
                Quantity.of(1),
                Quantity.of(1),
                new Carrier.Sources(sources),
                Carrier.Price.of(95))
            .withDemand(demand)
            .withSupply(supply);
    return Scenario.builder("sources", "AAA", "BBB", YearMonth.of(2020, 1), 60)
        .energy(Energy.of(1e9).withCarrier("power", power))
        .sanction("ban", Sanction.cut(YearMonth.of(2020, 6), 0.5, "power.first"))
        .build();
  }

  /** Returns the same sources where all hours of a month are alike. */
  private static Scenario alike() {
    Scenario sources = sources();
    Energy energy = sources.energy().orElseThrow();
    Carrier power = requireNonNull(energy.carriers().get("power"));
    Carrier even = power.withDemand(power.demand().withBlocks(List.of()));
    return sources.toBuilder().energy(energy.withCarrier("power", even)).build();
  }

  /** Returns the shipped world with a shift that a driver moves: each month is solved anew. */
  private static Scenario world() {
    return ScenarioReader.create()
        .withSet("months", "6")
        .withSet("questions", "null")
        .withSet("regime.events", "null")
        .withSet("world.shifts", "{CHN: {demand: {elasticities: {chinese-demand: 0.5}}}}")
        .readShipped("us-china-world-2018")
        .scenario();
  }

  private static Driver jumping() {
    return Driver.Jump.of(60, 0.02, 0.25, 1.5, -0.05, 0.15);
  }

  private static Driver resampled() {
    List<Double> history =
        List.of(50.0, 55.0, 61.0, 58.0, 44.0, 40.0, 48.0, 53.0, 60.0, 66.0, 64.0);
    return new Driver.Bootstrap(Value.of(60), history, 6, true, "", "", "");
  }
}
