package io.corridor.benchmarks.process;

import io.corridor.benchmarks.StepBenchmark;
import io.corridor.benchmarks.StepSubject;
import io.corridor.internal.block.Block;
import io.corridor.internal.process.AffineStep;
import io.corridor.internal.process.BootstrapStep;
import io.corridor.internal.process.JumpStep;
import io.corridor.internal.process.NoiseVariance;
import io.corridor.internal.process.Product;
import io.corridor.internal.process.Shock;
import io.corridor.internal.process.VaryingAffineStep;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Steps of drivers, and products of them: {@code java -jar benchmarks/target/benchmarks.jar
 * ProcessBenchmark}.
 */
public class ProcessBenchmark extends StepBenchmark {
  private final StepSubject shock = StepSubject.first(YARDSTICK, Shock.class);
  private final StepSubject affine = StepSubject.first(YARDSTICK, AffineStep.class);
  private final StepSubject varyingAffine = StepSubject.first(EVERYTHING, VaryingAffineStep.class);
  private final StepSubject jump = StepSubject.first(EVERYTHING, JumpStep.class);
  private final StepSubject bootstrap = StepSubject.first(EVERYTHING, BootstrapStep.class);
  private final StepSubject noiseVariance = StepSubject.first(EVERYTHING, NoiseVariance.class);
  private final StepSubject product = StepSubject.first(YARDSTICK, Product.class);

  /** Standard normals of one driver. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block shock() {
    return shock.run();
  }

  /** The diffusion of a driver, given its normals. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block affine() {
    return affine.run();
  }

  /** A diffusion whose coefficients differ by regime or path. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block varyingAffine() {
    return varyingAffine.run();
  }

  /** Jumps, 1.5 a year. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block jump() {
    return jump.run();
  }

  /** The stationary bootstrap. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block bootstrap() {
    return bootstrap.run();
  }

  /** The variance of a noise whose law is uncertain. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block noiseVariance() {
    return noiseVariance.run();
  }

  /** A base that grows, has a season and listens to a driver. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block product() {
    return product.run();
  }
}
