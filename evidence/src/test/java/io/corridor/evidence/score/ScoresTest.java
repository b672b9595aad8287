package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private static final YearMonth START = YearMonth.of(2000, 1);

  @Test
  void periodsThatOverlapAreNotCountedTwice() {
    List<Scored> forecasts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      forecasts.add(forecast(START.plusMonths(3L * i), 12, 2, 1));
    }
    Scores scores = Scores.ofHorizon(forecasts, 12);
    assertThat(scores.n()).isEqualTo(24);
    assertThat(scores.coverage().get(Band.NINETY).apart().orElseThrow().n()).isEqualTo(6);
    // Four origins' years overlap.
    assertThat(scores.best().orElseThrow().test()).isEmpty(); // all differences are alike
    assertThat(scores.best().orElseThrow().skill90()).isPresent();
    assertThat(scores.bias()).isCloseTo(0, within(1e-12));
  }

  @Test
  void theBestRivalIsTheOneOfTheLowestMean() {
    Map<String, Double> first = rivals("a", 3.0, "b", 2.0);
    Map<String, Double> second = rivals("a", 0.5, "b", 2.0);
    second.put("c", 0.1);
    Scored one = scored(START, first);
    Scored two = scored(START.plusMonths(12), second);
    Scores scores = Scores.ofHorizon(List.of(two, one), 12);
    assertThat(scores.rivals()).containsExactly(Map.entry("a", 1.75), Map.entry("b", 2.0));
    assertThat(scores.best().orElseThrow().name()).isEqualTo("a");
  }

  /** A forecast that is right by construction is found right, and one of half the width narrow. */
  @Test
  void whatIsRightIsFoundRightAndHalfTheWidthTooNarrow() {
    Scores right = simulated(1);
    Scores narrow = simulated(0.5);
    assertThat(kupiec(right)).isGreaterThan(0.01);
    assertThat(kupiec(narrow)).isLessThan(1e-6);
    assertThat(right.crps()).isLessThan(narrow.crps());
    assertThat(right.best().orElseThrow().skill()).isGreaterThan(-0.02);
  }

  private static double kupiec(Scores scores) {
    Coverage apart = scores.coverage().get(Band.NINETY).apart().orElseThrow();
    return apart.kupiec(Band.NINETY.miss()).orElseThrow().p();
  }

  private static Scores simulated(double width) {
    Random random = new Random(2);
    List<Scored> forecasts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double[] paths = random.doubles(500).map(u -> width * random.nextGaussian()).toArray();
      double actual = random.nextGaussian();
      forecasts.add(
          Scored.of(
              START.plusMonths(i),
              new Period(Every.MONTH, START.plusMonths(i)),
              paths,
              actual,
              Map.of("truth", Crps.normal(0, 1, actual))));
    }
    return Scores.ofHorizon(forecasts, 1);
  }

  private static Scored forecast(YearMonth origin, int horizon, double rival, double actual) {
    Period period = new Period(Every.YEAR, origin.plusMonths(horizon - 1L));
    return Scored.of(origin, period, new double[] {0, 2}, actual, Map.of("rival", rival));
  }

  private static Scored scored(YearMonth origin, Map<String, Double> rivals) {
    Period period = new Period(Every.YEAR, origin.plusMonths(11));
    return Scored.of(origin, period, new double[] {0, 2}, 1, rivals);
  }

  private static Map<String, Double> rivals(String a, double x, String b, double y) {
    Map<String, Double> rivals = new LinkedHashMap<>();
    rivals.put(a, x);
    rivals.put(b, y);
    return rivals;
  }
}
