package io.corridor.internal.process;

import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Driver;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of driver, as the engine simulates it, against the closed forms of its law (section 2
 * of the model): mean, variance, covariance with the month before, and with others.
 */
class DriverLawTest {
  private static final long SEED = 20_260_901;
  private static final int PATHS = 60_000;
  private static final double MONTH = 1.0 / 12;

  @ParameterizedTest(name = "start {0}, drift {1}, volatility {2}, {3} months")
  @CsvSource({"100, 0.05, 0.2, 12", "33.3, 0.17, 0.12, 48", "2, -0.3, 0.6, 1"})
  void geometricBrownianMotion(double start, double drift, double volatility, int months) {
    Paths paths = simulate(gbm(start, drift, volatility), months + 1);
    double years = months * MONTH;
    double logMean = Math.log(start) + (drift - volatility * volatility / 2) * years;
    double variance = volatility * volatility * years;
    double[] last = paths.at("driver.x", months);
    Significance.mean("E[X]", last, start * Math.exp(drift * years));
    Significance.moments("ln X", logs(last), logMean, variance);
    NormalDistribution law = new NormalDistribution(logMean, Math.sqrt(variance));
    Significance.law("ln X", logs(last), law::cumulativeProbability);
    double lag = volatility * volatility * (months - 1) * MONTH;
    double before = Math.log(start) + (drift - volatility * volatility / 2) * (months - 1) * MONTH;
    if (months > 1) {
      Significance.covariance(
          "lag 1", logs(paths.at("driver.x", months - 1)), before, logs(last), logMean, lag);
    }
  }

  /** Rows of the table were computed with 30 digits from the closed form of the process. */
  @ParameterizedTest(name = "reversion {0}, level {1}, volatility {2}, start {3}, {4} months")
  @CsvSource({
    "1, 0, 0.5, 2, 3, 1.55760156614281, 0.0491836675359208",
    "1, 0, 0.5, 2, 12, 0.735758882342885, 0.108083089595423",
    "0.5, 100, 20, 60, 12, 75.7387736114947, 252.848223531423",
    "2, 0.35, 0.1, 0.4, 60, 0.350002269996488, 0.00249999999484712",
    "0.1, 80, 12, 80, 60, 80, 455.126802356562",
    "0, 3, 0.4, -1, 24, -1, 0.32"
  })
  void ornsteinUhlenbeck(
      double reversion,
      double level,
      double volatility,
      double start,
      int months,
      double mean,
      double variance) {
    Driver driver = Driver.Ou.of(start, level, reversion, volatility);
    Paths paths = simulate(driver, months + 2);
    double[] then = paths.at("driver.x", months);
    Significance.moments("X", then, mean, variance);
    double decay = Math.exp(-reversion * MONTH);
    Significance.covariance(
        "lag 1",
        then,
        mean,
        paths.at("driver.x", months + 1),
        level + (mean - level) * decay,
        variance * decay);
  }

  @Test
  void logarithmOfLogOuReturnsToTheMedian() {
    Driver driver =
        new Driver.LogOu(Value.of(50), Value.of(80), Value.of(1.5), Value.of(0.3), Map.of(), "");
    Paths paths = simulate(driver, 26);
    double[] then = paths.at("driver.x", 24);
    double mean = Math.log(80) + Math.log(50.0 / 80) * Math.exp(-3);
    double variance = 0.09 * (1 - Math.exp(-6)) / 3;
    double decay = Math.exp(-1.5 * MONTH);
    Significance.moments("ln X", logs(then), mean, variance);
    Significance.mean("E[X]", then, Math.exp(mean + variance / 2));
    Significance.covariance(
        "lag 1",
        logs(then),
        mean,
        logs(paths.at("driver.x", 25)),
        Math.log(80) + (mean - Math.log(80)) * decay,
        variance * decay);
  }

  /** E[X], and the first four moments of ln(X/X(0)), computed from Merton's closed form. */
  @ParameterizedTest(name = "rate {3}, jumps of {4} ± {5}, {6} months")
  @CsvSource({
    "100, 0.05, 0.2, 0, 0, 0, 12, 105.1271096376024, 0.03, 0.04, 0, 0",
    "100, 0.05, 0.2, 0.5, -0.1, 0.15, 12, 105.1271096376024, 0.022462843220423825, 0.05625, "
        + "-0.2904610591562067, 0.4691358024691357",
    "68.7, 0.06, 0.15, 0.3, -0.25, 0.2, 60, 92.73530008047142, 0.17694959624499898, 0.26625, "
        + "-0.4981495150301433, 0.5016200489320902"
  })
  void jumpDiffusion(
      double start,
      double drift,
      double volatility,
      double rate,
      double jumpMean,
      double jumpSd,
      int months,
      double mean,
      double logMean,
      double logVariance,
      double skewness,
      double excessKurtosis) {
    Driver driver = Driver.Jump.of(start, drift, volatility, rate, jumpMean, jumpSd);
    Paths paths = simulate(driver, months + 1);
    double[] last = paths.at("driver.x", months);
    Significance.mean("E[X]", last, mean);
    double[] returns = Arrays.stream(last).map(x -> Math.log(x / start)).toArray();
    Significance.moments("ln X/X(0)", returns, logMean, logVariance);
    double sd = Math.sqrt(logVariance);
    double[] standard = Arrays.stream(returns).map(x -> (x - logMean) / sd).toArray();
    Significance.mean("skewness", Arrays.stream(standard).map(x -> x * x * x).toArray(), skewness);
    Significance.mean(
        "kurtosis", Arrays.stream(standard).map(x -> x * x * x * x).toArray(), 3 + excessKurtosis);
    double before = logMean * (months - 1) / months;
    Significance.covariance(
        "lag 1",
        Arrays.stream(paths.at("driver.x", months - 1)).map(x -> Math.log(x / start)).toArray(),
        before,
        returns,
        logMean,
        logVariance * (months - 1) / months);
  }

  /** Standardised shocks of month 2 recovered from each kind's own step. */
  @Test
  void shocksOfOneMonthAreCorrelatedAsStatedAndOthersAreNot() {
    Scenario scenario =
        from("2020-01", 3)
            .driver("a", gbm(1, 0.1, 0.3))
            .driver(
                "b",
                new Driver.Ou(Value.of(1), Value.of(3), Value.of(2), Value.of(0.5), Map.of(), ""))
            .driver(
                "c",
                new Driver.LogOu(Value.of(1), Value.of(3), Value.ZERO, Value.of(0.2), Map.of(), ""))
            .driver("d", gbm(1, 0, 0.3))
            .correlation("a", "b", 0.6)
            .correlation("c", "a", -0.8)
            .correlation("b", "c", -0.3)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "driver.a", "driver.b", "driver.c", "driver.d");
    double[][] z = {
      shocks(paths, "a", 2),
      IntStream.range(0, PATHS)
          .mapToDouble(
              p ->
                  (paths.at("driver.b", 2)[p]
                          - 3
                          - (paths.at("driver.b", 1)[p] - 3) * Math.exp(-2 * MONTH))
                      / (0.5 * Math.sqrt((1 - Math.exp(-4 * MONTH)) / 4)))
          .toArray(),
      shocks(paths, "c", 2),
      shocks(paths, "d", 2),
      shocks(paths, "a", 1)
    };
    double mean = (0.1 - 0.045) * MONTH / (0.3 * Math.sqrt(MONTH));
    double[] means = {mean, 0, 0, -0.045 * MONTH / (0.3 * Math.sqrt(MONTH)), mean};
    double[] scales = {1, 1, 0.2 / 0.3, 1, 1};
    double[][] rho = {
      {1, 0.6, -0.8, 0, 0},
      {0.6, 1, -0.3, 0, 0},
      {-0.8, -0.3, 1, 0, 0},
      {0, 0, 0, 1, 0},
      {0, 0, 0, 0, 1}
    };
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j <= i; j++) {
        double expected = rho[i][j] * scales[i] * scales[j];
        Significance.covariance(i + " with " + j, z[i], means[i], z[j], means[j], expected);
      }
    }
  }

  /** Logarithmic returns over 0.3 √Δ. */
  private static double[] shocks(Paths paths, String id, int month) {
    double[] now = paths.at("driver." + id, month);
    double[] before = paths.at("driver." + id, month - 1);
    return IntStream.range(0, PATHS)
        .mapToDouble(p -> Math.log(now[p] / before[p]) / (0.3 * Math.sqrt(MONTH)))
        .toArray();
  }

  @Test
  void perfectCorrelationMakesTheSameNumbers() {
    Scenario scenario =
        from("2020-01", 13)
            .driver("a", gbm(1, 0, 0.3))
            .driver("b", gbm(1, 0, 0.3))
            .driver("c", gbm(1, 0.09, 0.3))
            .correlation("a", "b", 1)
            .correlation("b", "c", -1)
            .correlation("a", "c", -1)
            .build();
    Paths paths = Paths.of(scenario, SEED, 2_000, "driver.a", "driver.b", "driver.c");
    assertThat(paths.at("driver.b", 12)).containsExactly(paths.at("driver.a", 12));
    for (int p = 0; p < 2_000; p++) {
      assertThat(Math.log(paths.at("driver.a", 12)[p] * paths.at("driver.c", 12)[p]))
          .isCloseTo(0, within(1e-13));
    }
  }

  /**
   * Averages of a Brownian motion over months have two thirds of its variance from month to month,
   * and a quarter of it in common with the step before (Working, Econometrica 28, 1960,
   * doi:10.2307/1907574); over a year their mean is that of the motion.
   */
  @Test
  void averagesOfABrownianMotionAreWorkings() {
    Driver driver =
        new Driver.Gbm(
            Value.of(50), Optional.of(Value.of(50)), Value.of(0.045), Value.of(0.3), Map.of(), "");
    Paths paths = simulate(driver, 13);
    double unit = 0.09 * MONTH;
    double[] first = returns(paths, 2);
    double[] second = returns(paths, 3);
    Significance.moments("step", second, 0, unit * 2 / 3);
    Significance.covariance("lag 1", first, 0, second, 0, unit / 6);
    double[] year = new double[PATHS];
    for (int month = 1; month <= 12; month++) {
      double[] x = logs(paths.at("driver.x", month));
      Arrays.setAll(year, p -> year[p] + x[p] / 12);
    }
    Significance.moments("year", year, Math.log(50), 0.09 / 3);
  }

  /** The mean of a year of averages is the process' mean over it, by the closed form. */
  @ParameterizedTest(name = "reversion {0}")
  @ValueSource(doubles = {0.05, 0.9, 7})
  void averagesOfAYearAreTheProcessOwn(double reversion) {
    Driver driver =
        new Driver.Ou(
            Value.of(9),
            Optional.of(Value.of(4)),
            Value.of(1),
            Value.of(reversion),
            Value.of(2),
            Map.of(),
            "");
    Paths paths = simulate(driver, 13);
    double[] year = new double[PATHS];
    for (int month = 1; month <= 12; month++) {
      double[] x = paths.at("driver.x", month);
      Arrays.setAll(year, p -> year[p] + x[p] / 12);
    }
    double keep = Math.exp(-reversion);
    double variance =
        4
            * (reversion - 2 * (1 - keep) + (1 - keep * keep) / 2)
            / (reversion * reversion * reversion);
    Significance.moments("year", year, 1 + 3 * (1 - keep) / reversion, variance);
    assertThat(paths.at("driver.x", 0)).containsOnly(9);
  }

  /** Averages of two correlated drivers are as correlated as the drivers, within months, too. */
  @Test
  void averagesOfCorrelatedDriversAreSo() {
    Driver driver =
        new Driver.Gbm(
            Value.ONE, Optional.of(Value.ONE), Value.of(0.045), Value.of(0.3), Map.of(), "");
    Scenario scenario =
        from("2020-01", 3)
            .driver("a", driver)
            .driver("b", driver)
            .correlation("a", "b", 0.6)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "driver.a", "driver.b");
    double[] a = logs(paths.at("driver.a", 1));
    double[] b = logs(paths.at("driver.b", 1));
    Significance.covariance("month 1", a, 0, b, 0, 0.6 * 0.09 * MONTH / 3);
  }

  private static double[] returns(Paths paths, int month) {
    double[] now = logs(paths.at("driver.x", month));
    double[] before = logs(paths.at("driver.x", month - 1));
    return IntStream.range(0, PATHS).mapToDouble(p -> now[p] - before[p]).toArray();
  }

  /** Returns of ln 2, ln 3, ln 4, ln 5 and ln 6, that tell a place in the history from another. */
  @ParameterizedTest(name = "mean block {0}")
  @ValueSource(ints = {1, 3, 12})
  void bootstrapGoesOnAtTheRateOfTheMeanBlockAndWraps(int block) {
    List<Double> history = List.of(1.0, 2.0, 6.0, 24.0, 120.0, 720.0);
    Paths paths = simulate(new Driver.Bootstrap(Value.ONE, history, block, false, "", "", ""), 8);
    long[] places = new long[5];
    long next = 0;
    long wraps = 0;
    for (int p = 0; p < PATHS; p++) {
      int now = place(paths, p, 7);
      places[now]++;
      if (now == (place(paths, p, 6) + 1) % 5) {
        next++;
        wraps += now == 0 ? 1 : 0;
      }
    }
    double goesOn = 1 - 1.0 / block + 1.0 / block / 5;
    Significance.share("goes on", next, PATHS, goesOn);
    Significance.share("wraps", wraps, PATHS, goesOn / 5);
    for (int i = 0; i < 5; i++) {
      Significance.share("place " + i, places[i], PATHS, 0.2);
    }
  }

  private static int place(Paths paths, int path, int month) {
    double gross = paths.at("driver.x", month)[path] / paths.at("driver.x", month - 1)[path];
    return (int) Math.round(gross) - 2;
  }

  @Test
  void bootstrapTakesTheMeanGrossReturnOff() {
    List<Double> history = List.of(1.0, 1.1, 1.0, 1.3, 1.2, 1.5, 1.35, 1.5);
    Paths drifting = simulate(new Driver.Bootstrap(Value.of(5), history, 1, false, "", "", ""), 13);
    Paths level = simulate(new Driver.Bootstrap(Value.of(5), history, 1, true, "", "", ""), 13);
    double gross = 0;
    for (int i = 1; i < history.size(); i++) {
      gross += history.get(i) / history.get(i - 1) / (history.size() - 1);
    }
    Significance.mean("with drift", drifting.at("driver.x", 12), 5 * Math.pow(gross, 12));
    Significance.mean("without", level.at("driver.x", 12), 5);
    double[] logReturns =
        IntStream.range(1, history.size())
            .mapToDouble(i -> Math.log(history.get(i) / history.get(i - 1)))
            .toArray();
    double mean = Arrays.stream(logReturns).average().orElseThrow();
    double variance =
        Arrays.stream(logReturns).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
    Significance.moments(
        "ln X", logs(drifting.at("driver.x", 12)), Math.log(5) + 12 * mean, 12 * variance);
  }

  /**
   * Growth whose mean and spread follow a chain of two states: exact moments from the recursion of
   * first and second moments by state; the transition comes before the growth.
   */
  @ParameterizedTest(name = "{0} months")
  @CsvSource({
    "1, 0.067, 0.007011, 1.0729139840258137, 0.9",
    "5, 0.2824592, 0.06529931233536002, 1.3661977467656974, 0.76944",
    "10, 0.5234552273920001, 0.1647703682555094, 1.8150362471233599, 0.7515116544"
  })
  void regimesChangeDriftAndVolatility(
      int months, double logMean, double logVariance, double mean, double good) {
    Map<String, Map<String, Value>> monthly = new LinkedHashMap<>();
    monthly.put("good", Map.of("bad", Value.of(0.1)));
    monthly.put("bad", Map.of("good", Value.of(0.3)));
    Driver driver =
        new Driver.Gbm(
            Value.ONE,
            Value.of(drift(0.08, 0.06)),
            Value.of(0.06 * Math.sqrt(12)),
            Map.of(
                "bad",
                new Driver.Override(
                    Optional.of(Value.of(drift(-0.05, 0.15))),
                    Optional.of(Value.of(0.15 * Math.sqrt(12))),
                    Optional.empty())),
            "");
    Scenario scenario =
        from("2020-01", months + 1)
            .regime(new Regime(List.of("good", "bad"), "good", monthly, List.of()))
            .driver("x", driver)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "driver.x", "regime.good");
    double[] last = paths.at("driver.x", months);
    Significance.moments("ln X", logs(last), logMean, logVariance);
    Significance.mean("E[X]", last, mean);
    Significance.mean("good", paths.at("regime.good", months), good);
  }

  /** The drift a year that gives a logarithmic growth of {@code mean} a month. */
  private static double drift(double mean, double sd) {
    return 12 * (mean + sd * sd / 2);
  }

  @Test
  void regimesChangeTheLevelThatIsReturnedTo() {
    Driver driver =
        new Driver.Ou(
            Value.of(1),
            Value.of(1),
            Value.of(3),
            Value.of(0.2),
            Map.of(
                "high",
                new Driver.Override(
                    Optional.empty(), Optional.of(Value.of(0.5)), Optional.of(Value.of(4)))),
            "");
    Scenario scenario =
        from("2020-01", 9)
            .regime(
                new Regime(
                    List.of("low", "high"),
                    "low",
                    Map.of(),
                    List.of(new Regime.Event(YearMonth.of(2020, 5), "high", 1))))
            .driver("x", driver)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "driver.x");
    double decay = Math.exp(-3 * MONTH);
    double mean = 1;
    double variance = 0;
    for (int t = 1; t <= 8; t++) {
      double volatility = t < 4 ? 0.2 : 0.5;
      double level = t < 4 ? 1 : 4;
      mean = level + (mean - level) * decay;
      variance = variance * decay * decay + volatility * volatility * (1 - decay * decay) / 6;
      Significance.moments("month " + t, paths.at("driver.x", t), mean, variance);
    }
  }

  private static Paths simulate(Driver driver, int months) {
    return Paths.of(from("2020-01", months).driver("x", driver).build(), SEED, PATHS, "driver.x");
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }
}
