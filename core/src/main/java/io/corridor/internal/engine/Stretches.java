package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.run.CancelledException;
import io.corridor.run.Checkpoints;
import io.corridor.run.Checkpoints.Stretch;
import io.corridor.run.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a plan stretch after stretch until its goal is reached, and saves each stretch, if that was
 * asked for. Stretches merge to the same bits however a run is cut into them; so they are as long
 * as it takes to lose little work and little time.
 *
 * <p>Only full blocks are saved: the last block of a run may have fewer paths than a longer run
 * would give it, and nothing can be taken out of a summary.
 *
 * <p>For use by one thread, once.
 */
public final class Stretches {
  /** Paths of the first stretch, and the fewest of any but the last. */
  private static final long FEWEST = 16_384;

  /** So many stretches are saved one by one; then one takes the place of all. */
  private static final int PIECES = 16;

  private final Goal goal;
  private final Machines<Summary> machines;
  private final Progress progress;
  private final Checkpoints checkpoints;
  private final Summary summary;
  private final TreeMap<Long, Long> restored = new TreeMap<>();
  private final long started = System.nanoTime();
  private long done;
  private long simulated;
  private long expected;
  private long size;
  private double secondsPerPath;
  private boolean saving;
  private int pieces;
  private long savedWhole;

  /**
   * Makes a run.
   *
   * @param none summary of no paths, of what is run; it is filled
   * @param goal when it ends
   * @param machines simulate it
   * @param progress told of progress
   * @param checkpoints where the run may go on from, and save what it does
   */
  public Stretches(
      Summary none,
      Goal goal,
      Machines<Summary> machines,
      Progress progress,
      Checkpoints checkpoints) {
    this.goal = goal;
    this.machines = machines;
    this.progress = progress;
    this.checkpoints = checkpoints;
    this.summary = none;
    this.size = checkpoints == Checkpoints.NONE ? Long.MAX_VALUE : FEWEST;
  }

  /**
   * Runs to the goal.
   *
   * @return the summary of all paths
   * @throws CancelledException if {@code progress} ended the run, or this thread was interrupted
   * @throws IllegalArgumentException if what was saved can't be of this run
   */
  public Summary run() {
    checkpoints.restore(this::take);
    long last = restored.isEmpty() ? 0 : restored.lastEntry().getValue();
    expected = goal.next(last);
    if (last > expected) {
      throw new IllegalArgumentException(
          last + " paths were saved, more than the " + expected + " asked for");
    }
    fillGaps();
    long end = goal.next(done);
    while (true) {
      long full = checkpoints == Checkpoints.NONE ? end : end - end % Block.PATHS;
      simulate(done, full);
      if (end > full) {
        saveWhole();
        add(full, end - full);
        return summary;
      }
      if (goal.isReached(summary)) {
        saveWhole();
        return summary;
      }
      expected = goal.expected(summary);
      end = goal.next(done + 1);
    }
  }

  /** Returns how many paths were simulated rather than restored. */
  public long simulatedPaths() {
    return simulated;
  }

  private void take(Stretch stretch) {
    if (stretch.firstPath() % Block.PATHS != 0 || stretch.paths() % Block.PATHS != 0) {
      throw new IllegalArgumentException(
          "a saved stretch of " + stretch.paths() + " paths from " + stretch.firstPath() + " on");
    }
    summary.merge(summary.fromBytes(stretch.summary()));
    restored.put(stretch.firstPath(), stretch.firstPath() + stretch.paths());
    done += stretch.paths();
    pieces++;
    saving = true;
  }

  /** Simulates what lies between the stretches that were saved. */
  private void fillGaps() {
    long end = 0;
    for (Map.Entry<Long, Long> stretch : restored.entrySet()) {
      simulate(end, stretch.getKey());
      end = stretch.getValue();
    }
    savedWhole = restored.size() == 1 && pieces == 1 ? end : 0;
  }

  private void simulate(long first, long end) {
    for (long path = first; path < end; ) {
      long paths = Math.min(size, end - path);
      long before = System.nanoTime();
      Summary stretch = add(path, paths);
      double seconds = (System.nanoTime() - before) * 1e-9;
      secondsPerPath = seconds / paths;
      save(path, paths, stretch);
      fit(seconds);
      path += paths;
    }
  }

  private Summary add(long first, long paths) {
    long before = done;
    try {
      List<Summary> stretch = new ArrayList<>();
      machines.simulate(
          first,
          paths,
          (more, of) -> progress.goOn(before + more, expected),
          (found, part) -> stretch.add(found));
      summary.merge(stretch.get(0));
      done += paths;
      simulated += paths;
      return stretch.get(0);
    } catch (CancelledException e) {
      throw new CancelledException(before + e.done(), expected);
    }
  }

  /** Makes the next stretch longer or shorter if this one was far from the interval asked for. */
  private void fit(double seconds) {
    if (checkpoints == Checkpoints.NONE) {
      return;
    }
    double interval =
        Math.max(checkpoints.interval().toNanos(), machines.worthwhile().toNanos()) * 1e-9;
    if (seconds < interval / 2) {
      size *= 2;
    } else if (seconds > 2 * interval) {
      size = Math.max(FEWEST, size / 2);
    }
  }

  private void save(long first, long paths, Summary stretch) {
    boolean sinceBefore = saving;
    saving = saving || checkpoints.isDue(elapsed(), left());
    if (!saving) {
      return;
    }
    boolean whole = first + paths == done;
    if (whole && (!sinceBefore || pieces >= PIECES)) {
      saveWhole();
    } else {
      checkpoints.save(new Stretch(first, paths, stretch.toBytes()));
      pieces++;
    }
  }

  /** Saves all paths from the first on as one stretch. */
  private void saveWhole() {
    if (saving && savedWhole < done) {
      checkpoints.save(new Stretch(0, done, summary.toBytes()));
      savedWhole = done;
      pieces = 1;
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Duration left() {
    return Duration.ofSeconds((long) (secondsPerPath * Math.max(0, expected - done)));
  }
}
