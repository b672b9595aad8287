package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the factories leave out is what a scenario file leaves out, and copies change one thing. */
class BuiltScenarioTest {
  private static final YearMonth START = YearMonth.of(2019, 3);
  private static final List<Double> SEASON =
      List.of(0.5, 1.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
  private static final Noise NOISE = new Noise(Value.of(2), Value.of(0.25));

  @Test
  void flow() {
    Flow bare = Flow.of("AAA", "BBB", 7e9);
    assertThat(bare)
        .isEqualTo(
            new Flow(
                "AAA",
                "BBB",
                Value.of(7e9),
                Value.ONE,
                Optional.empty(),
                Value.ONE,
                false,
                Value.ZERO,
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of()));
    assertThat(
            bare.withAnnualValue(8e9)
                .withRivals(0.2, 3.8)
                .withUpperElasticity(0.5)
                .withGrowth(0.03)
                .withElasticity("income", 1.2)
                .withElasticity("brent", Value.parameter("e"))
                .withNoise(Noise.of(2, 0.25))
                .withSeason(SEASON)
                .withRegimeFactor("pressure", 0.9))
        .isEqualTo(
            new Flow(
                "AAA",
                "BBB",
                Value.of(8e9),
                Value.of(0.2),
                Optional.of(Value.of(3.8)),
                Value.of(0.5),
                false,
                Value.of(0.03),
                Map.of("income", Value.of(1.2), "brent", Value.parameter("e")),
                Optional.of(NOISE),
                SEASON,
                Map.of("pressure", Value.of(0.9))));
    assertThat(bare.elasticities()).as("the flow that was copied").isEmpty();
  }

  /** The order of drivers is that in which they were named: it is the order of sums. */
  @Test
  void mappingsKeepTheirOrder() {
    Flow flow =
        Flow.of("AAA", "BBB", 1)
            .withElasticity("z", 1)
            .withElasticity("a", 2)
            .withElasticity("z", 3);
    assertThat(new ArrayList<>(flow.elasticities().entrySet()))
        .containsExactly(Map.entry("z", Value.of(3)), Map.entry("a", Value.of(2)));
  }

  @Test
  void partner() {
    assertThat(Partner.of(9e9))
        .isEqualTo(new Partner(Value.of(9e9), Value.ZERO, Map.of(), Optional.empty(), Map.of()));
    assertThat(
            Partner.of(9e9)
                .withGrowth(0.05)
                .withElasticity("brent", 0.4)
                .withNoise(NOISE)
                .withRegimeFactor("pressure", 0.9))
        .isEqualTo(
            new Partner(
                Value.of(9e9),
                Value.of(0.05),
                Map.of("brent", Value.of(0.4)),
                Optional.of(NOISE),
                Map.of("pressure", Value.of(0.9))));
  }

  @Test
  void unrest() {
    assertThat(Unrest.of(0.02, 2, 0.15).withOnUnserved(6))
        .isEqualTo(new Unrest(Value.of(0.02), Value.of(6), 2, Value.of(0.15)));
    assertThat(Unrest.of(0.02, 2, 0.15).onUnserved()).isEqualTo(Value.ZERO);
  }

  @Test
  void waiver() {
    LocalDate expires = LocalDate.of(2019, 3, 19);
    Waiver bare = Waiver.of(expires, Waiver.Terms.of(90), 0.97, "gas", "electricity");
    assertThat(bare)
        .isEqualTo(
            new Waiver(
                List.of("gas", "electricity"),
                Optional.empty(),
                expires,
                Waiver.Terms.of(90),
                ByRegime.everywhere(0.97),
                ByRegime.everywhere(0),
                Value.ZERO,
                Value.ZERO));
    ByRegime byRegime = ByRegime.of(Map.of("pressure", Value.of(0.1)), 0.5);
    assertThat(
            bare.withWaives("ban")
                .withRenew(byRegime)
                .withReinstate(byRegime)
                .withOnDependency(1)
                .withOnUnserved(4))
        .isEqualTo(
            new Waiver(
                List.of("gas", "electricity"),
                Optional.of(List.of("ban")),
                expires,
                Waiver.Terms.of(90),
                byRegime,
                byRegime,
                Value.ONE,
                Value.of(4)));
  }

  @Test
  void sanction() {
    Sanction cost = Sanction.cost(START, 0.25, "goods");
    assertThat(cost)
        .isEqualTo(
            new Sanction(
                Optional.of(START),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("goods"),
                Optional.of(Value.of(0.25)),
                Optional.empty(),
                Optional.empty(),
                ByRegime.everywhere(1)));
    ByRegime enforcement = ByRegime.everywhere(0.8);
    Sanction both =
        new Sanction(
            Optional.of(START),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(START.plusYears(1)),
            List.of("goods"),
            Optional.of(Value.of(0.25)),
            Optional.of(Value.of(0.1)),
            Optional.empty(),
            enforcement);
    assertThat(
            cost.withCut(Value.of(0.1)).withUntil(START.plusYears(1)).withEnforcement(enforcement))
        .isEqualTo(both);
    assertThat(
            Sanction.cut(START, 0.1, "goods")
                .withCost(Value.of(0.25))
                .withUntil(START.plusYears(1))
                .withEnforcement(enforcement))
        .isEqualTo(both);
  }

  @Test
  void regime() {
    assertThat(Regime.of(List.of("a", "b"), "a"))
        .isEqualTo(new Regime(List.of("a", "b"), "a", Map.of(), List.of()));
    assertThat(
            Regime.of(List.of("a", "b", "c"), "a")
                .withMonthly("a", "b", 0.1)
                .withMonthly("a", "c", 0.2)
                .withMonthly("b", "a", 0.3)
                .withEvent(START, "b", 0.5)
                .withEvent(START.plusMonths(1), "c", 1))
        .isEqualTo(
            new Regime(
                List.of("a", "b", "c"),
                "a",
                Map.of(
                    "a",
                    Map.of("b", Value.of(0.1), "c", Value.of(0.2)),
                    "b",
                    Map.of("a", Value.of(0.3))),
                List.of(
                    new Regime.Event(START, "b", 0.5),
                    new Regime.Event(START.plusMonths(1), "c", 1))));
  }

  @Test
  void energy() {
    Carrier gas =
        Carrier.of(
            Carrier.Kind.GAS,
            Quantity.of(48).withGrowth(0.06).withSeason(SEASON).withElasticity("income", 0.7),
            Quantity.of(28),
            Carrier.Imports.of(28)
                .withSeason(SEASON)
                .withElasticity("brent", 0.1)
                .withRegimeFactor("pressure", 0.9),
            Carrier.Price.of(7.5).withElasticity("brent", 0.5).withRegimeFactor("pressure", 1.1));
    Carrier.Storage storage = Carrier.Storage.of(500, 250, 3, 5, List.of(4, 5));
    Carrier.Project project =
        Carrier.Project.of(10, START)
            .withDelay(12)
            .withCancel(0.1)
            .withRampMonths(6)
            .withAvailability(0.9);
    Map<String, Value> brent = Map.of("brent", Value.of(0.1));
    assertThat(
            Energy.of(1)
                .withAnnualValue(3.5e9)
                .withCarrier(
                    "gas",
                    gas.withStorage(storage)
                        .withFuel(Carrier.Fuel.of("oil", 0.5, 2))
                        .withProject("basra", project))
                .withDependencyOf("gas")
                .withUnservedOf("gas"))
        .isEqualTo(
            new Energy(
                Value.of(3.5e9),
                Optional.of("gas"),
                Optional.of("gas"),
                0,
                Map.of(
                    "gas",
                    new Carrier(
                        Carrier.Kind.GAS,
                        Carrier.Demand.of(
                            new Quantity(
                                Value.of(48),
                                Value.of(0.06),
                                SEASON,
                                Map.of("income", Value.of(0.7)))),
                        new Carrier.Supply(
                            new Quantity(Value.of(28), Value.ZERO, List.of(), Map.of()),
                            Optional.of(new Carrier.Fuel("oil", Value.of(0.5), Value.of(2))),
                            Map.of()),
                        Carrier.Imports.of(Value.of(28))
                            .withSeason(SEASON)
                            .withElasticities(brent)
                            .withRegimeFactor(Map.of("pressure", Value.of(0.9))),
                        Optional.of(
                            new Carrier.Price(
                                Value.of(7.5),
                                Map.of("brent", Value.of(0.5)),
                                Map.of("pressure", Value.of(1.1)))),
                        Optional.of(
                            new Carrier.Storage(
                                Value.of(500),
                                Value.of(250),
                                Value.of(3),
                                Value.of(5),
                                List.of(4, 5))),
                        Map.of(
                            "basra",
                            new Carrier.Project(
                                Value.of(10),
                                START,
                                Value.of(12),
                                Value.of(0.1),
                                6,
                                Value.of(0.9)))))));
    assertThat(Carrier.Project.of(10, START))
        .isEqualTo(new Carrier.Project(Value.of(10), START, Value.ZERO, Value.ZERO, 1, Value.ONE));
  }

  @Test
  void payments() {
    assertThat(Payments.of(0.7))
        .isEqualTo(
            new Payments(
                Optional.empty(), Value.of(0.7), Value.ZERO, Value.ZERO, Payments.Arrears.NONE));
    assertThat(
            Payments.of(0.7)
                .withWaiver("energy", 0.2)
                .withCatchUp(0.02)
                .withArrears(Payments.Arrears.of(1e9).withLimit(2e9, 0.3)))
        .isEqualTo(
            new Payments(
                Optional.of("energy"),
                Value.of(0.7),
                Value.of(0.2),
                Value.of(0.02),
                new Payments.Arrears(Value.of(1e9), Optional.of(Value.of(2e9)), Value.of(0.3))));
  }

  @Test
  void drivers() {
    Driver.Override override = Driver.Override.NONE.withDrift(1).withVolatility(2).withLevel(3);
    Optional<Value> one = Optional.of(Value.ONE);
    assertThat(override)
        .isEqualTo(new Driver.Override(one, Optional.of(Value.of(2)), Optional.of(Value.of(3))));
    Map<String, Driver.Override> pressure = Map.of("pressure", override);
    Value[] v = new Value[7];
    for (int i = 0; i < v.length; i++) {
      v[i] = Value.of(i);
    }
    DatedPoints points = DatedPoints.of(Map.of(START, 0.05));
    List<Double> history = List.of(1.0, 1.1);
    Map<Driver, Driver> expected = new LinkedHashMap<>();
    expected.put(Driver.Constant.of(1).withUnit("u"), new Driver.Constant(v[1], "u"));
    expected.put(Driver.Path.of(points).withUnit("u"), new Driver.Path(points, "u"));
    expected.put(
        Driver.Gbm.of(1, 2, 3).withUnit("u").withRegime("pressure", override),
        new Driver.Gbm(v[1], v[2], v[3], pressure, "u"));
    expected.put(
        Driver.Ou.of(1, 2, 3, 4).withUnit("u").withRegime("pressure", override),
        new Driver.Ou(v[1], v[2], v[3], v[4], pressure, "u"));
    expected.put(
        Driver.LogOu.of(1, 2, 3, 4).withUnit("u").withRegime("pressure", override),
        new Driver.LogOu(v[1], v[2], v[3], v[4], pressure, "u"));
    expected.put(
        Driver.Jump.of(1, 2, 3, 4, 5, 6).withUnit("u").withRegime("pressure", override),
        new Driver.Jump(v[1], v[2], v[3], v[4], v[5], v[6], pressure, "u"));
    expected.put(
        Driver.Bootstrap.of(1, history, 6).withDemean(true).withUnit("u"),
        new Driver.Bootstrap(v[1], history, 6, true, "", "", "u"));
    expected.forEach((built, spelled) -> assertThat(built).isEqualTo(spelled));
    assertThat(expected).hasSize(7);
    assertThat(Driver.Gbm.of(1, 2, 3)).isEqualTo(new Driver.Gbm(v[1], v[2], v[3], Map.of(), ""));
  }

  @Test
  void question() {
    Question.Band band = Question.Band.atLeast(20e9);
    assertThat(Question.of("total.12m", band))
        .isEqualTo(
            new Question(
                "total.12m",
                band,
                Question.Window.ALL,
                Question.Test.ANY_MONTH,
                Optional.empty(),
                List.of()));
    assertThat(
            Question.of("total.12m", band)
                .withWindow(Question.Window.by(START))
                .withTest(new Question.Test.Run(12))
                .withUntil("first")
                .withGiven("first", true)
                .withGiven("second", false))
        .isEqualTo(
            new Question(
                "total.12m",
                band,
                Question.Window.by(START),
                new Question.Test.Run(12),
                Optional.of("first"),
                List.of(new Question.Given("first", true), new Question.Given("second", false))));
  }

  @Test
  void outputAndRun() {
    assertThat(Output.ALL.withMetrics(List.of("total")).withPercentiles(List.of(50.0)))
        .isEqualTo(new Output(List.of(50.0), Optional.of(List.of("total"))));
    RunDefaults run = RunDefaults.STANDARD.withPaths(7).withSeed(0);
    assertThat(run.paths()).isEqualTo(7);
    assertThat(run.seed()).isZero();
    assertThat(run.sampling()).isEqualTo(RunDefaults.STANDARD.sampling());
  }

  /** Null is refused where it is given, by the name of the argument. */
  @Test
  @SuppressWarnings("NullAway")
  void nullIsRefusedByName() {
    refuses("from", () -> Flow.of(null, "B", 1e9));
    refuses("annualValue", () -> Flow.of("A", "B", (Value) null));
    refuses("growth", () -> Flow.of("A", "B", 1e9).withGrowth((Value) null));
    refuses("key", () -> Flow.of("A", "B", 1e9).withElasticity(null, 1));
    refuses("planned", () -> Carrier.Project.of(1, null));
    refuses("capacity", () -> Carrier.Imports.of((Schedule) null));
    refuses("metric", () -> Question.of(null, Question.Band.above(1)));
    refuses("month", () -> Question.Window.by(null));
    refuses("id", () -> Value.parameter(null));
    refuses("exporter", () -> Scenario.builder("x", null, "B", START, 3));
    refuses("flow", () -> Scenario.builder("x", "A", "B", START, 3).flow("goods", null));
    refuses("covers", () -> Waiver.of(START.atDay(1), Waiver.Terms.of(3), 0.5, (String) null));
    refuses("targets", () -> Sanction.cost(START, 0.1, (String) null));
    refuses("from", () -> Sanction.cut(null, 0.1, "goods"));
    refuses(
        "demand",
        () ->
            Carrier.of(
                Carrier.Kind.GAS,
                null,
                Quantity.of(1),
                Carrier.Imports.of(1),
                Carrier.Price.of(1)));
    refuses("expires", () -> Waiver.of(null, Waiver.Terms.of(3), 0.5, "goods"));
    refuses("everywhere", () -> Waiver.Terms.of((List<Waiver.Term>) null));
    refuses("states", () -> Waiver.Terms.of((Map<String, List<Waiver.Term>>) null));
    refuses("states", () -> ByRegime.of((Map<String, Value>) null));
    refuses("states", () -> ByRegime.of((Map<String, Value>) null, 1));
    refuses("regime", () -> ByRegime.of((String) null, 1));
    refuses("regime", () -> ByRegime.of("calm", 1, null, 1));
    refuses("points", () -> DatedPoints.of(null));
    refuses("volatility", () -> Noise.strays((Value) null));
    refuses("file", () -> DrawTable.of(null));
  }

  private static void refuses(String argument, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(argument);
  }
}
