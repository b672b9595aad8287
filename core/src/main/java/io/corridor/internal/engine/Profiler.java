package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.Recorder;
import io.corridor.projection.Profile;
import io.corridor.projection.Profile.Part;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures where the time and the memory of one thread go. Blocks of paths are simulated as in a
 * run, with the clock read after every step. Other work of the machine can only lengthen a
 * measurement, so that of the times of each step and month the lower quartile over the blocks
 * counts.
 */
public final class Profiler {
  private static final int QUARTILE = 4;
  private static final int LEAST_BLOCKS = 5;

  /** After so many blocks a thread holds all that it ever does, but for values yet unseen. */
  private static final int MOST_BLOCKS = 72;

  private Profiler() {}

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
    List<Part> parts = clocked.parts();
    clocked.times = new int[0][][];
    long memory = usedMemory() - before;
    Reference.reachabilityFence(clocked);
    // What others gave back meanwhile is taken off too; the columns' size is known.
    return new Profile(parts, Math.max(clocked.block.bytes(), memory));
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Of so many times at most the quartile is taken, which bounds the memory. */
  private static final int MOST_TIMES = 4_000_000;

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
    private final Recorder recorder;
    private int[][][] times; // empty once they were summed: no memory of a run
    private int blocks;
    private long read;

    Clocked(Plan plan) {
      this.plan = plan;
      this.steps = plan.parts();
      this.block = plan.newBlock();
      this.tally = Summary.newTally(plan);
      this.recorder = Summary.of(plan, List.of()).channels().recorder();
      int laps = steps.size() + OTHERS;
      int kept = MOST_TIMES / (laps * plan.months());
      this.times =
          new int[laps][plan.months()][Math.max(LEAST_BLOCKS, Math.min(kept, MOST_BLOCKS))];
    }

    void run(double seconds) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      while (blocks < MOST_BLOCKS && (blocks < LEAST_BLOCKS || System.nanoTime() < end)) {
        simulate();
        blocks++;
      }
    }

    private void simulate() {
      int others = steps.size();
      int last = plan.months() - 1;
      block.start((long) blocks * Block.PATHS, Block.PATHS);
      read = System.nanoTime();
      plan.open(block);
      lap(others + OPENING, 0);
      recorder.begin(blocks, Block.PATHS);
      for (int month = 0; month <= last; month++) {
        for (int i = 0; i < others; i++) {
          steps.get(i).step().advance(block, month);
          lap(i, month);
        }
        record(month);
        if (month == last) {
          recorder.end();
        }
        lap(others + RECORDING, month);
      }
      tally.add(block);
      lap(others + TALLYING, last);
    }

    private void record(int month) {
      for (int metric = 0; metric < plan.metrics().size(); metric++) {
        recorder.record(metric, month, plan.values(block, metric));
      }
    }

    private void lap(int what, int month) {
      long now = System.nanoTime();
      int[] kept = times[what][month];
      kept[blocks % kept.length] = (int) Math.min(Integer.MAX_VALUE, now - read);
      read = now;
    }

    List<Part> parts() {
      Map<String, Part> parts = new LinkedHashMap<>();
      int others = steps.size();
      add(parts, new Part("start of a path", "", 1, nanos(others + OPENING)));
      for (int i = 0; i < others; i++) {
        Plan.Part part = steps.get(i);
        add(parts, new Part(part.section(), part.step().name(), 1, nanos(i)));
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
          (a, b) -> new Part(a.section(), a.work(), a.steps() + b.steps(), a.nanos() + b.nanos()));
    }

    /** Sums the lower quartiles of all months. */
    private double nanos(int what) {
      double sum = 0;
      for (int[] kept : times[what]) {
        int[] sorted = Arrays.copyOf(kept, Math.min(blocks, kept.length));
        Arrays.sort(sorted);
        sum += sorted[sorted.length / QUARTILE];
      }
      return sum / Block.PATHS / plan.months();
    }
  }
}
