package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Question;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.reference.ReferenceAnswers;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the answers of a run with a second implementation of the questions, which is put to the
 * engine's own paths: so the counts must be equal, not close.
 */
class QuestionReferenceTest {
  private static final int PATHS = 1_100;

  static LongStream seeds() {
    return LongStream.range(5_000, 5_300);
  }

  @ParameterizedTest(name = "random scenario {0}")
  @MethodSource("seeds")
  void answersAreThoseOfTheReference(long seed) {
    // Of metrics, those that are asked about alone.
    Scenario scenario = Paths.reporting(RandomScenarios.small(seed));
    Projection projection =
        Simulator.run(
            scenario, Settings.of(scenario).withPaths(PATHS).withSeed(seed).withThreads(2));
    Paths paths = Paths.of(scenario, seed, 0, PATHS);
    List<Map<String, ReferenceAnswers.Answer>> reference = new ArrayList<>();
    for (int p = 0; p < PATHS; p++) {
      reference.add(ReferenceAnswers.of(scenario, paths.of(p)));
    }
    scenario
        .questions()
        .forEach(
            (id, question) -> {
              List<ReferenceAnswers.Answer> answers =
                  reference.stream()
                      .map(path -> path.get(id))
                      .filter(ReferenceAnswers.Answer::counts)
                      .toList();
              if (question.test() instanceof Question.Test.CountMonths) {
                checkCount(scenario, projection.count(id), answers);
              } else {
                checkProbability(scenario, projection.probability(id), answers);
                assertThat(projection.probability(id).firstPaths())
                    .isEqualTo(firstHits(reference, id));
              }
            });
  }

  private static List<Long> firstHits(
      List<Map<String, ReferenceAnswers.Answer>> reference, String id) {
    return LongStream.range(0, PATHS)
        .filter(path -> reference.get((int) path).get(id).counts())
        .filter(path -> reference.get((int) path).get(id).hit())
        .limit(10)
        .boxed()
        .toList();
  }

  private static void checkProbability(
      Scenario scenario, Answer.Probability actual, List<ReferenceAnswers.Answer> paths) {
    assertThat(actual.paths()).isEqualTo(paths.size());
    assertThat(actual.hits())
        .isEqualTo(paths.stream().filter(ReferenceAnswers.Answer::hit).count());
    int[] firstMonths =
        paths.stream()
            .filter(ReferenceAnswers.Answer::hit)
            .mapToInt(ReferenceAnswers.Answer::firstMonth)
            .sorted()
            .toArray();
    if (actual.hitsByMonth().isEmpty()) {
      assertThat(Arrays.stream(firstMonths)).allMatch(first -> first == -1);
      assertThat(actual.firstMonths()).isEmpty();
      return;
    }
    for (int t = 0; t < scenario.months(); t++) {
      int month = t;
      assertThat(actual.hitsByMonth().get(t))
          .isEqualTo(Arrays.stream(firstMonths).filter(first -> first == month).count());
    }
    List<Answer.FirstMonth> expected = new ArrayList<>();
    if (firstMonths.length > 0) {
      for (double percentile : scenario.output().percentiles()) {
        int first = atPercentile(firstMonths, percentile);
        expected.add(new Answer.FirstMonth(percentile, scenario.month(first)));
      }
    }
    assertThat(actual.firstMonths()).isEqualTo(expected);
  }

  private static void checkCount(
      Scenario scenario, Answer.Count actual, List<ReferenceAnswers.Answer> paths) {
    assertThat(actual.paths()).isEqualTo(paths.size());
    if (paths.isEmpty()) {
      assertThat(actual.mean()).isNaN();
      assertThat(actual.percentiles()).isEmpty();
      return;
    }
    int[] months = paths.stream().mapToInt(ReferenceAnswers.Answer::months).sorted().toArray();
    double mean = Arrays.stream(months).average().orElseThrow();
    double squares = Arrays.stream(months).mapToDouble(m -> (m - mean) * (m - mean)).sum();
    double sd = months.length == 1 ? 0 : Math.sqrt(squares / (months.length - 1));
    assertThat(actual.mean()).isCloseTo(mean, within(1e-13 * scenario.months()));
    assertThat(actual.sd()).isCloseTo(sd, within(1e-13 * scenario.months()));
    List<Answer.Months> expected = new ArrayList<>();
    for (double percentile : scenario.output().percentiles()) {
      expected.add(new Answer.Months(percentile, atPercentile(months, percentile)));
    }
    assertThat(actual.percentiles()).isEqualTo(expected);
  }

  /**
   * The smallest value that at least {@code percentile} per cent of {@code sorted} don't exceed.
   */
  private static int atPercentile(int[] sorted, double percentile) {
    int place =
        BigDecimal.valueOf(percentile)
            .multiply(BigDecimal.valueOf(sorted.length))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
            .intValueExact();
    return sorted[Math.max(1, place) - 1];
  }
}
