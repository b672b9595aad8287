package io.corridor.reference;

import static io.corridor.reference.Processes.DELTA;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Driver;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Section 2: one driver's path, X(0) and the step into each month. */
interface DriverPath {

  /** Returns X(0). */
  double start();

  /**
   * Returns X(t), for t ≥ 1.
   *
   * @param last X(t−1)
   * @param t the month's index
   * @param regime R(t)
   * @param z Z(t); of no meaning for the kinds without a shock
   */
  double step(double last, int t, String regime, double z);

  /** Returns the path of the driver {@code id}. */
  static DriverPath of(String id, Scenario scenario, Numbers numbers, Draws draws) {
    Driver driver = scenario.drivers().get(id);
    Coefficients at = new Coefficients("drivers." + id, scenario.regimeStates(), numbers);
    if (driver instanceof Driver.Constant d) {
      return new Constant(at.number("start", d.start()));
    }
    if (driver instanceof Driver.Path d) {
      return new Dated(t -> d.points().at(scenario.month(t)));
    }
    if (driver instanceof Driver.Gbm d) {
      Gbm gbm =
          new Gbm(
              at.number("start", d.start()),
              at.drift(d.drift(), d.byRegime()),
              at.volatility(d.volatility(), d.byRegime()));
      return averaged(id, scenario, at, draws, gbm, 0, gbm.drift, gbm.volatility);
    }
    if (driver instanceof Driver.Ou d) {
      Ou ou =
          new Ou(
              at.number("start", d.start()),
              at.level(d.level(), d.byRegime()),
              at.number("reversion", d.reversion()),
              at.volatility(d.volatility(), d.byRegime()));
      return averaged(id, scenario, at, draws, ou, ou.reversion, ou.level, ou.volatility);
    }
    if (driver instanceof Driver.LogOu d) {
      LogOu ou =
          new LogOu(
              at.number("start", d.start()),
              at.level(d.level(), d.byRegime()),
              at.number("reversion", d.reversion()),
              at.volatility(d.volatility(), d.byRegime()));
      return averaged(id, scenario, at, draws, ou, ou.reversion, ou.level, ou.volatility);
    }
    if (driver instanceof Driver.Jump d) {
      return new Jump(
          id,
          draws,
          at.number("start", d.start()),
          at.drift(d.drift(), d.byRegime()),
          at.volatility(d.volatility(), d.byRegime()),
          at.number("jump-rate", d.jumpRate()),
          at.number("jump-mean", d.jumpMean()),
          at.number("jump-sd", d.jumpSd()));
    }
    Driver.Bootstrap d = (Driver.Bootstrap) driver;
    return new Bootstrap(
        id, draws, at.number("start", d.start()), d.history(), d.block(), d.demean());
  }

  /** Returns {@code moments}, or the path of averages where the driver has an end. */
  private static DriverPath averaged(
      String id,
      Scenario scenario,
      Coefficients at,
      Draws draws,
      DriverPath moments,
      double reversion,
      Map<String, Double> pull,
      Map<String, Double> volatility) {
    Optional<Value> end = scenario.drivers().get(id).end();
    return end.isEmpty()
        ? moments
        : new AveragePath(
            id, scenario, draws, moments, at.number("end", end.get()), reversion, pull, volatility);
  }

  /** A driver's numbers on this path, by regime where {@code by-regime} may override them. */
  record Coefficients(String key, List<String> regimes, Numbers numbers) {

    double number(String name, Value value) {
      return numbers.at(key + "." + name, value);
    }

    Map<String, Double> drift(Value value, Map<String, Driver.Override> byRegime) {
      return byRegime("drift", value, byRegime, Driver.Override::drift);
    }

    Map<String, Double> volatility(Value value, Map<String, Driver.Override> byRegime) {
      return byRegime("volatility", value, byRegime, Driver.Override::volatility);
    }

    Map<String, Double> level(Value value, Map<String, Driver.Override> byRegime) {
      return byRegime("level", value, byRegime, Driver.Override::level);
    }

    private Map<String, Double> byRegime(
        String name,
        Value value,
        Map<String, Driver.Override> byRegime,
        Function<Driver.Override, Optional<Value>> part) {
      Map<String, Double> coefficients = new LinkedHashMap<>();
      for (String regime : regimes) {
        Optional<Value> own = Optional.ofNullable(byRegime.get(regime)).flatMap(part);
        coefficients.put(
            regime,
            own.map(v -> number("by-regime." + regime + "." + name, v))
                .orElseGet(() -> number(name, value)));
      }
      return coefficients;
    }
  }

  /** {@code constant}. */
  record Constant(double start) implements DriverPath {
    @Override
    public double step(double last, int t, String regime, double z) {
      return last;
    }
  }

  /** {@code path}. */
  record Dated(Function<Integer, Double> at) implements DriverPath {
    @Override
    public double start() {
      return at.apply(0);
    }

    @Override
    public double step(double last, int t, String regime, double z) {
      return at.apply(t);
    }
  }

  /** {@code gbm}. */
  record Gbm(double start, Map<String, Double> drift, Map<String, Double> volatility)
      implements DriverPath {
    @Override
    public double step(double last, int t, String regime, double z) {
      double mu = drift.get(regime);
      double sigma = volatility.get(regime);
      return last
          * StrictMath.exp((mu - sigma * sigma / 2) * DELTA + sigma * StrictMath.sqrt(DELTA) * z);
    }
  }

  /** {@code ou}. */
  record Ou(
      double start, Map<String, Double> level, double reversion, Map<String, Double> volatility)
      implements DriverPath {
    @Override
    public double step(double last, int t, String regime, double z) {
      return Processes.ou(last, level.get(regime), reversion, volatility.get(regime), z);
    }
  }

  /** {@code log-ou}. */
  record LogOu(
      double start, Map<String, Double> level, double reversion, Map<String, Double> volatility)
      implements DriverPath {
    @Override
    public double step(double last, int t, String regime, double z) {
      double logLevel = StrictMath.log(level.get(regime));
      return StrictMath.exp(
          Processes.ou(StrictMath.log(last), logLevel, reversion, volatility.get(regime), z));
    }
  }

  /** {@code jump}. */
  record Jump(
      String id,
      Draws draws,
      double start,
      Map<String, Double> drift,
      Map<String, Double> volatility,
      double lambda,
      double a,
      double b)
      implements DriverPath {
    @Override
    public double step(double last, int t, String regime, double z) {
      double mu = drift.get(regime);
      double sigma = volatility.get(regime);
      double k = StrictMath.exp(a + b * b / 2) - 1;
      int n = poisson(lambda * DELTA, draws.uniform(StreamName.JUMP_COUNT.of(id), t, 0));
      double jumps =
          n * a + b * StrictMath.sqrt(n) * draws.normal(StreamName.JUMP_SIZE.of(id), t, 0);
      return last
          * StrictMath.exp(
              (mu - sigma * sigma / 2 - lambda * k) * DELTA
                  + sigma * StrictMath.sqrt(DELTA) * z
                  + jumps);
    }

    /** Returns the least n whose cumulative probability exceeds u. */
    static int poisson(double mean, double u) {
      int n = 0;
      double probability = StrictMath.exp(-mean);
      double cumulative = probability;
      while (u >= cumulative && probability > 0) {
        n++;
        probability *= mean / n;
        cumulative += probability;
      }
      return n;
    }
  }

  /** {@code bootstrap}: goes through the returns block by block; for months in their order. */
  final class Bootstrap implements DriverPath {
    private final String id;
    private final Draws draws;
    private final double start;
    private final int block;
    private final List<Double> returns = new ArrayList<>();
    private int place;

    Bootstrap(
        String id, Draws draws, double start, List<Double> history, int block, boolean demean) {
      this.id = id;
      this.draws = draws;
      this.start = start;
      this.block = block;
      double sumOfGross = 0;
      for (int i = 1; i < history.size(); i++) {
        double gross = history.get(i) / history.get(i - 1);
        sumOfGross += gross;
        returns.add(StrictMath.log(gross));
      }
      if (demean) {
        double logMeanGross = StrictMath.log(sumOfGross / returns.size());
        returns.replaceAll(r -> r - logMeanGross);
      }
    }

    @Override
    public double start() {
      return start;
    }

    @Override
    public double step(double last, int t, String regime, double z) {
      int n = returns.size();
      boolean newBlock = t == 1 || draws.uniform(StreamName.BLOCK_START.of(id), t, 0) < 1.0 / block;
      place =
          newBlock
              ? (int) Math.floor(draws.uniform(StreamName.BLOCK_PLACE.of(id), t, 0) * n)
              : (place + 1) % n;
      return last * StrictMath.exp(returns.get(place));
    }
  }
}
