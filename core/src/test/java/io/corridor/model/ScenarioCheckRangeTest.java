package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the range of every number of a scenario that may be uncertain, in each of its forms. */
class ScenarioCheckRangeTest {

  /** Path in the records, key in the file; an empty key: the path in the file's spelling. */
  private static void add(List<Arguments> places, Range range, String... paths) {
    for (String path : paths) {
      String[] pair = path.split("=");
      places.add(Arguments.of(pair[0], pair.length > 1 ? pair[1] : kebab(pair[0]), range));
    }
  }

  private static String kebab(String path) {
    return path.replaceAll("([A-Z])", "-$1")
        .toLowerCase()
        .replace("-c-h-n", "CHN")
        .replace("chn", "CHN");
  }

  static Stream<Arguments> places() {
    List<Arguments> places = new ArrayList<>();
    add(
        places,
        Range.FRACTION,
        "waivers.energy-waiver.renew.states.pressure=waivers.energy-waiver.renew.pressure",
        "waivers.energy-waiver.reinstate.states.detente=waivers.energy-waiver.reinstate.detente",
        "sanctions.energy-ban.cut",
        "sanctions.energy-ban.enforcement.states.pressure=sanctions.energy-ban.enforcement.pressure",
        "compliance.level.states.pressure=compliance.level.pressure",
        "compliance.level.otherwise=compliance.level",
        "energy.carriers.electricity.supply.fuel.share",
        "energy.carriers.gas.projects.basra.cancel",
        "energy.carriers.gas.projects.basra.availability",
        "payments.waived",
        "payments.lapsed",
        "payments.catchUp",
        "payments.arrears.floor",
        "unrest.impact");
    add(places, Range.POSITIVE_FRACTION, "flows.goods.partnerShare");
    add(places, Range.ABOVE_ONE, "flows.goods.substitution");
    add(
        places,
        Range.NOT_NEGATIVE,
        "drivers.brent.reversion",
        "drivers.brent.volatility",
        "drivers.income.volatility",
        "drivers.brent.byRegime.pressure.volatility",
        "drivers.income.byRegime.pressure.volatility",
        "drivers.spread.reversion",
        "drivers.spread.volatility",
        "drivers.gold.volatility",
        "drivers.gold.jumpRate",
        "drivers.gold.jumpSd",
        "sanctions.finance.cost",
        "compliance.dependencyExponent",
        "energy.annualValue",
        "energy.carriers.gas.demand.quantity.base=energy.carriers.gas.demand.base",
        "energy.carriers.gas.supply.quantity.base=energy.carriers.gas.supply.base",
        "energy.carriers.electricity.supply.fuel.perUnit",
        "energy.carriers.gas.imports.capacity",
        "energy.carriers.gas.price.base",
        "energy.carriers.gas.imports.regimeFactor.pressure",
        "energy.carriers.gas.price.regimeFactor.pressure",
        "energy.carriers.gas.storage.capacity",
        "energy.carriers.gas.storage.start",
        "energy.carriers.gas.storage.injection",
        "energy.carriers.gas.storage.withdrawal",
        "energy.carriers.gas.projects.basra.capacity",
        "flows.goods.annualValue",
        "flows.goods.upperElasticity",
        "flows.goods.noise.reversion",
        "flows.goods.noise.volatility",
        "flows.goods.regimeFactor.pressure",
        "payments.arrears.start",
        "payments.arrears.limit",
        "unrest.ratePerMonth",
        "partners.CHN.annualValue",
        "partners.CHN.noise.reversion",
        "partners.CHN.noise.volatility",
        "partners.CHN.regimeFactor.pressure");
    add(
        places,
        Range.POSITIVE,
        "drivers.brent.start",
        "drivers.brent.level",
        "drivers.brent.byRegime.pressure.level",
        "drivers.income.start",
        "drivers.gold.start",
        "drivers.fx.start",
        "flows.goods.regimeFactor.status-quo",
        "energy.carriers.gas.imports.regimeFactor.status-quo",
        "energy.carriers.gas.price.regimeFactor.status-quo",
        "partners.CHN.regimeFactor.status-quo");
    add(
        places,
        Range.ABOVE_MINUS_ONE,
        "energy.carriers.gas.demand.quantity.growth=energy.carriers.gas.demand.growth",
        "energy.carriers.gas.supply.quantity.growth=energy.carriers.gas.supply.growth",
        "flows.goods.growth",
        "partners.CHN.growth");
    add(
        places,
        Range.FREE,
        "parameters.plain",
        "drivers.vat.start",
        "drivers.income.drift",
        "drivers.gold.drift",
        "drivers.income.byRegime.pressure.drift",
        "drivers.spread.start",
        "drivers.spread.level",
        "drivers.spread.byRegime.pressure.level",
        "drivers.gold.jumpMean",
        "waivers.energy-waiver.onUnserved",
        "waivers.energy-waiver.onDependency",
        "energy.carriers.gas.projects.basra.delay",
        "unrest.onUnserved",
        "energy.carriers.gas.demand.quantity.elasticities.brent=energy.carriers.gas.demand.elasticities.brent",
        "energy.carriers.gas.supply.quantity.elasticities.brent=energy.carriers.gas.supply.elasticities.brent",
        "energy.carriers.gas.imports.elasticities.brent",
        "energy.carriers.gas.price.elasticities.brent",
        "flows.goods.elasticities.income",
        "partners.CHN.elasticities.brent");
    return places.stream();
  }

  private static List<Problem> check(String path, Value value) {
    return ScenarioCheck.check(Change.of(ExampleScenario.get(), path, value));
  }

  private static void assertReported(List<Problem> problems, String key, String... words) {
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.key()).hasToString(key);
              assertThat(problem.message()).contains(words);
            });
    assertThat(problems)
        .allSatisfy(
            problem ->
                assertThat(problem.key().toString())
                    .isIn(key, "energy.carriers.gas.storage.start"));
  }

  private static double outside(Range range) {
    return range.lowOpen() ? range.low() : range.low() - 0.25;
  }

  @Test
  void exampleIsValid() {
    assertThat(ScenarioCheck.check(ExampleScenario.get())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("places")
  void numberOutOfRange(String path, String key, Range range) {
    if (range.equals(Range.FREE)) {
      assertThat(check(path, Value.of(-1e6))).isEmpty();
    } else {
      double low = outside(range);
      assertReported(
          check(path, Value.of(low)),
          key,
          "must be " + range.words() + ", not " + Wording.number(low));
    }
    if (range.high() == 1) {
      assertReported(check(path, Value.of(1.2)), key, "must be " + range.words() + ", not 1.2");
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void numberThatIsNone(String path, String key, Range range) {
    assertReported(check(path, Value.of(Double.NaN)), key, range.words() + ", not NaN");
    assertReported(check(path, Value.of(Double.POSITIVE_INFINITY)), key, ", not Infinity");
  }

  @ParameterizedTest
  @MethodSource("places")
  void distributionThatLeavesTheRange(String path, String key, Range range) {
    List<Problem> normal = check(path, new Distribution.Normal(0.5, 0.1, Optional.empty()));
    List<Problem> uniform =
        check(
            path,
            new Distribution.Uniform(
                (range.equals(Range.FREE) ? Range.FRACTION : range).low() - 0.25, 1));
    if (range.equals(Range.FREE)) {
      assertThat(normal).isEmpty();
      assertThat(uniform).isEmpty();
    } else {
      assertReported(
          normal, key, range.words(), "this normal reaches from -infinity to infinity", "`within");
      assertReported(uniform, key, range.words(), "this uniform", "`within`");
    }
  }

  /** An end that has probability 0 may be one that is excluded. */
  @ParameterizedTest
  @MethodSource("places")
  void lawsMayReachAnEndThatTheyNeverTake(String path, String key, Range range) {
    double low = range.equals(Range.FREE) ? -5 : range.low();
    double high = Math.min(range.high(), low + 1e-6);
    for (Distribution law :
        List.of(
            new Distribution.Uniform(low, high),
            new Distribution.Beta(20, 100, Optional.of(new Distribution.Interval(low, high))),
            new Distribution.Normal(low, 0.1, Optional.of(new Distribution.Interval(low, high))))) {
      assertThat(check(path, law))
          .allSatisfy(p -> assertThat(p.key()).hasToString("energy.carriers.gas.storage.start"));
    }
    if (range.lowOpen() && !range.equals(Range.FREE)) {
      Distribution law = new Distribution.Choice(List.of(low, high), List.of(1.0, 1.0));
      assertReported(check(path, law), key, range.words(), "this choice");
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void quantilesOnTheScaleOfTheRange(String path, String key, Range range) {
    double low = range.equals(Range.FREE) ? -5 : range.low();
    Scale scale = Scale.of(range);
    Distribution inside = Distribution.Quantiles.interval(low + 0.1, low + 0.2, scale);
    assertThat(check(path, inside))
        .allSatisfy(p -> assertThat(p.key()).hasToString("energy.carriers.gas.storage.start"));
    if (!range.equals(Range.FREE)) {
      assertReported(
          check(path, Distribution.Quantiles.interval(low + 0.1, low + 0.2, Scale.LINEAR)),
          key,
          range.words(),
          "choose another `scale`, such as `" + scale.word() + "`");
      assertReported(
          check(path, Distribution.Quantiles.interval(low, low + 0.2, scale)),
          key,
          "on the scale `" + scale.word() + "` none lies at " + Wording.number(low) + " or below");
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void jointDrawsOutOfRange(String path, String key, Range range) {
    Scenario drawn =
        ExampleScenario.get().toBuilder()
            .draws("posterior", DrawTable.of("x.csv").withColumn("a", List.of(1e-9, -2.0)))
            .buildUnchecked();
    List<Problem> problems =
        ScenarioCheck.check(Change.of(drawn, path, Value.draw("posterior", "a")));
    if (!range.equals(Range.FREE)) {
      assertThat(problems)
          .anySatisfy(
              problem -> {
                assertThat(problem.key()).hasToString(key);
                assertThat(problem.message()).contains("must be " + range.words());
              });
    }
    assertThat(ScenarioCheck.check(Change.of(drawn, path, Value.draw("posterior", "b"))))
        .anySatisfy(
            problem ->
                assertThat(problem.message())
                    .contains("no column of the draws 'posterior' is called 'b'"));
    assertThat(ScenarioCheck.check(Change.of(drawn, path, Value.draw("posteriors", "a"))))
        .anySatisfy(
            problem ->
                assertThat(problem.message())
                    .contains("no table of draws is called 'posteriors'; did you mean"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void distributionThatIsNone(String path, String key, Range range) {
    assertReported(
        check(path, new Distribution.Uniform(3, 2)),
        key,
        "uniform: the lower end comes first, but [3, 2] descends");
  }

  @ParameterizedTest
  @MethodSource("places")
  void parameterOutOfRange(String path, String key, Range range) {
    if (path.startsWith("parameters")) {
      assertReported(check(path, Value.parameter("wide")), key, "not another parameter, 'wide'");
    } else if (range.equals(Range.FREE)) {
      assertThat(check(path, Value.parameter("wide"))).isEmpty();
    } else {
      assertReported(
          check(path, Value.parameter("wide")),
          key,
          range.words() + ", but parameter 'wide' reaches from -2 to 2");
      assertReported(check(path, Value.parameter("plain")), key, "but parameter 'plain' is -2");
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void parameterThatIsNotThere(String path, String key, Range range) {
    if (!path.startsWith("parameters")) {
      assertReported(
          check(path, Value.parameter("plan")),
          key,
          "no parameter is called 'plan'; did you mean 'plain'?");
    }
  }
}
