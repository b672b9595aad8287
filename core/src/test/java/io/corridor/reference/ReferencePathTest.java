package io.corridor.reference;

import static io.corridor.reference.Scenarios.carrier;
import static io.corridor.reference.Scenarios.flow;
import static io.corridor.reference.Scenarios.from;
import static io.corridor.reference.Scenarios.supply;
import static io.corridor.reference.Scenarios.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.Compliance;
import io.corridor.model.DatedPoints;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Payments;
import io.corridor.model.Quantity;
import io.corridor.model.Regime;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Unrest;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on the model in numbers worked out by hand or in closed form. */
class ReferencePathTest {
  private static final double ROUNDING = 1e-12;

  // Drivers and noises

  @Test
  void driversWithoutVolatilityFollowTheirMeans() {
    Map<String, double[]> path =
        simulate(
            from("2020-01", 13)
                .driver("gbm", gbm(2, 0.1, 0))
                .driver("ou", Driver.Ou.of(1, 3, 0.7, 0))
                .driver("logOu", Driver.LogOu.of(1, 3, 0.7, 0))
                .driver(
                    "still",
                    new Driver.Ou(Value.of(-1), Value.of(3), Value.ZERO, Value.ZERO, Map.of(), ""))
                .driver("jump", Driver.Jump.of(2, 0.1, 0, 3, 0, 0))
                .driver(
                    "points",
                    new Driver.Path(
                        DatedPoints.of(
                            Map.of(YearMonth.of(2020, 3), 1.0, YearMonth.of(2020, 7), 3.0)),
                        ""))
                .build());

    assertThat(path.get("driver.gbm")[12]).isCloseTo(2 * Math.exp(0.1), offset(ROUNDING));
    assertThat(path.get("driver.ou")[12]).isCloseTo(3 - 2 * Math.exp(-0.7), offset(ROUNDING));
    assertThat(path.get("driver.logOu")[12])
        .isCloseTo(3 * Math.exp(-Math.log(3) * Math.exp(-0.7)), offset(ROUNDING));
    assertThat(path.get("driver.still")[12]).isEqualTo(-1);
    assertThat(path.get("driver.jump")[12]).isCloseTo(2 * Math.exp(0.1), offset(ROUNDING));
    assertThat(path.get("driver.points")).startsWith(1, 1, 1, 1.5, 2, 2.5, 3, 3);
  }

  /** 4 standard errors each: right with probability above 0.999, and the seed is fixed. */
  @Test
  void everyDriversMeanAndVarianceAreThoseOfItsLaw() {
    Scenario scenario =
        from("2020-01", 13)
            .driver("gbm", gbm(2, 0.1, 0.3))
            .driver(
                "ou",
                new Driver.Ou(Value.of(1), Value.of(3), Value.of(0.7), Value.of(0.4), Map.of(), ""))
            .driver("jump", Driver.Jump.of(2, 0.1, 0.2, 4, -0.1, 0.15))
            .driver(
                "fx",
                new Driver.Bootstrap(
                    Value.of(5), List.of(1.0, 1.1, 0.9, 1.0, 1.3, 1.2), 3, true, "", "", ""))
            .flow("noisy", noisy(120))
            .build();
    int n = 4_000;
    double[][] last = new double[5][n];
    for (int i = 0; i < n; i++) {
      Map<String, double[]> path = ReferencePath.simulate(scenario, 7, i);
      last[0][i] = path.get("driver.gbm")[12];
      last[1][i] = path.get("driver.ou")[12];
      last[2][i] = path.get("driver.jump")[12];
      last[3][i] = path.get("driver.fx")[1];
      last[4][i] = path.get("flow.noisy")[12];
    }
    double[] means = {2 * Math.exp(0.1), 3 - 2 * Math.exp(-0.7), 2 * Math.exp(0.1), 5, 10};
    for (int k = 0; k < means.length; k++) {
      double mean = mean(last[k]);
      double se = Math.sqrt(variance(last[k]) / n);
      assertThat(mean).as("mean %d, standard error %s", k, se).isCloseTo(means[k], offset(4 * se));
    }
    double ouVariance = 0.16 * (1 - Math.exp(-1.4)) / 1.4;
    assertThat(variance(last[1]))
        .isCloseTo(ouVariance, offset(4 * ouVariance * Math.sqrt(2.0 / n)));
  }

  @Test
  void bootstrapRunsThroughBlocksAndWraps() {
    List<Double> history = List.of(1.0, 2.0, 6.0, 24.0);
    Scenario scenario =
        from("2020-01", 60)
            .driver("fx", new Driver.Bootstrap(Value.of(1), history, 1_000_000, false, "", "", ""))
            .build();
    double[] x = simulate(scenario).get("driver.fx");
    double u = RandomStream.of(1, StreamName.BLOCK_PLACE.of("fx")).key(1, 0).uniform(0);
    int place = (int) (u * 3);
    for (int t = 1; t < 60; t++) {
      double gross = List.of(2.0, 3.0, 4.0).get((place + t - 1) % 3);
      assertThat(x[t] / x[t - 1]).as("month %d", t).isCloseTo(gross, offset(1e-9));
    }
  }

  @Test
  void perfectlyCorrelatedShocksMoveTogether() {
    Map<String, double[]> path =
        simulate(
            from("2020-01", 24)
                .driver("a", gbm(1, 0, 0.2))
                .driver("b", gbm(1, 0, 0.2))
                .driver("c", gbm(1, 0, 0.2))
                .flow("noisy", noisy(120))
                .correlation("a", "b", 1)
                .correlation("c", "a", 1)
                .correlation("b", "c", 1)
                .build());
    assertThat(path.get("driver.b")).containsExactly(path.get("driver.a"));
    assertThat(path.get("driver.c")).containsExactly(path.get("driver.a"));
  }

  @Test
  void overridesOfARegimeGovernTheStepIntoItsMonths() {
    Driver.Override faster =
        new Driver.Override(Optional.of(Value.of(0.6)), Optional.empty(), Optional.empty());
    Map<String, double[]> path =
        simulate(
            from("2020-01", 4)
                .regime(
                    new Regime(
                        List.of("slow", "fast"),
                        "slow",
                        Map.of(),
                        List.of(
                            new Regime.Event(YearMonth.of(2020, 3), "fast", 1),
                            new Regime.Event(YearMonth.of(2020, 4), "fast", 1),
                            new Regime.Event(YearMonth.of(2020, 4), "slow", 1))))
                .driver(
                    "x",
                    new Driver.Gbm(
                        Value.of(1), Value.of(0.12), Value.ZERO, Map.of("fast", faster), ""))
                .build());
    assertThat(path.get("regime.fast")).containsExactly(0, 0, 1, 0);
    double[] logs =
        IntStream.range(0, 4).mapToDouble(t -> Math.log(path.get("driver.x")[t])).toArray();
    assertThat(logs).containsExactly(new double[] {0, 0.01, 0.06, 0.07}, offset(ROUNDING));
  }

  /** Share of months in each state of a two-state chain: 0.04/(0.04 + 0.12) = 1/4. */
  @Test
  void regimeSpendsItsTimeAsTheChainsStationaryLawSays() {
    Scenario scenario =
        from("2020-01", 201)
            .regime(
                new Regime(
                    List.of("a", "b"),
                    "a",
                    Map.of("a", Map.of("b", Value.of(0.04)), "b", Map.of("a", Value.of(0.12))),
                    List.of()))
            .build();
    double[] last =
        IntStream.range(0, 2_000)
            .mapToDouble(i -> ReferencePath.simulate(scenario, 3, i).get("regime.b")[200])
            .toArray();
    assertThat(mean(last)).isCloseTo(0.25, offset(4 * Math.sqrt(0.25 * 0.75 / 2_000)));
  }

  @Test
  void transitionGoesThroughTheOtherStatesInTheirOrder() {
    Map<String, Value> row = new LinkedHashMap<>();
    row.put("c", Value.of(0.2));
    row.put("b", Value.of(0.5));
    row.put("a", Value.of(0.3));
    Scenario scenario =
        from("2020-01", 2)
            .regime(new Regime(List.of("a", "b", "c"), "b", Map.of("b", row), List.of()))
            .build();
    RandomStream stream = RandomStream.of(1, StreamName.REGIME.of());
    for (long path = 0; path < 50; path++) {
      double u = stream.key(1, 0).uniform(path);
      String expected = u < 0.3 ? "a" : u < 0.5 ? "c" : "b";
      assertThat(ReferencePath.simulate(scenario, 1, path).get("regime." + expected)[1])
          .as("path %d, u %s", path, u)
          .isEqualTo(1);
    }
  }

  // Waivers

  @Test
  void waiverLapsesOnTheDayItExpires() {
    assertThat(coverage("2020-01", 4, waiver("2020-02-15", Waiver.Terms.of(30), 0, 0)))
        .containsExactly(1, 14.0 / 29, 0, 0);
    assertThat(coverage("2019-01", 4, waiver("2019-02-15", Waiver.Terms.of(30), 0, 0)))
        .containsExactly(1, 14.0 / 28, 0, 0);
    assertThat(coverage("2020-01", 3, waiver("2020-02-01", Waiver.Terms.of(30), 0, 0)))
        .containsExactly(1, 0, 0);
    assertThat(coverage("2020-01", 2, waiver("2020-01-02", Waiver.Terms.of(30), 0, 0)))
        .containsExactly(1.0 / 31, 0);
  }

  @Test
  void waiverThatExpiresOnTheFirstDayIsLapsedAndGrantedFromMonthOneOn() {
    assertThat(coverage("2020-01", 4, waiver("2020-01-01", Waiver.Terms.of(10), 0, 1)))
        .containsExactly(0, 10.0 / 29, 10.0 / 31, 10.0 / 30);
    // 45 days of February 1st end on March 17th; lapsed in March, it is granted again in April.
    assertThat(coverage("2020-01", 5, waiver("2019-06-01", Waiver.Terms.of(45), 0, 1)))
        .containsExactly(0, 1, 16.0 / 31, 1, 15.0 / 31);
  }

  @Test
  void certainRenewalCoversEveryDayWhateverTheDependency() {
    Waiver sure =
        Waiver.of(LocalDate.parse("2020-01-05"), Waiver.Terms.of(7), 1, "goods")
            .withOnDependency(-9)
            .withOnUnserved(-9);
    assertThat(coverage("2020-01", 5, sure)).containsOnly(1);
  }

  @Test
  void waiverMayComeUpSeveralTimesAMonth() {
    double renew = 0.6;
    List<Waiver.Term> terms = List.of(new Waiver.Term(6, 1), new Waiver.Term(9, 3));
    Scenario scenario =
        from("2020-02", 1)
            .waiver("w", waiver("2020-02-04", Waiver.Terms.of(terms), renew, 0))
            .build();
    RandomStream renewals = RandomStream.of(1, StreamName.RENEWAL.of("w"));
    RandomStream lengths = RandomStream.of(1, StreamName.TERM.of("w"));
    boolean several = false;
    for (long path = 0; path < 50; path++) {
      int days = 3;
      int draw = 0;
      while (days < 29 && renewals.key(0, draw).uniform(path) < renew) {
        days += lengths.key(0, draw).uniform(path) < 0.25 ? 6 : 9;
        draw++;
      }
      assertThat(ReferencePath.simulate(scenario, 1, path).get("waiver.w.coverage")[0])
          .isEqualTo(Math.min(1, days / 29.0));
      several |= draw > 1 && days < 29;
    }
    assertThat(several).isTrue();
  }

  @Test
  void renewalListensToLastMonthsShortage() {
    // Supply halves within the year: u rises from 0.2 to 0.6. logit p = logit 0.5 + 10 (u − 0.2).
    Scenario scenario =
        Scenario.builder("test", "AAA", "BBB", YearMonth.of(2020, 1), 13)
            .energy(energy("electricity", dwindling(Carrier.Kind.ELECTRICITY)))
            .waiver(
                "w",
                Waiver.of(LocalDate.parse("2021-01-05"), Waiver.Terms.of(365), 0.5, "electricity")
                    .withOnDependency(1)
                    .withOnUnserved(10))
            .build();
    double u = 1 - 0.8 * Math.pow(0.5, 11 / 12.0);
    double p = 1 / (1 + Math.exp(-10 * (u - 0.2)));
    RandomStream renewals = RandomStream.of(1, StreamName.RENEWAL.of("w"));
    int lapsed = 0;
    for (long path = 0; path < 400; path++) {
      Map<String, double[]> metrics = ReferencePath.simulate(scenario, 1, path);
      boolean renewed = renewals.key(12, 0).uniform(path) < p;
      assertThat(metrics.get("waiver.w.coverage")[12]).isEqualTo(renewed ? 1 : 4.0 / 31);
      lapsed += renewed ? 0 : 1;
    }
    assertThat(lapsed).isBetween(1, 40);
  }

  // Sanctions

  @Test
  void measureThatBeginsInTheStartMonthBitesAndTheOneBeforeDoesNot() {
    Sanction before = sanction("2019-01", "2020-02", 0.25, 0);
    Sanction after = sanction("2020-01", null, 0.1, 0.4);
    Map<String, double[]> path =
        simulate(from("2020-01", 3).sanction("old", before).sanction("new", after).build());
    // s = 1: P̂ = p̂ and η = 1, so value = 10 · k̂ / p̂.
    assertThat(path.get("flow.goods"))
        .containsExactly(
            new double[] {
              10 * 0.6 / (1.35 / 1.25), 10 * 0.6 / (1.35 / 1.25), 10 * 0.6 / (1.1 / 1.25)
            },
            offset(ROUNDING));
    assertThat(path.get("flow.goods.cost"))
        .containsExactly(new double[] {0.35, 0.35, 0.1}, offset(ROUNDING));
    assertThat(path.get("flow.goods.diverted")).containsOnly(0);
    assertThat(path.get("compliance")).containsOnly(1);
  }

  @Test
  void theLargestCoverageOfTheWaiversThatApplyCounts() {
    Waiver half =
        Waiver.of(LocalDate.parse("2020-01-11"), Waiver.Terms.of(30), 0, "goods").withWaives("ban");
    Waiver more = Waiver.of(LocalDate.parse("2020-01-21"), Waiver.Terms.of(30), 0, "goods");
    Waiver other = Waiver.of(LocalDate.parse("2021-01-21"), Waiver.Terms.of(30), 0, "other");
    Map<String, double[]> path =
        simulate(
            from("2020-01", 2)
                .flow("other", flow(12))
                .sanction("ban", sanction("2019-01", null, 0, 0.5))
                .waiver("half", half)
                .waiver("more", more)
                .waiver("other", other)
                .build());
    assertThat(path.get("flow.goods"))
        .containsExactly(new double[] {10 * (1 - 0.5 * 11 / 31), 5}, offset(ROUNDING));
  }

  @Test
  void flowThatWasWhollyProhibitedTheDayBeforeIsAnError() {
    Scenario scenario =
        from("2020-01", 2).sanction("ban", sanction("2019-01", null, 0, 1)).buildUnchecked();
    assertThatThrownBy(() -> simulate(scenario)).hasMessageContaining("k(0-) = 0");
  }

  @Test
  void complianceOfTheDayBeforeIsTakenAtTheUncutBalance() {
    Sanction ban = Sanction.cut(YearMonth.of(2019, 1), 0.5, "oil", "goods");
    Map<String, double[]> path =
        simulate(
            from("2020-01", 2)
                .energy(energy("oil", carrier(Carrier.Kind.OIL, 100, supply(60), 40, 1)))
                .sanction("ban", ban)
                .compliance(new Compliance(ByRegime.everywhere(1), Value.ONE))
                .build());
    // Uncut D = 40/100, so C = 0.6, k(0⁻) = 0.7, D(−1) = 28/88.
    double c0 = 1 - 28.0 / 88;
    double imports0 = 40 * (1 - 0.5 * c0);
    double c1 = 1 - imports0 / (60 + imports0);
    assertThat(path.get("compliance")).containsExactly(new double[] {c0, c1}, offset(ROUNDING));
    assertThat(path.get("energy.oil.kept"))
        .containsExactly(new double[] {1 - 0.5 * c0, 1 - 0.5 * c1}, offset(ROUNDING));
    assertThat(path.get("flow.goods"))
        .containsExactly(new double[] {10, 10 * (1 - 0.5 * c1) / (1 - 0.5 * c0)}, offset(ROUNDING));
  }

  // Energy

  @Test
  void fuelsShortageIsPassedOnToItsUser() {
    Carrier gas = carrier(Carrier.Kind.GAS, 4, supply(6), 1, 10);
    Carrier power =
        carrier(
            Carrier.Kind.ELECTRICITY,
            1000,
            new Carrier.Supply(
                Quantity.of(900),
                Optional.of(new Carrier.Fuel("gas", Value.of(0.5), Value.of(0.01))),
                Map.of()),
            50,
            100);
    Map<String, double[]> path =
        simulate(
            Scenario.builder("test", "AAA", "BBB", YearMonth.of(2021, 2), 1)
                .energy(
                    new Energy(
                        Value.of(12),
                        Optional.of("gas"),
                        Optional.empty(),
                        0,
                        Map.of("electricity", power, "gas", gas)))
                .build());
    // Gas: 4 + 0.5 · 900 · 0.01 = 8.5 needed, 6 + 1 there: u = 1.5/8.5.
    assertThat(path.get("energy.gas.demand")[0]).isCloseTo(8.5, offset(ROUNDING));
    assertThat(path.get("energy.gas.unserved-share")[0]).isCloseTo(1.5 / 8.5, offset(ROUNDING));
    assertThat(path.get("energy.gas.dependency")[0]).isCloseTo(1.0 / 7, offset(ROUNDING));
    assertThat(path.get("energy.gas.value")[0]).isCloseTo(28 * 35_315 * 10, offset(1e-6));
    double domestic = 900 * (1 - 0.5 * 1.5 / 8.5);
    assertThat(path.get("energy.electricity.domestic")[0]).isCloseTo(domestic, offset(1e-9));
    assertThat(path.get("energy.electricity.unserved")[0])
        .isCloseTo(1000 - domestic - 50, offset(1e-9));
    assertThat(path.get("energy.electricity.value")[0]).isCloseTo(50 * 24 * 28 * 100, offset(1e-6));
    assertThat(path.get("total.12m")[0])
        .isCloseTo(11 + 28 * 35_315 * 10 + 50 * 24 * 28 * 100, offset(1e-6));
  }

  @Test
  void storeIsFilledInItsMonthsAndDrawnOnInOthers() {
    Carrier gas =
        new Carrier(
            Carrier.Kind.GAS,
            Carrier.Demand.of(new Quantity(Value.of(11), Value.ZERO, winter(), Map.of())),
            supply(7),
            Scenarios.imports(3),
            Optional.of(Scenarios.price(1)),
            Optional.of(
                new Carrier.Storage(
                    Value.of(100), Value.of(5), Value.of(2), Value.of(4), List.of(4, 5, 6))),
            Map.of());
    Map<String, double[]> path =
        simulate(
            Scenario.builder("test", "AAA", "BBB", YearMonth.of(2021, 3), 11)
                .energy(energy("gas", gas))
                .build());
    // Demand 10 but 22 in January: need 3, covered, and nothing over to fill with.
    assertThat(path.get("energy.gas.storage"))
        .containsExactly(new double[] {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 0}, offset(1e-9));
    assertThat(path.get("energy.gas.unserved")[10]).isCloseTo(15 - 3 - 5.0 / 31, offset(ROUNDING));
    assertThat(path.get("energy.gas.dependency")[10])
        .isCloseTo(3 / (7 + 3 + 5.0 / 31), offset(ROUNDING));

    Carrier ample =
        new Carrier(
            gas.kind(),
            gas.demand(),
            gas.supply(),
            Scenarios.imports(8),
            gas.price(),
            gas.storage(),
            Map.of());
    path =
        simulate(
            Scenario.builder("test", "AAA", "BBB", YearMonth.of(2021, 3), 11)
                .energy(energy("gas", ample))
                .build());
    // 2 a day for April's 30 days, then what fits: 35/31 a day in May. January: 15 − 8 = 7 short.
    assertThat(path.get("energy.gas.storage"))
        .containsExactly(
            new double[] {5, 65, 100, 100, 100, 100, 100, 100, 100, 100, 0}, offset(1e-9));
    assertThat(path.get("energy.gas.imports")[1]).isCloseTo(5, offset(ROUNDING));
    assertThat(path.get("energy.gas.imports")[2]).isCloseTo(3 + 35.0 / 31, offset(ROUNDING));
    assertThat(path.get("energy.gas.unserved")[10]).isCloseTo(7 - 100.0 / 31, offset(ROUNDING));
  }

  @Test
  void projectsRampUpFromTheirMonth() {
    Carrier power =
        new Carrier(
            Carrier.Kind.ELECTRICITY,
            Carrier.Demand.of(Quantity.of(100)),
            supply(0),
            Scenarios.imports(0),
            Optional.of(Scenarios.price(1)),
            Optional.empty(),
            Map.of(
                "late", project(30, 2, 1.5, 0, 3, 0.5),
                "never", project(1000, 2, 0, 1, 1, 1),
                "here", project(8, -3, 2, 0, 4, 1),
                "overdue", project(16, -3, 8, 0, 1, 1),
                "dropped", project(1000, -3, 0, 1, 1, 1)));
    assertThat(
            simulate(
                    Scenario.builder("test", "AAA", "BBB", YearMonth.of(2020, 1), 8)
                        .energy(energy("electricity", power))
                        .build())
                .get("energy.electricity.domestic"))
        // late: month 2 + ⌊1.5 + ½⌋ = 4. here: a month before the start. overdue: month −3 + 8 = 5.
        .containsExactly(
            new double[] {4, 6, 8, 8, 8 + 5, 8 + 10 + 16, 8 + 15 + 16, 8 + 15 + 16},
            offset(ROUNDING));
  }

  // Flows

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1})
  void elasticityAtTheStartIsTheClosedForm(double s) {
    double sigma = 4;
    double eta = 0.6;
    Flow goods = Flow.of("AAA", "BBB", 120).withRivals(s, sigma).withUpperElasticity(eta);
    double cost = 1e-6;
    double[] values =
        simulate(
                from("2020-01", 2)
                    .flow("goods", goods)
                    .sanction("tariff", sanction("2020-02", null, cost, 0))
                    .build())
            .get("flow.goods");
    double elasticity = Math.log(values[1] / values[0]) / Math.log1p(cost);
    assertThat(elasticity).isCloseTo(-1 + (1 - sigma) * (1 - s) + (1 - eta) * s, offset(1e-5));
  }

  // Payments and unrest

  @Test
  void arrearsGrowUntilTheExporterSellsLess() {
    // 1 MW at 1 USD/MWh: bills of 24 d(t), of which half is paid, and a tenth of the arrears.
    Map<String, double[]> path =
        simulate(
            Scenario.builder("test", "AAA", "BBB", YearMonth.of(2021, 1), 4)
                .energy(
                    energy("electricity", carrier(Carrier.Kind.ELECTRICITY, 1, supply(0), 1, 1)))
                .payments(
                    new Payments(
                        Optional.empty(),
                        Value.of(0.5),
                        Value.of(0.1),
                        Value.of(0.1),
                        Scenarios.arrears(300, 600, 0.9)))
                .build());
    double jan = 300 + 744 - (372 + 30);
    double febBill = 672 * 600 / jan;
    double feb = jan + 0.5 * febBill - 0.1 * jan;
    double marBill = 744 * 0.9;
    double mar = feb + 0.5 * marBill - 0.1 * feb;
    double aprBill = 720 * 0.9;
    assertThat(jan).isEqualTo(642);
    assertThat(path.get("bill"))
        .containsExactly(new double[] {744, febBill, marBill, aprBill}, offset(1e-9));
    assertThat(path.get("arrears"))
        .containsExactly(
            new double[] {jan, feb, mar, mar + 0.5 * aprBill - 0.1 * mar}, offset(1e-9));
    assertThat(path.get("paid")[2]).isCloseTo(0.5 * marBill + 0.1 * feb, offset(1e-9));
  }

  @Test
  void unrestLastsFromTheMonthAfterItsStart() {
    Map<String, double[]> certain =
        simulate(
            from("2020-01", 4)
                .unrest(new Unrest(Value.of(1000), Value.ZERO, 1, Value.of(0.15)))
                .build());
    assertThat(certain.get("unrest")).containsExactly(0, 1, 1, 1);
    assertThat(certain.get("flow.goods"))
        .containsExactly(new double[] {10, 8.5, 8.5, 8.5}, offset(ROUNDING));

    Scenario rare =
        from("2020-01", 40).unrest(new Unrest(Value.of(0.1), Value.ZERO, 3, Value.ONE)).build();
    double probability = 1 - Math.exp(-0.1);
    RandomStream starts = RandomStream.of(1, StreamName.UNREST.of());
    for (long path = 0; path < 20; path++) {
      double[] unrest = ReferencePath.simulate(rare, 1, path).get("unrest");
      for (int t = 0; t < 40; t++) {
        boolean lasts = false;
        for (int start = Math.max(0, t - 3); start < t; start++) {
          lasts |= starts.key(start, 0).uniform(path) < probability;
        }
        assertThat(unrest[t]).as("path %d, month %d", path, t).isEqualTo(lasts ? 1 : 0);
      }
    }
  }

  @Test
  void unrestListensToThisMonthsShortage() {
    Scenario scenario =
        from("2020-01", 3)
            .energy(energy("oil", dwindling(Carrier.Kind.OIL)))
            .unrest(new Unrest(Value.of(0.2), Value.of(60), 1, Value.ONE))
            .build();
    double rise = 0.8 * (1 - Math.pow(0.5, 1 / 12.0));
    double probability = 1 - Math.exp(-0.2 * Math.exp(60 * rise));
    RandomStream starts = RandomStream.of(1, StreamName.UNREST.of());
    int between = 0;
    for (long path = 0; path < 100; path++) {
      double u = starts.key(1, 0).uniform(path);
      assertThat(ReferencePath.simulate(scenario, 1, path).get("unrest")[2])
          .isEqualTo(u < probability ? 1 : 0);
      between += u < probability && u >= 1 - Math.exp(-0.2) ? 1 : 0;
    }
    assertThat(between).isGreaterThan(50);
  }

  // Totals

  @Test
  void twelveMonthsBeforeTheStartCountTheSeasonAndTheAnnualValues() {
    Flow seasonal = Flow.of("BBB", "AAA", 12).withSeason(winter());
    Carrier power = carrier(Carrier.Kind.ELECTRICITY, 1, supply(0), 1, 1);
    Scenario.Builder builder =
        from("2021-01", 13)
            .flow("back", seasonal)
            .energy(Energy.of(6000).withCarriers(Map.of("electricity", power)))
            .partner("small", partner(120, 0))
            .partner("large", partner(40_000, -0.9))
            .index("mixed", weights("flow.goods", 2, "imports", -3));
    Map<String, double[]> path = simulate(builder.build());
    double january = 744;
    assertThat(path.get("balance")[0]).isCloseTo(10 + january - 2, offset(1e-9));
    // winter() has 2 in January and 10/11 in the other months.
    assertThat(path.get("total.12m")[0]).isCloseTo(120 + 12 + 11 * 500 + january, offset(1e-9));
    assertThat(path.get("total.12m")[12]).isCloseTo(120 + 12 + 24 * 365, offset(1e-9));
    assertThat(path.get("compared.12m")).containsExactly(path.get("total.12m"));
    assertThat(path.get("partner.small.12m")).containsOnly(path.get("partner.small.12m")[0]);
    assertThat(path.get("rank")[0]).isEqualTo(2);
    assertThat(path.get("index.mixed")[0]).isCloseTo(2 * 10 - 3 * 2, offset(1e-12));

    Map<String, double[]> named = simulate(builder.rankOf(List.of("electricity", "back")).build());
    assertThat(named.get("compared.12m")[0]).isCloseTo(12 + 12 * january, offset(1e-9));
    assertThat(named.get("compared.12m")[1]).isCloseTo(12 + 11 * january + 672, offset(1e-9));
  }

  // Everything together

  /**
   * Two months with every section of the page, worked out by hand: a leap February, then March, in
   * which oil rises from 50 to 60, the regime hardens, the waiver ends after ten days, a project
   * comes to half its capacity, the store is to be filled but is drawn on, and unrest lasts.
   */
  @Test
  void twoMonthsWithEverythingOn() {
    Map<String, double[]> path = simulate(everything());

    // The day before: A(0) = 50/100, waiver in force so k = 1. Gas: 10 + 0.5 · 700 · 0.01 = 13.5 of
    // demand, 8 + 2 there, 1 out of store: 2.5 unserved. Electricity: 700 (1 − 0.5 · 2.5/13.5) and
    // 300 · 0.5 · 0.5 = 75 of imports.
    double domestic0 = 700 * (1 - 0.5 * 2.5 / 13.5);
    double dBefore = 75 / (domestic0 + 75);
    assertMonth(path, 0, "energy.gas.demand", 13.5);
    assertMonth(path, 0, "energy.gas.storage", 40 - 29);
    assertMonth(path, 0, "energy.gas.unserved", 2.5);
    assertMonth(path, 0, "energy.electricity.dependency", dBefore);
    assertMonth(path, 0, "energy.electricity.kept", 1);
    assertMonth(path, 0, "compliance", 0.8 * (1 - dBefore));
    double bill0 = 2 * 35_315 * 29 * 5.0 + 75 * 24 * 29 * 100.0;
    double arrears0 = 100e6 + bill0 - 0.7 * bill0 - 0.1 * 100e6;
    assertMonth(path, 0, "arrears", arrears0);

    // Goods: p̂ = 1.2, s p̂⁻³ + 1 − s = 0.25/1.728 + 0.75.
    double own = 0.25 / 1.728;
    double share = own / (own + 0.75);
    double priceIndex = 1 / Math.cbrt(own + 0.75);
    double spending0 = 400e6;
    assertMonth(path, 0, "flow.goods.share", share);
    assertMonth(path, 0, "flow.goods.cost", 0.2);
    assertMonth(path, 0, "flow.goods", spending0 / priceIndex * share / 1.2);
    assertMonth(path, 0, "flow.goods.diverted", spending0 * ((1 - share) / priceIndex - 0.75));
    assertMonth(path, 0, "unrest", 0);

    // March: b = 1 · (1 − 10/31), C = 1 − D(0), k = 1 − 0.5 b C.
    double compliance = 1 - dBefore;
    double kept = 1 - 0.5 * 21 / 31 * compliance;
    double a = 50e6 / arrears0;
    assertMonth(path, 1, "regime.tense", 1);
    assertMonth(path, 1, "waiver.w.coverage", 10.0 / 31);
    assertMonth(path, 1, "compliance", compliance);
    assertMonth(path, 1, "energy.electricity.kept", kept);
    assertMonth(path, 1, "energy.gas.demand", 10 + 0.5 * 740 * 0.01);
    assertMonth(path, 1, "energy.gas.offered", 4 * a);
    assertMonth(path, 1, "energy.gas.price", 6);
    assertMonth(path, 1, "energy.gas.storage", 0);
    double gasUnserved = 5.7 - 4 * a - 11.0 / 31;
    double domestic1 = 740 * (1 - 0.5 * gasUnserved / 13.7);
    double imports1 = 300 * 0.9 * a * kept;
    assertMonth(path, 1, "energy.gas.unserved", gasUnserved);
    assertMonth(path, 1, "energy.electricity.domestic", domestic1);
    assertMonth(path, 1, "energy.electricity.imports", imports1);
    assertMonth(path, 1, "energy.electricity.unserved", 1000 - domestic1 - imports1);
    double bill1 = 4 * a * 35_315 * 31 * 6 + imports1 * 24 * 31 * 100;
    double paid1 = (0.2 + 0.5 * 10 / 31) * bill1 + 0.1 * arrears0;
    assertMonth(path, 1, "paid", paid1);
    assertMonth(path, 1, "arrears", arrears0 + bill1 - paid1);

    double spending1 = 400e6 * Math.sqrt(1.2) * 0.8 * Math.pow(1.1, 1.0 / 12);
    double goods1 = spending1 / priceIndex * share * kept / 1.2 * 0.85;
    assertMonth(path, 1, "unrest", 1);
    assertMonth(path, 1, "flow.goods", goods1);
    assertMonth(
        path, 1, "flow.goods.diverted", spending1 * ((1 - share * kept) / priceIndex - 0.75));
    assertMonth(path, 1, "imports", 8.5e6);
    assertMonth(path, 1, "exports", goods1 + bill1);
    assertMonth(
        path,
        1,
        "total.12m",
        10 * (100e6 + 10e6 + 50e6) + path.get("total")[0] + path.get("total")[1]);
    assertMonth(path, 1, "partner.P.12m", 11 * 100e6 + 120e6);
    assertMonth(path, 1, "rank", 1);

    // The same figures from a calculation outside this project, to its last digits.
    assertMonth(path, 0, "total", 77400860.00323015);
    assertMonth(path, 1, "total", 56963596.85108559);
    assertMonth(path, 1, "total.12m", 1734364456.8543158);
    assertMonth(path, 1, "energy.electricity.unserved-share", 0.24784926270141994);
    assertMonth(path, 1, "arrears", 98765901.43531129);
  }

  private static Scenario everything() {
    Carrier gas =
        new Carrier(
            Carrier.Kind.GAS,
            Carrier.Demand.of(Quantity.of(10)),
            supply(8),
            Scenarios.imports(4),
            Optional.of(new Carrier.Price(Value.of(5), Map.of("oil", Value.ONE), Map.of())),
            Optional.of(
                new Carrier.Storage(
                    Value.of(100), Value.of(40), Value.of(2), Value.of(1), List.of(3))),
            Map.of());
    Carrier power =
        new Carrier(
            Carrier.Kind.ELECTRICITY,
            Carrier.Demand.of(Quantity.of(1000)),
            new Carrier.Supply(
                Quantity.of(700),
                Optional.of(new Carrier.Fuel("gas", Value.of(0.5), Value.of(0.01))),
                Map.of()),
            Carrier.Imports.of(Value.of(300))
                .withSeason(List.of(1.5, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0))
                .withRegimeFactor(Map.of("tense", Value.of(0.9))),
            Optional.of(Scenarios.price(100)),
            Optional.empty(),
            Map.of("plant", project(100, 3, -1, 0, 2, 0.8)));
    Flow goods =
        Flow.of("AAA", "BBB", 1.2e9)
            .withRivals(0.25, 4)
            .withUpperElasticity(2)
            .withGrowth(0.1)
            .withElasticities(Map.of("oil", Value.of(0.5)))
            .withRegimeFactor(Map.of("tense", Value.of(0.8)));
    Flow back = Flow.of("BBB", "AAA", 120e6);
    Waiver w =
        Waiver.of(LocalDate.parse("2020-03-11"), Waiver.Terms.of(90), 0, "electricity", "goods")
            .withWaives("ban")
            .withOnDependency(Value.ONE)
            .withOnUnserved(Value.ONE);
    return Scenario.builder("everything", "AAA", "BBB", YearMonth.of(2020, 2), 2)
        .regime(
            new Regime(
                List.of("calm", "tense"),
                "calm",
                Map.of(),
                List.of(new Regime.Event(YearMonth.of(2020, 3), "tense", 1))))
        .driver(
            "oil",
            new Driver.Path(
                DatedPoints.of(Map.of(YearMonth.of(2020, 2), 50.0, YearMonth.of(2020, 3), 60.0)),
                "USD/bbl"))
        .waiver("w", w)
        .sanction(
            "ban",
            Sanction.cut(YearMonth.of(2019, 1), 0.5, "electricity", "goods")
                .withEnforcement(ByRegime.of(Map.of("calm", Value.of(0.5)), 1)))
        .sanction("tariff", sanction("2020-02", null, 0.2, 0))
        .compliance(new Compliance(ByRegime.of(Map.of("calm", Value.of(0.8)), 1), Value.ONE))
        .energy(Energy.of(600e6).withCarriers(Map.of("electricity", power, "gas", gas)))
        .flow("goods", goods)
        .flow("back", back)
        .payments(
            new Payments(
                Optional.of("w"),
                Value.of(0.7),
                Value.of(0.2),
                Value.of(0.1),
                Scenarios.arrears(100e6, 50e6, 0.3)))
        .unrest(new Unrest(Value.of(1000), Value.ONE, 1, Value.of(0.15)))
        .partner(
            "P",
            new Partner(
                Value.of(1.2e9), Value.ZERO, Map.of("oil", Value.ONE), Optional.empty(), Map.of()))
        .build();
  }

  private static void assertMonth(Map<String, double[]> path, int t, String metric, double value) {
    assertThat(path.get(metric)[t])
        .as("%s in month %d", metric, t)
        .isCloseTo(value, offset(1e-12 * Math.max(1, Math.abs(value))));
  }

  // Parts

  private static Map<String, double[]> simulate(Scenario scenario) {
    return ReferencePath.simulate(scenario, 1, 0);
  }

  private static double[] coverage(String start, int months, Waiver waiver) {
    return simulate(from(start, months).waiver("w", waiver).build()).get("waiver.w.coverage");
  }

  private static Driver gbm(double start, double drift, double volatility) {
    return new Driver.Gbm(Value.of(start), Value.of(drift), Value.of(volatility), Map.of(), "");
  }

  private static Flow noisy(double annualValue) {
    return Flow.of("AAA", "BBB", annualValue).withNoise(new Noise(Value.of(2), Value.of(0.3)));
  }

  private static Partner partner(double annualValue, double growth) {
    return new Partner(
        Value.of(annualValue), Value.of(growth), Map.of(), Optional.empty(), Map.of());
  }

  private static Sanction sanction(String from, String until, double cost, double cut) {
    return new Sanction(
        Optional.of(YearMonth.parse(from)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(until).map(YearMonth::parse),
        List.of("goods"),
        Optional.of(Value.of(cost)),
        Optional.of(Value.of(cut)),
        Optional.empty(),
        ByRegime.everywhere(1));
  }

  private static Carrier.Project project(
      double capacity, int planned, double delay, double cancel, int ramp, double availability) {
    return new Carrier.Project(
        Value.of(capacity),
        YearMonth.of(2020, 1).plusMonths(planned),
        Value.of(delay),
        Value.of(cancel),
        ramp,
        Value.of(availability));
  }

  private static Energy energy(String id, Carrier carrier) {
    return new Energy(Value.of(0), Optional.empty(), Optional.empty(), 0, Map.of(id, carrier));
  }

  /** Demand of 100, supply of 80 that halves in a year, no imports. */
  private static Carrier dwindling(Carrier.Kind kind) {
    Quantity supply = new Quantity(Value.of(80), Value.of(-0.5), List.of(), Map.of());
    return carrier(kind, 100, Carrier.Supply.of(supply), 0, 1);
  }

  /** Twelve factors of mean 1: 2 in January, 10/11 in the other months. */
  private static List<Double> winter() {
    List<Double> season = new ArrayList<>(Collections.nCopies(12, 10.0 / 11));
    season.set(0, 2.0);
    return season;
  }

  private static Map<String, Double> weights(String a, double onA, String b, double onB) {
    return Map.of(a, onA, b, onB);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
  }
}
