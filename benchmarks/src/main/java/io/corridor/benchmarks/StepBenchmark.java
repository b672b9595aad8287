package io.corridor.benchmarks;

import io.corridor.internal.block.Block;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Steps of a plan, measured alone: {@code java -jar benchmarks/target/benchmarks.jar StepBenchmark
 * -p steps=yardstick/Balance}. An operation takes one path one month on.
 */
public class StepBenchmark extends NanosBenchmark {

  /** A scenario of {@link Subjects} and what is measured of it, as in {@link StepSubject}. */
  @Param({
    "yardstick/RegimeStep",
    "yardstick/ByRegime",
    "everything/ByRegimeAndPath",
    "yardstick/Shock",
    "yardstick/Affine",
    "everything/VaryingAffine",
    "everything/Jump",
    "everything/Bootstrap",
    "everything/NoiseVariance",
    "yardstick/Product",
    "yardstick/WaiverStep",
    "everything/Compliance",
    "yardstick/SanctionCut",
    "everything/SanctionCost",
    "sources/InterruptionStep",
    "sources/RunningUnits",
    "sources/all RunningUnits", // of two sorts in three blocks, one of an outage by path
    "everything/ProjectSupply",
    "everything/FuelNeed",
    "everything/FuelShortfall",
    "yardstick/Balance",
    "germany-russia-gas-2021/all PlannedFill, BlockNeed, BlockImports, StoreSettlement",
    "sources/all BlockNeed, BlockImports", // three blocks of hours, of five sources each
    "alike/all BlockNeed, BlockImports", // what a block of hours more costs, beside the next
    "alike/all BlockNeed, BlockImports, LargestLost, Dependency, HoursShort, UnservedShare,"
        + " KeptShare, Billed, ImportValue, Concentration",
    "yardstick/Dependency",
    "yardstick/UnservedShare",
    "yardstick/ImportValue",
    "sources/KeptShare",
    "sources/LargestLost",
    "sources/HoursShort",
    "everything/PriceRatio",
    "everything/Armington",
    "everything/FlowValue",
    "everything/Diversion",
    "everything/Settlement",
    "everything/Availability",
    "everything/Unrest.Start",
    "yardstick/TwelveMonths",
    "yardstick/Sum",
    "everything/Rank",
    "yardstick/Watch.Any",
    "yardstick/Watch.Count",
    "everything/Watch.Streak",
    "everything/Watch.Failures"
  })
  String steps;

  private StepSubject subject;

  /** Compiles the scenario, and brings a block to where the steps are measured. */
  @Setup
  public void prepare() {
    subject = StepSubject.of(steps);
  }

  /** The subject. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block step() {
    return subject.run();
  }
}
