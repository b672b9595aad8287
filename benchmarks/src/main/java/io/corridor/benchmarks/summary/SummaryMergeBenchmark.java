package io.corridor.benchmarks.summary;

import io.corridor.internal.summary.MetricRecorder;
import io.corridor.internal.summary.MetricSummary;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is done once for a thread or a range of blocks, with 960 lognormal series of 16 blocks:
 * milliseconds, lower is better; {@code java -jar benchmarks/target/benchmarks.jar
 * SummaryMergeBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class SummaryMergeBenchmark {
  private static final int SERIES = 960;
  private static final int BLOCKS = 16;
  private static final int PATHS = 1024;

  private MetricSummary first;
  private MetricSummary second;
  private byte[] bytes;

  /** Records the blocks. */
  @Setup
  public void record() {
    first = blocks(0);
    second = blocks(BLOCKS);
    bytes = first.toBytes();
  }

  private static MetricSummary blocks(long from) {
    SplittableRandom random = new SplittableRandom(from);
    MetricSummary summary = MetricSummary.of(SERIES, new boolean[1]);
    double[] values = new double[PATHS];
    try (MetricRecorder recorder = summary.recorder()) {
      for (long block = from; block < from + BLOCKS; block++) {
        recorder.begin(block, PATHS);
        for (int month = 0; month < SERIES; month++) {
          Arrays.setAll(values, i -> Math.exp(0.3 * random.nextGaussian()));
          recorder.record(0, month, values);
        }
        recorder.end();
      }
    }
    return summary;
  }

  /** Two summaries into a third. */
  @Benchmark
  public MetricSummary merged() {
    return MetricSummary.of(SERIES, new boolean[1]).merge(first).merge(second);
  }

  /** A summary to bytes. */
  @Benchmark
  public byte[] written() {
    return first.toBytes();
  }

  /** A summary from bytes. */
  @Benchmark
  public MetricSummary read() {
    return MetricSummary.fromBytes(bytes);
  }
}
