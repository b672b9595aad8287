package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.Correlation;
import io.corridor.model.DatedPoints;
import io.corridor.model.Distribution;
import io.corridor.model.Driver;
import io.corridor.model.NamedLever;
import io.corridor.model.Output;
import io.corridor.model.Question;
import io.corridor.model.Regime;
import io.corridor.model.RunDefaults;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of the format's documentation, which has something of everything, value by value. */
class EverythingTest {
  private static final LoadedScenario LOADED = load();
  private static final Scenario SCENARIO = LOADED.scenario();

  private static LoadedScenario load() {
    try {
      return ScenarioReader.create()
          .read(Path.of(EverythingTest.class.getResource("everything.yaml").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Carrier carrier(String id) {
    return SCENARIO.energy().orElseThrow().carriers().get(id);
  }

  @Test
  void head() {
    assertThat(SCENARIO.name()).isEqualTo("Iran–Iraq, March 2019");
    assertThat(SCENARIO.description()).isEqualTo("What the file is about, in a paragraph.\n");
    assertThat(SCENARIO.sources()).containsExactly("A handbook");
    assertThat(SCENARIO.parties().exporter()).isEqualTo("IRN");
    assertThat(SCENARIO.start()).isEqualTo(YearMonth.of(2019, 3));
    assertThat(SCENARIO.months()).isEqualTo(70);
    assertThat(SCENARIO.parameters())
        .isEqualTo(Map.of("demand-growth", new Distribution.Triangular(0.03, 0.06, 0.10)));
    assertThat(LOADED.variants()).containsExactly("no-waiver");
    assertThat(LOADED.variant()).isEmpty();
    assertThat(LOADED.set()).isEmpty();
  }

  @Test
  void regime() {
    Regime regime = SCENARIO.regime().orElseThrow();
    assertThat(regime.states()).containsExactly("pressure", "status-quo", "detente");
    assertThat(regime.monthly().get("status-quo"))
        .isEqualTo(Map.of("pressure", Value.of(0.03), "detente", Value.of(0.01)));
    assertThat(regime.events())
        .containsExactly(new Regime.Event(YearMonth.of(2021, 1), "detente", 0.5));
  }

  @Test
  void drivers() {
    assertThat(SCENARIO.drivers().get("brent"))
        .isEqualTo(
            new Driver.LogOu(
                Value.of(66), Value.of(65), Value.of(0.6), Value.of(0.33), Map.of(), "USD/bbl"));
    Driver.Gbm income = (Driver.Gbm) SCENARIO.drivers().get("income");
    assertThat(income.byRegime().get("pressure").drift()).contains(Value.of(0.01));
    Driver.Bootstrap fx = (Driver.Bootstrap) SCENARIO.drivers().get("fx");
    assertThat(fx.history()).hasSize(40).startsWith(1190.0);
    assertThat(fx.demean()).isTrue();
    assertThat(fx.block()).isEqualTo(6);
    assertThat(SCENARIO.drivers().get("tax"))
        .isEqualTo(
            new Driver.Path(
                DatedPoints.of(Map.of(YearMonth.of(2019, 3), 0.05, YearMonth.of(2022, 1), 0.08)),
                ""));
    assertThat(SCENARIO.correlations()).containsExactly(new Correlation("brent", "income", 0.5));
  }

  @Test
  void policy() {
    Waiver waiver = SCENARIO.waivers().get("energy-waiver");
    assertThat(waiver.expires()).isEqualTo(LocalDate.of(2019, 3, 19));
    assertThat(waiver.waives()).contains(List.of("energy-ban"));
    assertThat(waiver.terms().in("status-quo"))
        .containsExactly(new Waiver.Term(90, 3), new Waiver.Term(120, 5));
    assertThat(waiver.renew().otherwise()).isEmpty();
    assertThat(waiver.renew().in("pressure")).isEqualTo(Value.of(0.85));
    assertThat(waiver.onUnserved()).isEqualTo(Value.of(4));
    assertThat(waiver.onDependency()).isEqualTo(Value.of(1));
    ByRegime enforcement = SCENARIO.sanctions().get("finance").enforcement();
    assertThat(enforcement.in("detente")).isEqualTo(Value.of(0.3));
    assertThat(enforcement.in("pressure")).isEqualTo(Value.of(1));
    assertThat(SCENARIO.sanctions().get("finance").cut()).isEmpty();
    assertThat(SCENARIO.compliance().level().in("detente")).isEqualTo(Value.of(1));
  }

  @Test
  void energy() {
    assertThat(SCENARIO.energy().orElseThrow().annualValue()).isEqualTo(Value.of(1.75e9));
    Carrier gas = carrier("gas");
    assertThat(gas.kind()).isEqualTo(Carrier.Kind.GAS);
    assertThat(gas.sources().get("").capacity())
        .isEqualTo(
            DatedPoints.of(Map.of(YearMonth.of(2019, 3), 14.0, YearMonth.of(2020, 6), 35.0)));
    assertThat(gas.storage().orElseThrow().fillMonths()).containsExactly(4, 5, 6, 7, 8, 9, 10);
    assertThat(gas.projects().get("basra-gas"))
        .isEqualTo(
            new Carrier.Project(
                Value.of(10),
                YearMonth.of(2021, 6),
                new Distribution.Lognormal(12, 0.8, Optional.empty()),
                Value.of(0.1),
                6,
                Value.of(0.9)));
    Carrier electricity = carrier("electricity");
    assertThat(electricity.demand().quantity().base()).isEqualTo(Value.of(14_500));
    assertThat(electricity.demand().quantity().growth())
        .isEqualTo(Value.parameter("demand-growth"));
    assertThat(electricity.supply().fuel())
        .contains(new Carrier.Fuel("gas", Value.of(0.54), Value.of(0.0066)));
    assertThat(electricity.sources().get("").capacity()).isEqualTo(Value.of(1200));
  }

  @Test
  void trade() {
    assertThat(SCENARIO.flows().get("goods").annualValue()).isEqualTo(Value.of(7.65e9));
    assertThat(SCENARIO.flows().get("goods").substitution()).contains(Value.of(3.8));
    assertThat(SCENARIO.flows().get("return-goods").partnerShare()).isEqualTo(Value.ONE);
    assertThat(SCENARIO.payments().orElseThrow().arrears().limit()).contains(Value.of(2e9));
    assertThat(SCENARIO.unrest().orElseThrow().duration()).isEqualTo(2);
    assertThat(SCENARIO.rankOf()).contains(List.of("goods", "gas"));
    assertThat(SCENARIO.partners().get("CHN").annualValue()).isEqualTo(Value.of(9e9));
    assertThat(SCENARIO.indices().get("leverage"))
        .isEqualTo(Map.of("energy.electricity.dependency", 0.5, "energy.gas.dependency", 0.5));
  }

  @Test
  void questions() {
    Map<String, Question> questions = SCENARIO.questions();
    assertThat(questions.get("reaches-20bn").band()).isEqualTo(Question.Band.atLeast(20e9));
    assertThat(questions.get("reaches-20bn").window())
        .isEqualTo(Question.Window.by(YearMonth.of(2024, 12)));
    assertThat(questions.get("independent").test()).isEqualTo(new Question.Test.Run(12));
    assertThat(questions.get("keeps-buying").test()).isEqualTo(new Question.Test.EveryMonth());
    assertThat(questions.get("keeps-buying").until()).contains("independent");
    assertThat(questions.get("dark-summer").window())
        .isEqualTo(Question.Window.in(YearMonth.of(2021, 6), YearMonth.of(2021, 9)));
    assertThat(questions.get("lapse").band()).isEqualTo(Question.Band.below(1));
    assertThat(questions.get("reach-if-no-lapse").given())
        .containsExactly(new Question.Given("lapse", false));
    assertThat(questions.get("months-dark").test()).isEqualTo(new Question.Test.CountMonths());
  }

  @Test
  void levers() {
    assertThat(SCENARIO.levers())
        .isEqualTo(
            Map.of(
                "plants",
                NamedLever.of(
                        "How often plans come to nothing",
                        "energy.carriers.gas.projects.basra-gas.cancel",
                        "waivers.energy-waiver.reinstate.pressure")
                    .withFrom(0.0)
                    .withTo(0.5)
                    .withKind(NamedLever.Kind.POLICY),
                "capacity",
                NamedLever.of("Lines from Iran", "energy.carriers.electricity.imports.capacity")
                    .withShift(List.of(-600.0, 600.0))));
    assertThat(SCENARIO.levers()).containsOnlyKeys("plants", "capacity");
  }

  @Test
  void output() {
    assertThat(SCENARIO.output())
        .isEqualTo(
            new Output(
                List.of(5.0, 25.0, 50.0, 75.0, 95.0), Optional.of(List.of("total", "total.12m"))));
    assertThat(SCENARIO.run()).isEqualTo(new RunDefaults(100_000, 1, Sampling.RANDOM));
  }
}
