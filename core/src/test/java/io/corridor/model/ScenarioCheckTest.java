package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every rule but the ranges of uncertain numbers: one change, one problem. */
class ScenarioCheckTest {
  private static final YearMonth START = YearMonth.of(2019, 3);
  private static final YearMonth AFTER = YearMonth.of(2025, 1);

  private static Arguments rule(String path, Object value, String key, String... words) {
    return Arguments.of(path, value, key, words);
  }

  private static Scenario change(String path, Object value) {
    return Change.of(ExampleScenario.get(), path, value);
  }

  static Stream<Arguments> frame() {
    return Stream.of(
        rule("start", YearMonth.of(1066, 10), "start", "from 1800 to 9999, not 1066"),
        rule("months", 0, "months", "from 1 to 1200, not 0"),
        rule("months", 1_000_000, "months", "from 1 to 1200, not 1000000"),
        rule("run.paths", 0L, "run.paths", "from 1 to 1000000000000, not 0"),
        rule("run.maxPaths", 0L, "run.max-paths", "from 1 to 1000000000000, not 0"),
        rule("run.precision", Optional.of(0.0), "run.precision", "above 0 and below 1, not 0"),
        rule("run.precision", Optional.of(1.0), "run.precision", "above 0 and below 1, not 1"),
        rule(
            "run.precisionMetrics",
            List.of("totl"),
            "run.precision-metrics.0",
            "no metric is called 'totl'; did you mean 'total'?"),
        rule("parameters.9x", Value.ONE, "parameters.9x", "'9x' is not an id", "a letter"),
        rule("parameters.ünit", Value.ONE, "parameters.ünit", "is not an id"),
        rule("parameters.beta", Value.ONE, "parameters.beta", "'beta' can't be an id"),
        rule(
            "parameters.brent", Value.ONE, "drivers.brent", "'brent' is taken by parameters.brent"),
        rule("flows.gas", flow(), "flows.gas", "'gas' is taken by energy.carriers.gas"),
        rule("partners.goods", partner(), "partners.goods", "'goods' is taken by flows.goods"),
        rule("waivers.normal", waiver(), "waivers.normal", "'normal' can't be an id"),
        rule("sanctions.a b", sanction(), "sanctions.a b", "'a b' is not an id"),
        rule("indices.parameter", Map.of(), "indices.parameter", "can't be an id"),
        rule("questions.1st", question(), "questions.1st", "is not an id"),
        rule(
            "energy.carriers.gas.projects.-x",
            project(),
            "energy.carriers.gas.projects.-x",
            "'-x' is not"));
  }

  private static Flow flow() {
    return ExampleScenario.get().flows().get("return-goods");
  }

  private static Partner partner() {
    return ExampleScenario.get().partners().get("CHN");
  }

  private static Waiver waiver() {
    return ExampleScenario.get().waivers().get("energy-waiver");
  }

  private static Sanction sanction() {
    return ExampleScenario.get().sanctions().get("energy-ban");
  }

  private static Question question() {
    return ExampleScenario.get().questions().get("reaches");
  }

  private static Question ending(Optional<String> until) {
    return new Question(
        "total",
        Question.Band.atLeast(1),
        Question.Window.ALL,
        Question.Test.ANY_MONTH,
        until,
        List.of());
  }

  private static Carrier.Project project() {
    return ExampleScenario.get()
        .energy()
        .orElseThrow()
        .carriers()
        .get("gas")
        .projects()
        .get("basra");
  }

  static Stream<Arguments> distributions() {
    Optional<Distribution.Interval> far = Optional.of(new Distribution.Interval(90, 91));
    Optional<Distribution.Interval> back = Optional.of(new Distribution.Interval(2, 1));
    return Stream.of(
        law(
            new Distribution.Uniform(Double.NaN, 1),
            "uniform: its ends must be finite numbers, not [NaN, 1]"),
        law(new Distribution.Uniform(-1.7e308, 1.7e308), "wider than any double"),
        law(
            new Distribution.Triangular(0, 3, 2),
            "triangular: the mode must lie between",
            "3 is outside [0, 2]"),
        law(new Distribution.Triangular(2, 1, 0), "triangular: the lower end comes first"),
        law(new Distribution.Triangular(0, Double.NaN, 1), "the mode must lie between"),
        law(
            new Distribution.Pert(0, -1, 2),
            "pert: the mode must lie between",
            "-1 is outside [0, 2]"),
        law(
            new Distribution.Normal(0, -1, Optional.empty()),
            "normal: the standard deviation must be at least 0, not -1"),
        law(
            new Distribution.Normal(Double.NaN, 1, Optional.empty()),
            "normal: the mean must be a finite number"),
        law(new Distribution.Normal(0, 1, back), "normal: `within`: the lower end comes first"),
        law(new Distribution.Normal(0, 1, far), "normal: nothing of it lies within [90, 91]"),
        law(new Distribution.Normal(0, 0, far), "normal: nothing of it lies within [90, 91]"),
        law(
            new Distribution.Lognormal(0, 1, Optional.empty()),
            "lognormal: the median must be above 0, not 0"),
        law(
            new Distribution.Lognormal(1, -0.5, Optional.empty()),
            "lognormal: sigma must be at least 0, not -0.5"),
        law(
            new Distribution.Lognormal(1, 0.1, far),
            "lognormal: nothing of it lies within [90, 91]"),
        law(
            new Distribution.Lognormal(1, 1, Optional.of(new Distribution.Interval(-2, -1))),
            "nothing of it lies within"),
        law(
            new Distribution.Beta(0, 1, Optional.empty()),
            "beta: alpha and beta must be above 0, not [0, 1]"),
        law(new Distribution.Beta(1, 1, back), "beta: `range`: the lower end comes first"),
        law(
            new Distribution.Choice(List.of(), List.of()),
            "choice: it needs one weight for each value"),
        law(
            new Distribution.Quantiles(List.of(5.0), List.of(1.0), Scale.LINEAR),
            "quantiles: it needs 2 to 9 points, a percent and a value each, not 1"),
        law(
            new Distribution.Quantiles(List.of(5.0, 100.0), List.of(1.0, 2.0), Scale.LINEAR),
            "quantiles: a percent must be above 0 and below 100, not 100"),
        law(
            new Distribution.Quantiles(List.of(50.0, 5.0), List.of(1.0, 2.0), Scale.LINEAR),
            "quantiles: percents must ascend, the smaller first, but 50 is followed by 5"),
        law(
            Distribution.Quantiles.interval(20, 9, Scale.LOG),
            "quantiles: values must ascend, the smaller first, but 20 is followed by 9"),
        law(
            Distribution.Quantiles.interval(0, 9, Scale.LOG),
            "quantiles: values must be above 0, not 0"),
        law(
            Distribution.Quantiles.interval(0.2, 1, Scale.LOGIT),
            "quantiles: values must be above 0 and below 1, not 1"),
        law(new Distribution.Choice(List.of(1.0), List.of(1.0, 2.0)), "has 1 values and 2 weights"),
        law(
            new Distribution.Choice(List.of(1.0), List.of(-1.0)),
            "weights must be at least 0, not -1"),
        law(new Distribution.Choice(List.of(1.0, 2.0), List.of(0.0, 0.0)), "a sum above 0, not 0"),
        law(
            new Distribution.Choice(List.of(Double.NaN), List.of(1.0)),
            "values must be finite numbers, not NaN"));
  }

  private static Arguments law(Distribution distribution, String... words) {
    return rule("parameters.plain", distribution, "parameters.plain", words);
  }

  static Stream<Arguments> regimes() {
    return Stream.of(
        rule("regime.states.3", "pressure", "regime.states.3", "'pressure' stands here twice"),
        rule(
            "regime.initial",
            "statusquo",
            "regime.initial",
            "no regime is called 'statusquo'; did you mean 'status-quo'?"),
        rule(
            "regime.monthly.presure",
            Map.of(),
            "regime.monthly.presure",
            "did you mean 'pressure'?"),
        rule(
            "regime.monthly.status-quo.detent",
            Value.of(0.1),
            "regime.monthly.status-quo.detent",
            "did you mean 'detente'?"),
        rule(
            "regime.monthly.status-quo.detente",
            Value.of(1.5),
            "regime.monthly.status-quo.detente",
            "from 0 to 1, not 1.5"),
        rule(
            "regime.monthly.status-quo.detente",
            Value.of(Double.NaN),
            "regime.monthly.status-quo.detente",
            "not NaN"),
        rule(
            "regime.monthly.status-quo.detente",
            Value.of(0.98),
            "regime.monthly.status-quo",
            "sum to 1 at most, not 1.01"),
        rule(
            "regime.monthly.status-quo.status-quo",
            Value.of(0.5),
            "regime.monthly.status-quo.status-quo",
            "must sum to 1, not 0.54",
            "leave it out"),
        rule(
            "regime.events.0.month",
            START,
            "regime.events.0.month",
            "2019-03 must lie after the start month",
            "2019-03 to 2024-12"),
        rule(
            "regime.events.0.month",
            AFTER,
            "regime.events.0.month",
            "2025-01 must lie after",
            "inside the horizon"),
        rule(
            "regime.events.0.to",
            "war",
            "regime.events.0.to",
            "no regime is called 'war'; there is 'pressure', 'status-quo', 'detente'"),
        rule(
            "regime.events.0.probability",
            Value.of(-0.1),
            "regime.events.0.probability",
            "from 0 to 1, not -0.1"),
        rule(
            "waivers.energy-waiver.renew.states.peace",
            Value.ONE,
            "waivers.energy-waiver.renew.peace",
            "no regime is called 'peace'"),
        rule(
            "waivers.energy-waiver.renew",
            ByRegime.of(Map.of("pressure", Value.ONE)),
            "waivers.energy-waiver.renew",
            "missing: 'status-quo', 'detente'"),
        rule(
            "waivers.energy-waiver.reinstate",
            ByRegime.of(Map.of()),
            "waivers.energy-waiver.reinstate",
            "every regime must be named"),
        rule(
            "sanctions.energy-ban.enforcement.states.peace",
            Value.ONE,
            "sanctions.energy-ban.enforcement.peace",
            "no regime is called"),
        rule(
            "compliance.level.states.peace",
            Value.ONE,
            "compliance.level.peace",
            "no regime is called"),
        rule(
            "flows.goods.regimeFactor.peace",
            Value.ONE,
            "flows.goods.regime-factor.peace",
            "no regime is called"),
        rule(
            "drivers.brent.byRegime.peace",
            none(),
            "drivers.brent.by-regime.peace",
            "no regime is called"),
        rule(
            "drivers.income.byRegime.peace",
            none(),
            "drivers.income.by-regime.peace",
            "no regime is called"));
  }

  private static Driver.Override none() {
    return new Driver.Override(Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Stream<Arguments> drivers() {
    String elasticities = "flows.goods.elasticities.";
    Optional<Value> one = Optional.of(Value.ONE);
    return Stream.of(
        rule("drivers.fx.history.1", 0.0, "drivers.fx.column", "month 2 is 0"),
        rule("drivers.fx.history", List.of(1.0), "drivers.fx.column", "at least 2 months, not 1"),
        rule("drivers.fx.block", 0, "drivers.fx.block", "whole number from 1", "not 0"),
        rule(
            "drivers.tax.points.points",
            points(START, Double.NaN),
            "drivers.tax.points.2019-03",
            "finite number, not NaN"),
        rule(
            "drivers.tax.points.points",
            points(YearMonth.of(19, 3), 1),
            "drivers.tax.points.0019-03",
            "not 19"),
        rule(
            "drivers.brent.byRegime.detente",
            new Driver.Override(one, Optional.empty(), Optional.empty()),
            "drivers.brent.by-regime.detente.drift",
            "kind log-ou has no drift"),
        rule(
            "drivers.spread.byRegime.detente",
            new Driver.Override(one, Optional.empty(), Optional.empty()),
            "drivers.spread.by-regime.detente.drift",
            "kind ou has no drift"),
        rule(
            "drivers.income.byRegime.detente",
            new Driver.Override(Optional.empty(), Optional.empty(), one),
            "drivers.income.by-regime.detente.level",
            "kind gbm has no level"),
        rule(
            "drivers.gold.byRegime.detente",
            new Driver.Override(Optional.empty(), Optional.empty(), one),
            "drivers.gold.by-regime.detente.level",
            "kind jump has no level"),
        rule(
            elasticities + "brnt",
            Value.ONE,
            elasticities + "brnt",
            "no driver is called 'brnt'; did you mean 'brent'?"),
        rule(
            elasticities + "spread",
            Value.ONE,
            elasticities + "spread",
            "only a positive driver",
            "'spread' is of kind ou",
            "log-ou"),
        rule(
            "correlations.0.first",
            "bren",
            "correlations.0.between.0",
            "no driver, flow, partner or parameter is called 'bren'; did you mean 'brent'?"),
        rule(
            "correlations.0.second",
            "tax",
            "correlations.0.between.1",
            "'tax' is a driver without a normal monthly shock"),
        rule(
            "correlations.0.second",
            "vat",
            "correlations.0.between.1",
            "'vat' is a driver without"),
        rule("correlations.0.second", "fx", "correlations.0.between.1", "'fx' is a driver without"),
        rule(
            "correlations.0.second",
            "return-goods",
            "correlations.0.between.1",
            "'return-goods' has no noise"),
        rule("correlations.0.second", "gas", "correlations.0.between.1", "'gas' is a carrier"),
        rule(
            "correlations.0.second",
            "plain",
            "correlations.0.between.1",
            "'plain' is a parameter without a distribution"),
        rule(
            "correlations.0.second",
            "wide",
            "correlations.0.between",
            "two monthly shocks or two parameters",
            "'brent' has a monthly shock and 'wide' is a parameter"),
        rule("correlations.0.second", "brent", "correlations.0.between", "both are 'brent'"),
        rule(
            "correlations.1.second",
            "income",
            "correlations.1.between",
            "'brent' and 'income' is given twice"),
        rule(
            "correlations.3",
            new Correlation("goods", "brent", 0.1),
            "correlations.3.between",
            "is given twice"),
        rule("correlations.1.rho", -1.01, "correlations.1.rho", "from -1 to 1, not -1.01"),
        rule("correlations.1.rho", Double.NaN, "correlations.1.rho", "from -1 to 1, not NaN"),
        rule(
            "correlations.3",
            new Correlation("goods", "income", -1),
            "correlations",
            "monthly shocks",
            "positive semi-definite",
            "smallest eigenvalue is -0.2"));
  }

  private static DatedPoints points(Map<YearMonth, Double> points) {
    return DatedPoints.of(points);
  }

  private static SortedMap<YearMonth, Double> points(YearMonth month, double value) {
    return points(Map.of(month, value)).points();
  }

  static Stream<Arguments> policy() {
    String waiver = "waivers.energy-waiver.";
    String ban = "sanctions.energy-ban.";
    return Stream.of(
        rule(
            waiver + "covers.0",
            "electrcity",
            waiver + "covers.0",
            "no flow, carrier or source is called 'electrcity'; did you mean 'electricity'?"),
        rule(waiver + "covers.2", "gas", waiver + "covers.2", "'gas' stands here twice"),
        rule(
            waiver + "waives.0",
            "energyban",
            waiver + "waives.0",
            "no sanction is called 'energyban'; did you mean 'energy-ban'?"),
        rule(
            waiver + "expires",
            LocalDate.of(219, 3, 1),
            waiver + "expires",
            "from 1800 to 9999, not 219"),
        rule(
            waiver + "terms",
            new Waiver.Terms(List.of(), Map.of()),
            waiver + "terms",
            "at least one term"),
        rule(
            waiver + "terms.everywhere.0",
            new Waiver.Term(1, 1),
            waiver + "terms",
            "one list of terms or a list for each regime"),
        rule(
            waiver + "terms.states.peace",
            List.of(new Waiver.Term(1, 1)),
            waiver + "terms.peace",
            "no regime is called 'peace'"),
        rule(
            waiver + "terms.states",
            Map.of("detente", List.of(new Waiver.Term(1, 1))),
            waiver + "terms",
            "missing: 'pressure', 'status-quo'"),
        rule(
            waiver + "terms.states.detente",
            List.of(),
            waiver + "terms.detente",
            "at least one term"),
        rule(
            waiver + "terms.states.detente.0",
            new Waiver.Term(0, 1),
            waiver + "terms.detente.0.days",
            "whole number from 1",
            "not 0"),
        rule(
            waiver + "terms",
            Waiver.Terms.of(-90),
            waiver + "terms.0.days",
            "whole number from 1",
            "not -90"),
        rule(
            waiver + "terms.states.pressure.0",
            new Waiver.Term(30, -1),
            waiver + "terms.pressure.0.weight",
            "at least 0, not -1"),
        rule(
            waiver + "terms.states.detente.0",
            new Waiver.Term(30, 0),
            waiver + "terms.detente",
            "a sum above 0, not 0"),
        rule(ban + "until", YearMonth.of(12019, 1), ban + "until", "not 12019"),
        rule(ban + "until", YearMonth.of(2018, 10), ban + "until", "2018-10 is before 2018-11"),
        rule(
            ban + "targets.2",
            "oil",
            ban + "targets.2",
            "no flow, carrier or source is called 'oil'"),
        rule(ban + "targets.2", "gas", ban + "targets.2", "'gas' stands here twice"),
        rule(
            ban + "cut",
            Optional.empty(),
            "sanctions.energy-ban",
            "needs a `cost`, a `cut` or a `tariff`"),
        rule("sanctions.finance.targets.1", "gas", "sanctions.finance.cost", "'gas' is a carrier"));
  }

  static Stream<Arguments> energy() {
    String gas = "energy.carriers.gas.";
    String fuel = "energy.carriers.electricity.supply.fuel.";
    return Stream.of(
        rule(
            "energy.dependencyOf",
            "gass",
            "energy.dependency-of",
            "no carrier is called 'gass'; did you mean 'gas'?"),
        rule(
            "energy.unservedOf",
            "goods",
            "energy.unserved-of",
            "no carrier is called 'goods'; there is 'gas', 'electricity'"),
        rule(
            gas + "demand.quantity.season",
            List.of(1.0, 1.0),
            gas + "demand.season",
            "12 factors, January first; found a list of 2"),
        rule(
            "flows.goods.noise",
            Noise.of(1e-9, 0.3).withStart(0),
            "flows.goods.noise.reversion",
            "spreads by 6708 in logs",
            "leave out `start`"),
        rule(gas + "supply.quantity.season.3", -1.0, gas + "supply.season.3", "at least 0, not -1"),
        rule(gas + "imports.season.11", Double.NaN, gas + "imports.season.11", "not NaN"),
        rule(
            gas + "imports.capacity",
            points(Map.of(START, -5.0)),
            gas + "imports.capacity.2019-03",
            "at least 0, not -5"),
        rule(
            gas + "imports.elasticities.heat",
            Value.ONE,
            gas + "imports.elasticities.heat",
            "no driver is called 'heat'"),
        rule(
            gas + "storage.start",
            Value.of(501),
            gas + "storage.start",
            "must not exceed the capacity, but it is 501 and the capacity is 500"),
        rule(
            gas + "storage.capacity",
            new Distribution.Uniform(100, 900),
            gas + "storage.start",
            "it is 250 and the capacity reaches from 100 to 900"),
        rule(
            gas + "storage.fillMonths.0",
            13,
            gas + "storage.fill-months.0",
            "from 1 to 12, not 13"),
        rule(
            gas + "storage.fillMonths.2",
            4,
            gas + "storage.fill-months.2",
            "'4' stands here twice"),
        rule(
            "energy.carriers.electricity.storage",
            storage(),
            "energy.carriers.electricity.storage",
            "electricity has no storage"),
        rule(
            gas + "projects.basra.planned",
            YearMonth.of(12021, 6),
            gas + "projects.basra.planned",
            "not 12021"),
        rule(
            gas + "projects.basra.rampMonths",
            0,
            gas + "projects.basra.ramp-months",
            "whole number from 1",
            "not 0"),
        rule(fuel + "carrier", "coal", fuel + "carrier", "no carrier is called 'coal'"),
        rule(
            fuel + "carrier",
            "electricity",
            fuel + "carrier",
            "in a ring: 'electricity' → 'electricity'"),
        rule(
            gas + "supply.fuel",
            new Carrier.Fuel("electricity", Value.ONE, Value.ONE),
            gas + "supply.fuel.carrier",
            "in a ring: 'gas' → 'electricity' → 'gas'"));
  }

  private static Carrier.Storage storage() {
    return ExampleScenario.get()
        .energy()
        .orElseThrow()
        .carriers()
        .get("gas")
        .storage()
        .orElseThrow();
  }

  static Stream<Arguments> trade() {
    List<Double> uneven = new ArrayList<>(Collections.nCopies(12, 1.0));
    uneven.set(0, 1.0121);
    return Stream.of(
        rule(
            "flows.goods.from",
            "IRAN",
            "flows.goods.from",
            "no party is called 'IRAN'; did you mean 'IRN'?"),
        rule("flows.goods.to", "CHN", "flows.goods.to", "no party is called 'CHN'"),
        rule("flows.goods.to", "IRN", "flows.goods.to", "both ends are 'IRN'"),
        rule(
            "flows.goods.substitution",
            Optional.empty(),
            "flows.goods.substitution",
            "is required where `partner-share` may be below 1"),
        rule(
            "flows.return-goods.partnerShare",
            new Distribution.Uniform(0.9, 1),
            "flows.return-goods.substitution",
            "is required"),
        rule(
            "flows.goods.season",
            uneven,
            "flows.goods.season",
            "must be 1 within 0.1 %, not 1.001008"),
        rule(
            "flows.goods.season",
            List.of(1.0),
            "flows.goods.season",
            "12 factors, January first; found a list of 1"),
        rule(
            "payments.waiver",
            "energy",
            "payments.waiver",
            "no waiver is called 'energy'; there is 'energy-waiver'"),
        rule("unrest.duration", 0, "unrest.duration", "whole number from 1", "not 0"),
        rule("rankOf.1", "goods", "rank-of.1", "'goods' stands here twice"),
        rule("rankOf.1", "CHN", "rank-of.1", "no flow or carrier is called 'CHN'"));
  }

  static Stream<Arguments> questions() {
    String q = "questions.reaches.";
    return Stream.of(
        rule(
            "indices.leverage.total",
            Double.NaN,
            "indices.leverage.total",
            "finite number, not NaN"),
        rule(
            "indices.leverage.totl",
            1.0,
            "indices.leverage.totl",
            "no metric is called 'totl'; did you mean 'total'?"),
        rule(
            "indices.leverage",
            Map.of("index.leverage", 1.0),
            "indices.leverage.index.leverage",
            "not be made of an index"),
        rule(
            q + "metric",
            "energy.gas.storge",
            q + "metric",
            "no metric is called 'energy.gas.storge'; did you mean 'energy.gas.storage'?"),
        rule(q + "metric", "energy.electricity.storage", q + "metric", "no metric is called"),
        rule(
            q + "band",
            band(OptionalDouble.empty(), OptionalDouble.empty(), false),
            "questions.reaches",
            "needs a threshold"),
        rule(q + "band", Question.Band.atLeast(Double.NaN), q + "at-least", "not NaN"),
        rule(
            q + "band", Question.Band.above(Double.POSITIVE_INFINITY), q + "above", "not Infinity"),
        rule(q + "band", Question.Band.atMost(Double.NaN), q + "at-most", "not NaN"),
        rule(q + "band", Question.Band.below(Double.NaN), q + "below", "not NaN"),
        rule(
            q + "band",
            band(OptionalDouble.of(2), OptionalDouble.of(1), false),
            q + "at-most",
            "between the two thresholds, 2 and 1"),
        rule(
            q + "band",
            band(OptionalDouble.of(1), OptionalDouble.of(1), true),
            q + "below",
            "between the two thresholds, 1 and 1"),
        rule(
            q + "window",
            Question.Window.by(AFTER),
            q + "by",
            "2025-01 is outside the horizon, 2019-03 to 2024-12"),
        rule(
            q + "window", Question.Window.at(START.minusMonths(1)), q + "at", "2019-02 is outside"),
        rule(
            q + "window",
            Question.Window.in(START.minusMonths(1), START),
            q + "in.0",
            "2019-02 is outside"),
        rule(q + "window", Question.Window.in(START, AFTER), q + "in.1", "2025-01 is outside"),
        rule(
            q + "window",
            Question.Window.in(START.plusMonths(1), START),
            q + "in",
            "2019-04 is after 2019-03"),
        rule(
            q + "test", new Question.Test.Run(0), q + "for-months", "whole number from 1", "not 0"),
        rule(q + "test", new Question.Test.Run(71), q + "for-months", "at most 70", "not 71"),
        rule(
            q + "until",
            "independant",
            q + "until",
            "no question is called 'independant'; did you mean 'independent'?"),
        rule(q + "until", "reaches", q + "until", "can't end its own window"),
        rule(q + "until", "keeps-buying", q + "until", "'keeps-buying' has `every-month`"),
        rule(q + "until", "months-dark", q + "until", "'months-dark' has `count-months`"),
        rule(
            q + "given.0",
            new Question.Given("nothing", true),
            q + "given.0",
            "no question is called 'nothing'"),
        rule(
            q + "given.0",
            new Question.Given("months-dark", true),
            q + "given.0",
            "'months-dark' has `count-months`"),
        rule(
            "questions.conditional.given.1",
            new Question.Given("reaches", true),
            "questions.conditional.given.1",
            "'reaches' stands here twice"),
        rule(
            q + "given.0",
            new Question.Given("reaches", true),
            "questions.reaches",
            "in a ring: 'reaches' → 'reaches'"),
        rule(
            q + "given.0",
            new Question.Given("conditional", true),
            "questions.conditional",
            "in a ring: 'reaches' → 'conditional' → 'reaches'"),
        rule(
            "questions.independent.given.0",
            new Question.Given("keeps-buying", true),
            "questions.keeps-buying",
            "in a ring: 'independent' → 'keeps-buying' → 'independent'"),
        rule("output.percentiles.0", 0.0, "output.percentiles.0", "above 0 and below 100, not 0"),
        rule(
            "output.percentiles.2",
            100.0,
            "output.percentiles.2",
            "above 0 and below 100, not 100"),
        rule("output.percentiles.2", 50.0, "output.percentiles.2", "50 comes after 50"),
        rule(
            "output.metrics.0",
            "totals",
            "output.metrics.0",
            "no metric is called 'totals'; did you mean 'total'?"),
        rule("output.metrics.2", "total", "output.metrics.2", "'total' stands here twice"));
  }

  private static Question.Band band(OptionalDouble lower, OptionalDouble upper, boolean strict) {
    return new Question.Band(lower, false, upper, strict);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({
    "frame",
    "distributions",
    "regimes",
    "drivers",
    "policy",
    "energy",
    "trade",
    "questions"
  })
  void reportsOneProblem(String path, Object value, String key, String... words) {
    List<Problem> problems = ScenarioCheck.check(change(path, value));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).hasToString(key);
              assertThat(problem.message()).contains(words);
            });
  }

  @Test
  void reportsEverythingAtOnceInTheOrderOfTheFile() {
    Scenario scenario = change("run.paths", 0L);
    scenario = Change.of(scenario, "questions.reaches.metric", "totals");
    scenario = Change.of(scenario, "partners.CHN.growth", Value.of(-1));
    scenario = Change.of(scenario, "flows.goods.growth", Value.of(-1));
    scenario = Change.of(scenario, "flows.goods.annualValue", Value.of(-1));
    scenario = Change.of(scenario, "energy.annualValue", Value.of(-1));
    scenario = Change.of(scenario, "sanctions.energy-ban.cut", Value.of(-1));
    scenario = Change.of(scenario, "correlations.0.rho", 2.0);
    scenario = Change.of(scenario, "drivers.brent.start", Value.ZERO);
    scenario = Change.of(scenario, "regime.initial", "peace");
    scenario = Change.of(scenario, "months", 0);
    scenario = Change.of(scenario, "parties.importer", " ");

    assertThat(ScenarioCheck.check(scenario))
        .extracting(problem -> problem.key().toString())
        .containsExactly(
            "parties.importer",
            "months",
            "regime.initial",
            "drivers.brent.start",
            "correlations.0.rho",
            "sanctions.energy-ban.cut",
            "energy.annual-value",
            "flows.services.from",
            "flows.goods.to",
            "flows.goods.annual-value",
            "flows.goods.growth",
            "flows.return-goods.from",
            "partners.CHN.growth",
            "questions.reaches.metric",
            "run.paths");
  }

  @Test
  void partiesDiffer() {
    Scenario scenario = Scenario.builder("One country", "IRN", "IRN", START, 12).buildUnchecked();

    assertThat(ScenarioCheck.check(scenario))
        .containsExactly(
            new Problem(
                KeyPath.parse("parties.importer"),
                "must differ from the exporter, but both are 'IRN'"));
  }

  @Test
  void emptyScenarioIsValid() {
    Scenario scenario = Scenario.builder("Nothing", "IRN", "IRQ", START, 1).buildUnchecked();

    assertThat(ScenarioCheck.check(scenario)).isEmpty();
  }

  @Test
  void regimesThatTheScenarioDoesNotHaveAreUnknown() {
    Scenario scenario = Scenario.builder("No regimes", "IRN", "IRQ", START, 1).buildUnchecked();
    scenario = Change.of(scenario, "compliance.level.states.war", Value.ONE);
    scenario = Change.of(scenario, "compliance.level.otherwise", Optional.empty());

    assertThat(ScenarioCheck.check(scenario))
        .containsExactly(
            new Problem(
                KeyPath.parse("compliance.level.war"),
                "no regime is called 'war'; the scenario has none"),
            new Problem(
                KeyPath.parse("compliance.level"),
                "the scenario has no regimes: give what holds throughout, not a mapping"));
  }

  @Test
  void energyWithoutCarriersIsNone() {
    Energy energy = new Energy(Value.ONE, Optional.empty(), Optional.empty(), 0, Map.of());
    Scenario scenario =
        Scenario.builder("No carriers", "IRN", "IRQ", START, 1).energy(energy).buildUnchecked();

    assertThat(ScenarioCheck.check(scenario))
        .containsExactly(
            new Problem(KeyPath.parse("energy.carriers"), "must have at least one carrier"));
  }

  @Test
  void rowMaySayWhatStaysIfItSumsToOne() {
    assertThat(ScenarioCheck.check(change("regime.monthly.status-quo.status-quo", Value.of(0.96))))
        .isEmpty();
  }

  @Test
  void onlyPositiveDriversStandUnderElasticities() {
    Map<String, Value> elasticities = Map.of("vat", Value.ONE, "tax", Value.ONE);
    Scenario positive = change("flows.goods.elasticities", elasticities);
    assertThat(ScenarioCheck.check(positive)).isEmpty();

    Scenario zeroPoint = Change.of(positive, "drivers.tax.points.points", points(START, 0));
    assertThat(ScenarioCheck.check(zeroPoint))
        .containsExactly(
            new Problem(
                KeyPath.parse("flows.goods.elasticities.tax"),
                "only a positive driver may stand under an elasticity, but 'tax' is 0 in 2019-03"));

    Scenario uncertain = Change.of(positive, "drivers.vat.start", new Distribution.Uniform(-1, 1));
    assertThat(ScenarioCheck.check(uncertain))
        .containsExactly(
            new Problem(
                KeyPath.parse("flows.goods.elasticities.vat"),
                "only a positive driver may stand under an elasticity, but 'vat' reaches from -1 to"
                    + " 1"));
  }

  @Test
  void fullStoreOfUncertainSizeIsFull() {
    Scenario scenario = change("parameters.size", new Distribution.Uniform(100, 900));
    scenario = Change.of(scenario, "energy.carriers.gas.storage.capacity", Value.parameter("size"));
    scenario = Change.of(scenario, "energy.carriers.gas.storage.start", Value.parameter("size"));

    assertThat(ScenarioCheck.check(scenario)).isEmpty();
  }

  @Test
  void truncatedDistributionsStayInRange() {
    Optional<Distribution.Interval> unit = Optional.of(new Distribution.Interval(0, 1));

    assertThat(check("payments.waived", new Distribution.Normal(0.7, 0.2, unit))).isEmpty();
    assertThat(check("payments.waived", new Distribution.Lognormal(0.7, 0.2, unit))).isEmpty();
    assertThat(check("drivers.brent.start", new Distribution.Lognormal(66, 0.2, Optional.empty())))
        .isEmpty();
    assertThat(check("drivers.brent.start", new Distribution.Normal(0.7, 0.2, unit))).isEmpty();
    Optional<Distribution.Interval> zero = Optional.of(new Distribution.Interval(0, 0));
    assertThat(check("drivers.brent.start", new Distribution.Normal(0.7, 0.2, zero))).hasSize(1);
    assertThat(check("payments.waived", new Distribution.Beta(2, 2, Optional.empty()))).isEmpty();
    assertThat(check("payments.waived", new Distribution.Normal(0.7, 0, Optional.empty())))
        .isEmpty();
    assertThat(
            check(
                "payments.waived", new Distribution.Choice(List.of(-1.0, 0.5), List.of(0.0, 1.0))))
        .isEmpty();
  }

  private static List<Problem> check(String path, Object value) {
    return ScenarioCheck.check(change(path, value));
  }

  @Test
  void rangesThatCloseTellTheTruncationToWrite() {
    assertThat(check("payments.waived", new Distribution.Normal(0.7, 0.2, Optional.empty())))
        .containsExactly(
            new Problem(
                KeyPath.parse("payments.waived"),
                "must be from 0 to 1, but this normal reaches from -infinity to infinity; truncate"
                    + " it with `within: [0, 1]`"));
  }

  /** Of the measure that cuts a flow off before the start, one circumstance changed at a time. */
  @Test
  void flowCutOffOnTheDayBeforeIsAnError() {
    Scenario closed = change("compliance.dependencyExponent", Value.ZERO);
    closed = Change.of(closed, "sanctions.total", closing(START.minusMonths(1)));

    assertThat(ScenarioCheck.check(closed))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).hasToString("sanctions.total.cut");
              assertThat(problem.message())
                  .contains(
                      "cuts the flow 'return-goods' off wholly in the month before the start");
            });
    assertOpen(closed, "sanctions.total", closing(START));
    assertOpen(closed, "sanctions.total.until", START.minusMonths(2));
    assertOpen(closed, "sanctions.total.cut", Value.of(0.99));
    assertOpen(closed, "sanctions.total.cut", new Distribution.Uniform(0.5, 1));
    assertOpen(closed, "sanctions.total.enforcement.states.status-quo", Value.of(0.9));
    assertOpen(closed, "compliance.level.states.status-quo", Value.of(0.9));
    assertOpen(closed, "compliance.dependencyExponent", Value.ONE);
    assertOpen(closed, "waivers.w", waiver("return-goods", Optional.empty()));
    assertOpen(closed, "waivers.w", waiver("return-goods", Optional.of(List.of("total"))));
    assertClosed(closed, "waivers.w", waiver("goods", Optional.empty()));
    assertClosed(closed, "waivers.w", waiver("return-goods", Optional.of(List.of("finance"))));
    Waiver lapsed = waiver("return-goods", Optional.empty());
    Scenario covered = Change.of(closed, "waivers.w", lapsed);
    assertClosed(covered, "waivers.w.expires", START.atDay(1));
    assertOpen(covered, "waivers.w.expires", START.atDay(2));
  }

  private static void assertOpen(Scenario closed, String path, Object value) {
    assertThat(ScenarioCheck.check(Change.of(closed, path, value)))
        .extracting(problem -> problem.key().toString())
        .doesNotContain("sanctions.total.cut");
  }

  private static void assertClosed(Scenario closed, String path, Object value) {
    assertThat(ScenarioCheck.check(Change.of(closed, path, value)))
        .extracting(problem -> problem.key().toString())
        .containsExactly("sanctions.total.cut");
  }

  private static Sanction closing(YearMonth from) {
    return Sanction.cut(from, 1, "return-goods").withEnforcement(ByRegime.of(Map.of(), 1));
  }

  private static Waiver waiver(String covered, Optional<List<String>> waives) {
    return new Waiver(
        List.of(covered),
        waives,
        LocalDate.of(2019, 6, 1),
        Waiver.Terms.of(90),
        ByRegime.everywhere(1),
        ByRegime.everywhere(0),
        Value.ZERO,
        Value.ZERO);
  }

  @Test
  void singularCorrelationsAreFine() {
    Scenario scenario = change("correlations.0.rho", 1.0);
    scenario = Change.of(scenario, "correlations.3", new Correlation("goods", "income", 0.2));

    assertThat(ScenarioCheck.check(scenario)).isEmpty();
  }

  @Test
  void correlationsOfParametersAreAMatrixOfTheirOwn() {
    Scenario scenario = change("parameters.third", new Distribution.Uniform(0, 1));
    scenario = Change.of(scenario, "correlations.2.rho", 0.9);
    scenario = Change.of(scenario, "correlations.3", new Correlation("third", "wide", 0.9));
    scenario =
        Change.of(scenario, "correlations.4", new Correlation("third", "demand-growth", -0.9));

    assertThat(ScenarioCheck.check(scenario))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("these correlations of parameters", "smallest eigenvalue is -0.8"));
  }

  @Test
  void correlatedIdsAreLimited() {
    Scenario.Builder scenario = Scenario.builder("Many", "IRN", "IRQ", START, 1);
    scenario.driver("driver-0", gbm());
    for (int i = 1; i <= Limits.CORRELATED; i++) {
      scenario.driver("driver-" + i, gbm());
      scenario.correlation("driver-0", "driver-" + i, 0);
    }

    assertThat(ScenarioCheck.check(scenario.buildUnchecked()))
        .containsExactly(
            new Problem(
                KeyPath.parse("correlations"),
                "at most 500 monthly shocks may be correlated, not 501"));
  }

  private static Driver gbm() {
    return new Driver.Gbm(Value.ONE, Value.ZERO, Value.ONE, Map.of(), "");
  }

  @Test
  void controlCharactersAndLengthOfWordsAreNotRepeated() {
    String word = "\u001b[31m" + "x".repeat(100_000);

    assertThat(check("questions.reaches.metric", word))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .startsWith("no metric is called '?[31mxxx")
                    .hasSizeLessThan(100));
  }

  /** Comparing every unknown word with every known one would take hours. */
  @Test
  void largeScenariosTakeLinearTime() {
    int size = 100_000;
    Map<String, Value> elasticities = new LinkedHashMap<>();
    Scenario.Builder scenario = Scenario.builder("Large", "IRN", "IRQ", START, 12);
    for (int i = 0; i < size; i++) {
      scenario.driver("driver-" + i, gbm());
      elasticities.put("drover-" + i, Value.ONE);
      Optional<String> until = i == 0 ? Optional.empty() : Optional.of("question-" + (i - 1));
      scenario.question("question-" + i, ending(until));
    }
    scenario.partner(
        "CHN", new Partner(Value.ONE, Value.ZERO, elasticities, Optional.empty(), Map.of()));

    List<Problem> problems = ScenarioCheck.check(scenario.buildUnchecked());

    assertThat(problems).hasSize(size);
    assertThat(problems.get(0).message())
        .isEqualTo("no driver is called 'drover-0'; did you mean 'driver-0'?");
  }

  @Test
  void longRingIsFoundOnce() {
    int size = 100_000;
    Scenario.Builder scenario = Scenario.builder("Ring", "IRN", "IRQ", START, 70);
    for (int i = 0; i < size; i++) {
      Optional<String> until = Optional.of("question-" + (i + 1) % size);
      scenario.question("question-" + i, ending(until));
    }

    assertThat(ScenarioCheck.check(scenario.buildUnchecked()))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).endsWith("→ … → 'question-0'"));
  }
}
