package io.corridor.benchmarks.summary;

import io.corridor.internal.numeric.Replications;
import io.corridor.internal.summary.Channel;
import io.corridor.internal.summary.Channels;
import io.corridor.internal.summary.PackedInput;
import io.corridor.internal.summary.PackedOutput;
import io.corridor.internal.summary.Recorder;
import java.util.Arrays;
import java.util.List;
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
@Fork(5)
public class SummaryMergeBenchmark {
  private static final int SERIES = 960;
  private static final int BLOCKS = 16;
  private static final int PATHS = 1024;

  private Channels first;
  private Channels second;
  private byte[] bytes;

  /** Records the blocks. */
  @Setup
  public void record() {
    first = blocks(0);
    second = blocks(BLOCKS);
    bytes = written();
  }

  private static Channels none() {
    return Channels.of(SERIES, List.of(Channel.metric(false, 0)), Replications.NONE);
  }

  private static Channels blocks(long from) {
    SplittableRandom random = new SplittableRandom(from);
    Channels summary = none();
    double[] values = new double[PATHS];
    try (Recorder recorder = summary.recorder()) {
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
  public Channels merged() {
    Channels merged = none();
    merged.merge(first);
    merged.merge(second);
    return merged;
  }

  /** A summary to bytes. */
  @Benchmark
  public byte[] written() {
    PackedOutput out = new PackedOutput();
    first.write(out);
    return out.toBytes();
  }

  /** A summary from bytes. */
  @Benchmark
  public Channels read() {
    return PackedInput.read(bytes, first::read);
  }
}
