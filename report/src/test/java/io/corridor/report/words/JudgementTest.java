package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Carrier;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.report.Examples;
import io.corridor.why.Cause;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Ratio ZERO = new Ratio(0, 0);

  private static Cause cause(double share, String... members) {
    return new Cause(
        String.join("+", members), Arrays.asList(members), new Ratio(share, 0), ZERO, ZERO);
  }

  private static Shares shares(Cause... causes) {
    return new Shares(List.of(causes), ZERO);
  }

  private static Driver.LogOu driver(Value volatility) {
    return new Driver.LogOu(Value.ONE, Value.ONE, Value.ONE, volatility, Map.of(), "");
  }

  private static Scenario scenario() {
    return Examples.scenario()
        .draws("posterior", DrawTable.of("draws.csv").withColumn("v", List.of(0.1, 0.2)))
        .driver("brent", driver(Value.draw("posterior", "v")))
        .driver("heat", driver(Value.of(0.1)))
        .buildUnchecked();
  }

  @Test
  void aMeasuredPriceThatAJudgedElasticityCarriesIsJudged() {
    Shares shares =
        shares(
            cause(0.4, "drivers.brent"),
            cause(0.3, "draws.fit-drivers-brent"),
            cause(0.1, "draws.posterior"),
            cause(0.2, "regime"));
    Flow goods = Flow.of("IRN", "IRQ", 1e9);
    Scenario judged =
        scenario().toBuilder().flow("oil", goods.withElasticity("brent", 0.3)).buildUnchecked();
    assertThat(new Judgement(judged).share(shares)).isCloseTo(0.9, within(1e-12));
    assertThat(new Judgement(judged).sentence(shares)).isPresent();
    Scenario measured =
        scenario().toBuilder()
            .flow("oil", goods.withElasticity("brent", Value.draw("posterior", "v")))
            .buildUnchecked();
    assertThat(new Judgement(measured).share(shares)).isCloseTo(0.2, within(1e-12));
    Scenario none =
        scenario().toBuilder().flow("oil", goods.withElasticity("brent", 0)).buildUnchecked();
    assertThat(new Judgement(none).share(shares)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void whatIsDrawnFromAPosteriorAndItsShocksAreNoJudgementAlone() {
    Shares shares =
        shares(
            cause(0.4, "drivers.brent"),
            cause(0.1, "draws.posterior"),
            cause(0.2, "drivers.heat"),
            cause(0.25, "regime"),
            cause(0.05, "drivers.brent", "drivers.heat"));
    Judgement judgement = new Judgement(scenario());
    assertThat(judgement.share(shares)).isCloseTo(0.45, within(1e-12));
    assertThat(judgement.sentence(shares).orElseThrow().replace(Amounts.NO_BREAK, ' '))
        .isEqualTo("45 % of the variance of this answer rests on judgement alone.");
  }

  @Test
  void whereNothingIsMeasuredNothingIsSaid() {
    Shares shares = shares(cause(1, "drivers.heat"));
    assertThat(new Judgement(scenario()).share(shares)).isEqualTo(1);
    assertThat(new Judgement(scenario()).sentence(shares)).isEmpty();
  }

  @Test
  void aNoiseIsMeasuredWhereItsNumbersAre() {
    Noise drawn = new Noise(Value.ONE, Value.draw("posterior", "v"));
    Flow goods = scenario().flows().get("goods").withNoise(drawn);
    Scenario noisy = scenario().toBuilder().flow("goods", goods).buildUnchecked();
    assertThat(new Judgement(noisy).share(shares(cause(1, "flows.goods.noise")))).isZero();
    assertThat(new Judgement(noisy).share(shares(cause(1, "flows.goods.growth")))).isEqualTo(1);
  }

  @Test
  void soIsThatOfWhatIsDemanded() {
    Energy energy = scenario().energy().orElseThrow();
    Carrier electricity = energy.carriers().get("electricity");
    Carrier.Demand demand = electricity.demand();
    Noise drawn = new Noise(Value.ONE, Value.draw("posterior", "v"));
    Carrier noisy = electricity.withDemand(demand.withQuantity(demand.quantity().withNoise(drawn)));
    Scenario scenario =
        scenario().toBuilder()
            .energy(energy.withCarriers(Map.of("electricity", noisy)))
            .buildUnchecked();
    Judgement judgement = new Judgement(scenario);
    assertThat(judgement.share(shares(cause(1, "energy.carriers.electricity.demand.noise"))))
        .isZero();
    assertThat(judgement.share(shares(cause(1, "energy.carriers.electricity.supply.noise"))))
        .isEqualTo(1);
  }
}
