package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class JointTest {
  private static final YearMonth START = YearMonth.of(2019, 3);

  private static Joint.Row row(double actual, double... paths) {
    double[] known = Arrays.stream(paths).filter(x -> !Double.isNaN(x)).toArray();
    return new Joint.Row(
        paths, Scored.of(START, new Period(Every.MONTH, START), known, actual, Map.of()));
  }

  private static Joint joint(List<Joint.Row> rows, List<Joint.Asked> asked) {
    return Joint.of(rows, asked).orElseThrow();
  }

  /** z of a rank among n, by another library. */
  private static double squared(double rank, int n) {
    double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((rank - 0.5) / n);
    return z * z;
  }

  /** By hand: three paths and what happened, ranked among the four, ties in the middle. */
  @Test
  void distancesAreOfMidRanksAmongPathsAndTruth() {
    Joint.Values values =
        joint(List.of(row(9, 1, 2, 3), row(5, 4, 5, 6)), List.of()).values().orElseThrow();
    double one = (squared(4, 4) + squared(2.5, 4)) / 2;
    double[] own = {
      (squared(1, 4) + squared(1, 4)) / 2,
      (squared(2, 4) + squared(2.5, 4)) / 2,
      (squared(3, 4) + squared(4, 4)) / 2
    };
    assertThat(values.n()).isEqualTo(2);
    assertThat(values.statistic()).isCloseTo(one, within(1e-12));
    assertThat(own[0]).isGreaterThan(one);
    assertThat(own[2]).isGreaterThan(one);
    assertThat(values.share()).isCloseTo(3 / 4.0, within(1e-12));
    assertThat(values.inside90()).isEqualTo(1);
    assertThat(List.of(values.low90(), values.high90())).containsExactly(2, 2);
    // 95 % point of the three is the largest, own[0]; 2.25 times the last is above it, too.
    assertThat(values.power()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void onlyPathsThatHaveAllCount() {
    double none = Double.NaN;
    Joint.Values some =
        joint(List.of(row(9, 1, none, 2, 3), row(5, 4, 7, 5, 6)), List.of()).values().orElseThrow();
    Joint.Values all =
        joint(List.of(row(9, 1, 2, 3), row(5, 4, 5, 6)), List.of()).values().orElseThrow();
    assertThat(some.share()).isEqualTo(all.share());
    assertThat(some.statistic()).isEqualTo(all.statistic());
    assertThat(joint(List.of(row(1, none, 1), row(1, 1, none)), List.of()).values()).isEmpty();
    assertThat(Joint.of(List.of(), List.of())).isEmpty();
  }

  /** By hand: 3/4 and, of the two paths that count, 1/2 were said. */
  @Test
  void questionsAreScoredByTheSameProbabilities() {
    double none = Double.NaN;
    List<Joint.Asked> asked =
        List.of(
            new Joint.Asked(new double[] {1, 1, 1, 0}, true),
            new Joint.Asked(new double[] {1, 0, none, none}, false));
    Joint.Questions questions = joint(List.of(), asked).questions().orElseThrow();
    assertThat(questions.n()).isEqualTo(2);
    assertThat(questions.brier()).isCloseTo((1 / 16.0 + 1 / 4.0) / 2, within(1e-15));
    // The paths' own: 5/32, 5/32, 1/16, 9/16.
    assertThat(questions.share()).isEqualTo(4 / 5.0);
  }

  /** Of such questions as the forecasts below. */
  private static Joint simulated(Random random, double width) {
    int paths = 400;
    double[][] values = new double[6][paths];
    double[] truth = new double[6];
    for (int path = 0; path <= paths; path++) {
      // Figures of a walk, which go together as months of one metric do.
      double x = 0;
      for (int row = 0; row < 6; row++) {
        x += random.nextGaussian() * (path == paths ? 1 : width);
        if (path == paths) {
          truth[row] = x;
        } else {
          values[row][path] = x;
        }
      }
    }
    List<Joint.Row> rows = new ArrayList<>();
    List<Joint.Asked> asked = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      rows.add(row(truth[row], values[row]));
      asked.add(
          new Joint.Asked(
              Arrays.stream(values[row]).map(x -> x > 0.7 ? 1 : 0).toArray(), truth[row] > 0.7));
    }
    return joint(rows, asked);
  }

  /**
   * A right forecast, whose figures depend on each other, fails in 5 % of cases, and one of half
   * the width in most; the promised power is what bands that are two thirds as wide are found with.
   */
  @Test
  void rejectsFivePercentOfRightForecasts() {
    Random random = new Random(17);
    int n = 1_000;
    List<Joint> right = IntStream.range(0, n).mapToObj(i -> simulated(random, 1)).toList();
    // Binomial(1000, 0.05): from 28 to 75 with probability above 0.999.
    assertThat(right.stream().filter(one -> values(one).share() <= 0.05).count())
        .isBetween(28L, 75L);
    // Questions come in steps: at most 5 %.
    assertThat(right.stream().filter(one -> one.questions().orElseThrow().share() <= 0.05).count())
        .isLessThan(75L);
    double power = right.stream().mapToDouble(one -> values(one).power()).average().orElseThrow();
    List<Joint> narrow = IntStream.range(0, n).mapToObj(i -> simulated(random, 2 / 3.0)).toList();
    double found = narrow.stream().filter(one -> values(one).share() <= 0.05).count() / (double) n;
    // Standard error 0.013; ranks can't tell how far beyond all paths a truth lies.
    assertThat(found).isCloseTo(power, within(0.1));
    List<Joint> half = IntStream.range(0, 200).mapToObj(i -> simulated(random, 0.4)).toList();
    assertThat(half.stream().filter(one -> values(one).share() <= 0.05).count()).isGreaterThan(80L);
  }

  private static Joint.Values values(Joint joint) {
    return joint.values().orElseThrow();
  }

  @Test
  void verdictsSayWhatWasFound() {
    assertThat(new Joint.Values(9, 2, 6, 9, 4.1, 0.004, 0.8).verdict())
        .isEqualTo(
            "The forecast fails as a whole: 2 of 9 values in their 90 % bands, where its own paths"
                + " have 6 to 9; 0.4 % of these do as badly");
    assertThat(new Joint.Values(9, 9, 6, 9, 0.1, 0.98, 0.8).verdict())
        .startsWith("The forecast is too wide as a whole: ");
    assertThat(new Joint.Values(2, 2, 1, 2, 0.1, 0.5, 0.3).verdict())
        .startsWith("Can't tell whether the forecast holds as a whole: 2 of 2 ")
        .endsWith(
            "50 % of these do as badly, and 30 % would be found out if they strayed half as"
                + " far again");
    assertThat(new Joint.Values(9, 8, 6, 9, 1, 0.5, 0.7).verdict())
        .startsWith("The forecast holds as a whole: ");
    assertThat(new Joint.Questions(16, 0.26, 0.03).verdict())
        .isEqualTo(
            "Its questions fail as a whole: Brier 0.26 of 16; 3 % of its own paths do as badly");
    assertThat(new Joint.Questions(16, 0.19, 0.4).verdict())
        .startsWith("Its questions did as they may: Brier 0.19 of 16");
  }
}
