package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Distribution;
import io.corridor.model.KeyPath;
import io.corridor.model.Scale;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are moved with their spread. */
class ShiftTest {
  private static final String BASE = "energy.carriers.gas.demand.base";

  private static LoadedScenario read(String yaml, String option, String amount) {
    return ScenarioReader.create().withSet(option, amount).readText(yaml, "x.yaml");
  }

  private static Value base(String value, String option, String amount) {
    LoadedScenario loaded =
        read(
            Minimal.replacing("demand: {base: 10 mcm/d}", "demand: {base: " + value + "}"),
            BASE + option,
            amount);
    return loaded.numbers().get(KeyPath.parse(BASE));
  }

  @Test
  void whatIsCertainMovesByAnAmountInItsUnitOrByAFactor() {
    assertThat(base("10 mcm/d", "+", "2")).isEqualTo(Value.of(12));
    assertThat(base("10 mcm/d", "+", "0.365 bcm/year")).isEqualTo(Value.of(11));
    assertThat(base("10 mcm/d", "*", "1.5")).isEqualTo(Value.of(15));
    assertThat(
            read(Minimal.YAML, "regime.monthly.calm.tense+", "10 %")
                .scenario()
                .regime()
                .orElseThrow()
                .monthly()
                .get("calm"))
        .containsEntry("tense", Value.of(0.2));
  }

  @Test
  void allPointsMove() {
    String yaml =
        Minimal.replacing("capacity: 8 mcm/d", "capacity: {2020-01: 8 mcm/d, 2020-06: 9 mcm/d}");
    Scenario scenario = read(yaml, "energy.carriers.gas.imports.capacity+", "1 mcm/d").scenario();

    assertThat(scenario.energy().orElseThrow().carriers().get("gas").sources().values())
        .extracting(Carrier.Source::capacity)
        .containsExactly(
            DatedPoints.of(Map.of(YearMonth.of(2020, 1), 9.0, YearMonth.of(2020, 6), 10.0)));
  }

  @Test
  void eachDrawOfALawMovesAlike() {
    assertThat(base("{uniform: [8, 18]}", "+", "2")).isEqualTo(new Distribution.Uniform(10, 20));
    assertThat(base("{triangular: [8, 9, 18]}", "*", "2"))
        .isEqualTo(new Distribution.Triangular(16, 18, 36));
    assertThat(base("{pert: [8, 9, 18]}", "+", "1")).isEqualTo(new Distribution.Pert(9, 10, 19));
    assertThat(base("{normal: [8, 2], within: [4, 12]}", "+", "1"))
        .isEqualTo(new Distribution.Normal(9, 2, Optional.of(new Distribution.Interval(5, 13))));
    assertThat(base("{normal: [8, 2], within: [4, 12]}", "*", "2"))
        .isEqualTo(new Distribution.Normal(16, 4, Optional.of(new Distribution.Interval(8, 24))));
    assertThat(base("{lognormal: [8, 0.2], within: [4, 12]}", "*", "2"))
        .isEqualTo(
            new Distribution.Lognormal(16, 0.2, Optional.of(new Distribution.Interval(8, 24))));
    assertThat(base("{beta: [2, 3]}", "*", "2"))
        .isEqualTo(new Distribution.Beta(2, 3, Optional.of(new Distribution.Interval(0, 2))));
    assertThat(base("{choice: {values: [8, 9], weights: [0.5, 0.5]}}", "+", "1"))
        .isEqualTo(new Distribution.Choice(List.of(9.0, 10.0), List.of(0.5, 0.5)));
    assertThat(base("8 to 18 mcm/d", "*", "2"))
        .isEqualTo(Distribution.Quantiles.interval(16, 36, Scale.LOG));
  }

  @Test
  void isMadeAfterWhatIsSet() {
    Scenario scenario =
        ScenarioReader.create()
            .withSet("flows.goods.growth+", "0.01")
            .withSet("flows.goods.growth", "{normal: [0.02, 0.03], within: [-0.5, 0.5]}")
            .withSet("flows.goods.growth*", "2")
            .readText(Minimal.YAML, "x.yaml")
            .scenario();

    Distribution.Normal growth = (Distribution.Normal) scenario.flows().get("goods").growth();
    assertThat(growth.mean()).isEqualTo(0.06);
    assertThat(growth.sd()).isEqualTo(0.06);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        BASE + "+ | 1 | --set " + BASE + "+=1: " + BASE + ": no draw of a law that stays positive",
        BASE + "* | 0 | a factor must be greater than 0; found '0'",
        BASE + "+ | 1 USD | unit USD doesn't fit",
        BASE + "+ | {uniform: [0, 1]} | must be",
        "energy.carriers.gas.demand.bas+ | 1 | is no number that the file states and that could be"
            + " moved; did you mean '"
            + BASE
            + "'?",
        "months+ | 1 | is no number that the file states and that could be moved",
        "flows.goods.elasticities.oil+ | 1 | is the parameter 'response', which is moved wherever"
            + " it is used: parameters.response+=",
        "energy.carriers.gas.imports.take-or-pay+ | 0.5 | must be from 0 to 1, not 1.3",
      })
  void saysWhyANumberDoesNotMove(String option, String amount, String message) {
    String yaml =
        Minimal.replacing("demand: {base: 10 mcm/d}", "demand: {base: {lognormal: [10, 0.1]}}")
            .replace("elasticities: {oil: 0.1}", "elasticities: {oil: {parameter: response}}")
            .replace(
                "imports: {capacity: 8 mcm/d}", "imports: {capacity: 8 mcm/d, take-or-pay: 0.8}")
            .replace("flows:", "parameters: {response: {uniform: [0, 1]}}\nflows:");

    assertThatThrownBy(() -> read(yaml, option, amount)).hasMessageContaining(message);
  }
}
