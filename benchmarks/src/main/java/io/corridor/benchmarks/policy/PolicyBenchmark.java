package io.corridor.benchmarks.policy;

import io.corridor.benchmarks.StepBenchmark;
import io.corridor.benchmarks.StepSubject;
import io.corridor.internal.block.Block;
import io.corridor.internal.policy.ByRegimeStep;
import io.corridor.internal.policy.ComplianceStep;
import io.corridor.internal.policy.RegimeStep;
import io.corridor.internal.policy.SanctionCost;
import io.corridor.internal.policy.SanctionCut;
import io.corridor.internal.policy.WaiverStep;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Steps of regime, waivers and sanctions: {@code java -jar benchmarks/target/benchmarks.jar
 * PolicyBenchmark}.
 */
public class PolicyBenchmark extends StepBenchmark {
  private final StepSubject regime = StepSubject.first(YARDSTICK, RegimeStep.class);
  private final StepSubject byRegime = StepSubject.first(YARDSTICK, ByRegimeStep.Numbers.class);
  private final StepSubject byRegimeAndPath =
      StepSubject.first(EVERYTHING, ByRegimeStep.Columns.class);
  private final StepSubject waiver = StepSubject.first(YARDSTICK, WaiverStep.class);
  private final StepSubject compliance = StepSubject.first(EVERYTHING, ComplianceStep.class);
  private final StepSubject cut = StepSubject.first(YARDSTICK, SanctionCut.class);
  private final StepSubject cost = StepSubject.first(EVERYTHING, SanctionCost.class);

  /** Moves of the regime. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block regime() {
    return regime.run();
  }

  /** A number that differs by regime. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block byRegime() {
    return byRegime.run();
  }

  /** A number that differs by regime and by path. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block byRegimeAndPath() {
    return byRegimeAndPath.run();
  }

  /** A waiver of half a year, its renewals and reinstatements. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block waiver() {
    return waiver.run();
  }

  /** The importer's compliance, which listens to its dependency. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block compliance() {
    return compliance.run();
  }

  /** What a prohibition leaves. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block cut() {
    return cut.run();
  }

  /** What measures cost. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block cost() {
    return cost.run();
  }
}
