package io.corridor.benchmarks.trade;

import io.corridor.benchmarks.StepBenchmark;
import io.corridor.benchmarks.StepSubject;
import io.corridor.internal.block.Block;
import io.corridor.internal.trade.Armington;
import io.corridor.internal.trade.Availability;
import io.corridor.internal.trade.Diversion;
import io.corridor.internal.trade.FlowValue;
import io.corridor.internal.trade.PartnerRank;
import io.corridor.internal.trade.PriceRatio;
import io.corridor.internal.trade.Settlement;
import io.corridor.internal.trade.Sum;
import io.corridor.internal.trade.TwelveMonths;
import io.corridor.internal.trade.UnrestEpisodes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Steps of flows, payments, unrest and totals: {@code java -jar benchmarks/target/benchmarks.jar
 * TradeBenchmark}.
 */
public class TradeBenchmark extends StepBenchmark {
  private final StepSubject armington = StepSubject.first(EVERYTHING, Armington.class);
  private final StepSubject priceRatio = StepSubject.first(EVERYTHING, PriceRatio.class);
  private final StepSubject flowValue = StepSubject.first(EVERYTHING, FlowValue.class);
  private final StepSubject diversion = StepSubject.first(EVERYTHING, Diversion.class);
  private final StepSubject settlement = StepSubject.first(EVERYTHING, Settlement.class);
  private final StepSubject availability = StepSubject.first(EVERYTHING, Availability.class);
  private final StepSubject unrest = StepSubject.first(EVERYTHING, UnrestEpisodes.Start.class);
  private final StepSubject twelveMonths = StepSubject.first(YARDSTICK, TwelveMonths.class);
  private final StepSubject sum = StepSubject.first(YARDSTICK, Sum.class);
  private final StepSubject rank = StepSubject.first(EVERYTHING, PartnerRank.class);

  /** The shift of spending between sources. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block armington() {
    return armington.run();
  }

  /** The change of the price that the buyer pays. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block priceRatio() {
    return priceRatio.run();
  }

  /** The value of a flow. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block flowValue() {
    return flowValue.run();
  }

  /** What rivals gain. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block diversion() {
    return diversion.run();
  }

  /** The payment of the bill, and arrears. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block settlement() {
    return settlement.run();
  }

  /** What the exporter sells to a buyer in arrears. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block availability() {
    return availability.run();
  }

  /** The outbreak of unrest. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block unrest() {
    return unrest.run();
  }

  /** The total over twelve months. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block twelveMonths() {
    return twelveMonths.run();
  }

  /** A sum of columns. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block sum() {
    return sum.run();
  }

  /** The rank among partners. */
  @Benchmark
  @OperationsPerInvocation(StepSubject.PATH_MONTHS)
  public Block rank() {
    return rank.run();
  }
}
