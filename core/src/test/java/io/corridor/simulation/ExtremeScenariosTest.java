package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Corridors;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Carrier;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Output;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import io.corridor.model.Unrest;
import io.corridor.model.Waiver;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that are valid and out of all proportion: right, or refused with the reason. */
class ExtremeScenariosTest {
  private static final Settings SETTINGS = new Settings(2_048, 7, 1, Progress.NONE);

  /**
   * The logarithm's standard deviation after a month is √(λΔ (a² + b²)), of which a mean of λΔ
   * jumps is a part; a sample of 2 048 has it within 8 % but once in 10^6 seeds.
   */
  @ParameterizedTest(name = "{0} jumps a year")
  @ValueSource(doubles = {12, 1_200, 9_000, 1e9, 1e20})
  void jumpsVaryAsMuchAsTheirRateSays(double rate) {
    double sd = 0.1 / Math.sqrt(rate / 12);
    Scenario scenario =
        Corridors.from("2020-01", 2)
            .driver("price", Driver.Jump.of(1, 0, 0, rate, 0, sd))
            .output(Output.ALL.withMetrics("driver.price"))
            .build();
    Series price = Simulator.run(scenario, SETTINGS).series("driver.price");
    assertThat(price.mean(1)).isCloseTo(1, within(0.011));
    assertThat(price.sd(1)).isCloseTo(0.1, within(rate < 100 ? 0.015 : 0.008));
  }

  /** Demand and capacity without end: imports over all supply is infinity over infinity. */
  private static Scenario.Builder boundless(String metric) {
    Carrier power =
        Carrier.of(
            Carrier.Kind.ELECTRICITY,
            Quantity.of(1e9).withElasticity("boom", 1),
            Quantity.of(1),
            Carrier.Imports.of(1e9).withElasticity("boom", 1),
            Carrier.Price.of(1));
    return Corridors.from("2020-01", 24)
        .driver("boom", Driver.Gbm.of(1, 1e4, 0.1))
        .energy(Energy.of(0).withCarrier("power", power))
        .output(Output.ALL.withMetrics(metric));
  }

  @Test
  void aRenewalWithoutAChanceIsFound() {
    Scenario scenario =
        boundless("waiver.oil.coverage")
            .waiver(
                "oil",
                Waiver.of(LocalDate.of(2020, 6, 1), Waiver.Terms.of(90), 0.5, "power")
                    .withOnDependency(1))
            .build();
    assertThatThrownBy(() -> Simulator.run(scenario, SETTINGS))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("waivers.oil.renew: on path")
        .hasMessageContaining("not a number");
  }

  @Test
  void unrestThatDependsOnNoNumberIsFound() {
    Scenario scenario =
        boundless("unrest").unrest(Unrest.of(0.1, 2, 0.5).withOnUnserved(1)).build();
    assertThatThrownBy(() -> Simulator.run(scenario, SETTINGS))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("unrest: on path")
        .hasMessageContaining("not a number");
  }

  @Test
  void aRankAmongTotalsWithoutEndIsFound() {
    Scenario scenario =
        boundless("rank").partner("other", Partner.of(1e9).withElasticity("boom", 1)).build();
    assertThatThrownBy(() -> Simulator.run(scenario, SETTINGS))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("rank: in 2020-");
  }

  @Test
  void chainsOfQuestionsAndFuelsMayBeLong() {
    Scenario.Builder scenario = Corridors.from("2020-01", 2);
    int length = 5_000;
    Question question = Question.of("total", Band.atLeast(1e9));
    for (int i = 0; i < length; i++) {
      scenario.question(
          "q" + i,
          i + 1 == length
              ? question
              : new Question(
                  "total",
                  question.band(),
                  question.window(),
                  question.test(),
                  Optional.of("q" + (i + 1)),
                  question.given()));
    }
    Scenario valid = scenario.build();
    assertThat(ScenarioCheck.check(valid)).isEmpty();
    assertThat(PlanCompiler.compile(valid, Drawn.of(1), Wanted.REPORTED).inquiries())
        .hasSize(length);
  }

  @Test
  void chainsOfFuelsMayBeLong() {
    Energy energy = Energy.of(0);
    int length = 600;
    for (int i = 0; i < length; i++) {
      Carrier carrier =
          Carrier.of(
              Carrier.Kind.GAS,
              Quantity.of(1),
              Quantity.of(2),
              Carrier.Imports.of(0),
              Carrier.Price.of(1));
      energy =
          energy.withCarrier(
              "c" + i,
              i + 1 == length
                  ? carrier
                  : carrier.withFuel(Carrier.Fuel.of("c" + (i + 1), 0.5, 0.1)));
    }
    Scenario scenario =
        Corridors.from("2020-01", 2)
            .energy(energy.withDependencyOf("c0").withUnservedOf("c0"))
            .output(Output.ALL.withMetrics("energy.c0.unserved"))
            .build();
    assertThat(Simulator.run(scenario, SETTINGS).series("energy.c0.unserved").mean(0)).isZero();
  }

  @Test
  void aMonthBeyondTheLastIsNamed() {
    Projection projection =
        Simulator.run(Corridors.from("2020-01", 24).build(), SETTINGS.withPaths(3));
    assertThatThrownBy(() -> projection.series("total").mean(24))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("month 24 (2022-01); there are 0 (2020-01) to 23 (2021-12)");
    assertThatThrownBy(() -> projection.series("total").percentile(50, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
