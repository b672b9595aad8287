package io.corridor.internal.policy;

import static io.corridor.internal.engine.Corridors.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Distribution;
import io.corridor.model.Question;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Occupancy of the policy regime against powers of its matrix (section 3 of the model). */
class RegimeLawTest {
  private static final long SEED = 20_260_902;
  private static final int PATHS = 100_000;
  private static final List<String> STATES = List.of("active", "wind-down", "revoked");
  private static final double[][] MATRIX = {{0.85, 0.1, 0.05}, {0.4, 0.4, 0.2}, {0, 0, 1}};

  private static Regime regime(List<Regime.Event> events) {
    Map<String, Map<String, Value>> monthly = new LinkedHashMap<>();
    // Written in another order than the states, and with what stays left out.
    monthly.put("wind-down", orderedRow("revoked", 0.2, "active", 0.4));
    monthly.put("active", orderedRow("revoked", 0.05, "wind-down", 0.1));
    return new Regime(STATES, "active", monthly, events);
  }

  private static Map<String, Value> orderedRow(String a, double p, String b, double q) {
    Map<String, Value> row = new LinkedHashMap<>();
    row.put(a, Value.of(p));
    row.put(b, Value.of(q));
    return row;
  }

  @Test
  void occupancyIsThePowerOfTheMatrix() {
    Paths paths = simulate(regime(List.of()), 25);
    RealMatrix law = MatrixUtils.createRowRealMatrix(new double[] {1, 0, 0});
    for (int t = 0; t < 25; t++) {
      check(paths, t, law.getRow(0));
      law = law.multiply(MatrixUtils.createRealMatrix(MATRIX));
    }
    // Exact fractions of the same chain.
    Significance.share("revoked by 8", hits(paths, "revoked", 8), PATHS, 0.4376823486328125);
    Significance.share("active at 12", hits(paths, "active", 12), PATHS, 0.3474729933204651);
  }

  /** After the month's transition each event draws by itself, in the order of the file. */
  @Test
  void eventsFollowTheTransitionInTheirOrder() {
    YearMonth may = YearMonth.of(2020, 5);
    Regime regime =
        regime(
            List.of(
                new Regime.Event(may, "wind-down", 0.3),
                new Regime.Event(may, "active", 0.5),
                new Regime.Event(may, "wind-down", 0.25),
                new Regime.Event(YearMonth.of(2020, 7), "active", 1)));
    Paths paths = simulate(regime, 9);
    RealMatrix law = MatrixUtils.createRowRealMatrix(new double[] {1, 0, 0});
    for (int t = 0; t < 9; t++) {
      if (t > 0) {
        law = law.multiply(MatrixUtils.createRealMatrix(MATRIX));
      }
      if (t == 4) {
        law = set(set(set(law, 1, 0.3), 0, 0.5), 1, 0.25);
      }
      if (t == 6) {
        law = set(law, 0, 1);
      }
      check(paths, t, law.getRow(0));
    }
  }

  private static RealMatrix set(RealMatrix law, int state, double probability) {
    RealMatrix after = law.scalarMultiply(1 - probability);
    after.addToEntry(0, state, probability);
    return after;
  }

  /**
   * 0.9^n on which the first state is never left: the moves of successive months are independent.
   */
  @Test
  void spellsAreGeometric() {
    Regime regime =
        new Regime(
            List.of("active", "lapsed"),
            "active",
            Map.of(
                "active",
                Map.of("lapsed", Value.of(0.1)),
                "lapsed",
                Map.of("active", Value.of(0.3))),
            List.of());
    Scenario scenario =
        from("2020-01", 21)
            .regime(regime)
            .question("first-lapse", Question.of("regime.lapsed", Question.Band.atLeast(1)))
            .question(
                "active-months",
                Question.of("regime.active", Question.Band.atLeast(1))
                    .withWindow(Question.Window.in(YearMonth.of(2020, 2), YearMonth.of(2020, 11)))
                    .withTest(new Question.Test.CountMonths()))
            .build();
    var projection =
        Simulator.run(
            Paths.reporting(scenario, "regime.active"),
            Settings.of(scenario).withPaths(PATHS).withSeed(SEED));
    Answer.Probability lapse = projection.probability("first-lapse");
    for (int t = 1; t <= 20; t++) {
      Significance.share(
          "first lapse in " + t, lapse.hitsByMonth().get(t), PATHS, 0.1 * Math.pow(0.9, t - 1));
    }
    Significance.share("never", PATHS - lapse.hits(), PATHS, 0.1215766545904569);
    Answer.Count months = projection.count("active-months");
    Significance.mean("months", months.mean(), months.sd(), PATHS, 7.8727325184);
  }

  private static Paths simulate(Regime regime, int months) {
    Scenario scenario = from("2020-01", months).regime(regime).build();
    return Paths.of(scenario, SEED, PATHS, "regime.active", "regime.wind-down", "regime.revoked");
  }

  private static void check(Paths paths, int month, double[] law) {
    long all = 0;
    for (int s = 0; s < STATES.size(); s++) {
      long hits = hits(paths, STATES.get(s), month);
      Significance.share(STATES.get(s) + " in month " + month, hits, PATHS, law[s]);
      all += hits;
    }
    assertThat(all).isEqualTo(PATHS);
  }

  private static long hits(Paths paths, String state, int month) {
    return (long) Arrays.stream(paths.at("regime." + state, month)).sum();
  }

  /**
   * A rate that is drawn once a path is the same in all its months: after n of them the state is
   * still held on E(1 − p)^n of the paths, for a uniform p on [a, b] ((1 − a)^{n+1} − (1 −
   * b)^{n+1})/((n + 1)(b − a)), which is more than (1 − E p)^n.
   */
  @Test
  void anUncertainRateIsOneOfThePath() {
    Regime regime =
        Regime.of(STATES, "active")
            .withMonthly("active", "revoked", new Distribution.Uniform(0, 0.4));
    Paths paths = simulate(regime, 25);
    for (int n : new int[] {1, 6, 24}) {
      double still = (1 - Math.pow(0.6, n + 1)) / ((n + 1) * 0.4);
      Significance.share("active after " + n, hits(paths, "active", n), PATHS, still);
    }
  }

  /** Of a row of (p, 0.7), p even on [0, 0.6], those above 0.3 are divided by p + 0.7. */
  @Test
  void aRowThatExceedsOneIsDividedByItsSum() {
    Regime regime =
        Regime.of(STATES, "active")
            .withMonthly("active", "wind-down", new Distribution.Uniform(0, 0.6))
            .withMonthly("active", "revoked", 0.7);
    Paths paths = simulate(regime, 2);
    // ∫ p over [0, 0.3], and of p/(p + 0.7) over [0.3, 0.6]: 0.3 − 0.7 ln 1.3.
    double first = (0.045 + 0.3 - 0.7 * Math.log(1.3)) / 0.6;
    double second = (0.7 * 0.3 + 0.7 * Math.log(1.3)) / 0.6;
    Significance.share("wind-down", hits(paths, "wind-down", 1), PATHS, first);
    Significance.share("revoked", hits(paths, "revoked", 1), PATHS, second);
    Significance.share("active", hits(paths, "active", 1), PATHS, 0.045 / 0.6);
  }

  /** Two events of one parameter come together more often than by independent draws: E p² = 1/3. */
  @Test
  void anEventsChanceIsDrawnOnceAPath() {
    Regime regime =
        Regime.of(STATES, "active")
            .withEvent(YearMonth.of(2020, 3), "wind-down", new Value.Parameter("chance"))
            .withEvent(YearMonth.of(2020, 4), "revoked", new Value.Parameter("chance"));
    Scenario scenario =
        from("2020-01", 4)
            .parameter("chance", new Distribution.Uniform(0, 1))
            .regime(regime)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "regime.active", "regime.wind-down");
    Significance.share("neither", hits(paths, "active", 3), PATHS, 1 / 3.0);
    Significance.share("the first alone", hits(paths, "wind-down", 3), PATHS, 1 / 6.0);
  }

  @Test
  void drawnRowsThatAreKnownGiveTheSameBits() {
    Regime known = regime(List.of());
    Regime drawn = known.withMonthly("revoked", "active", new Distribution.Uniform(0, 1e-300));
    Paths first = simulate(known, 25);
    Paths second = simulate(drawn, 25);
    for (String state : STATES) {
      for (int t = 0; t < 25; t++) {
        assertThat(hits(second, state, t)).isEqualTo(hits(first, state, t));
      }
    }
  }

  @Test
  void mediansOfARowMustNotExceedOne() {
    Scenario scenario =
        from("2020-01", 4)
            .regime(
                Regime.of(STATES, "active")
                    .withMonthly("active", "wind-down", new Distribution.Uniform(0.2, 0.8))
                    .withMonthly("active", "revoked", 0.6))
            .build();
    assertThat(Simulator.check(scenario))
        .singleElement()
        .hasToString(
            "regime.monthly.active: the medians of a row's probabilities must sum to 1 at most,"
                + " not 1.1");
  }
}
