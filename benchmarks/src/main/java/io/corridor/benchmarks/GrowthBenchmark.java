package io.corridor.benchmarks;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the cost of a block of paths grows with the size of a scenario: microseconds a block, lower
 * is better; {@code java -jar benchmarks/target/benchmarks.jar GrowthBenchmark}. For each {@link
 * #of kind of thing}, a straight line through the figures is what is hoped for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class GrowthBenchmark {
  private static final int MONTHS = 60;

  /** What grows. */
  public enum Thing {
    /** Drivers that one flow listens to, without correlation. */
    DRIVERS,
    /** Flows that listen to two drivers. */
    FLOWS,
    /** Reported metrics, of 256 flows in any case. */
    METRICS,
    /** Months of the yardstick. */
    MONTHS
  }

  /** The thing of which there are ever more. */
  @Param Thing of;

  /** The number of them. */
  @Param({"1", "4", "16", "64", "256"})
  int size;

  private SteadyLoop loop;

  /** Comes to the middle of a run. */
  @Setup
  public void start() {
    loop = SteadyLoop.of(scenario());
  }

  /** The subject. */
  @Benchmark
  public long block() {
    return loop.next();
  }

  private Scenario scenario() {
    return switch (of) {
      case DRIVERS -> grown(size, 1, 0);
      case FLOWS -> grown(2, size, 0);
      case METRICS -> grown(2, 256, size);
      case MONTHS -> {
        Scenario yardstick = Subjects.yardstick();
        yield yardstick.toBuilder().horizon(yardstick.start(), size).build();
      }
    };
  }

  /** Returns a scenario whose flows all listen to all drivers, some flows reported. */
  private static Scenario grown(int drivers, int flows, int reported) {
    Map<String, Value> elasticities = new LinkedHashMap<>();
    List<String> metrics = new ArrayList<>(List.of("total"));
    Scenario.Builder builder =
        Scenario.builder("Grown", "EXP", "IMP", YearMonth.of(2020, 1), MONTHS);
    for (int i = 0; i < drivers; i++) {
      builder.driver("driver-" + i, driver());
      elasticities.put("driver-" + i, Value.of(0.5 / drivers));
    }
    for (int i = 0; i < flows; i++) {
      Flow flow = Flow.of("EXP", "IMP", 1e9).withGrowth(0.02).withElasticities(elasticities);
      builder.flow("flow-" + i, flow);
      if (i < reported) {
        metrics.add("flow.flow-" + i);
      }
    }
    return builder.output(new Output(List.of(5.0, 50.0, 95.0), Optional.of(metrics))).build();
  }

  private static Driver driver() {
    return new Driver.LogOu(Value.of(60), Value.of(60), Value.of(0.8), Value.of(0.3), Map.of(), "");
  }
}
