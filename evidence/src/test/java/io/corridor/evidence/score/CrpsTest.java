package io.corridor.evidence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrpsTest {

  // scoringRules (tests of crps_norm and crps_lnorm) and properscoring (README).
  @ParameterizedTest
  @CsvSource({
    "-3, 2.43657473",
    "-2, 1.452791821685903",
    "-1, 0.6024413576276163",
    "0, 0.23369497725510907",
    "1, 0.6024413576276163",
    "2, 1.452791821685903"
  })
  void ofANormalAgreesWithPublishedValues(double actual, double crps) {
    assertThat(Crps.normal(0, 1, actual)).isCloseTo(crps, within(5e-9));
    assertThat(Crps.normal(10, 3, 10 + 3 * actual)).isCloseTo(3 * crps, within(2e-8));
  }

  @Test
  void ofALognormalAgreesWithThePublishedValue() {
    assertThat(Crps.lognormal(0.1, 0.9, 3)).isCloseTo(1.13552645, within(5e-9));
  }

  /** Against the definition, ∫(F(x) − 1{y ≤ x})² dx, by the midpoint rule. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.9, 3", "0.1, 0.9, 0.2", "0, 0.3, -1", "1, 0.2, 0"})
  void ofALognormalIsTheIntegralThatDefinesIt(double mean, double sd, double actual) {
    double step = 1e-3;
    double sum = 0;
    for (double x = Math.min(0, actual) + step / 2; x < 100; x += step) {
      double cdf = x <= 0 ? 0 : io.corridor.internal.numeric.Normal.cdf((Math.log(x) - mean) / sd);
      double difference = cdf - (actual <= x ? 1 : 0);
      sum += difference * difference * step;
    }
    assertThat(Crps.lognormal(mean, sd, actual)).isCloseTo(sum, within(2e-3));
  }

  @Test
  void ofNoWidthIsTheDistance() {
    assertThat(Crps.normal(2, 0, 5)).isEqualTo(3);
    assertThat(Crps.lognormal(0, 0, 5)).isEqualTo(4);
    assertThat(Crps.fair(new double[] {2}, 5)).isEqualTo(3);
    assertThat(Crps.fair(new double[] {2, 2, 2}, 5)).isEqualTo(3);
  }

  // The fair column belongs to ensembles of properscoring's and scoringrules' tests.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 1 | 0",
        "2 | 0 1 | 1",
        "0 | -1 1 | 0",
        "0 | 0 0 1 | 0",
        "1 | 0 0 1 | 0.3333333333333333",
        "0 | -1 0 0 1 | 0",
        "-0.6042506 | 1.7812118 0.5863797 0.7038174 -0.7743998 -0.2751647 1.1863249 1.2990966"
            + " -0.3242982 -0.5968781 0.9064937 | 0.5598959288888891"
      })
  void ofPathsAgreesWithPublishedEnsembles(double actual, String paths, double crps) {
    double[] x = Arrays.stream(paths.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(Crps.fair(x, actual)).isCloseTo(crps, within(1e-12));
  }

  @Test
  void ofPathsIsTheDoubleSum() {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = random.doubles(50, 1e6, 1e6 + 10).toArray();
    double y = 1e6 + 4;
    double first = Arrays.stream(x).map(v -> Math.abs(v - y)).sum() / x.length;
    double second = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        second += Math.abs(x[i] - x[j]) / (x.length * (x.length - 1.0));
      }
    }
    assertThat(Crps.fair(x, y)).isCloseTo(first - second, within(1e-9));
  }

  /** Fair: few draws of the truth score what the truth does on average, 1/√π for N(0, 1). */
  @Test
  void fewPathsOfTheTruthAreNotPunished() {
    Random random = new Random(7);
    int n = 40_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double[] paths = random.doubles(4).map(u -> random.nextGaussian()).toArray();
      double crps = Crps.fair(paths, random.nextGaussian());
      sum += crps;
      squares += crps * crps;
    }
    double mean = sum / n;
    double error = Math.sqrt((squares / n - mean * mean) / n);
    assertThat(mean).isCloseTo(1 / Math.sqrt(Math.PI), within(4 * error));
  }

  @Test
  void pathsAreLeftAsTheyAre() {
    double[] paths = {3, 1, 2};
    Crps.fair(paths, 0);
    assertThat(paths).containsExactly(3, 1, 2);
  }

  @Test
  void noPathsHaveNoScore() {
    assertThatIllegalArgumentException().isThrownBy(() -> Crps.fair(new double[0], 1));
  }
}
