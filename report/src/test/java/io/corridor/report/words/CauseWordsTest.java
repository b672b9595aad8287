package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Carrier;
import io.corridor.model.DrawTable;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Given;
import io.corridor.model.Question.Window;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.why.Box;
import io.corridor.why.Cause;
import io.corridor.why.Ratio;
import io.corridor.why.Target;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseWordsTest {
  private static final YearMonth START = YearMonth.of(2020, 1);

  private static Scenario scenario() {
    Map<String, Carrier.Source> sources = new LinkedHashMap<>();
    sources.put("line-1", Carrier.Imports.of(5));
    sources.put("line-2", Carrier.Imports.of(5));
    Carrier carrier =
        Carrier.of(
                Carrier.Kind.GAS,
                Quantity.of(5),
                Quantity.of(1),
                new Carrier.Sources(sources),
                Carrier.Price.of(5))
            .withProject("new-field", Carrier.Project.of(5, START));
    Question short5 =
        Question.of("energy.gas.unserved-share", Band.atLeast(0.05))
            .withWindow(Window.at(START.plusMonths(5)));
    return Scenario.builder("Words", "AAA", "BBB", START, 24)
        .regime(Regime.of(List.of("calm", "cut-off"), "calm").withMonthly("calm", "cut-off", 0.1))
        .energy(Energy.of(1e6).withCarrier("gas", carrier))
        .label("energy.carriers.gas.imports.sources.line-1", "Turkey")
        .label("energy.carriers.gas.projects.new-field", "the field at Basra")
        .label("drivers.brent", "the oil price")
        .draws("fit-drivers-brent", DrawTable.of("").withColumn("drivers.brent.level", List.of(1.)))
        .draws("fit-elsewhere", DrawTable.of("").withColumn("drivers.brent.level", List.of(1.)))
        .question("cut-off", Question.of("regime.cut-off", Band.atLeast(1)))
        .question("short-if", short5.withGiven(List.of(new Given("cut-off", true))))
        .question("short-unless", short5.withGiven(List.of(new Given("cut-off", false))))
        .question("months", months(12))
        .question("more-months", months(18))
        .build();
  }

  private static Question months(int from) {
    return Question.of("energy.gas.unserved-share", Band.atLeast(0.05))
        .withWindow(new Window(Optional.of(START.plusMonths(from)), Optional.empty()))
        .withTest(new Question.Test.CountMonths());
  }

  private final CauseWords words = new CauseWords(scenario());

  @Test
  void noisesThatAreOneCauseShareTheWord() {
    List<String> members = List.of("flows.goods.noise", "flows.services.noise");
    Cause cause = new Cause("noise", members, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
    assertThat(words.cause(cause)).isEqualTo("the noises of goods and services");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regime | the regime",
        "regime.monthly.calm.cut-off | from calm to cut off, chance a month",
        "drivers.brent | the oil price",
        "drivers.heat | heat",
        "flows.goods.growth | goods, growth a year",
        "flows.goods.elasticities.brent | goods, elasticity to the oil price",
        "flows.goods.season.0 | goods, factor of January",
        "flows.goods.regime-factor.cut-off | goods, factor under cut off",
        "flows.goods.substitution"
            + " | goods, how readily buyers switch supplier (Armington elasticity)",
        "drivers.brent.by-regime.cut-off.drift | the oil price, under cut off, growth a year"
            + " (drift)",
        "drivers.brent.points.2019-03 | the oil price, value in March 2019",
        "regime.events.0.probability | regime, event 1, chance",
        "energy.carriers.gas.imports.season.11 | imported gas, factor of December",
        "indices.gas-share.energy.gas.dependency"
            + " | the gas share index, weight of the dependency on imported gas",
        "questions.cut-off.at-least | the threshold of “the policy regime reaches cut-off”",
        "flows.goods.noise | the noise of goods",
        "waivers.us-waiver | the US waiver",
        "energy.carriers.gas.imports.sources.line-1.opens | the opening of gas from Turkey",
        "energy.carriers.gas.imports.sources.line-2.interruptions"
            + " | interruptions of gas from line 2",
        "energy.carriers.gas.imports.sources.line-1.capacity | gas from Turkey, capacity",
        "energy.carriers.gas.imports.interruptions | interruptions of imported gas",
        "energy.carriers.gas.supply.units | the units of gas",
        "energy.carriers.gas.projects.new-field | the project the field at Basra",
        "energy.carriers.gas.projects.old-field | the project old field",
        "draws.fit-drivers-brent | the fitted numbers of the oil price",
        "draws.fit-elsewhere | fit elsewhere",
      })
  void causesHaveTheNamesOfTheFile(String id, String name) {
    Cause cause = new Cause(id, List.of(id), Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);

    assertThat(words.cause(cause).replace(Amounts.NO_BREAK, ' ')).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drivers.brent.mean | the oil price on average",
        "regime.cut-off.months | months under cut off",
        "energy.carriers.gas.projects.new-field.month | the completion of the field at Basra",
        "energy.carriers.gas.imports.sources.line-1.opens.month"
            + " | the opening of gas from Turkey",
        "energy.carriers.gas.imports.sources.line-2.interruptions.down"
            + " | days down of gas from line 2",
      })
  void numbersToo(String id, String name) {
    assertThat(words.number(id)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flows.goods.season.1 | goods, factor of January",
        "flows.goods.season.12 | goods, factor of December",
        "energy.carriers.gas.demand.season.12 | gas, demand, factor of December",
        "energy.carriers.gas.imports.sources.line-1.season.12"
            + " | gas from Turkey, factor of December",
        "flows.goods.annual-value | goods, value a year",
        "flows.goods.growth | goods, growth a year",
        "flows.goods.elasticities.brent | goods, elasticity to the oil price",
        "flows.goods.noise.start | goods, noise, start",
        "flows.goods.noise.volatility | goods, noise, spread of a year (volatility)",
        "drivers.brent.drift | the oil price, growth a year (drift)",
        "drivers.brent.jump-rate | the oil price, jumps a year",
        "waivers.us-waiver.renew.calm | US waiver, chance of renewal under calm",
        "energy.carriers.gas.projects.new-field.delay.median | the field at Basra, months late,"
            + " median",
        "regime.monthly.calm.cut-off | from calm to cut off, chance a month",
      })
  void numbersThatDataDecideHaveTheNamesOfTheFile(String key, String name) {
    assertThat(words.fitted(key).replace(Amounts.NO_BREAK, ' ')).isEqualTo(name);
  }

  @Test
  void questionsThatDifferInTheirConditionOrMonthsAreToldApart() {
    assertThat(asked("short-if"))
        .isEqualTo(
            "whether the unserved share of gas is 5 % or more, where the policy regime reaches"
                + " cut-off by December 2021");
    assertThat(asked("short-unless"))
        .isEqualTo(
            "whether the unserved share of gas is 5 % or more, where the policy regime doesn't"
                + " reach cut-off by December 2021");
    assertThat(asked("months"))
        .startsWith("in how many of the months from January to December 2021 ");
    assertThat(asked("more-months"))
        .startsWith("in how many of the months from July to December 2021 ");
  }

  private String asked(String id) {
    return words.target(Target.question(id)).replace(Amounts.NO_BREAK, ' ');
  }

  @Test
  void monthsAreEarlierOrLater() {
    String id = "energy.carriers.gas.projects.new-field.month";

    assertThat(
            words.bound(
                new Box.Restriction(id, false, 3, OptionalDouble.empty(), OptionalDouble.empty())))
        .endsWith(" or earlier");
    assertThat(
            words.bound(
                new Box.Restriction(
                    "parameters.x", true, 3, OptionalDouble.empty(), OptionalDouble.empty())))
        .endsWith(" or more");
  }

  @Test
  void errorsThatAreTooSmallToShowAreLeftOut() {
    assertThat(WhyWords.percentOf(new Ratio(1, 0))).isEqualTo("100");
    assertThat(WhyWords.percentOf(new Ratio(0.999_999_999, 1e-7))).isEqualTo("100");
    assertThat(WhyWords.percentOf(new Ratio(0.1234, 1e-7))).isEqualTo("12.3");
    assertThat(WhyWords.percentOf(new Ratio(0.1234, 0.01)).replace(Amounts.NO_BREAK, ' '))
        .isEqualTo("12 ± 2");
  }
}
