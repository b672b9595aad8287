package io.corridor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.projection.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatesTest {
  private static final int CASES = 20_000;

  private static Answer.Probability hits(long paths, long hits) {
    return new Answer.Probability(paths, hits, List.of(), List.of(), List.of());
  }

  private static BigDecimal read(String text) {
    return new BigDecimal(text.replaceAll("[^0-9.]", ""));
  }

  /** Of any number of paths and hits: the estimate as printed lies in its interval as printed. */
  @Test
  void aProbabilityNeverStandsOutsideOfItsInterval() {
    SplittableRandom random = new SplittableRandom(20_261_125);
    for (int i = 0; i < CASES; i++) {
      long paths = 1 + random.nextLong((long) Math.pow(10, 1 + random.nextInt(7)));
      long hits =
          i % 3 == 0 ? random.nextLong(Math.min(paths, 20) + 1) : random.nextLong(paths + 1);
      Answer.Probability answer = hits(paths, hits);
      BigDecimal estimate = read(Estimates.probability(answer));
      String[] ends = Estimates.interval(answer).split(" to ", -1);
      assertThat(estimate).as("%d of %d", hits, paths).isBetween(read(ends[0]), read(ends[1]));
      for (String end : ends) {
        boolean isExact = hits == 0 || hits == paths || end.equals("0") || end.equals("100");
        assertThat(isExact || read(end).scale() == estimate.scale()).as(end).isTrue();
      }
      // One number, one rounding: what is printed is the number to half a unit of its last digit.
      double half = Math.pow(10, -estimate.scale()) / 2 + 1e-9;
      assertThat(Math.abs(estimate.doubleValue() - 100.0 * hits / paths)).isLessThanOrEqualTo(half);
    }
  }

  @Test
  void aMeanNeverStandsOutsideOfItsInterval() {
    SplittableRandom random = new SplittableRandom(20_261_126);
    for (int i = 0; i < CASES; i++) {
      long paths = 2 + random.nextLong(1_000_000);
      double mean = random.nextDouble(80);
      double sd = i % 10 == 0 ? 0 : random.nextDouble(30);
      Answer.Count answer =
          new Answer.Count(paths, sd == 0 ? Math.rint(mean) : mean, sd, List.of());
      String[] ends = Estimates.interval(answer).split(" to ", -1);
      assertThat(read(Estimates.mean(answer))).isBetween(read(ends[0]), read(ends[1]));
    }
  }

  /** The two that were found wrong, and the ends of the scale. */
  @ParameterizedTest
  @CsvSource({
    "100000, 15740, 15.7, 15.5 to 16.0",
    "100000, 84600, 84.6, 84.4 to 84.8",
    "400, 64, 16, 13 to 20",
    "1000000, 500000, 50.0, 49.9 to 50.1",
    "1000, 0, 0, 0 to 0.4",
    "1000, 1000, 100, 99.6 to 100",
    "1, 1, 100, 21 to 100",
  })
  void estimatesAndIntervalsShareTheirDecimals(
      long paths, long hits, String estimate, String interval) {
    assertThat(Estimates.probability(hits(paths, hits)))
        .isEqualTo(estimate + Amounts.NO_BREAK + "%");
    assertThat(Estimates.interval(hits(paths, hits))).isEqualTo(interval);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100000, on none of 100 000 paths",
    "7, 7, on every one of 7 paths",
    "15740, 100000, about one in six",
    "499, 1000, about one in two",
    "660, 1000, about two in three",
    "4, 1000, fewer than one in a hundred",
    "996, 1000, more than 99 in a hundred",
    "10, 1000, about one in a hundred",
    "520, 10000, about one in twenty",
  })
  void oddsAreTheNearestUsualFraction(long hits, long paths, String words) {
    assertThat(Odds.words(hits, paths).replace(Amounts.NO_BREAK, ' ')).isEqualTo(words);
  }
}
