package io.corridor.scenarios;

import java.util.List;
import java.util.stream.Stream;

/**
 * Scenarios with one mistake each. A case replaces a piece of the minimal scenario by a broken one,
 * in which ‸ stands before the place that the problem must name.
 */
final class BrokenScenarios {
  static final String MARK = "‸";

  /**
   * One broken scenario.
   *
   * @param yaml the file
   * @param line where the problem stands
   * @param column where the problem stands
   * @param key the key it must name
   * @param words what its message must say
   */
  record Case(String yaml, int line, int column, String key, String words) {
    @Override
    public String toString() {
      return key + ": " + words;
    }
  }

  private BrokenScenarios() {}

  private static Case of(String piece, String broken, String key, String words) {
    String marked = Minimal.replacing(piece, broken);
    int at = marked.indexOf(MARK);
    int lineStart = marked.lastIndexOf('\n', at) + 1;
    int line = 1 + (int) marked.substring(0, at).chars().filter(c -> c == '\n').count();
    int column = 1 + marked.codePointCount(lineStart, at);
    return new Case(marked.replace(MARK, ""), line, column, key, words);
  }

  private static Case added(String lines, String key, String words) {
    return of("questions:\n", lines + "questions:\n", key, words);
  }

  /** Returns mistakes that the schema finds as well. */
  static Stream<Case> ofShape() {
    return Stream.of(
            keys(),
            scalars(),
            quantities(),
            distributions(),
            regimes(),
            drivers(),
            energy(),
            waivers(),
            questions(),
            rest())
        .flatMap(List::stream);
  }

  private static List<Case> keys() {
    return List.of(
        of("corridor: 1\n", "corridor: ‸2\n", "corridor", "must be 1, the version of the format"),
        of("corridor: 1\n", "corridor: ‸'1'\n", "corridor", "must be 1"),
        of("corridor: 1\nname", "‸name", "corridor", "is missing; must be 1"),
        of("months: 12\n", "‸mnths: 12\n", "mnths", "unknown key 'mnths'; did you mean 'months'?"),
        of("months: 12\n", "months: 12\n‸colour: red\n", "colour", "unknown key 'colour'; known"),
        of("goods: {from: AAA, ", "‸goods: {", "flows.goods.from", "is missing; must be a text"),
        of(" goods: {", " ‸1goods: {", "flows.1goods", "an id is a letter, then letters"),
        of(
            "drivers:\n",
            "drivers:\n  ‸uniform: {kind: constant, start: 1}\n",
            "drivers.uniform",
            "can't be an id"),
        added("run: {paths: 5, ‸ppp: 1}\n", "run.ppp", "unknown key 'ppp'; known are paths, seed"),
        added("run: {precision: ‸2}\n", "run.precision", "must be above 0 and below 1, not 2"),
        added("run: {precision: ‸1 MW}\n", "run.precision", "unit MW doesn't fit"),
        added("run: {max-paths: ‸0}\n", "run.max-paths", "must be a whole number from 1"),
        added("run: {paths: ‸[5]}\n", "run.paths", "must be a whole number"));
  }

  private static List<Case> scalars() {
    return List.of(
        of("name: Minimal", "name: ‸[a]", "name", "must be a text; found a list"),
        of("name: Minimal", "name: ‸2019", "name", "2019 is none unless it is in quotes"),
        of("name: Minimal", "name: ‸true", "name", "true is none unless it is in quotes"),
        of("name: Minimal", "name:‸", "name", "must be a text; found nothing"),
        of("start: 2020-01", "start: ‸2020-13", "start", "must be a month such as 2019-03"),
        of("start: 2020-01", "start: ‸2020-1", "start", "found '2020-1'"),
        of("start: 2020-01", "start: ‸2020", "start", "must be a month"),
        of("months: 12", "months: ‸1000000", "months", "a whole number from 1 to 1200; found"),
        of("months: 12", "months: ‸12.5", "months", "must be a whole number"),
        of("months: 12", "months: ‸0", "months", "must be a whole number from 1"),
        of("months: 12", "months: ‸twelve", "months", "must be a whole number"),
        of("parties: {exporter: AAA, importer: BBB}", "parties: ‸AAA", "parties", "found 'AAA'"),
        added(
            "run: {sampling: ‸randm}\n",
            "run.sampling",
            "must be one of random, antithetic, lhs, sobol; found 'randm'; did"),
        added("sources: ‸none\n", "sources", "must be a list of texts; found 'none'"),
        added("sources: [a, ‸5]\n", "sources.1", "must be a text"));
  }

  private static List<Case> quantities() {
    return List.of(
        of(
            "base: 10 mcm/d",
            "base: ‸ten",
            "energy.carriers.gas.demand.base",
            "must be a flow of gas (mcm/d, bcm/year) or a distribution; found 'ten'"),
        of(
            "base: 10 mcm/d",
            "base: ‸10 MW",
            "energy.carriers.gas.demand.base",
            "unit MW doesn't fit: must be a flow of gas, in mcm/d or bcm/year; found '10 MW'"),
        of(
            "base: 10 mcm/d",
            "base: ‸10 mcm/dd",
            "energy.carriers.gas.demand.base",
            "unit 'mcm/dd' is unknown; must be a flow of gas, in mcm/d or bcm/year; did you mean"),
        of(
            "annual-value: 2 bn USD/year",
            "annual-value: ‸2 bn USD",
            "flows.goods.annual-value",
            "unit USD doesn't fit: must be money per year, in USD/year or USD/month"),
        of(
            "annual-value: 2 bn USD/year",
            "annual-value: ‸2bnUSD/year",
            "flows.goods.annual-value",
            "is unknown"),
        of(
            "annual-value: 2 bn USD/year",
            "annual-value: ‸2 billion USD",
            "flows.goods.annual-value",
            "in USD/year or USD/month; 'billion' is written bn USD/year; found '2 billion USD'"),
        of("volatility: 0.3,", "volatility: ‸true,", "drivers.oil.volatility", "found 'true'"),
        of("{oil: 0.1}", "{oil: ‸10 %}", "flows.goods.elasticities.oil", "unit % doesn't fit"));
  }

  private static List<Case> distributions() {
    String growth = "annual-value: 2 bn USD/year,";
    return List.of(
        of(
            growth,
            growth + " growth: {triangular: ‸[1, 2]},",
            "flows.goods.growth.triangular",
            "must be written as triangular: [low, mode, high]; found a list of 2"),
        of(
            growth,
            growth + " growth: {normal: ‸0.5},",
            "flows.goods.growth.normal",
            "must be written as normal: [mean, sd]; found '0.5'"),
        of(
            growth,
            growth + " growth: ‸{unifrom: [0, 1]},",
            "flows.goods.growth",
            "found a mapping with the keys unifrom; did you mean 'uniform'?"),
        of(
            growth,
            growth + " growth: ‸{uniform: [0, 1], beta: [1, 1]},",
            "flows.goods.growth",
            "found uniform and beta together"),
        of(
            growth,
            growth + " growth: {uniform: [0, 1], ‸within: [0, 1]},",
            "flows.goods.growth.within",
            "unknown key 'within'; known are uniform"),
        of(
            growth,
            growth + " growth: {normal: [0, 1], within: ‸[0]},",
            "flows.goods.growth.within",
            "must be an interval [low, high]; found a list of 1"),
        of(
            growth,
            growth + " growth: {uniform: [0, ‸x]},",
            "flows.goods.growth.uniform.1",
            "must be a rate per year"),
        of(
            growth,
            growth + " growth: {‸choice: {values: [0, 1]}},",
            "flows.goods.growth.choice.weights",
            "is missing; must be a list of weights"),
        of(
            growth,
            growth + " growth: {parameter: ‸5},",
            "flows.goods.growth.parameter",
            "must be an id"),
        of(
            growth,
            growth + " season: ‸{uniform: [0, 1]},",
            "flows.goods.season",
            "must be a list of 12 factors, January first; found a mapping"),
        of(
            growth,
            growth + " season: ‸[1, 1],",
            "flows.goods.season",
            "must be a list of 12 factors, January first; found a list of 2"));
  }

  private static List<Case> regimes() {
    return List.of(
        of("tense: 0.1}", "tense: ‸[0.1, 0.2]}", "regime.monthly.calm.tense", "found a list"),
        of("initial: calm", "initial: ‸[calm]", "regime.initial", "must be a text; found a list"),
        of("states: [calm, tense]", "states: ‸calm", "regime.states", "must be a list of names"),
        of(
            "initial: calm",
            "initial: calm, events: [‸{to: calm}]",
            "regime.events.0.month",
            "is missing; must be a month"));
  }

  private static List<Case> drivers() {
    return List.of(
        of("kind: gbm", "kind: ‸gmb", "drivers.oil.kind", "found 'gmb'; did you mean 'gbm'?"),
        of("oil: {kind: gbm, ", "‸oil: {", "drivers.oil.kind", "is missing; must be one of"),
        of("oil: {kind: gbm, start: 50,", "‸oil: {kind: gbm,", "drivers.oil.start", "is missing"),
        of(
            "unit: USD/bbl",
            "unit: USD/bbl, by-regime: {tense: {‸level: 3}}",
            "drivers.oil.by-regime.tense.level",
            "unknown key 'level'; known are drift, volatility"),
        of(
            "kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl",
            "kind: path, points: ‸{}",
            "drivers.oil.points",
            "must be a mapping of months to numbers"),
        of(
            "kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl",
            "kind: path, points: {‸2020-13: 5}",
            "drivers.oil.points.2020-13",
            "must be a month such as 2019-03; found '2020-13'"),
        of(
            "kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl",
            "kind: path, points: {2020-03: ‸{uniform: [1, 2]}}",
            "drivers.oil.points.2020-03",
            "no distribution may stand here"));
  }

  private static List<Case> energy() {
    return List.of(
        of("    gas:\n", "    ‸lng:\n", "energy.carriers.lng.kind", "the id doesn't say it; must"),
        of(
            "    gas:\n",
            "    gas:\n      kind: ‸water\n",
            "energy.carriers.gas.kind",
            "must be one of electricity, gas, oil; found 'water'"),
        of(
            "capacity: 8 mcm/d",
            "capacity: {2020-01: 8 mcm/d, ‸soon: 9 mcm/d}",
            "energy.carriers.gas.imports.capacity.soon",
            "must be a month such as 2019-03; found 'soon'"),
        of(
            "supply: {base: 5 mcm/d}",
            "supply: {base: 5 mcm/d, ‸grwoth: 2}",
            "energy.carriers.gas.supply.grwoth",
            "unknown key 'grwoth'; did you mean 'growth'?"),
        of(
            "price: {base: 6 USD/MMBtu}",
            "price: {base: ‸6 USD/MWh}",
            "energy.carriers.gas.price.base",
            "unit USD/MWh doesn't fit: must be a price of gas, in USD/MMBtu"),
        of(
            "    gas:\n",
            "    gas:\n      storage: {capacity: 1 mcm, start: 0, injection: 1, withdrawal: 1,"
                + " fill-months: [‸13]}\n",
            "energy.carriers.gas.storage.fill-months.0",
            "must be a whole number from 1 to 12; found '13'"));
  }

  private static List<Case> waivers() {
    String start = "waivers:\n  w: {covers: [gas], ";
    return List.of(
        added(
            start + "expires: ‸2019-02, term-days: 90, renew: 1}\n",
            "waivers.w.expires",
            "must be a date"),
        added(
            "waivers:\n  ‸w: {covers: [gas], expires: 2019-02-03, renew: 1}\n",
            "waivers.w",
            "one of terms, term-days is needed; found none"),
        added(
            start
                + "expires: 2019-02-03, terms: [{days: 9, weight: 1}], ‸term-days: 9, renew: 1}\n",
            "waivers.w.term-days",
            "term-days and terms can't stand together"),
        added(
            start + "expires: 2019-02-03, terms: [{days: ‸0, weight: 1}], renew: 1}\n",
            "waivers.w.terms.0.days",
            "must be a whole number from 1"),
        added(
            start + "expires: 2019-02-03, terms: ‸90, renew: 1}\n",
            "waivers.w.terms",
            "must be a list of terms {days, weight}"),
        added(
            "sanctions:\n  ‸s: {from: 2019-01, targets: [gas]}\n",
            "sanctions.s",
            "one of cost, cut, tariff is needed; found none"),
        added(
            "sanctions:\n  s: {from: 2019-01, targets: ‸gas, cut: 1}\n",
            "sanctions.s.targets",
            "must be a list of ids; found 'gas'"),
        added(
            "sanctions:\n  s: {from: 2019-01, targets: [gas], cut: 1, enforcement: ‸[1]}\n",
            "sanctions.s.enforcement",
            "must be a mapping by regime; found a list"));
  }

  private static List<Case> questions() {
    String question = "grows: {metric: total.12m, at-least: 4 bn USD/year}";
    return List.of(
        of(
            question,
            "‸grows: {metric: total.12m}",
            "questions.grows",
            "one of at-least, above, at-most, below is needed"),
        of(
            question,
            "grows: {metric: total, at-least: 1, ‸above: 1}",
            "questions.grows.above",
            "above and at-least can't stand together"),
        of(
            question,
            "grows: {metric: total, at-least: 1, by: 2020-02, ‸at: 2020-02}",
            "questions.grows.at",
            "at and by can't stand together"),
        of(
            question,
            "grows: {metric: total, at-least: 1, for-months: 2, ‸every-month: true}",
            "questions.grows.every-month",
            "every-month and for-months can't stand together"),
        of(
            question,
            "grows: {metric: total, at-least: ‸{uniform: [1, 2]}}",
            "questions.grows.at-least",
            "no distribution may stand here"),
        of(
            question,
            "grows: {metric: total, at-least: 1, in: ‸[2020-02]}",
            "questions.grows.in",
            "must be two months [from, to]; found a list of 1"),
        of(
            question,
            "grows: {metric: total, at-least: 1, given: {‸nor: x}}",
            "questions.grows.given.nor",
            "unknown key 'nor'; did you mean 'not'?"));
  }

  private static List<Case> rest() {
    return List.of(
        added(
            "correlations:\n  - {between: ‸[oil], rho: 0.1}\n",
            "correlations.0.between",
            "must be a list of two ids; found a list of 1"),
        added("output: {percentiles: ‸5}\n", "output.percentiles", "must be a list of percentiles"),
        added("variants: ‸[a]\n", "variants", "must be a mapping of variants; found a list"),
        added("variants: {v: ‸5}\n", "variants.v", "must be a mapping of keys' paths to values"),
        added("payments: {arrears: ‸5}\n", "payments.arrears", "must be an arrears section"));
  }

  /** Returns mistakes that a schema can't find: values must fit other values, or texts. */
  static Stream<Case> ofMeaning() {
    String question = "grows: {metric: total.12m, at-least: 4 bn USD/year}";
    return Stream.of(
        added(
            "run: {precision: 1 %, precision-metrics: [‸totl]}\n",
            "run.precision-metrics.0", "no metric is called 'totl'; did you mean 'total'?"),
        of(
            question,
            "grows: {metric: total.12m, at-least: ‸4 MW}",
            "questions.grows.at-least",
            "unit MW doesn't fit: must be money per year"),
        of(
            question,
            "grows: {metric: energy.gas.dependency, at-least: ‸4 USD}",
            "questions.grows.at-least",
            "unit USD doesn't fit: must be a fraction or percentage"),
        of("start: 50,", "start: ‸50 MW,", "drivers.oil.start", "unit MW doesn't fit: must be"),
        of(
            "base: 10 mcm/d",
            "base: {uniform: [1 mcm/d, ‸2 GW]}",
            "energy.carriers.gas.demand.base.uniform.1",
            "unit GW doesn't fit"),
        of(
            "volatility: 0.3,",
            "volatility: ‸1e400,",
            "drivers.oil.volatility",
            "is too large for a number"),
        of("volatility: 0.3,", "volatility: ‸.inf,", "drivers.oil.volatility", "found '.inf'"),
        of("volatility: 0.3,", "volatility: ‸.nan,", "drivers.oil.volatility", "found '.nan'"),
        added(
            "waivers:\n  w: {covers: [gas], expires: ‸2019-02-31, term-days: 90, renew: 1}\n",
            "waivers.w.expires",
            "must be a date such as 2019-03-19; found '2019-02-31'"),
        added(
            "parameters: {p: {parameter: ‸q}}\n", "parameters.p", "a parameter can't name another"),
        of(
            "flows:\n  goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year,",
            "parameters: {p: {uniform: [1 GW, 2 GW]}}\n"
                + "flows:\n  goods: {from: AAA, to: BBB, annual-value: {parameter: ‸p},",
            "flows.goods.annual-value",
            "parameter 'p' is written in GW; must be money per year"),
        // From the checks of the scenario as a whole:
        of("volatility: 0.3,", "volatility: ‸-0.3,", "drivers.oil.volatility", "at least 0"),
        of("{oil: 0.1}", "{oyl: ‸0.1}", "flows.goods.elasticities.oyl", "did you mean 'oil'?"),
        of("to: BBB,", "to: ‸BBC,", "flows.goods.to", "'BBC'"),
        of("initial: calm", "initial: ‸clam", "regime.initial", "did you mean 'calm'?"),
        of("tense: 0.1}", "tense: ‸1.1}", "regime.monthly.calm.tense", "from 0 to 1"),
        of(
            question,
            "grows: {metric: ‸totl.12m, at-least: 4 bn USD/year}",
            "questions.grows.metric",
            "did you mean 'total.12m'?"),
        of(
            question,
            "grows: {metric: total, at-least: 4, by: ‸2022-01}",
            "questions.grows.by",
            "2022-01"),
        added(
            "indices: {i: {energy.gas.dependncy: ‸0.5}}\n",
            "indices.i.energy.gas.dependncy",
            "did you mean"),
        added(
            "waivers:\n  w: {covers: [gas], expires: 2019-02-03, term-days: 9,"
                + " renew: {calm: ‸2, tense: 1}}\n",
            "waivers.w.renew.calm",
            "from 0 to 1"));
  }
}
