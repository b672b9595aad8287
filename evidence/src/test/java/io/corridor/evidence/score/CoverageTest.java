package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

  @ParameterizedTest
  @CsvSource({
    "250, 2, 0.01, 0.10843521623679919, 0.7419327009526281",
    "250, 5, 0.01, 1.956809788230622, 0.1618549171960387",
    "250, 10, 0.01, 12.955491062356018, 0.0003189845082133835",
    "500, 25, 0.05, 0, 1",
    "500, 40, 0.05, 8.079040952278433, 0.004478013824518449",
    "60, 12, 0.2, 0, 1"
  })
  void kupiecAgreesWithTheClosedForm(int n, int misses, double p, double lr, double pValue) {
    Coverage.Test test = new Coverage(n - misses, n).kupiec(p).orElseThrow();
    assertThat(test.lr()).isCloseTo(lr, within(1e-9));
    assertThat(test.p()).isCloseTo(pValue, within(1e-7));
  }

  @Test
  void allAndNoneInsideHaveFiniteStatistics() {
    assertThat(new Coverage(8, 8).kupiec(0.1).orElseThrow().lr())
        .isCloseTo(-16 * Math.log(0.9), within(1e-12));
    assertThat(new Coverage(0, 8).kupiec(0.1).orElseThrow().lr())
        .isCloseTo(-16 * Math.log(0.1), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100, 0.0005128014162622921, 0.046559811453538935",
    "50, 100, 0.4136217146309117, 0.5863782853690882",
    "8, 14, 0.325028481603775, 0.7939266640940872",
    "0, 8, 0, 0.3123439780663678",
    "8, 8, 0.6876560219336317, 1"
  })
  void theIntervalIsClopperAndPearsons(int hits, int n, double low, double high) {
    var interval = new Coverage(hits, n).interval90().orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }

  /** By hand: of 8, P(X ≤ 5) is 0.038 and P(X ≤ 6) 0.187 at 0.9; of 4 at 0.5, P(X = 0) is 1/16. */
  @Test
  void tellsIsTheMostHitsWhoseIntervalLiesBelowTheBand() {
    assertThat(new Coverage(7, 8).tells(Band.NINETY)).contains(5);
    assertThat(new Coverage(7, 8).power(Band.NINETY)).isCloseTo(0.44822619, within(1e-8));
    assertThat(new Coverage(4, 4).tells(Band.HALF)).isEmpty();
    assertThat(new Coverage(4, 4).power(Band.HALF)).isZero();
    assertThat(new Coverage(0, 0).tells(Band.NINETY)).isEmpty();
    for (Band band : Band.values()) {
      for (int n = 1; n < 40; n++) {
        int tells = new Coverage(0, n).tells(band).orElse(-1);
        double nominal = band.percent() / 100.0;
        for (int hits = 0; hits <= n; hits++) {
          double high = new Coverage(hits, n).interval90().orElseThrow().high();
          assertThat(high < nominal).as("%d of %d", hits, n).isEqualTo(hits <= tells);
        }
      }
    }
  }

  @Test
  void nothingIsSaidOfNoForecasts() {
    assertThat(Coverage.of(List.of()).interval90()).isEmpty();
    assertThat(Coverage.of(List.of()).kupiec(0.1)).isEmpty();
  }

  @Test
  void moreHitsThanForecastsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(1, 2).kupiec(0));
  }
}
