package io.corridor.benchmarks.energy;

import static java.util.Objects.requireNonNull;

import io.corridor.benchmarks.StepBenchmark;
import io.corridor.benchmarks.StepSubject;
import io.corridor.benchmarks.Subjects;
import io.corridor.internal.block.Block;
import io.corridor.internal.energy.Balance;
import io.corridor.internal.energy.Billed;
import io.corridor.internal.energy.BlockBalance;
import io.corridor.internal.energy.BlockFuelNeed;
import io.corridor.internal.energy.Concentration;
import io.corridor.internal.energy.CorridorDependency;
import io.corridor.internal.energy.Dependency;
import io.corridor.internal.energy.FuelShortfall;
import io.corridor.internal.energy.HoursShort;
import io.corridor.internal.energy.ImportValue;
import io.corridor.internal.energy.InterruptionStep;
import io.corridor.internal.energy.KeptShare;
import io.corridor.internal.energy.LargestLost;
import io.corridor.internal.energy.PlannedFill;
import io.corridor.internal.energy.ProjectSupply;
import io.corridor.internal.energy.RunningUnits;
import io.corridor.internal.energy.StoreSettlement;
import io.corridor.internal.energy.UnservedShare;
import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Scenario;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Steps of the energy balance: {@code java -jar benchmarks/target/benchmarks.jar EnergyBenchmark}.
 */
public class EnergyBenchmark extends StepBenchmark {
  private static final Scenario SOURCES = Subjects.sources();
  private static final Scenario GAS = Subjects.shipped("germany-russia-gas-2021");

  private final StepSubject balance = StepSubject.first(YARDSTICK, Balance.class);
  private final StepSubject storageBalance =
      StepSubject.all(GAS, List.of(PlannedFill.class, BlockBalance.class, StoreSettlement.class));
  private final StepSubject dependency = StepSubject.first(YARDSTICK, Dependency.class);
  private final StepSubject unservedShare = StepSubject.first(YARDSTICK, UnservedShare.class);
  private final StepSubject project = StepSubject.first(EVERYTHING, ProjectSupply.class);
  private final StepSubject fuelNeed = StepSubject.first(EVERYTHING, BlockFuelNeed.class);
  private final StepSubject fuelShortfall = StepSubject.first(EVERYTHING, FuelShortfall.class);
  private final StepSubject blocks = StepSubject.all(SOURCES, List.of(BlockBalance.class));
  private final StepSubject block = StepSubject.first(SOURCES, BlockBalance.class);
  private final StepSubject wholeBalance =
      StepSubject.all(
          alike(),
          List.of(
              BlockBalance.class,
              LargestLost.class,
              CorridorDependency.class,
              HoursShort.class,
              UnservedShare.class,
              KeptShare.class,
              Billed.class,
              ImportValue.class,
              Concentration.class));
  private final StepSubject allUnits = StepSubject.all(SOURCES, List.of(RunningUnits.class));
  private final StepSubject interruption = StepSubject.first(SOURCES, InterruptionStep.class);
  private final StepSubject units = StepSubject.first(SOURCES, RunningUnits.class);
  private final StepSubject kept = StepSubject.first(SOURCES, KeptShare.class);
  private final StepSubject largestLost = StepSubject.first(SOURCES, LargestLost.class);
  private final StepSubject hoursShort = StepSubject.first(SOURCES, HoursShort.class);
  private final StepSubject value = StepSubject.first(YARDSTICK, ImportValue.class);

  /** The same sources where all hours of a month are alike. */
  private static Scenario alike() {
    Energy energy = SOURCES.energy().orElseThrow();
    Carrier power = requireNonNull(energy.carriers().get("power"));
    Carrier even = power.withDemand(power.demand().withBlocks(List.of()));
    return SOURCES.toBuilder().energy(energy.withCarrier("power", even)).build();
  }

  /** The balance without storage. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block balance() {
    return balance.run();
  }

  /** The balance with storage and several sources. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block storageBalance() {
    return storageBalance.run();
  }

  /** The dependency on imports. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block dependency() {
    return dependency.run();
  }

  /** The share of demand that is not met. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block unservedShare() {
    return unservedShare.run();
  }

  /** What a project adds. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block project() {
    return project.run();
  }

  /** The fuel that plants need. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block fuelNeed() {
    return fuelNeed.run();
  }

  /** What plants lose where fuel is short. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block fuelShortfall() {
    return fuelShortfall.run();
  }

  /** What imports cost. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block value() {
    return value.run();
  }

  /** The balances of three blocks of hours, of five sources each. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block blocks() {
    return blocks.run();
  }

  /** One of these balances: what a block of hours more costs, beside {@link #wholeBalance}. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block block() {
    return block.run();
  }

  /** All that is made of a balance of five sources. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block wholeBalance() {
    return wholeBalance.run();
  }

  /** Units of two sorts in three blocks, one sort of an outage that differs by path. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block allUnits() {
    return allUnits.run();
  }

  /** The days of a month on which a source runs. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block interruption() {
    return interruption.run();
  }

  /** Units of one sort in one block, of a known outage. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block units() {
    return units.run();
  }

  /** What sanctions leave of the corridor's sources. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block kept() {
    return kept.run();
  }

  /** What is there without the largest source. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block largestLost() {
    return largestLost.run();
  }

  /** The hours in which something isn't served. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block hoursShort() {
    return hoursShort.run();
  }
}
