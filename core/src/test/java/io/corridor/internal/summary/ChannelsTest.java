package io.corridor.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.numeric.Rank;
import io.corridor.internal.numeric.Replications;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Series;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {
  private static final int MONTHS = 4;
  private static final List<Channel> CHANNELS =
      List.of(
          Channel.metric(false, 0),
          Channel.metric(true, 0),
          Channel.metric(false, 1),
          Channel.difference(false, false),
          Channel.difference(false, true));
  private static final int METRICS = 3;
  private static final int[] DIFFERENT = {0, 2};
  private static final int BLOCK = 64;
  private static final long PATHS = 64 * 37 + 5;
  private static final long BLOCKS = PATHS / BLOCK + 1;
  private static final YearMonth START = YearMonth.of(2019, 3);
  private static final List<Double> PERCENTILES = List.of(5.0, 50.0, 95.0);

  private static int paths(long block) {
    return (int) Math.min(BLOCK, PATHS - block * BLOCK);
  }

  private static double[] values(long block, int metric, int month) {
    Samples samples =
        switch (metric) {
          case 0 -> Samples.BINDING_CAPACITY;
          case 1 -> Samples.NEGATIVE_ZERO;
          default -> Samples.FORTY_ORDERS_BOTH_SIGNS;
        };
    return samples.draw(BLOCK, (block * 10 + metric) * 100 + month);
  }

  private static void record(Recorder recorder, long block) {
    recorder.begin(block, paths(block));
    for (int month = 0; month < MONTHS; month++) {
      for (int metric = 0; metric < METRICS; metric++) {
        recorder.record(metric, month, values(block, metric, month));
      }
      for (int i = 0; i < DIFFERENT.length; i++) {
        recorder.recordDifference(
            METRICS + i,
            month,
            values(block + 1, DIFFERENT[i], month),
            values(block, DIFFERENT[i], month));
      }
    }
    recorder.end();
  }

  private static Channels none() {
    return Channels.of(MONTHS, CHANNELS, Replications.NONE);
  }

  private static byte[] bytes(Channels channels) {
    PackedOutput out = new PackedOutput();
    channels.write(out);
    return out.toBytes();
  }

  private static Channels fromBytes(byte[] bytes) {
    return PackedInput.read(bytes, none()::read);
  }

  private static Channels of(long from, long to) {
    Channels summary = none();
    try (Recorder recorder = summary.recorder()) {
      for (long block = from; block < to; block++) {
        record(recorder, block);
      }
    }
    return summary;
  }

  @Test
  void seriesAgreeWithCommonsMath() {
    Channels summary = of(0, BLOCKS);
    assertThat(summary.paths()).isEqualTo(PATHS);
    Series series = summary.series(0, MetricKind.DRIVER.metric("MW", "m"), START, PERCENTILES);
    assertThat(series.months()).isEqualTo(MONTHS);
    for (int month = 0; month < MONTHS; month++) {
      DescriptiveStatistics expected = new DescriptiveStatistics();
      for (long block = 0; block < BLOCKS; block++) {
        Arrays.stream(values(block, 0, month), 0, paths(block)).forEach(expected::addValue);
      }
      assertThat(series.mean(month)).isCloseTo(expected.getMean(), within(1e-14));
      assertThat(series.sd(month)).isCloseTo(expected.getStandardDeviation(), within(1e-14));
      double[] sorted = expected.getSortedValues();
      for (double p : PERCENTILES) {
        double exact = sorted[(int) Rank.of(p, PATHS) - 1];
        assertThat(series.percentile(p, month)).isCloseTo(exact, within(exact / 256));
      }
    }
  }

  /** What is 1 on the day before moves by less than a cell of the histogram is wide about 1. */
  @Test
  void percentilesAreExactAboutTheOrigin() {
    Channels summary = Channels.of(1, List.of(Channel.metric(false, 1)), Replications.NONE);
    double[] values = Arrays.stream(values(0, 0, 0)).map(value -> 1 + 1e-6 * value).toArray();
    try (Recorder recorder = summary.recorder()) {
      recorder.begin(0, BLOCK);
      recorder.record(0, 0, values);
      recorder.end();
    }
    Series series =
        summary.series(
            0, MetricKind.WORLD_WELFARE.metric("fraction", "A"), START, List.of(5.0, 95.0));
    double[] sorted = Arrays.stream(values).sorted().toArray();
    for (double p : List.of(5.0, 50.0, 95.0)) {
      double exact = sorted[(int) Rank.of(p, BLOCK) - 1];
      assertThat(series.percentile(p, 0)).isCloseTo(exact, within((exact - 1) / 256));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void isTheSameOnAnyNumberOfThreads(int threads) throws InterruptedException {
    byte[] expected = bytes(of(0, BLOCKS));
    for (int round = 0; round < 5; round++) {
      Channels summary = none();
      AtomicLong next = new AtomicLong();
      inThreads(
          threads,
          thread -> {
            try (Recorder recorder = summary.recorder()) {
              for (long b = next.getAndIncrement(); b < BLOCKS; b = next.getAndIncrement()) {
                record(recorder, b);
              }
            }
          });
      assertThat(bytes(summary)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void isTheSameWhenBlocksEndInTheWorstOrder(int threads) throws InterruptedException {
    // Thread t has the blocks that are t modulo the number of threads, the last first, and starts
    // when thread t + 1 is done: no two blocks can be folded until the last thread.
    Channels summary = none();
    List<CountDownLatch> done = new ArrayList<>();
    for (int i = 0; i <= threads; i++) {
      done.add(new CountDownLatch(i == threads ? 0 : 1));
    }
    inThreads(
        threads,
        thread -> {
          done.get(thread + 1).await();
          try (Recorder recorder = summary.recorder()) {
            for (long b = BLOCKS - 1 - (BLOCKS - 1 - thread) % threads; b >= 0; b -= threads) {
              record(recorder, b);
            }
          } finally {
            done.get(thread).countDown();
          }
        });
    assertThat(bytes(summary)).isEqualTo(bytes(of(0, BLOCKS)));
  }

  private interface Work {
    void run(int thread) throws InterruptedException;
  }

  private static void inThreads(int count, Work work) throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  work.run(number);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.setUncaughtExceptionHandler(
          (failed, cause) -> {
            synchronized (failures) {
              failures.add(cause);
            }
          });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    synchronized (failures) {
      assertThat(failures).isEmpty();
    }
  }

  @Test
  void isTheSameFromAnyRangesOfBlocksMergedInAnyOrder() {
    byte[] expected = bytes(of(0, BLOCKS));
    for (long size : new long[] {1, 5, 16, 20}) {
      Channels back = none();
      for (long from = (BLOCKS - 1) / size * size; from >= 0; from -= size) {
        byte[] sent = bytes(of(from, Math.min(from + size, BLOCKS)));
        back.merge(fromBytes(sent));
      }
      assertThat(bytes(back)).isEqualTo(expected);
    }
  }

  @Test
  void goesOnAfterARestart() {
    Channels read = fromBytes(bytes(of(0, 11)));
    try (Recorder recorder = read.recorder()) {
      for (long block = 11; block < BLOCKS; block++) {
        record(recorder, block);
      }
    }
    assertThat(bytes(read)).isEqualTo(bytes(of(0, BLOCKS)));
  }

  @Test
  void mergingLeavesTheOtherAsItIs() {
    Channels one = none();
    Channels other = of(0, 3);
    byte[] before = bytes(other);
    one.merge(other);
    one.merge(of(3, 9));
    assertThat(bytes(other)).isEqualTo(before);
  }

  @Test
  void anyChangeOfTheBytesIsNoticed() {
    byte[] bytes = bytes(of(0, 3));
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> fromBytes(damaged))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("damaged summary");
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] torn = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> fromBytes(torn)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void bytesOfAnotherVersionAreRefused() {
    byte[] bytes = bytes(of(0, 3));
    bytes[0]--; // the version, in the lowest bits of the first number
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - Integer.BYTES);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(bytes.length - Integer.BYTES, (int) checksum.getValue());
    assertThatThrownBy(() -> fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a summary of another version, or none");
  }

  @Test
  void differencesAreThoseOfPaths() {
    Channels summary = of(0, BLOCKS);
    Metric metric = MetricKind.DRIVER.metric("MW", "m");
    for (int i = 0; i < DIFFERENT.length; i++) {
      MetricDifference difference = summary.difference(METRICS + i, metric, START);
      for (int month = 0; month < MONTHS; month++) {
        DescriptiveStatistics expected = new DescriptiveStatistics();
        int above = 0;
        int below = 0;
        for (long block = 0; block < BLOCKS; block++) {
          double[] variant = values(block + 1, DIFFERENT[i], month);
          double[] base = values(block, DIFFERENT[i], month);
          for (int p = 0; p < paths(block); p++) {
            expected.addValue(variant[p] - base[p]);
            above += variant[p] > base[p] ? 1 : 0;
            below += variant[p] < base[p] ? 1 : 0;
          }
        }
        double rounding = 1e-13 * Math.max(1, expected.getStandardDeviation());
        assertThat(difference.mean(month)).isCloseTo(expected.getMean(), within(rounding));
        assertThat(difference.sd(month))
            .isCloseTo(expected.getStandardDeviation(), within(rounding));
        assertThat(difference.above(month)).isEqualTo((double) above / PATHS);
        assertThat(difference.below(month)).isEqualTo((double) below / PATHS);
      }
    }
    Series distribution = summary.series(METRICS + 1, metric, START, PERCENTILES);
    MetricDifference difference = summary.difference(METRICS + 1, metric, START);
    for (int month = 0; month < MONTHS; month++) {
      assertThat(distribution.mean(month)).isEqualTo(difference.mean(month));
    }
  }

  @Test
  void aBlockIsCountedOnce() {
    Channels summary = of(0, 4);
    try (Recorder recorder = none().recorder()) {
      record(recorder, 0);
      assertThatThrownBy(() -> record(recorder, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("block 0 is in the summary already");
    }
    assertThatThrownBy(() -> summary.merge(of(3, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("block 3 is in the summary already");
  }

  @Test
  void summariesOfOtherMetricsDoNotMerge() {
    Channels summary = of(0, 1);
    assertThatThrownBy(() -> summary.merge(Channels.of(MONTHS + 1, CHANNELS, Replications.NONE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> summary.merge(Channels.of(MONTHS, CHANNELS.subList(0, 3), Replications.NONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsReadWhileARecorderIsOpen() {
    Channels summary = none();
    Recorder recorder = summary.recorder();
    record(recorder, 0);
    assertThatThrownBy(() -> bytes(summary))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hasn't been closed");
    recorder.close();
    assertThat(bytes(summary)).isEqualTo(bytes(of(0, 1)));
  }

  @Test
  void whatIsNotFiniteIsAnError() {
    Recorder recorder = none().recorder();
    recorder.begin(7, 2);
    assertThatThrownBy(() -> recorder.record(2, 3, new double[] {1, Double.NaN}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value NaN of path 1 of the block");
  }

  @Test
  void anEmptySummaryHasNoSeriesButBytes() {
    Channels summary = none();
    assertThat(fromBytes(bytes(summary)).paths()).isZero();
    assertThatThrownBy(
            () -> summary.series(0, MetricKind.DRIVER.metric("MW", "m"), START, PERCENTILES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no paths");
  }
}
