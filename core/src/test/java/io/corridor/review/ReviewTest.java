package io.corridor.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Regime;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.review.Note.Kind;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final YearMonth START = YearMonth.of(2025, 1);

  private static Scenario.Builder corridor() {
    return Scenario.builder("A corridor", "A", "B", START, 24)
        .driver("price", Driver.Gbm.of(60, 0, 0.3))
        .flow("goods", Flow.of("A", "B", 12e9).withElasticity("price", 0.5))
        .question("more", Question.of("total.12m", Band.atLeast(14e9)));
  }

  private static List<Note> notes(Scenario.Builder scenario) {
    return Review.of(scenario.build());
  }

  /** Expects one note, of {@code kind} at {@code key}, whose text has all of {@code words}. */
  private static void expect(Scenario.Builder scenario, Kind kind, String key, String... words) {
    assertThat(notes(scenario))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo(kind);
              assertThat(note.key()).hasToString(key);
              assertThat(note.text()).contains(words).doesNotContain("\n");
            });
  }

  @Test
  void anOrdinaryScenarioHasNoNotes() {
    assertThat(notes(corridor())).isEmpty();
  }

  @Test
  void aVolatilityOfThirtyIsAPercentage() {
    expect(
        corridor().driver("price", Driver.LogOu.of(60, 60, 1, 30)),
        Kind.VOLATILITY,
        "drivers.price.volatility",
        "3000 %",
        "30 % is probably meant",
        "0.3");
    expect(
        corridor().flow("goods", Flow.of("A", "B", 12e9).withNoise(Noise.of(2, 25))),
        Kind.VOLATILITY,
        "flows.goods.noise.volatility",
        "25 %");
  }

  @Test
  void aRowThatExceedsOneIsTold() {
    Regime regime =
        Regime.of(List.of("a", "b", "c"), "a")
            .withMonthly("a", "b", new Distribution.Uniform(0, 0.6))
            .withMonthly("a", "c", 0.55);
    // p above 0.45 of 0.6.
    expect(
        corridor().regime(regime),
        Kind.ROW,
        "regime.monthly.a",
        "sum to more than 1 on 2",
        "divided");
  }

  @Test
  void whatWasPlannedBeforeTheStartMayNotBeThereYet() {
    Carrier.Project plant =
        Carrier.Project.of(5, START.minusMonths(6)).withDelay(new Distribution.Uniform(0, 24));
    String key = "energy.carriers.gas.projects.plant";
    // Delays up to 6.5 of 24 months.
    expect(
        withProject(plant),
        Kind.OVERDUE,
        key,
        "2024-07, before the start",
        "at the start on 27 % of the paths",
        "planned: 2025-01, and as delay the months that are left");
    expect(
        withProject(Carrier.Project.of(5, START.minusMonths(6)).withCancel(0.5)),
        Kind.OVERDUE,
        key,
        "at the start on 5");
    Value longer = new Distribution.Uniform(7, 24);
    assertThat(notes(withProject(plant.withDelay(longer)))).isEmpty();
    assertThat(notes(withProject(plant.withPlanned(START)))).isEmpty();
    assertThat(notes(withProject(plant.withDelay(12)))).isEmpty();
  }

  private static Scenario.Builder withProject(Carrier.Project plant) {
    Carrier gas =
        Carrier.of(
                Carrier.Kind.GAS,
                Quantity.of(20),
                Quantity.of(5),
                Carrier.Imports.of(5),
                Carrier.Price.of(8))
            .withProject("plant", plant);
    return corridor().energy(Energy.of(5 * 365 * 8 * 35_315.0).withCarrier("gas", gas));
  }

  /** A number that is drawn once has the same course on all of its path. */
  @Test
  void whatIsUncertainAndDoesntDifferFromYearToYearIsTold() {
    Value unsure = new Distribution.Uniform(4, 6);
    Noise walk = Noise.strays(0.1);
    expect(
        corridor()
            .flow("goods", Flow.of("A", "B", 12e9).withGrowth(new Distribution.Uniform(0, 0.1))),
        Kind.YEARS,
        "flows.goods",
        "nothing makes years differ",
        "strays: 10 %");
    expect(
        withSupply(Quantity.of(unsure), Carrier.Imports.of(5)),
        Kind.YEARS,
        "energy.carriers.gas.supply",
        "strays: 10 %");
    expect(
        withSupply(Quantity.of(5), Carrier.Imports.of(unsure)),
        Kind.YEARS,
        "energy.carriers.gas.imports.sources.line",
        "strays: 30 %");
    assertThat(
            notes(
                withSupply(
                    Quantity.of(unsure).withNoise(walk),
                    Carrier.Imports.of(unsure).withNoise(walk))))
        .isEmpty();
  }

  private static Scenario.Builder withSupply(Quantity supply, Carrier.Source line) {
    Carrier gas =
        Carrier.of(
            Carrier.Kind.GAS,
            Quantity.of(20),
            supply,
            new Carrier.Sources(Map.of("line", line)),
            Carrier.Price.of(8));
    return corridor().energy(Energy.of(5 * 365 * 8 * 35_315.0).withCarrier("gas", gas));
  }

  @Test
  void aNoiseThatHardlyReturnsHasNoStart() {
    Noise noise = Noise.of(0.001, 0.3).withStart(0);
    expect(
        corridor().flow("goods", Flow.of("A", "B", 12e9).withNoise(noise)),
        Kind.VOLATILITY,
        "flows.goods.noise.reversion",
        "spread by 6.708 in logs");
    assertThat(
            notes(corridor().flow("goods", Flow.of("A", "B", 12e9).withNoise(Noise.of(0.02, 0.3)))))
        .isEmpty();
  }

  @Test
  void whatARegimeChangesInADriverIsLookedAtAsTheDriversOwnNumbersAre() {
    Scenario.Builder scenario = corridor().regime(Regime.of(List.of("calm", "tense"), "calm"));
    Driver.Override drift = Driver.Override.NONE.withDrift(4);
    Driver.Override volatility = Driver.Override.NONE.withVolatility(30);
    expect(
        scenario.driver("price", Driver.Gbm.of(60, 0, 0.3).withByRegime(Map.of("tense", drift))),
        Kind.GROWTH,
        "drivers.price.by-regime.tense.drift",
        "400 % a year");
    expect(
        scenario.driver(
            "price", Driver.Gbm.of(60, 0, 0.3).withByRegime(Map.of("tense", volatility))),
        Kind.VOLATILITY,
        "drivers.price.by-regime.tense.volatility",
        "3000 %");
    Driver own = Driver.Ou.of(0, 0, 1, 30).withByRegime(Map.of("tense", volatility));
    assertThat(notes(scenario.driver("price", Driver.Gbm.of(60, 0, 0.3)).driver("own", own)))
        .isEmpty();
  }

  @Test
  void theVolatilityOfAnOrnsteinUhlenbeckDriverIsInItsOwnUnit() {
    assertThat(notes(corridor().driver("balance", Driver.Ou.of(0, 0, 1, 30)))).isEmpty();
  }

  @Test
  void theMedianOfADistributionIsLookedAt() {
    expect(
        corridor()
            .parameter("v", new Distribution.Uniform(20, 40))
            .flow(
                "goods",
                Flow.of("A", "B", 12e9)
                    .withGrowth(Value.parameter("v"))
                    .withNoise(Noise.of(2, 0.1))),
        Kind.GROWTH,
        "flows.goods.growth",
        "30 % is probably meant");
  }

  @Test
  void theMedianOfDrawsIsLookedAt() {
    expect(
        corridor()
            .draws("fit", DrawTable.of("fit.csv").withColumn("v", List.of(0.1, 30.0, 40.0)))
            .flow(
                "goods",
                Flow.of("A", "B", 12e9)
                    .withGrowth(Value.draw("fit", "v"))
                    .withNoise(Noise.of(2, 0.1))),
        Kind.GROWTH,
        "flows.goods.growth",
        "30 % is probably meant");
  }

  @Test
  void growthIsLookedAtInFlowsPartnersAndCarriers() {
    expect(corridor().flow("goods", flow(3)), Kind.GROWTH, "flows.goods.growth", "300 %", "0.03");
    Partner partner = Partner.of(20e9).withGrowth(2);
    expect(corridor().partner("C", partner), Kind.GROWTH, "partners.C.growth", "2 %");
    assertThat(notes(corridor().flow("goods", flow(1)))).isEmpty();
  }

  private static Flow flow(double growth) {
    return Flow.of("A", "B", 12e9).withElasticity("price", 1).withGrowth(growth);
  }

  @Test
  void aCostOfTwentyFiveIsAPercentageAndOneOfOneAndAHalfIsNot() {
    expect(
        corridor().sanction("tariff", Sanction.cost(START, 25, "goods")),
        Kind.COST,
        "sanctions.tariff.cost",
        "2500 % of the price",
        "25 %");
    assertThat(notes(corridor().sanction("tariff", Sanction.cost(START, 1.45, "goods")))).isEmpty();
  }

  @Test
  void numbersOutOfAllProportionAreSaidInFewDigits() {
    assertThat(notes(corridor().sanction("tariff", Sanction.cost(START, 1e308, "goods"))))
        .filteredOn(note -> note.kind() == Kind.COST)
        .singleElement()
        .satisfies(
            note ->
                assertThat(note.text())
                    .contains("is 1e308, that is 1e310 % of the price", "or 1e306"));
    Carrier endless =
        Carrier.of(
            Carrier.Kind.ELECTRICITY,
            Quantity.of(1e308),
            Quantity.of(300),
            Carrier.Imports.of(1e308),
            Carrier.Price.of(95));
    expect(
        corridor().energy(Energy.of(1e9).withCarrier("electricity", endless)),
        Kind.ENERGY_VALUE,
        "energy.annual-value",
        "is worth infinity mn USD");
  }

  @Test
  void anAnnualValueOfTwentyDollarsLacksItsMagnitude() {
    Scenario.Builder scenario = corridor().flow("more", Flow.of("A", "B", 20));
    expect(scenario, Kind.ANNUAL_VALUE, "flows.more.annual-value", "20 bn USD/year", "20 mn");
    expect(
        corridor().flow("more", Flow.of("A", "B", 7_650)),
        Kind.ANNUAL_VALUE,
        "flows.more.annual-value",
        "7650 mn USD/year");
    assertThat(notes(corridor().flow("none", Flow.of("A", "B", 0)))).isEmpty();
  }

  @Test
  void aSeasonOfLevelsIsSaid() {
    Quantity demand = Quantity.of(14_500).withSeason(Collections.nCopies(12, 14_500.0));
    Carrier carrier =
        Carrier.of(
            Carrier.Kind.ELECTRICITY,
            demand,
            Quantity.of(11_000),
            Carrier.Imports.of(1_200),
            Carrier.Price.of(95));
    assertThat(notes(corridor().energy(Energy.of(1e9).withCarrier("electricity", carrier))))
        .anySatisfy(
            note -> {
              assertThat(note.kind()).isEqualTo(Kind.SEASON);
              assertThat(note.key()).hasToString("energy.carriers.electricity.demand.season");
              assertThat(note.text()).contains("14500", "divide");
            });
  }

  @Test
  void energyFarFromWhatItsCarriersAreWorthIsSaid() {
    Carrier carrier =
        Carrier.of(
            Carrier.Kind.ELECTRICITY,
            Quantity.of(1_500),
            Quantity.of(300),
            Carrier.Imports.of(1_200),
            Carrier.Price.of(95));
    // 1 200 MW at 95 USD for 8 760 hours are 998.6 million USD.
    expect(
        corridor().energy(Energy.of(1.75e6).withCarrier("electricity", carrier)),
        Kind.ENERGY_VALUE,
        "energy.annual-value",
        "1.75 mn USD/year",
        "998.6 mn USD",
        "magnitude");
    assertThat(notes(corridor().energy(Energy.of(1e9).withCarrier("electricity", carrier))))
        .isEmpty();
  }

  @Test
  void aThresholdWithoutItsMagnitudeIsSaid() {
    expect(
        corridor().question("target", Question.of("total.12m", Band.atLeast(20))),
        Kind.THRESHOLD,
        "questions.target.at-least",
        "20 USD/year",
        "bn");
    expect(
        corridor().question("target", Question.of("driver.price", Band.below(60e9))),
        Kind.THRESHOLD,
        "questions.target.below",
        "smaller unit");
  }

  @Test
  void aQuestionThatIsTrueAtOnceIsSaid() {
    expect(
        corridor().question("enough", Question.of("total.12m", Band.atLeast(10e9))),
        Kind.TRUE_AT_START,
        "questions.enough",
        "every-month: true",
        "2025-02");
    assertThat(
            notes(
                corridor()
                    .question(
                        "stays",
                        Question.of("total.12m", Band.atLeast(10e9))
                            .withTest(new Question.Test.EveryMonth()))))
        .isEmpty();
  }

  @Test
  void aScenarioWithoutChanceIsSaid() {
    expect(corridor().driver("price", Driver.Constant.of(60)), Kind.CERTAIN, "", "uniform");
  }

  @Test
  void whatHoldsOfTheFirstPathsAloneIsNotSaid() {
    Scenario scenario =
        corridor()
            .driver("price", Driver.Constant.of(60))
            .flow(
                "goods",
                Flow.of(
                        "A",
                        "B",
                        new Distribution.Choice(List.of(12e9, 2e9), List.of(0.998, 0.002)))
                    .withNoise(Noise.strays(1e-9)))
            .question("enough", Question.of("total.12m", Band.atLeast(10e9)))
            .build();
    Settings settings = new Settings(256, scenario.run().seed(), 1, Progress.NONE);
    assertThat(Simulator.run(scenario, settings).probability("enough").hits()).isEqualTo(256);
    assertThat(Simulator.run(scenario, settings.withPaths(1024)).probability("enough").hits())
        .isBetween(1000L, 1023L);
    assertThat(Review.of(scenario)).isEmpty();
  }

  // What a change re-bases

  private static Scenario.Builder sanctioned() {
    return corridor()
        .sanction("finance", Sanction.cost(START.minusYears(1), 0.25, "goods"))
        .sanction("later", Sanction.cost(START, 0.1, "goods"));
  }

  private static List<Note> changes(Scenario.Builder changed) {
    return Review.ofChange(sanctioned().build(), changed.build());
  }

  @Test
  void aMeasureOfTheDayBeforeIsReBasedHoweverItIsChanged() {
    Sanction finance = Sanction.cost(START.minusYears(1), 0.25, "goods");
    assertThat(changes(sanctioned().sanction("finance", finance.withEnforcement(half()))))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo(Kind.REBASED);
              assertThat(note.key()).hasToString("sanctions.finance.enforcement");
              assertThat(note.text())
                  .contains("goods", "from: 2025-01", "until: 2024-12", "no what-if");
            });
    assertThat(changes(sanctioned().sanction("finance", finance.withCost(Value.of(0.5)))))
        .extracting(note -> note.key().toString())
        .containsExactly("sanctions.finance.cost");
    assertThat(changes(sanctioned().sanction("finance", Sanction.cost(START, 0.25, "goods"))))
        .extracting(note -> note.key().toString())
        .containsExactly("sanctions.finance.from");
    assertThat(changes(corridor().sanction("later", Sanction.cost(START, 0.1, "goods"))))
        .extracting(note -> note.key().toString())
        .containsExactly("sanctions.finance");
  }

  private static ByRegime half() {
    return ByRegime.everywhere(0.5);
  }

  @Test
  void whatBeginsWithTheStartOrEndsBeforeItIsAWhatIf() {
    Sanction later = Sanction.cost(START, 0.9, "goods");
    Sanction finance = Sanction.cost(START.minusYears(1), 0.25, "goods");
    assertThat(changes(sanctioned().sanction("later", later))).isEmpty();
    assertThat(changes(sanctioned().sanction("more", later))).isEmpty();
    assertThat(changes(sanctioned().sanction("finance", finance.withUntil(START.minusMonths(1)))))
        .isEmpty();
    assertThat(changes(sanctioned().flow("goods", flow(0.5)))).isEmpty();
  }

  @Test
  void aChangeIsToldOfOddNumbersThatAreNew() {
    Scenario.Builder odd = sanctioned().driver("price", Driver.Gbm.of(60, 0, 30));
    assertThat(changes(odd)).extracting(Note::kind).containsExactly(Kind.VOLATILITY);
    assertThat(Review.ofChange(odd.build(), odd.build())).isEmpty();
  }

  @Test
  void theStartOfADriverUnderAnElasticityReBasesTheTrade() {
    assertThat(changes(sanctioned().driver("price", Driver.Gbm.of(90, 0, 0.3))))
        .extracting(note -> note.key().toString())
        .containsExactly("drivers.price.start");
    assertThat(changes(sanctioned().driver("price", Driver.Gbm.of(90, 0.1, 0.3)))).isEmpty();
    assertThat(changes(sanctioned().driver("price", Driver.LogOu.of(90, 60, 1, 0.3)))).isEmpty();
  }
}
