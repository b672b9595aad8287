package io.corridor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.corridor.model.Distribution;
import io.corridor.model.Distribution.Interval;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.junit.jupiter.api.Test;

/** A quantile's cumulative probability is the one it was asked for. */
class QuantilesTest {
  private static final double[] PROBABILITIES = {
    0x1p-53, 1e-9, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 1e-9
  };

  @Test
  void continuousDistributionsInvertTheirCumulativeOnes() {
    check(new Distribution.Triangular(-1, 0, 3), TriangularDistribution.of(-1, 0, 3), 0, 1);
    check(new Distribution.Triangular(1, 1, 3), TriangularDistribution.of(1, 1, 3), 0, 1);
    check(new Distribution.Pert(2, 3, 6), BetaDistribution.of(2, 4), 2, 4);
    check(new Distribution.Beta(0.5, 0.3, Optional.empty()), BetaDistribution.of(0.5, 0.3), 0, 1);
    check(
        new Distribution.Beta(5, 2, Optional.of(new Interval(-1, 1))),
        BetaDistribution.of(5, 2),
        -1,
        2);
    check(new Distribution.Normal(3, 2, Optional.empty()), NormalDistribution.of(3, 2), 0, 1);
    check(
        new Distribution.Lognormal(3, 0.5, Optional.empty()),
        LogNormalDistribution.of(Math.log(3), 0.5),
        0,
        1);
    check(
        new Distribution.Normal(3, 2, Optional.of(new Interval(2, 9))),
        TruncatedNormalDistribution.of(3, 2, 2, 9),
        0,
        1);
  }

  @Test
  void uniformIsLinear() {
    assertThat(Quantiles.of(new Distribution.Uniform(-1, 3), 0.25)).isEqualTo(0);
  }

  @Test
  void betaIsExactToTheLastDigits() {
    // F(x) = x² for beta(2, 1), 1 − (1 − x)² for beta(1, 2).
    for (double u : PROBABILITIES) {
      double root = Math.sqrt(u);
      assertThat(beta(2, 1, u)).isCloseTo(root, offset(4e-16 * root));
      assertThat(beta(1, 2, u)).isCloseTo(1 - Math.sqrt(1 - u), offset(4e-16));
    }
  }

  @Test
  void truncationFarInATailIsRenormalised() {
    // With φ the density, P(Z > 8 + x/8 | Z > 8) is e^{-x} to first order in 1/64.
    Distribution tail = new Distribution.Normal(0, 1, Optional.of(new Interval(8, 40)));
    Distribution mirrored = new Distribution.Normal(0, 1, Optional.of(new Interval(-40, -8)));
    double median = Quantiles.of(tail, 0.5);
    assertThat(median).isCloseTo(8 + Math.log(2) / 8, offset(0.002));
    assertThat(Quantiles.of(mirrored, 0.5)).isCloseTo(-median, offset(1e-14));
    NormalDistribution z = NormalDistribution.of(0, 1);
    assertThat(z.survivalProbability(median) / z.survivalProbability(8))
        .isCloseTo(0.5, offset(1e-13));
  }

  @Test
  void truncatedLognormalStaysWithinAndKeepsItsShape() {
    Distribution d = new Distribution.Lognormal(2, 1, Optional.of(new Interval(0, 2)));
    // Half of the distribution lies below its median: u there is u/2 without truncation. The
    // relative error of the normal quantile is up to 3e-13.
    Distribution whole = new Distribution.Lognormal(2, 1, Optional.empty());
    for (double u : new double[] {0.01, 0.4, 0.98}) {
      double expected = Quantiles.of(whole, u / 2);
      assertThat(Quantiles.of(d, u)).isCloseTo(expected, offset(2e-12 * expected));
    }
    assertThat(Quantiles.of(d, 1 - 0x1p-53)).isBetween(1.99, 2.0);
  }

  @Test
  void zeroWidthIsTheOneValue() {
    for (Distribution d :
        List.of(
            new Distribution.Uniform(3, 3),
            new Distribution.Triangular(3, 3, 3),
            new Distribution.Pert(3, 3, 3),
            new Distribution.Normal(3, 0, Optional.empty()),
            new Distribution.Normal(1, 1, Optional.of(new Interval(3, 3))),
            new Distribution.Beta(2, 2, Optional.of(new Interval(3, 3))),
            new Distribution.Choice(List.of(3.0), List.of(0.2)))) {
      assertThat(Quantiles.of(d, 0.3)).as("%s", d).isEqualTo(3);
    }
    assertThat(Quantiles.of(new Distribution.Lognormal(3, 0, Optional.empty()), 0.3))
        .isCloseTo(3, offset(1e-15));
  }

  @Test
  void choiceRunsThroughItsValuesInAscendingOrder() {
    Distribution d = new Distribution.Choice(List.of(5.0, -1.0, 2.0), List.of(1.0, 2.0, 5.0));
    assertThat(Quantiles.of(d, 0.249)).isEqualTo(-1);
    assertThat(Quantiles.of(d, 0.251)).isEqualTo(2);
    assertThat(Quantiles.of(d, 0.874)).isEqualTo(2);
    assertThat(Quantiles.of(d, 0.876)).isEqualTo(5);
  }

  @Test
  void poissonIsTheLeastCountWhoseProbabilityIsExceeded() {
    double none = Math.exp(-0.5);
    assertThat(DriverPath.Jump.poisson(0.5, none - 1e-12)).isEqualTo(0);
    assertThat(DriverPath.Jump.poisson(0.5, none + 1e-12)).isEqualTo(1);
    assertThat(DriverPath.Jump.poisson(0.5, 1.5 * none + 1e-12)).isEqualTo(2);
    assertThat(DriverPath.Jump.poisson(0, 1 - 0x1p-53)).isEqualTo(0);
  }

  @Test
  void semiDefiniteMatricesHaveTheirFactor() {
    // The third is (first + second)/√2: the matrix has rank 2.
    double h = Math.sqrt(0.5);
    double[][] rho = {{1, 0, h, 0}, {0, 1, h, 0}, {h, h, 1, 0}, {0, 0, 0, 1}};
    double[][] l = Correlated.cholesky(rho);
    assertThat(l[2][2]).isZero();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double product = 0;
        for (int k = 0; k < 4; k++) {
          product += l[i][k] * l[j][k];
        }
        assertThat(product).isCloseTo(rho[i][j], offset(1e-15));
      }
    }
  }

  private static void check(
      Distribution distribution, ContinuousDistribution law, double shift, double scale) {
    double last = Double.NEGATIVE_INFINITY;
    for (double u : PROBABILITIES) {
      double x = Quantiles.of(distribution, u);
      // F may be so steep that neighbouring doubles are far apart in it: u lies between theirs.
      double standard = (x - shift) / scale;
      double step = 4 * Math.ulp(standard);
      assertThat(u)
          .as("F of %s at %s", distribution, u)
          .isBetween(
              law.cumulativeProbability(standard - step) - 1e-13,
              law.cumulativeProbability(standard + step) + 1e-13);
      assertThat(x).isGreaterThanOrEqualTo(last);
      last = x;
    }
  }

  private static double beta(double alpha, double beta, double u) {
    return Quantiles.of(new Distribution.Beta(alpha, beta, Optional.empty()), u);
  }
}
