package io.corridor.internal.engine;

import static io.corridor.internal.engine.Corridors.flow;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.gbm;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Output;
import io.corridor.model.Precision;
import io.corridor.model.Question;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * To stop when the answers look precise enough is to stop at a number of paths that depends on the
 * answers. How far this spoils the intervals, and the means, is in {@code
 * docs/decisions/stopping.md}; here that it doesn't by much.
 */
class OptionalStoppingTest {
  private static final int RUNS = 20_000;

  /** One of five right programs in a million leaves so wide a range on either side. */
  private static final double Z_CRITICAL = 4.5;

  private static final Plan ONE_QUESTION =
      PlanCompiler.compile(scenario(100, 0.2), Drawn.of(1), Wanted.REPORTED);

  private static Scenario scenario(double threshold, double volatility) {
    return from("2020-01", 2)
        .driver("x", gbm(1, 0, volatility))
        .flow("goods", flow(1200, Map.of("x", Value.ONE)))
        .question(
            "up",
            Question.of("total", Question.Band.atLeast(threshold))
                .withWindow(Question.Window.at(YearMonth.of(2020, 2))))
        .output(new Output(List.of(50.0), Optional.of(List.of("total"))))
        .build();
  }

  /**
   * The rule itself on hits drawn from the binomial distribution, at targets that are met between
   * the first number of paths at which a run may end and the tenth.
   */
  @ParameterizedTest(name = "probability {0}, precision {1}")
  @CsvSource({
    "0.5, 0.005, 0.95",
    "0.3, 0.004, 0.95",
    "0.1, 0.003, 0.95",
    "0.03, 0.0015, 0.95",
    "0.01, 0.0012, 0.95",
    "0.002, 0.0005, 0.95"
  })
  void intervalsOfRunsThatStopWhenPreciseCoverAsOftenAsTheySay(
      double probability, double target, double nominal) {
    Random random = new Random(20_260_905);
    PrecisionGoal goal = PrecisionGoal.of(ONE_QUESTION, Precision.of(target));
    Map<Long, Binomial> laws = new HashMap<>();
    int covered = 0;
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < RUNS; run++) {
      Answer.Probability answer = stop(goal, target, laws, probability, random);
      Answer.Interval interval = answer.interval95().orElseThrow();
      covered += interval.low() <= probability && probability <= interval.high() ? 1 : 0;
      double error = answer.probability().orElseThrow() - probability;
      sum += error;
      squares += error * error;
    }
    double coverage = (double) covered / RUNS;
    double bias = sum / RUNS;
    double sd = Math.sqrt(squares / RUNS);
    double noise = Z_CRITICAL * Math.sqrt(nominal * (1 - nominal) / RUNS);
    assertThat(coverage).isBetween(nominal - 0.005 - noise, nominal + 0.005 + noise);
    assertThat(Math.abs(bias) / sd).isLessThan(0.15 + Z_CRITICAL / Math.sqrt(RUNS));
  }

  private static Answer.Probability stop(
      PrecisionGoal goal,
      double target,
      Map<Long, Binomial> laws,
      double probability,
      Random random) {
    long paths = 0;
    long hits = 0;
    Answer.Probability answer;
    do {
      long next = goal.next(paths + 1);
      hits +=
          laws.computeIfAbsent(next - paths, n -> new Binomial(n.intValue(), probability))
              .draw(random);
      paths = next;
      answer = new Answer.Probability(paths, hits, List.of(), List.of(), List.of());
    } while (!(PrecisionGoal.halfWidth(answer) < target));
    return answer;
  }

  /** The binomial distribution, drawn from by the inverse of its cumulative probabilities. */
  private static final class Binomial {
    private final int least;
    private final double[] cumulative;

    Binomial(int n, double probability) {
      BinomialDistribution law = new BinomialDistribution(null, n, probability);
      double reach = 9 * Math.sqrt(law.getNumericalVariance()) + 9;
      least = (int) Math.max(0, law.getNumericalMean() - reach);
      int greatest = (int) Math.min(n, law.getNumericalMean() + reach);
      cumulative = new double[greatest - least + 1];
      double sum = 0;
      for (int k = least; k <= greatest; k++) {
        sum += law.probability(k);
        cumulative[k - least] = sum;
      }
    }

    int draw(Random random) {
      int place = Arrays.binarySearch(cumulative, random.nextDouble());
      return least + Math.min(place < 0 ? -place - 1 : place, cumulative.length - 1);
    }
  }

  /** The whole engine: a flow that is above a threshold with a probability known in closed form. */
  @Test
  void intervalsOfWholeRunsCoverAsOftenAsTheySay() {
    double volatility = 0.2;
    double sd = volatility / Math.sqrt(12);
    double threshold = 109;
    double probability =
        1
            - new NormalDistribution()
                .cumulativeProbability((Math.log(threshold / 100) + sd * sd / 2) / sd);
    assertThat(probability).isBetween(0.05, 0.08);
    Scenario scenario = scenario(threshold, volatility);
    Settings settings = Settings.of(scenario).withThreads(1).withPrecision(Precision.of(0.0028));
    int runs = 400;
    int covered = 0;
    Set<Long> ends = new HashSet<>();
    for (int seed = 0; seed < runs; seed++) {
      Projection run = Simulator.run(scenario, settings.withSeed(seed));
      Answer.Interval interval = run.probability("up").interval95().orElseThrow();
      covered += interval.low() <= probability && probability <= interval.high() ? 1 : 0;
      ends.add(run.paths());
    }
    assertThat(ends).as("numbers of paths at which runs ended").hasSizeGreaterThan(1);
    assertThat((double) covered / runs)
        .isBetween(0.95 - Z_CRITICAL * Math.sqrt(0.95 * 0.05 / runs), 0.99);
  }
}
