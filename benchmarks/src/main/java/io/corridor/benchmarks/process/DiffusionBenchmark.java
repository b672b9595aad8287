package io.corridor.benchmarks.process;

import io.corridor.benchmarks.NanosBenchmark;
import io.corridor.benchmarks.StepSubject;
import io.corridor.internal.block.Block;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.CorrelatedRandomVectorGenerator;
import org.apache.commons.math3.random.GaussianRandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The yardstick's six correlated Ornstein–Uhlenbeck factors, normal numbers included, without
 * exponentials: {@code java -jar benchmarks/target/benchmarks.jar DiffusionBenchmark}.
 */
public class DiffusionBenchmark extends NanosBenchmark {
  private static final int FACTORS = 6;
  private static final int PATHS = Block.PATHS;
  private static final double[] REVERSION = {1.5, 1.2, 0.8, 1.0, 2.0, 0.5};
  private static final double[] VOLATILITY = {0.08, 0.06, 0.20, 0.35, 0.45, 0.12};

  private final StepSubject steps = StepSubject.of("yardstick/all Shock, Affine");
  private final double[] decay = new double[FACTORS];
  private final double[] sd = new double[FACTORS];
  private final double[][] factor;
  private final double[][] states = new double[FACTORS][PATHS];
  private final double[] normals = new double[FACTORS];
  private final CorrelatedRandomVectorGenerator commonsMath;
  private final ContinuousSampler commonsRng =
      ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(1L));

  /** Prepares the baselines. */
  public DiffusionBenchmark() {
    RealMatrix correlation = new Array2DRowRealMatrix(FACTORS, FACTORS);
    for (int i = 0; i < FACTORS; i++) {
      decay[i] = Math.exp(-REVERSION[i] / 12);
      sd[i] = VOLATILITY[i] * Math.sqrt((1 - decay[i] * decay[i]) / (2 * REVERSION[i]));
      for (int j = 0; j < FACTORS; j++) {
        correlation.setEntry(i, j, Math.pow(0.5, Math.abs(i - j)));
      }
    }
    factor = new CholeskyDecomposition(correlation).getL().getData();
    commonsMath =
        new CorrelatedRandomVectorGenerator(
            correlation, 1e-12, new GaussianRandomGenerator(new Well19937c(1)));
  }

  /** The subject. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block steps() {
    return steps.run();
  }

  /**
   * A plain loop, a path at a time, with Commons RNG's ziggurat on one of its fastest generators.
   */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public double[][] plainLoopWithCommonsRng() {
    for (int month = 0; month < StepSubject.MONTHS; month++) {
      for (int p = 0; p < PATHS; p++) {
        for (int i = 0; i < FACTORS; i++) {
          normals[i] = commonsRng.sample();
        }
        advance(p);
      }
    }
    return states;
  }

  private void advance(int p) {
    for (int i = 0; i < FACTORS; i++) {
      double shock = 0;
      for (int j = 0; j <= i; j++) {
        shock += factor[i][j] * normals[j];
      }
      states[i][p] = decay[i] * states[i][p] + sd[i] * shock;
    }
  }

  /** Commons Math's correlated vectors. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public double[][] commonsMath() {
    for (int month = 0; month < StepSubject.MONTHS; month++) {
      for (int p = 0; p < PATHS; p++) {
        double[] shocks = commonsMath.nextVector();
        for (int i = 0; i < FACTORS; i++) {
          states[i][p] = decay[i] * states[i][p] + sd[i] * shocks[i];
        }
      }
    }
    return states;
  }
}
