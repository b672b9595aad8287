package io.corridor.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.numeric.Rank;
import io.corridor.model.MetricKind;
import io.corridor.projection.Series;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricSummaryTest {
  private static final int MONTHS = 4;
  private static final boolean[] WHOLE = {false, true, false};
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

  private static void record(MetricRecorder recorder, long block) {
    recorder.begin(block, paths(block));
    for (int month = 0; month < MONTHS; month++) {
      for (int metric = 0; metric < WHOLE.length; metric++) {
        recorder.record(metric, month, values(block, metric, month));
      }
    }
    recorder.end();
  }

  private static MetricSummary of(long from, long to) {
    MetricSummary summary = MetricSummary.of(MONTHS, WHOLE);
    try (MetricRecorder recorder = summary.recorder()) {
      for (long block = from; block < to; block++) {
        record(recorder, block);
      }
    }
    return summary;
  }

  @Test
  void seriesAgreeWithCommonsMath() {
    MetricSummary summary = of(0, BLOCKS);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void isTheSameOnAnyNumberOfThreads(int threads) throws InterruptedException {
    byte[] expected = of(0, BLOCKS).toBytes();
    for (int round = 0; round < 5; round++) {
      MetricSummary summary = MetricSummary.of(MONTHS, WHOLE);
      AtomicLong next = new AtomicLong();
      inThreads(
          threads,
          thread -> {
            try (MetricRecorder recorder = summary.recorder()) {
              for (long b = next.getAndIncrement(); b < BLOCKS; b = next.getAndIncrement()) {
                record(recorder, b);
              }
            }
          });
      assertThat(summary.toBytes()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void isTheSameWhenBlocksEndInTheWorstOrder(int threads) throws InterruptedException {
    // Thread t has the blocks that are t modulo the number of threads, the last first, and starts
    // when thread t + 1 is done: no two blocks can be folded until the last thread.
    MetricSummary summary = MetricSummary.of(MONTHS, WHOLE);
    List<CountDownLatch> done = new ArrayList<>();
    for (int i = 0; i <= threads; i++) {
      done.add(new CountDownLatch(i == threads ? 0 : 1));
    }
    inThreads(
        threads,
        thread -> {
          done.get(thread + 1).await();
          try (MetricRecorder recorder = summary.recorder()) {
            for (long b = BLOCKS - 1 - (BLOCKS - 1 - thread) % threads; b >= 0; b -= threads) {
              record(recorder, b);
            }
          } finally {
            done.get(thread).countDown();
          }
        });
    assertThat(summary.toBytes()).isEqualTo(of(0, BLOCKS).toBytes());
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
    byte[] expected = of(0, BLOCKS).toBytes();
    for (long size : new long[] {1, 5, 16, 20}) {
      MetricSummary back = MetricSummary.of(MONTHS, WHOLE);
      for (long from = (BLOCKS - 1) / size * size; from >= 0; from -= size) {
        byte[] sent = of(from, Math.min(from + size, BLOCKS)).toBytes();
        back.merge(MetricSummary.fromBytes(sent));
      }
      assertThat(back.toBytes()).isEqualTo(expected);
    }
  }

  @Test
  void goesOnAfterARestart() {
    MetricSummary read = MetricSummary.fromBytes(of(0, 11).toBytes());
    try (MetricRecorder recorder = read.recorder()) {
      for (long block = 11; block < BLOCKS; block++) {
        record(recorder, block);
      }
    }
    assertThat(read.toBytes()).isEqualTo(of(0, BLOCKS).toBytes());
  }

  @Test
  void mergingLeavesTheOtherAsItIs() {
    MetricSummary one = MetricSummary.of(MONTHS, WHOLE);
    MetricSummary other = of(0, 3);
    byte[] before = other.toBytes();
    one.merge(other);
    one.merge(of(3, 9));
    assertThat(other.toBytes()).isEqualTo(before);
  }

  @Test
  void anyChangeOfTheBytesIsNoticed() {
    byte[] bytes = of(0, 3).toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> MetricSummary.fromBytes(damaged))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("damaged summary");
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] torn = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> MetricSummary.fromBytes(torn))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void bytesOfSomethingElseAreRefused() {
    PackedOutput out = new PackedOutput();
    out.writeLong(1);
    assertThatThrownBy(() -> MetricSummary.fromBytes(out.toBytes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a summary of another version, or none");
  }

  @Test
  void aBlockIsCountedOnce() {
    MetricSummary summary = of(0, 4);
    try (MetricRecorder recorder = MetricSummary.of(MONTHS, WHOLE).recorder()) {
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
    MetricSummary summary = of(0, 1);
    assertThatThrownBy(() -> summary.merge(MetricSummary.of(MONTHS + 1, WHOLE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> summary.merge(MetricSummary.of(MONTHS, new boolean[3])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsReadWhileARecorderIsOpen() {
    MetricSummary summary = MetricSummary.of(MONTHS, WHOLE);
    MetricRecorder recorder = summary.recorder();
    record(recorder, 0);
    assertThatThrownBy(summary::toBytes)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hasn't been closed");
    recorder.close();
    assertThat(summary.toBytes()).isEqualTo(of(0, 1).toBytes());
  }

  @Test
  void whatIsNotFiniteIsAnError() {
    MetricRecorder recorder = MetricSummary.of(MONTHS, WHOLE).recorder();
    recorder.begin(7, 2);
    assertThatThrownBy(() -> recorder.record(2, 3, new double[] {1, Double.NaN}))
        .isInstanceOf(NotFiniteException.class)
        .hasMessage("value NaN of path 1 of the block");
  }

  @Test
  void anEmptySummaryHasNoSeriesButBytes() {
    MetricSummary summary = MetricSummary.of(MONTHS, WHOLE);
    assertThat(MetricSummary.fromBytes(summary.toBytes()).paths()).isZero();
    assertThatThrownBy(
            () -> summary.series(0, MetricKind.DRIVER.metric("MW", "m"), START, PERCENTILES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no paths");
  }
}
