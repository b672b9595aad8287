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
