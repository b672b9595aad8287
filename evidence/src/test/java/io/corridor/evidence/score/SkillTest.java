package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class SkillTest {
  private static final double[] SCORES = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final double[] OTHERS = {2, 2, 4, 4, 7, 6, 8, 11};

  @Test
  void isOneLessTheRatioOfTheMeans() {
    // properscoring's README: always 0 against N(0, 1) for −2 … 2.
    double[] normal = new double[5];
    double[] distance = new double[5];
    for (int y = -2; y <= 2; y++) {
      normal[y + 2] = Crps.normal(0, 1, y);
      distance[y + 2] = Math.abs(y);
    }
    assertThat(new Skill(normal, distance, 1).skill()).isCloseTo(0.2759731106863086, within(1e-12));
  }

  /** By hand, with the formulas of the papers. */
  @Test
  void dieboldMarianoIsTheirFormula() {
    double[] e = {-1, 0, -1, 0, -2, 0, -1, -3};
    double mean = -1;
    double[] gamma = new double[2];
    for (int lag = 0; lag < 2; lag++) {
      for (int i = lag; i < 8; i++) {
        gamma[lag] += (e[i] - mean) * (e[i - lag] - mean) / 8;
      }
    }
    assertThat(gamma).containsExactly(1, -0.25);
    Skill.Test one = new Skill(SCORES, OTHERS, 1).dieboldMariano().orElseThrow();
    assertThat(one.statistic())
        .isCloseTo(-1 / Math.sqrt(1 / 8.0) * Math.sqrt(7 / 8.0), within(1e-12));
    assertThat(one.p())
        .isCloseTo(2 * new TDistribution(7).cumulativeProbability(one.statistic()), within(1e-12));
    Skill.Test two = new Skill(SCORES, OTHERS, 2).dieboldMariano().orElseThrow();
    double correction = (8 + 1 - 4 + 2 / 8.0) / 8;
    assertThat(two.statistic())
        .isCloseTo(-1 / Math.sqrt(0.5 / 8) * Math.sqrt(correction), within(1e-12));
    assertThat(two.block()).isEqualTo(2);
  }

  @Test
  void oneOriginAtATimeIsTakenWhereTheVarianceOfSeveralIsNotPositive() {
    double[] others = {2, 0, 2, 0, 2, 0, 2, 0.5};
    Skill.Test test = new Skill(new double[8], others, 2).dieboldMariano().orElseThrow();
    assertThat(test).isEqualTo(new Skill(new double[8], others, 1).dieboldMariano().orElseThrow());
    assertThat(test.block()).isEqualTo(1);
  }

  @Test
  void saysNothingOfTooFewOrEqualOnes() {
    assertThat(new Skill(new double[7], OTHERS_OF_SEVEN, 1).dieboldMariano()).isEmpty();
    assertThat(new Skill(SCORES, SCORES, 1).dieboldMariano()).isEmpty();
    assertThat(new Skill(SCORES, OTHERS, 1).interval90()).isEmpty();
    assertThat(new Skill(new double[20], new double[20], 5).interval90()).isEmpty();
  }

  private static final double[] OTHERS_OF_SEVEN = {1, 1, 1, 1, 1, 1, 1};

  /** The share of intervals that hold the truth, of 90 % or what few blocks make of it. */
  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    Random random = new Random(5);
    int held = 0;
    for (int round = 0; round < 200; round++) {
      double[] a = random.doubles(60).map(u -> 1 + 0.3 * random.nextGaussian()).toArray();
      double[] b = random.doubles(60).map(u -> 2 + 0.3 * random.nextGaussian()).toArray();
      var interval = new Skill(a, b, 1).interval90().orElseThrow();
      held += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
    }
    // Binomial(200, 0.9): between 165 and 193 with probability above 0.999.
    assertThat(held).isBetween(165, 193);
  }

  /** Of equally good forecasts 5 % are found different at p < 0.05. */
  @Test
  void findsEquallyGoodForecastsEquallyGood() {
    Random random = new Random(9);
    int found = 0;
    for (int round = 0; round < 400; round++) {
      double[] a = random.doubles(30).map(u -> random.nextGaussian()).toArray();
      double[] b = random.doubles(30).map(u -> random.nextGaussian()).toArray();
      found += new Skill(a, b, 1).dieboldMariano().orElseThrow().p() < 0.05 ? 1 : 0;
    }
    // Binomial(400, 0.05): between 7 and 36 with probability above 0.999.
    assertThat(found).isBetween(7, 36);
  }
}
