package io.corridor.internal.energy;

import static io.corridor.internal.engine.Corridors.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Distribution;
import io.corridor.model.Energy;
import io.corridor.model.Metrics;
import io.corridor.model.Quantity;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several sources, and blocks of hours, by hand. */
class MeritOrderTest {
  private static final long SEED = 20_260_913;
  private static final String[] RIVAL = {"QAT"};

  private static Carrier gas(double demand, double supply, Map<String, Carrier.Source> sources) {
    return Carrier.of(
        Carrier.Kind.GAS,
        Quantity.of(demand),
        Quantity.of(supply),
        new Carrier.Sources(sources),
        Carrier.Price.of(10));
  }

  private static Map<String, Carrier.Source> sources() {
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    sources.put("north", Carrier.Imports.of(20));
    sources.put("south", Carrier.Imports.of(15).withPrice(Carrier.Price.of(8)));
    sources.put("lng", Carrier.Imports.of(30).withFrom(RIVAL[0]).withPrice(Carrier.Price.of(12)));
    return sources;
  }

  private static Scenario.Builder with(int months, Carrier gas) {
    return from("2021-01", months).energy(Energy.of(0).withCarrier("gas", gas));
  }

  private static double[] path(Scenario scenario, String metric) {
    return Paths.of(scenario, SEED, 1, metric).of(metric, 0);
  }

  private static void assertGas(Scenario scenario, String word, double... expected) {
    assertThat(path(scenario, "energy.gas." + word))
        .as(word)
        .containsExactly(expected, within(1e-12 * (1 + Math.abs(expected[0]))));
  }

  /** Need 50: 20 of the north, 15 of the south, 15 of the 30 of the rival. */
  @Test
  void sourcesAreUsedInTheirOrder() {
    Scenario scenario = with(1, gas(60, 10, sources())).build();
    assertGas(scenario, "source.north", 20);
    assertGas(scenario, "source.south", 15);
    assertGas(scenario, "source.lng", 15);
    assertGas(scenario, "imports", 50);
    assertGas(scenario, "offered", 65);
    assertGas(scenario, "unserved", 0);
    assertGas(scenario, "kept", 1);
    assertGas(scenario, "dependency", 35.0 / 60);
    assertGas(scenario, "concentration", (400 + 225 + 225) / 2500.0);
    assertGas(scenario, "n-1", (10 + 65 - 30) / 60.0);
    double priced = 31 * 35_315.0;
    assertGas(scenario, "value", (20 * 10 + 15 * 8) * priced);
    assertGas(scenario, "cost", (20 * 10 + 15 * 8 + 15 * 12) * priced);
    assertThat(path(scenario, "exports")[0]).isCloseTo(10 + 320 * priced, within(1e-3));
  }

  /** What a measure forbids of one source, the next one brings; 50 − 10 − 6 = 34 of 30. */
  @Test
  void whatAMeasureForbidsTheNextSourceBrings() {
    Scenario scenario =
        with(1, gas(60, 10, sources()))
            .sanction("all", Sanction.cut(YearMonth.of(2021, 1), 0.5, "gas"))
            .sanction("more", Sanction.cut(YearMonth.of(2021, 1), 0.2, "gas.south"))
            .build();
    assertGas(scenario, "source.north", 10);
    assertGas(scenario, "source.south", 6);
    assertGas(scenario, "source.lng", 30);
    assertGas(scenario, "unserved", 4);
    assertGas(scenario, "kept", (20 * 0.5 + 15 * 0.4) / 35);
    assertGas(scenario, "n-1", (10 + 10 + 6) / 60.0);
  }

  /** Named both ways a measure counts once, and a waiver of either name covers it. */
  @Test
  void aMeasureThatNamesASourceTwiceCountsOnce() {
    Sanction both = Sanction.cut(YearMonth.of(2021, 1), 0.5, "gas", "gas.north");
    Scenario scenario = with(2, gas(60, 10, sources())).sanction("both", both).build();
    assertGas(scenario, "source.north", 10, 10);
    Waiver ofSource = Waiver.of(LocalDate.of(2021, 2, 1), Waiver.Terms.of(30), 0, "gas.north");
    Scenario waived = scenario.toBuilder().waiver("w", ofSource).build();
    assertGas(waived, "source.north", 20, 10);
    assertGas(waived, "source.south", 7.5, 7.5);
    Waiver ofCarrier = Waiver.of(LocalDate.of(2021, 2, 1), Waiver.Terms.of(30), 0, "gas");
    assertGas(scenario.toBuilder().waiver("w", ofCarrier).build(), "source.south", 15, 7.5);
  }

  @Test
  void nothingOfTheCorridorLeavesNothingToForbid() {
    Map<String, Carrier.Source> rivals = new LinkedHashMap<>();
    rivals.put("lng", Carrier.Imports.of(30).withFrom(RIVAL[0]));
    Scenario scenario =
        with(1, gas(60, 10, rivals))
            .sanction("all", Sanction.cut(YearMonth.of(2021, 1), 1, "gas"))
            .build();
    assertGas(scenario, "imports", 30);
    assertGas(scenario, "kept", 1);
    assertGas(scenario, "value", 0);
    assertGas(scenario, "dependency", 0);
  }

  /** Planned for March over two months: 0, 0, 6, 12, 12. One that is cancelled never opens. */
  @Test
  void sourcesOpenInTheirMonth() {
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    Carrier.Opening march = Carrier.Opening.of(YearMonth.of(2021, 3)).withRampMonths(2);
    sources.put("new", Carrier.Imports.of(12).withOpens(march));
    sources.put("never", Carrier.Imports.of(50).withOpens(march.withCancel(1)));
    sources.put("late", Carrier.Imports.of(5).withOpens(march.withDelay(1.5)));
    Scenario scenario = with(6, gas(100, 0, sources)).build();
    assertGas(scenario, "source.new", 0, 0, 6, 12, 12, 12);
    assertGas(scenario, "source.never", 0, 0, 0, 0, 0, 0);
    assertGas(scenario, "source.late", 0, 0, 0, 0, 2.5, 5);
  }

  /**
   * Take-or-pay of 0.8 of 20: 16 are billed though 5 are bought; with a ban of a half, 8; and no
   * more than is offered.
   */
  @Test
  void takeOrPayBillsWhatIsNotBought() {
    DatedPoints capacity =
        DatedPoints.of(Map.of(YearMonth.of(2021, 1), 20.0, YearMonth.of(2021, 2), 20.0));
    Carrier.Source source =
        Carrier.Imports.of(capacity)
            .withTakeOrPay(0.8)
            .withOpens(new Carrier.Opening(YearMonth.of(2020, 12), Value.ZERO, Value.ZERO, 4));
    Scenario scenario =
        with(2, gas(15, 10, Map.of("north", source)))
            .sanction("ban", Sanction.cut(YearMonth.of(2021, 2), 0.5, "gas.north"))
            .build();
    // Half open in January, 10 offered; three quarters in February, 15.
    assertGas(scenario, "source.north", 5, 2.5);
    assertGas(scenario, "value", 10 * 10 * 31 * 35_315.0, 7.5 * 10 * 28 * 35_315.0);
  }

  /**
   * What is left to fill, over the month's days and times these days, is what was left but for
   * rounding, on one of a hundred paths: that is no room to fill, nor a rest to give out.
   */
  @Test
  void aStoreThatFillsIsFullAndOneThatEmptiesIsEmpty() {
    Value size = new Distribution.Uniform(1_000, 4_000);
    Value start = new Distribution.Uniform(1, 900);
    Carrier.Storage storage =
        new Carrier.Storage(size, start, Value.of(1e6), Value.of(1e6), List.of(1, 2));
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    sources.put("north", Carrier.Imports.of(20));
    sources.put("south", Carrier.Imports.of(1e9));
    Scenario filling = with(2, gas(0, 0, sources).withStorage(storage)).build();
    int paths = 20_000;
    Paths filled = Paths.of(filling, SEED, paths, "energy.gas.imports", "energy.gas.concentration");
    assertThat(filled.at("energy.gas.imports", 1)).containsOnly(0);
    assertThat(filled.at("energy.gas.concentration", 1)).containsOnly(0);

    Carrier none = gas(1e6, 0, Map.of("north", Carrier.Imports.of(0)));
    Scenario emptying = with(2, none.withStorage(storage.withFillMonths(List.of()))).build();
    assertThat(Paths.of(emptying, SEED, paths, "energy.gas.storage").at("energy.gas.storage", 0))
        .containsOnly(0);
  }

  /**
   * A store is filled from all sources; N − 1 counts what could be withdrawn at the month's start.
   */
  @Test
  void aStoreIsFilledInMeritOrder() {
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    sources.put("north", Carrier.Imports.of(4));
    sources.put("lng", Carrier.Imports.of(6).withFrom(RIVAL[0]));
    Carrier gas = gas(15, 10, sources).withStorage(Carrier.Storage.of(100, 31, 3, 2, List.of(1)));
    Scenario scenario = with(2, gas).build();
    // January: need 5 and 69/31 > 2 … fill min(3, 69/31): 4 of the north, the rest of the rival.
    double fill = 69.0 / 31;
    assertGas(scenario, "source.north", 4, 4);
    assertGas(scenario, "source.lng", 1 + fill, 1);
    assertGas(scenario, "storage", 100, 100);
    assertGas(scenario, "dependency", 4 / (10 + 5 + fill), 4.0 / 15);
    assertGas(scenario, "n-1", (10 + 1 + 4) / 15.0, (10 + 2 + 4) / 15.0);
    Scenario banned =
        scenario.toBuilder()
            .energy(
                Energy.of(0)
                    .withCarrier(
                        "gas",
                        gas.withImports(
                            new Carrier.Sources(Map.of("north", Carrier.Imports.of(1))))))
            .build();
    // 4 short: 31 in store give 1 a day in January.
    assertGas(banned, "unserved", 3, 4);
    assertGas(banned, "storage", 0, 0);
  }

  /** Peak 150 for a tenth of the hours, 850/9 for the rest; 100 at home and 20 from abroad. */
  @Test
  void hoursHaveTheirOwnBalances() {
    double low = 0.85 / 0.9;
    Carrier gas =
        gas(100, 96, Map.of("north", Carrier.Imports.of(20)))
            .withDemand(
                new Carrier.Demand(
                    Quantity.of(100),
                    List.of(new Carrier.Block(0.9, low), new Carrier.Block(0.1, 1.5))));
    Scenario scenario = with(1, gas).build();
    assertGas(scenario, "demand", 100);
    assertGas(scenario, "need", 5.4);
    assertGas(scenario, "imports", 2);
    assertGas(scenario, "unserved", 3.4);
    assertGas(scenario, "unserved-share", 0.034);
    assertGas(scenario, "hours-short", 2.4);
    assertGas(scenario, "peak-unserved", 34);
    assertGas(scenario, "n-1", 96 / 150.0);
    assertGas(scenario, "dependency", 2 / 98.0);
  }

  /**
   * Each block is a month of its own demand, in which what is needed is met or unserved; the month
   * is their mean. A load of 0.3 · 60 needs nothing, one of 1.9 · 60 more than there is.
   */
  @Test
  void theMonthIsTheMeanOfItsBlocks() {
    List<Carrier.Block> blocks =
        List.of(
            new Carrier.Block(0.1, 1.9),
            new Carrier.Block(0.3, 1.3),
            new Carrier.Block(0.4, 0.9),
            new Carrier.Block(0.2, 0.3));
    Map<String, Double> means = new LinkedHashMap<>();
    List<String> words =
        List.of("need", "imports", "unserved", "source.north", "source.south", "source.lng");
    for (Carrier.Block block : blocks) {
      Scenario alone = halved(gas(60 * block.factor(), 20, sources()));
      Map<String, Double> amounts = new LinkedHashMap<>();
      for (String word : words) {
        amounts.put(word, path(alone, "energy.gas." + word)[0]);
        means.merge(word, block.hours() * amounts.get(word), Double::sum);
      }
      assertThat(amounts.get("imports") + amounts.get("unserved"))
          .isCloseTo(Math.max(0, 60 * block.factor() - 20), within(1e-12));
    }
    Carrier.Demand demand = new Carrier.Demand(Quantity.of(60), blocks);
    Scenario together = halved(gas(60, 20, sources()).withDemand(demand));
    means.forEach((word, mean) -> assertGas(together, word, mean));
  }

  private static Scenario halved(Carrier gas) {
    Sanction half = Sanction.cut(YearMonth.of(2021, 1), 0.5, "gas");
    return with(1, gas).sanction("half", half).build();
  }

  /** Users of 120 and 80 burn min(domestic, demand) · 0.01 each in half the hours. */
  @Test
  void fuelNeedsAreMadeOfTheBlocks() {
    Carrier power =
        Carrier.of(
                Carrier.Kind.ELECTRICITY,
                Quantity.of(100),
                Quantity.of(110),
                Carrier.Imports.of(0),
                Carrier.Price.of(1))
            .withDemand(
                new Carrier.Demand(
                    Quantity.of(100),
                    List.of(new Carrier.Block(0.5, 1.2), new Carrier.Block(0.5, 0.8))))
            .withFuel(Carrier.Fuel.of("gas", 1, 0.01));
    Scenario scenario =
        from("2021-01", 1)
            .energy(
                Energy.of(0)
                    .withCarrier("gas", gas(1, 1.475, Map.of("north", Carrier.Imports.of(0))))
                    .withCarrier("power", power))
            .build();
    double needed = 1 + (1.1 + 0.8) / 2;
    assertGas(scenario, "demand", needed);
    double lost = (needed - 1.475) / needed;
    double domestic = 110 * (1 - lost);
    assertThat(path(scenario, "energy.power.domestic")[0]).isCloseTo(domestic, within(1e-9));
    assertThat(path(scenario, "energy.power.unserved")[0])
        .isCloseTo((120 - domestic + Math.max(0, 80 - domestic)) / 2, within(1e-9));
  }

  /** The same bits, whatever is drawn of the source and of its interruptions and opening. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneSourceNamedIsTheSameAsWrittenShort(boolean stored) {
    Carrier.Source source =
        Carrier.Imports.of(Distribution.Quantiles.interval(5, 20, io.corridor.model.Scale.LOG))
            .withSeason(List.of(1.0, 0.8, 1.0, 1.1, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0))
            .withTakeOrPay(new Distribution.Uniform(0.5, 0.9))
            .withInterruptions(
                new Carrier.Interruptions(Value.of(0.4), new Distribution.Uniform(2, 40)))
            .withOpens(
                new Carrier.Opening(
                    YearMonth.of(2021, 3), new Distribution.Uniform(-1, 6), Value.of(0.3), 3));
    Carrier base =
        Carrier.of(
            Carrier.Kind.GAS, Quantity.of(30), Quantity.of(20), source, Carrier.Price.of(10));
    Carrier carrier =
        stored
            ? base.withStorage(Carrier.Storage.of(100, 31, 3, 2, List.of(4, 5)))
            : base.withSupply(base.supply().withUnits(Map.of("u", Carrier.Units.of(9, 1, 0.1))));
    Sanction ban =
        Sanction.cut(YearMonth.of(2020, 6), 0.4, "gas")
            .withEnforcement(ByRegime.everywhere(new Distribution.Uniform(0, 1)));
    Scenario brief = with(14, carrier).sanction("ban", ban).build();
    Carrier named = carrier.withImports(new Carrier.Sources(Map.of("pipeline", source)));
    Scenario full = brief.toBuilder().energy(Energy.of(0).withCarrier("gas", named)).build();
    assertSame(brief, full);
    assertThat(Metrics.of(full).keySet()).contains("energy.gas.source.pipeline");
  }

  /** Blocks of factor 1 have one balance, whatever their hours. */
  @Test
  void blocksOfFactorOneAreNone() {
    Carrier carrier =
        gas(60, 10, sources())
            .withDemand(
                new Carrier.Demand(
                    new Quantity(
                        Value.of(60), new Distribution.Uniform(0, 0.3), List.of(), Map.of()),
                    List.of()));
    Scenario none = with(14, carrier).build();
    Carrier.Demand inBlocks =
        carrier
            .demand()
            .withBlocks(
                List.of(
                    new Carrier.Block(0.3, 1),
                    new Carrier.Block(0.6, 1),
                    new Carrier.Block(0.1, 1)));
    Scenario blocks =
        none.toBuilder()
            .energy(Energy.of(0).withCarrier("gas", carrier.withDemand(inBlocks)))
            .build();
    assertSame(none, blocks);
  }

  private static void assertSame(Scenario expected, Scenario actual) {
    int paths = 200;
    Paths all = Paths.of(Paths.reportingAll(expected), SEED, 0, paths);
    Paths same = Paths.of(Paths.reportingAll(actual), SEED, 0, paths);
    for (String metric : Metrics.of(expected).keySet()) {
      for (int t = 0; t < expected.months(); t++) {
        assertThat(same.at(metric, t)).as(metric).containsExactly(all.at(metric, t));
      }
    }
  }

  /** A price of the carrier may be left out where every source has its own. */
  @Test
  void aCarrierWithoutPriceHasNoSuchMetric() {
    Carrier unpriced =
        gas(60, 10, Map.of("north", Carrier.Imports.of(20).withPrice(Carrier.Price.of(7))));
    Carrier carrier =
        new Carrier(
            unpriced.kind(),
            unpriced.demand(),
            unpriced.supply(),
            unpriced.imports(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Scenario scenario = with(1, carrier).build();
    assertThat(Metrics.of(scenario)).doesNotContainKey("energy.gas.price");
    assertGas(scenario, "value", 20 * 7 * 31 * 35_315.0);
  }
}
