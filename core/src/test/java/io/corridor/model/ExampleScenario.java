package io.corridor.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The example of the scenario format, with one driver of each kind and every optional part. */
final class ExampleScenario {
  private static final List<Double> FLAT =
      List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);

  private static final Map<String, Value> PRESSURE = Map.of("pressure", Value.of(0.9));

  private ExampleScenario() {}

  static Scenario get() {
    Scenario.Builder scenario =
        Scenario.builder("Iran–Iraq, March 2019", "IRN", "IRQ", YearMonth.of(2019, 3), 70);
    scenario.parameter("demand-growth", new Distribution.Triangular(0.03, 0.06, 0.10));
    scenario.parameter("wide", new Distribution.Uniform(-2, 2));
    scenario.parameter("plain", Value.of(-2));
    policy(scenario);
    drivers(scenario);
    world(scenario);
    energy(scenario);
    trade(scenario);
    questions(scenario);
    return scenario.buildUnchecked();
  }

  private static void policy(Scenario.Builder scenario) {
    scenario.regime(
        new Regime(
            List.of("pressure", "status-quo", "detente"),
            "status-quo",
            Map.of("status-quo", Map.of("pressure", Value.of(0.03), "detente", Value.of(0.01))),
            List.of(new Regime.Event(YearMonth.of(2021, 1), "detente", 0.5))));
    Map<String, List<Waiver.Term>> terms = new LinkedHashMap<>();
    terms.put("pressure", List.of(new Waiver.Term(45, 2), new Waiver.Term(90, 1)));
    terms.put("status-quo", List.of(new Waiver.Term(90, 3)));
    terms.put("detente", List.of(new Waiver.Term(120, 1)));
    scenario.waiver(
        "energy-waiver",
        new Waiver(
            List.of("electricity", "gas"),
            Optional.of(List.of("energy-ban")),
            LocalDate.of(2019, 3, 19),
            Waiver.Terms.of(terms),
            ByRegime.of(regimes(0.85, 0.97, 1)),
            ByRegime.of(regimes(0.1, 0.5, 1)),
            Value.ONE,
            Value.of(4)));
    scenario.sanction(
        "energy-ban",
        new Sanction(
            Optional.of(YearMonth.of(2018, 11)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(YearMonth.of(2030, 1)),
            List.of("electricity", "gas"),
            Optional.empty(),
            Optional.of(Value.ONE),
            Optional.empty(),
            ByRegime.of(regimes(1, 0.8, 0))));
    scenario.sanction(
        "finance",
        new Sanction(
            Optional.of(YearMonth.of(2018, 11)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("goods"),
            Optional.of(Value.of(0.25)),
            Optional.of(Value.of(0.1)),
            Optional.empty(),
            ByRegime.of(Map.of("detente", Value.of(0.3)), 1)));
    scenario.compliance(
        new Compliance(ByRegime.of(Map.of("pressure", Value.of(0.8)), 1), Value.ONE));
  }

  private static Map<String, Value> regimes(double pressure, double statusQuo, double detente) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("pressure", Value.of(pressure));
    values.put("status-quo", Value.of(statusQuo));
    values.put("detente", Value.of(detente));
    return values;
  }

  private static void drivers(Scenario.Builder scenario) {
    Optional<Value> some = Optional.of(Value.of(0.1));
    Map<String, Driver.Override> drifts =
        Map.of("pressure", new Driver.Override(some, some, Optional.empty()));
    Map<String, Driver.Override> levels =
        Map.of("pressure", new Driver.Override(Optional.empty(), some, some));
    Value one = Value.ONE;
    Optional<Value> end = Optional.of(one);
    scenario.driver("brent", new Driver.LogOu(one, end, one, one, one, levels, "USD/bbl"));
    scenario.driver("income", new Driver.Gbm(one, end, one, one, drifts, ""));
    scenario.driver("spread", new Driver.Ou(one, end, one, one, one, levels, ""));
    scenario.driver("gold", new Driver.Jump(one, one, one, one, one, one, drifts, ""));
    scenario.driver(
        "fx", new Driver.Bootstrap(one, List.of(1.0, 1.1), 6, true, "fx.csv", "usd_iqd", ""));
    scenario.driver(
        "tax", new Driver.Path(DatedPoints.of(Map.of(YearMonth.of(2019, 3), 0.05)), ""));
    scenario.driver("vat", new Driver.Constant(one, ""));
    scenario.correlation("brent", "income", 0.5);
    scenario.correlation("brent", "goods", 0.2);
    scenario.correlation("demand-growth", "wide", 0.3);
  }

  private static void world(Scenario.Builder scenario) {
    List<TradeMatrix.Row> rows = new ArrayList<>();
    for (String from : List.of("IRN", "IRQ", "TUR")) {
      for (String to : List.of("IRN", "IRQ", "TUR")) {
        rows.add(
            new TradeMatrix.Row(rows.size() + 2, 2016, from, to, from.equals(to) ? 90 : 10, 0));
      }
    }
    World.Change change = new World.Change(Value.of(0.02), Map.of("brent", Value.of(0.3)));
    scenario.world(
        new World(
            new TradeMatrix("trade.csv", Optional.of(2016), 1e9, rows),
            List.of("IRN", "IRQ"),
            Optional.of("ROW"),
            Map.of("east", List.of("IRN", "IRQ")),
            Value.of(4.5),
            World.Deficits.ZERO,
            Map.of("ROW", ByRegime.of(Map.of("pressure", Value.of(0.2)), 1)),
            Map.of("freight", new World.Cost(List.of("all.ROW"), Map.of("brent", Value.of(0.1)))),
            Map.of("IRQ", new World.Shift(change, change)),
            Value.of(9)));
    scenario.sanction(
        "duties", Sanction.answer("finance", 3, 0.7, 0.25, "world.IRQ.east", "world.ROW.all"));
    scenario.flow("services", Flow.of("IRQ", "IRN", 1e9).withWorld(true));
  }

  private static void energy(Scenario.Builder scenario) {
    Map<String, Value> brent = Map.of("brent", Value.ONE);
    Quantity quantity = new Quantity(Value.of(10), Value.parameter("demand-growth"), FLAT, brent);
    Carrier.Imports imports =
        Carrier.Imports.of(Value.of(20))
            .withSeason(FLAT)
            .withElasticities(brent)
            .withRegimeFactor(PRESSURE);
    Carrier.Price price = new Carrier.Price(Value.of(9), brent, PRESSURE);
    Carrier.Storage storage =
        new Carrier.Storage(Value.of(500), Value.of(250), Value.of(3), Value.of(5), List.of(4, 5));
    Carrier.Project project =
        new Carrier.Project(
            Value.of(10),
            YearMonth.of(2021, 6),
            new Distribution.Lognormal(12, 0.8, Optional.empty()),
            Value.of(0.1),
            6,
            Value.of(0.9));
    Map<String, Carrier> carriers = new LinkedHashMap<>();
    carriers.put(
        "gas",
        new Carrier(
            Carrier.Kind.GAS,
            Carrier.Demand.of(quantity),
            Carrier.Supply.of(quantity),
            imports,
            Optional.of(price),
            Optional.of(storage),
            Map.of("basra", project)));
    carriers.put(
        "electricity",
        new Carrier(
            Carrier.Kind.ELECTRICITY,
            Carrier.Demand.of(quantity),
            new Carrier.Supply(
                quantity,
                Optional.of(new Carrier.Fuel("gas", Value.of(0.54), Value.of(0.0066))),
                Map.of()),
            Carrier.Imports.of(DatedPoints.of(Map.of(YearMonth.of(2019, 3), 1200.0))),
            Optional.of(price),
            Optional.empty(),
            Map.of()));
    scenario.energy(
        new Energy(
            Value.of(1.75e9),
            Optional.of("electricity"),
            Optional.of("electricity"),
            0.5,
            carriers));
  }

  private static void trade(Scenario.Builder scenario) {
    Noise noise = new Noise(Value.of(2), Value.of(0.25));
    Map<String, Value> income = Map.of("income", Value.of(1.2));
    scenario.flow(
        "goods",
        new Flow(
            "IRN",
            "IRQ",
            Value.of(7.65e9),
            Value.of(0.2),
            Optional.of(Value.of(3.8)),
            Value.ONE,
            false,
            Value.of(0.03),
            income,
            Optional.of(noise),
            FLAT,
            PRESSURE));
    scenario.flow(
        "return-goods",
        new Flow(
            "IRQ",
            "IRN",
            Value.of(77e6),
            Value.ONE,
            Optional.empty(),
            Value.ONE,
            false,
            Value.ZERO,
            Map.of(),
            Optional.empty(),
            List.of(),
            Map.of()));
    scenario.payments(
        new Payments(
            Optional.of("energy-waiver"),
            Value.of(0.7),
            Value.of(0.2),
            Value.of(0.02),
            new Payments.Arrears(Value.of(1e9), Optional.of(Value.of(2e9)), Value.of(0.3))));
    scenario.unrest(new Unrest(Value.of(0.02), Value.of(6), 2, Value.of(0.15)));
    scenario.rankOf(List.of("goods", "gas"));
    scenario.partner(
        "CHN",
        new Partner(
            Value.of(9e9),
            Value.ZERO,
            Map.of("brent", Value.of(0.4)),
            Optional.of(noise),
            PRESSURE));
  }

  private static void questions(Scenario.Builder scenario) {
    YearMonth by = YearMonth.of(2024, 12);
    scenario.index("leverage", Map.of("energy.gas.dependency", 0.5));
    scenario.question("reaches", question("total.12m", Question.Test.ANY_MONTH, Optional.empty()));
    scenario.question(
        "independent",
        question("energy.electricity.dependency", new Question.Test.Run(12), Optional.empty()));
    scenario.question(
        "keeps-buying",
        question(
            "energy.electricity.imports",
            new Question.Test.EveryMonth(),
            Optional.of("independent")));
    scenario.question(
        "months-dark",
        question("energy.gas.unserved-share", new Question.Test.CountMonths(), Optional.empty()));
    scenario.question(
        "conditional",
        new Question(
            "total.12m",
            new Question.Band(OptionalDouble.of(1), true, OptionalDouble.of(2), true),
            Question.Window.in(by.minusMonths(6), by),
            Question.Test.ANY_MONTH,
            Optional.empty(),
            List.of(new Question.Given("reaches", false))));
    scenario.output(new Output(List.of(5.0, 50.0), Optional.of(List.of("total", "rank"))));
  }

  private static Question question(String metric, Question.Test test, Optional<String> until) {
    return new Question(
        metric,
        Question.Band.atLeast(0.5),
        Question.Window.by(YearMonth.of(2024, 12)),
        test,
        until,
        List.of());
  }
}
