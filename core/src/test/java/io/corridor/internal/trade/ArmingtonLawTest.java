package io.corridor.internal.trade;

import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.rivalled;
import static io.corridor.internal.engine.Corridors.sanction;
import static io.corridor.internal.engine.Corridors.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.corridor.internal.engine.Paths;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Waiver;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sanctions do to a flow among rivals, in closed form (section 7 of the model). */
class ArmingtonLawTest {
  private static final double MONTHLY = 10;

  /** Trade at a cost that begins in month 1, after a month without. */
  private static Paths underCost(double share, double sigma, double eta, double cost) {
    Scenario scenario =
        from("2020-01", 3)
            .flow("goods", rivalled(12 * MONTHLY, share, sigma, eta))
            .sanction(
                "tariff",
                sanction("2020-02", List.of("goods"), Optional.of(cost), Optional.empty()))
            .build();
    return Paths.of(scenario, 1, 1, "flow.goods", "flow.goods.diverted", "flow.goods.share");
  }

  @ParameterizedTest(name = "share {0}, substitution {1}, upper {2}, cost {3}")
  @CsvSource({
    "0.4, 3, 1.5, 0.25",
    "0.05, 8, 1, 1.0",
    "0.9, 1.2, 0, 0.6",
    "0.02, 20, 2.5, 4",
    "0.5, 5, 0.3, 1e-9"
  })
  void valueShareAndDiversionAtFiniteChanges(double share, double sigma, double eta, double cost) {
    Paths paths = underCost(share, sigma, eta, cost);
    assertThat(paths.of("flow.goods", 0)[0]).isCloseTo(MONTHLY, withinPercentage(1e-12));
    assertThat(paths.of("flow.goods.share", 0)[0]).isCloseTo(share, withinPercentage(1e-12));
    assertThat(paths.of("flow.goods.diverted", 0)[0]).isCloseTo(0, within(1e-12));
    double spending = MONTHLY / share;
    double kept = share * Math.pow(1 + cost, 1 - sigma);
    double index = Math.pow(kept + 1 - share, 1 / (1 - sigma));
    double partner = kept / (kept + 1 - share);
    double upper = Math.pow(index, 1 - eta);
    double value = spending * upper * partner / (1 + cost);
    double diverted = spending * (upper * (1 - partner) - (1 - share));
    assertThat(paths.of("flow.goods", 0)[2]).isCloseTo(value, withinPercentage(1e-9));
    assertThat(paths.of("flow.goods.share", 0)[2]).isCloseTo(partner, withinPercentage(1e-9));
    assertThat(paths.of("flow.goods.diverted", 0)[2]).isCloseTo(diverted, within(1e-10 * spending));
  }

  /**
   * By hand: s = 1/2, σ = 2, η = 1, τ = 1: P = 4/3, share 1/3, value 20 · 1/3 / 2, rivals 10 →
   * 40/3.
   */
  @Test
  void aCostOfAHundredPerCentByHand() {
    Paths paths = underCost(0.5, 2, 1, 1);
    assertThat(paths.of("flow.goods.share", 0)[1]).isCloseTo(1.0 / 3, within(1e-14));
    assertThat(paths.of("flow.goods", 0)[1]).isCloseTo(10.0 / 3, within(1e-13));
    assertThat(paths.of("flow.goods.diverted", 0)[1]).isCloseTo(10.0 / 3, within(1e-13));
  }

  @ParameterizedTest(name = "share {0}, substitution {1}, upper {2}")
  @CsvSource({"0.4, 3, 1.5", "0.05, 8, 1", "0.9, 1.2, 0", "1, 3, 0.7", "0.3, 12, 4"})
  void elasticityAtTheStart(double share, double sigma, double eta) {
    double cost = 1e-6;
    Paths paths = underCost(share, sigma, eta, cost);
    double[] value = paths.of("flow.goods", 0);
    double elasticity = Math.log(value[1] / value[0]) / Math.log1p(cost);
    double expected = -1 + (1 - sigma) * (1 - share) + (1 - eta) * share;
    assertThat(elasticity).isCloseTo(expected, within(1e-4));
  }

  @Test
  void withoutRivalsNothingIsDiverted() {
    Paths paths = underCost(1, 3, 0.7, 0.5);
    assertThat(paths.of("flow.goods.diverted", 0)).containsOnly(0);
    assertThat(paths.of("flow.goods.share", 0)).containsOnly(1);
    assertThat(paths.of("flow.goods", 0)[1])
        .isCloseTo(MONTHLY * Math.pow(1.5, -0.7), withinPercentage(1e-12));
  }

  /** A quarter is cut; a waiver lifts it for the first 14 of February's 29 days. */
  @Test
  void aCutIsLiftedOnTheDaysOfTheWaiver() {
    Sanction cut = sanction("2020-02", List.of("goods"), Optional.empty(), Optional.of(0.25));
    Scenario scenario =
        from("2020-01", 3)
            .flow("goods", rivalled(12 * MONTHLY, 0.4, 3, 1))
            .sanction("ban", cut)
            .waiver("w", waiver("2020-02-15", Waiver.Terms.of(30), 0, 0))
            .build();
    Paths paths = Paths.of(scenario, 1, 1, "flow.goods", "flow.goods.diverted");
    double february = 1 - 0.25 * (1 - 14.0 / 29);
    assertThat(paths.of("flow.goods", 0))
        .containsExactly(new double[] {10, 10 * february, 7.5}, within(1e-13));
    assertThat(paths.of("flow.goods.diverted", 0))
        .containsExactly(new double[] {0, 10 * (1 - february), 2.5}, within(1e-13));
  }

  /** What was traded at the start was traded under the measures of the day before. */
  @Test
  void measuresOfTheDayBeforeAreInTheFiguresOfTheStart() {
    Sanction lasting =
        Sanction.cost(YearMonth.of(2018, 1), 0.5, "goods")
            .withCut(0.2)
            .withUntil(YearMonth.of(2020, 1));
    Scenario scenario =
        from("2020-01", 2)
            .flow("goods", rivalled(12 * MONTHLY, 0.4, 2, 1))
            .sanction("old", lasting)
            .build();
    Paths paths = Paths.of(scenario, 1, 1, "flow.goods", "flow.goods.share");
    double kept = 0.4 * 1.5;
    double partner = kept / (kept + 0.6) / 0.8;
    assertThat(paths.of("flow.goods", 0))
        .containsExactly(new double[] {10, 25 * partner * 1.5}, within(1e-12));
    assertThat(paths.of("flow.goods.share", 0)[1]).isCloseTo(0.5, within(1e-14));
  }
}
