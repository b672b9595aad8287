package io.corridor.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.review.StartCheck.Line;
import io.corridor.simulation.Replay;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StartCheckTest {
  private static final YearMonth START = YearMonth.of(2025, 1);
  private static final Offset<Double> CENT = within(0.01);

  private static Scenario.Builder corridor() {
    return Scenario.builder("A corridor", "A", "B", START, 24);
  }

  private static Line line(Scenario.Builder scenario, String metric) {
    return StartCheck.of(scenario.build()).line(metric);
  }

  @Test
  void aFlowIsWhatWasTradedUnderTheMeasuresOfTheDayBefore() {
    Scenario.Builder scenario =
        corridor()
            .flow("goods", Flow.of("A", "B", 12e9).withRivals(0.2, 3))
            .sanction("old", Sanction.cost(START.minusYears(1), 0.25, "goods"));
    Line line = line(scenario, "flow.goods");
    assertThat(line.stated()).hasValue(12e9);
    assertThat(line.before().orElseThrow()).isCloseTo(12e9, CENT);
    assertThat(line.firstYear().orElseThrow()).isCloseTo(12e9, CENT);
    Line share = line(scenario, "flow.goods.share");
    assertThat(share.stated()).hasValue(0.2);
    assertThat(share.before().orElseThrow()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void aMeasureThatBeginsWithTheStartShowsInTheFirstYearAlone() {
    Line line =
        line(
            corridor()
                .flow("goods", Flow.of("A", "B", 12e9))
                .sanction("new", Sanction.cut(START, 0.5, "goods")),
            "flow.goods");
    assertThat(line.before().orElseThrow()).isCloseTo(12e9, CENT);
    assertThat(line.firstYear().orElseThrow()).isCloseTo(6e9, CENT);
  }

  @Test
  void aSeasonIsTakenOffTheMonthBefore() {
    List<Double> season = List.of(2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
    Line line =
        line(corridor().flow("goods", Flow.of("A", "B", 12e9).withSeason(season)), "flow.goods");
    assertThat(line.before().orElseThrow()).isCloseTo(12e9, CENT);
  }

  /** Demand of 100 MW against 60 of supply leaves 40 MW, at 50 USD, for 8 760 hours. */
  @Test
  void energyIsWhatTheCarriersAreWorthInTheFirstYear() {
    Carrier carrier =
        Carrier.of(
            Carrier.Kind.ELECTRICITY,
            Quantity.of(100),
            Quantity.of(60),
            Carrier.Imports.of(50),
            Carrier.Price.of(50));
    Scenario.Builder scenario =
        corridor()
            .energy(Energy.of(17e6).withCarrier("electricity", carrier))
            .sanction("ban", Sanction.cut(START, 1, "electricity"));
    Line energy = line(scenario, "energy");
    assertThat(energy.stated()).hasValue(17e6);
    assertThat(energy.before().orElseThrow()).isCloseTo(40 * 8_760 * 50, CENT);
    assertThat(energy.firstYear().orElseThrow()).isCloseTo(0, CENT);
    Line imports = line(scenario, "energy.electricity.imports");
    assertThat(imports.unit()).isEqualTo("MW");
    assertThat(imports.before().orElseThrow()).isCloseTo(40, within(1e-9));
    assertThat(line(scenario, "energy.electricity.unserved-share").firstYear().orElseThrow())
        .isCloseTo(0.4, within(1e-12));
    Line total = line(scenario, "total");
    assertThat(total.stated()).hasValue(17e6);
    assertThat(total.before().orElseThrow()).isCloseTo(40 * 8_760 * 50, CENT);
    assertThat(total.firstYear().orElseThrow()).isCloseTo(0, CENT);
  }

  /** Of 100 MW, 40 are short and 20 come by the old line; the new one and the plant come later. */
  @Test
  void whatOpensAfterTheStartWasNotThereOnTheDayBefore() {
    Carrier carrier =
        Carrier.of(
                Carrier.Kind.ELECTRICITY,
                Quantity.of(100),
                Quantity.of(60),
                new Carrier.Sources(
                    ImmutableMap.of(
                        "old", Carrier.Imports.of(20).withOpens(opening(-24, 0)),
                        "late", Carrier.Imports.of(8).withOpens(opening(-6, 9)),
                        "new", Carrier.Imports.of(5).withOpens(opening(0, 0)),
                        "later", Carrier.Imports.of(5).withOpens(opening(9, 0)))),
                Carrier.Price.of(50))
            .withProject("plant", Carrier.Project.of(20, START.plusMonths(6)));
    Scenario.Builder scenario =
        corridor().energy(Energy.of(8.76e6).withCarrier("electricity", carrier));
    Line energy = line(scenario, "energy");
    assertThat(energy.before().orElseThrow()).isCloseTo(20 * 8_760 * 50, CENT);
    assertThat(energy.firstYear().orElseThrow()).isGreaterThan(9e6);
    String prefix = "energy.electricity.";
    assertThat(line(scenario, prefix + "source.new").before().orElseThrow()).isZero();
    assertThat(line(scenario, prefix + "source.late").before().orElseThrow()).isZero();
    assertThat(line(scenario, prefix + "domestic").before().orElseThrow()).isCloseTo(60, CENT);
    assertThat(line(scenario, prefix + "domestic").firstYear().orElseThrow()).isGreaterThan(65);
  }

  private static Carrier.Opening opening(int planned, double delay) {
    return Carrier.Opening.of(START.plusMonths(planned)).withDelay(delay);
  }

  /**
   * Of 100 MW, 110 for 6 hours a day and 290/3 for 18, 60 are supplied and 20 and 18 imported: 12
   * are short for 6 hours, nothing for 18.
   */
  @Test
  void sourcesAndHoursAreLookedAtByThemselves() {
    Carrier carrier =
        Carrier.of(
                Carrier.Kind.ELECTRICITY,
                Quantity.of(100),
                Quantity.of(60),
                new Carrier.Sources(
                    ImmutableMap.of(
                        "line", Carrier.Imports.of(20),
                        "rival", Carrier.Imports.of(18).withFrom("C"))),
                Carrier.Price.of(50))
            .withDemand(
                new Carrier.Demand(
                    Quantity.of(100),
                    List.of(new Carrier.Block(0.25, 1.1), new Carrier.Block(0.75, 2.9 / 3))));
    Scenario.Builder scenario =
        corridor().energy(Energy.of(17e6).withCarrier("electricity", carrier));
    String prefix = "energy.electricity.";
    assertYear(line(scenario, prefix + "source.line"), "MW", 20);
    assertYear(line(scenario, prefix + "source.rival"), "MW", 0.25 * 18 + 0.75 * (290 / 3.0 - 80));
    assertYear(line(scenario, prefix + "peak-unserved"), "MW", 12);
    assertYear(line(scenario, prefix + "hours-short"), "hours/day", 6);
    assertYear(line(scenario, prefix + "n-1"), "fraction", 78 / 110.0);
  }

  private static void assertYear(Line line, String unit, double mean) {
    assertThat(line.unit()).isEqualTo(unit);
    assertThat(line.before().orElseThrow()).isCloseTo(mean, within(1e-9));
    assertThat(line.firstYear().orElseThrow()).isCloseTo(mean, within(1e-9));
  }

  @Test
  void shocksAreZeroAndUncertainNumbersAtTheirMedians() {
    Line line =
        line(
            corridor()
                .driver("price", Driver.Gbm.of(60, 0, 0.5))
                .driver("jumps", Driver.Jump.of(1, 0, 0.4, 30, -0.1, 0.2))
                .driver("rate", Driver.Bootstrap.of(1, List.of(1.0, 2.0, 1.5), 2))
                .flow(
                    "goods",
                    Flow.of("A", "B", new Distribution.Uniform(10e9, 20e9))
                        .withElasticity("price", 1)
                        .withElasticity("jumps", 1)
                        .withElasticity("rate", 1)
                        .withNoise(Noise.of(2, 0.3))),
            "flow.goods");
    assertThat(line.stated().orElseThrow()).isCloseTo(15e9, CENT);
    assertThat(line.firstYear().orElseThrow()).isCloseTo(15e9, within(1.0));
  }

  @Test
  void partnersHaveTheirPlace() {
    Scenario.Builder scenario =
        corridor()
            .flow("goods", Flow.of("A", "B", 12e9))
            .partner("C", Partner.of(20e9).withNoise(Noise.of(1, 0.2)))
            .partner("D", Partner.of(10e9));
    assertThat(line(scenario, "rank").before()).hasValue(2);
    assertThat(line(scenario, "partner.C.12m").stated()).hasValue(20e9);
    assertThat(line(scenario, "partner.C.12m").firstYear().orElseThrow()).isCloseTo(20e9, CENT);
  }

  @Test
  void theMedianPathHasEveryInputAtItsMedian() {
    Scenario scenario =
        corridor()
            .parameter("growth", new Distribution.Uniform(0.01, 0.05))
            .flow("goods", Flow.of("A", "B", 12e9).withGrowth(Value.parameter("growth")))
            .driver("price", Driver.Gbm.of(60, 0.1, 0.3))
            .draws("fit", DrawTable.of("").withColumn("worth", List.of(5e9, 9e9, 1e9)))
            .flow("tied", Flow.of("A", "B", 1e9).withAnnualValue(Value.draw("fit", "worth")))
            .build();
    var path = Replay.median(scenario, List.of("driver.price", "flow.tied")).paths(5, 2);
    assertThat(path.input("parameters.growth", 0)).isCloseTo(0.03, within(1e-15));
    assertThat(path.value("flow.tied", 0, 0)).isCloseTo(5e9 / 12, CENT); // not the middle row's 9
    // The median of geometric Brownian motion grows by drift − volatility²/2.
    assertThat(path.value("driver.price", 12, 0))
        .isCloseTo(60 * Math.exp(0.1 - 0.045), within(1e-9))
        .isEqualTo(path.value("driver.price", 12, 1));
  }
}
