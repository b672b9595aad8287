package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.MetricRecorder;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time and the memory of one thread go. Blocks of paths are simulated as in a run, with the
 * clock read after every step. Other work of the machine can only lengthen a measurement, so that of
 * each step's times for a block the lower quartile counts.
 *
 * @param parts of the time, in the order of a run
 * @param memory bytes that a thread holds, roughly: its columns and counts
 */
public record Profile(List<Part> parts, long memory) {
  private static final int QUARTILE = 4;
  private static final int LEAST_BLOCKS = 5;

  /** After so many blocks a thread holds all that it ever does, but for values yet unseen. */
  private static final int MOST_BLOCKS = 72;

  /**
   * All steps of one kind in one section.
   *
   * @param section of the scenario
   * @param work what is done: a kind of step
   * @param steps how many there are
   * @param nanos that they take together for a path and month
   */
  public record Part(String section, String work, int steps, double nanos) {}

  /** Copies the list. */
  public Profile {
    parts = List.copyOf(parts);
  }

  /** Returns what all parts together take for a path and month, in nanoseconds. */
  public double nanos() {
    return parts.stream().mapToDouble(Part::nanos).sum();
  }

  /**
   * Measures a plan on this thread.
   *
   * @param plan what is run
   * @param seconds after which to end, five blocks being the least
   */
  public static Profile of(Plan plan, double seconds) {
    long before = usedMemory();
    Clocked clocked = new Clocked(plan);
    clocked.run(seconds);
    long memory = usedMemory() - before;
    Reference.reachabilityFence(clocked);
    return new Profile(clocked.parts(), Math.max(0, memory));
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A loop over blocks with a clock; in {@code times} what is no step comes after the steps. */
  private static final class Clocked {
    private static final int OPENING = 0;
    private static final int RECORDING = 1;
    private static final int TALLYING = 2;
    private static final int OTHERS = 3;

    private final Plan plan;
    private final List<Plan.Part> steps;
    private final Block block;
    private final Tally tally;
    private final MetricRecorder recorder;
    private final long[][] times = new long[MOST_BLOCKS][];
    private int blocks;
    private long read;

    Clocked(Plan plan) {
      this.plan = plan;
      this.steps = plan.parts();
      this.block = plan.newBlock();
      this.tally = Tally.of(plan.inquiries(), plan.months());
      this.recorder = RunSummary.of(plan).metrics().recorder();
    }

    void run(double seconds) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      while (blocks < MOST_BLOCKS && (blocks < LEAST_BLOCKS || System.nanoTime() < end)) {
        times[blocks] = new long[steps.size() + OTHERS];
        simulate(times[blocks]);
        blocks++;
      }
    }

    private void simulate(long[] time) {
      int others = steps.size();
      block.start((long) blocks * Block.PATHS, Block.PATHS);
      read = System.nanoTime();
      recorder.begin(blocks, Block.PATHS);
      time[others + RECORDING] += lap();
      plan.open(block);
      time[others + OPENING] += lap();
      for (int month = 0; month < plan.months(); month++) {
        for (int i = 0; i < others; i++) {
          Step step = steps.get(i).step();
          step.advance(block, month);
          time[i] += lap();
        }
        record(month);
        time[others + RECORDING] += lap();
      }
      recorder.end();
      time[others + RECORDING] += lap();
      tally.add(block);
      time[others + TALLYING] += lap();
    }

    private void record(int month) {
      for (int metric = 0; metric < plan.metrics().size(); metric++) {
        recorder.record(metric, month, plan.values(block, metric));
      }
    }

    private long lap() {
      long now = System.nanoTime();
      long lap = now - read;
      read = now;
      return lap;
    }

    List<Part> parts() {
      Map<String, Part> parts = new LinkedHashMap<>();
      int others = steps.size();
      add(parts, new Part("start of a path", "", 1, nanos(others + OPENING)));
      for (int i = 0; i < others; i++) {
        Plan.Part part = steps.get(i);
        add(parts, new Part(part.section(), name(part.step()), 1, nanos(i)));
      }
      add(parts, new Part("questions", "Tally", plan.inquiries().size(), nanos(others + TALLYING)));
      int metrics = plan.metrics().size();
      add(parts, new Part("statistics", "metrics", metrics, nanos(others + RECORDING)));
      return new ArrayList<>(parts.values());
    }

    private static void add(Map<String, Part> parts, Part part) {
      parts.merge(
          part.section() + '/' + part.work(),
          part,
          (a, b) ->
              new Part(a.section(), a.work(), a.steps() + b.steps(), a.nanos() + b.nanos()));
    }

    private static String name(Step step) {
      String name = step.getClass().getName();
      return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private double nanos(int index) {
      long[] sorted = new long[blocks];
      Arrays.setAll(sorted, i -> times[i][index]);
      Arrays.sort(sorted);
      return (double) sorted[blocks / QUARTILE] / Block.PATHS / plan.months();
    }
  }
}
