package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightenedTest {
  private static final double SIZE = 7e9;
  private static final double SD_OF_SIZE = 0.6;
  private static final List<Prior> PRIORS =
      List.of(
          Prior.growth("growth", 0.15),
          Prior.normal("elasticities.brent", 0, 1),
          Prior.lognormal("noise.reversion", 2, 1.4),
          Prior.lognormal("noise.volatility", 0.3, 1));

  private final Random random = new Random(11);
  private final Volume volume =
      VolumesSimulated.flow(false, Map.of("brent", VolumesSimulated.driver(60, random)));

  private SumsOfMonths likelihood(Every every) {
    Map<String, Double> truth =
        VolumesSimulated.named(volume, new double[] {SIZE, 0.03, 0.5, 1, 0.3});
    double[] months = VolumesSimulated.months(volume, truth, 60, random);
    DataSeries.Values values =
        VolumesSimulated.without(VolumesSimulated.series(months, every, Of.SUM), 2, 3);
    return new SumsOfMonths(volume, values, Of.SUM, VolumesSimulated.START);
  }

  private static double[] withSize(double[] free) {
    return new double[] {SIZE, free[0], free[1], free[2], free[3]};
  }

  private static double log(SumsOfMonths likelihood, Reparametrization coordinates, double[] u) {
    double[] z = u.clone();
    double log = coordinates.toZ(z);
    for (double v : z) {
      log -= v * v / 2;
    }
    return log
        + likelihood.logWithoutSize(
            withSize(Prior.atNormals(PRIORS).apply(z)), Math.log(SIZE), SD_OF_SIZE);
  }

  private static Straightened coordinates(SumsOfMonths likelihood) {
    return new Straightened(likelihood, PRIORS, StraightenedTest::withSize, SD_OF_SIZE);
  }

  /** Of months and normal priors, the others are standard normal given the noise, exactly. */
  @ParameterizedTest
  @CsvSource({"0, 0", "-2.5, 0.3", "1.2, -1"})
  void othersAreStandardNormalGivenTheNoise(double reversion, double volatility) {
    SumsOfMonths likelihood = likelihood(Every.MONTH);
    Reparametrization coordinates = coordinates(likelihood);
    double at0 = log(likelihood, coordinates, new double[] {0, 0, reversion, volatility});
    for (int i = 0; i < 5; i++) {
      double[] u = {2 * random.nextGaussian(), 2 * random.nextGaussian(), reversion, volatility};
      assertThat(log(likelihood, coordinates, u) - at0)
          .isCloseTo(-(u[0] * u[0] + u[1] * u[1]) / 2, within(1e-5));
    }
  }

  /** Of years it holds near to where it was linearised. */
  @Test
  void itIsAboutSoForYears() {
    SumsOfMonths likelihood = likelihood(Every.YEAR);
    Reparametrization coordinates = coordinates(likelihood);
    double at0 = log(likelihood, coordinates, new double[] {0, 0, -0.5, 0});
    for (int i = 0; i < 5; i++) {
      double[] u = {random.nextGaussian(), random.nextGaussian(), -0.5, 0};
      assertThat(log(likelihood, coordinates, u) - at0)
          .isCloseTo(-(u[0] * u[0] + u[1] * u[1]) / 2, within(0.3));
    }
  }

  /** The Jacobian is that of the map, by differences. */
  @Test
  void theJacobianIsThatOfTheMap() {
    Reparametrization coordinates = coordinates(likelihood(Every.QUARTER));
    double[] u = {0.3, -0.7, -1, 0.4};
    double[][] columns = new double[2][];
    for (int k = 0; k < 2; k++) {
      double[] up = u.clone();
      double[] down = u.clone();
      up[k] += 1e-4;
      down[k] -= 1e-4;
      coordinates.toZ(up);
      coordinates.toZ(down);
      columns[k] = new double[] {(up[0] - down[0]) / 2e-4, (up[1] - down[1]) / 2e-4};
    }
    double determinant = columns[0][0] * columns[1][1] - columns[0][1] * columns[1][0];
    assertThat(coordinates.toZ(u)).isCloseTo(Math.log(determinant), within(1e-6));
    assertThat(u[2]).isEqualTo(-1);
    assertThat(u[3]).isEqualTo(0.4);
  }
}
