package io.corridor.benchmarks.summary;

import io.corridor.benchmarks.ArrayBenchmark;
import io.corridor.internal.numeric.Replications;
import io.corridor.internal.summary.Channel;
import io.corridor.internal.summary.Channels;
import io.corridor.internal.summary.Recorder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Moments and histogram of values of several shapes, of as many months as the yardstick has of
 * eight metrics: {@code java -jar benchmarks/target/benchmarks.jar RecorderBenchmark}.
 */
public class RecorderBenchmark extends ArrayBenchmark {
  private static final int SERIES = 960;
  private static final int BLOCKS = 64;
  private static final int[] FIVE_PERCENTILES = {5, 25, 50, 75, 95};

  /** Shape of the values; the first is one of a factor or a price. */
  @Param({"lognormal", "half-zero", "capped", "zero-or-one", "constant", "normal"})
  String shape;

  private final double[][] values = new double[BLOCKS][COUNT];
  private Recorder recorder;
  private long block;
  private int next;

  /**
   * Draws the values and starts a summary, with a block of wider spread: the same blocks come again
   * and again, and their ends would be new ones every time.
   */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (double[] of : values) {
      Arrays.setAll(of, i -> value(random.nextGaussian()));
    }
    double[] wide = new double[COUNT];
    Arrays.setAll(wide, i -> value(2 * random.nextGaussian()));
    recorder = Channels.of(SERIES, List.of(Channel.metric(false, 0)), Replications.NONE).recorder();
    recorder.begin(block, COUNT);
    for (int series = 0; series < SERIES; series++) {
      recorder.record(0, series, wide);
    }
    startNext();
  }

  private void startNext() {
    recorder.end();
    block++;
    recorder.begin(block, COUNT);
  }

  private double value(double z) {
    return switch (shape) {
      case "lognormal" -> Math.exp(0.3 * z);
      case "half-zero" -> Math.max(0, z);
      case "capped" -> Math.min(1.2, Math.exp(0.3 * z));
      case "zero-or-one" -> z < 0 ? 0 : 1;
      case "constant" -> 0.1;
      case "normal" -> z;
      default -> throw new IllegalArgumentException("no shape " + shape);
    };
  }

  private double[] next() {
    next++;
    return values[next % BLOCKS];
  }

  /** The subject. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long recorded() {
    recorder.record(0, next % SERIES, next());
    if (next % SERIES == 0) {
      startNext();
    }
    return block;
  }

  /** Sorting each block, which gives percentiles of that block only. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double sorted() {
    System.arraycopy(next(), 0, out, 0, COUNT);
    Arrays.sort(out);
    return out[COUNT / 2];
  }

  /** Commons Math's moments, without percentiles. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double momentsOfCommonsMath() {
    SummaryStatistics statistics = new SummaryStatistics();
    for (double value : next()) {
      statistics.addValue(value);
    }
    return statistics.getStandardDeviation();
  }

  /** Commons Math's five percentiles and moments of each block only. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double percentilesOfCommonsMath() {
    DescriptiveStatistics statistics = new DescriptiveStatistics(next());
    double sum = statistics.getMean() + statistics.getStandardDeviation();
    for (int percentile : FIVE_PERCENTILES) {
      sum += statistics.getPercentile(percentile);
    }
    return sum;
  }
}
