package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.numeric.Sign;
import org.jspecify.annotations.Nullable;

/** Steps that watch a metric for a question. */
public final class Watch {

  /** The first month of a question that has not come true. */
  public static final int NEVER = Integer.MAX_VALUE;

  private Watch() {}

  /**
   * What is watched, and when.
   *
   * @param metric its column
   * @param least smallest value for which the condition holds
   * @param most largest value for which the condition holds
   * @param from first month of the window
   * @param to last month of the window
   * @param until first month of the question that ends the window the month before; null: none
   */
  public record Condition(
      Real metric, double least, double most, int from, int to, @Nullable Whole until) {}

  /** A watch; it looks at its metric in the months of its window. */
  private abstract static class Watcher extends Step {
    final RealPort metric;
    final double least;
    final double most;
    private final int from;
    private final int to;
    private final @Nullable WholePort until;

    Watcher(Condition condition) {
      metric = ports.read(condition.metric);
      least = condition.least;
      most = condition.most;
      from = condition.from;
      to = condition.to;
      until = condition.until == null ? null : ports.read(condition.until);
    }

    final boolean inWindow(int month) {
      return month >= from && month <= to;
    }

    final boolean holds(double value) {
      return value >= least && value <= most;
    }

    /** Returns the first month in which the window has ended, by path; null: it doesn't end. */
    final int @Nullable [] end(Block block) {
      return until == null ? null : block.of(until);
    }
  }

  /** Notes the first month in which the condition holds. */
  public static final class Any extends Watcher {
    private final WholePort first;

    /**
     * Makes the step.
     *
     * @param condition what is watched
     * @param first the month, or {@link #NEVER}
     */
    public Any(Condition condition, Whole first) {
      super(condition);
      this.first = ports.update(first);
    }

    @Override
    public void advance(Block block, int month) {
      if (!inWindow(month)) {
        return;
      }
      double[] value = block.of(metric);
      int[] when = block.of(first);
      int[] end = end(block);
      if (end == null) {
        note(value, least, most, month, when, block.paths());
      } else {
        note(value, least, most, month, end, when, block.paths());
      }
    }

    private static void note(
        double[] value, double least, double most, int month, int[] when, int n) {
      if (most == Double.POSITIVE_INFINITY) {
        for (int p = 0; p < n; p++) {
          when[p] = Math.min(when[p], month | Sign.mask(value[p] - least) & NEVER);
        }
      } else if (least == Double.NEGATIVE_INFINITY) {
        for (int p = 0; p < n; p++) {
          when[p] = Math.min(when[p], month | Sign.mask(most - value[p]) & NEVER);
        }
      } else {
        for (int p = 0; p < n; p++) {
          int outside = Sign.mask(value[p] - least) | Sign.mask(most - value[p]);
          when[p] = Math.min(when[p], month | outside & NEVER);
        }
      }
    }

    private static void note(
        double[] value, double least, double most, int month, int[] end, int[] when, int n) {
      for (int p = 0; p < n; p++) {
        boolean now = value[p] >= least & value[p] <= most & end[p] > month;
        when[p] = Math.min(when[p], now ? month : NEVER);
      }
    }
  }

  /**
   * Notes the first month that ends a run of months in which the condition holds. Runs are counted
   * from the start, not from the window.
   */
  public static final class Run extends Watcher {
    private final int months;
    private final WholePort run;
    private final WholePort first;

    /**
     * Makes the step.
     *
     * @param condition what is watched
     * @param months length of the run
     * @param run months running so far
     * @param first the month, or {@link #NEVER}
     */
    public Run(Condition condition, int months, Whole run, Whole first) {
      super(condition);
      this.months = months;
      this.run = ports.update(run);
      this.first = ports.update(first);
    }

    @Override
    public void advance(Block block, int month) {
      double[] value = block.of(metric);
      int[] length = block.of(run);
      int[] when = block.of(first);
      int[] end = end(block);
      boolean open = inWindow(month);
      for (int p = 0; p < block.paths(); p++) {
        length[p] = holds(value[p]) ? length[p] + 1 : 0;
        if (open && length[p] >= months && when[p] > month && (end == null || end[p] > month)) {
          when[p] = month;
        }
      }
    }
  }

  /** Counts the months of the window in which the condition holds. */
  public static final class Count extends Watcher {
    private final WholePort count;

    /**
     * Makes the step.
     *
     * @param condition what is watched
     * @param count how many
     */
    public Count(Condition condition, Whole count) {
      super(condition);
      this.count = ports.update(count);
    }

    @Override
    public void advance(Block block, int month) {
      if (!inWindow(month)) {
        return;
      }
      double[] value = block.of(metric);
      int[] months = block.of(count);
      int[] end = end(block);
      if (end == null) {
        tally(value, least, most, months, block.paths());
      } else {
        tally(value, least, most, month, end, months, block.paths());
      }
    }

    private static void tally(double[] value, double least, double most, int[] months, int n) {
      if (most == Double.POSITIVE_INFINITY) {
        for (int p = 0; p < n; p++) {
          months[p] += value[p] >= least ? 1 : 0;
        }
      } else if (least == Double.NEGATIVE_INFINITY) {
        for (int p = 0; p < n; p++) {
          months[p] += value[p] <= most ? 1 : 0;
        }
      } else {
        for (int p = 0; p < n; p++) {
          months[p] += value[p] >= least & value[p] <= most ? 1 : 0;
        }
      }
    }

    private static void tally(
        double[] value, double least, double most, int month, int[] end, int[] months, int n) {
      for (int p = 0; p < n; p++) {
        months[p] += value[p] >= least & value[p] <= most & end[p] > month ? 1 : 0;
      }
    }
  }

  /**
   * Counts the months of the window in which the condition doesn't hold: none of them makes
   * `every-month` true.
   */
  public static final class Failures extends Watcher {
    private final WholePort failures;

    /**
     * Makes the step.
     *
     * @param condition what is watched
     * @param failures how many
     */
    public Failures(Condition condition, Whole failures) {
      super(condition);
      this.failures = ports.update(failures);
    }

    @Override
    public void advance(Block block, int month) {
      if (!inWindow(month)) {
        return;
      }
      double[] value = block.of(metric);
      int[] failed = block.of(failures);
      int[] end = end(block);
      for (int p = 0; p < block.paths(); p++) {
        if (!holds(value[p]) && (end == null || end[p] > month)) {
          failed[p]++;
        }
      }
    }
  }
}
