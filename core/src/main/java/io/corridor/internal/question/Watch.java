package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Sign;
import java.util.ArrayList;
import java.util.List;

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
  public record Condition(Real metric, double least, double most, int from, int to, Whole until) {

    boolean inWindow(int month) {
      return month >= from && month <= to;
    }

    boolean holds(double value) {
      return value >= least && value <= most;
    }

    List<Column> reads(Whole state) {
      List<Column> reads = new ArrayList<>(List.of(metric, state));
      if (until != null) {
        reads.add(until);
      }
      return reads;
    }
  }

  /**
   * Notes the first month in which the condition holds.
   *
   * @param condition what is watched
   * @param first the month, or {@link #NEVER}
   */
  public record Any(Condition condition, Whole first) implements Step {
    @Override
    public void advance(Block block, int month) {
      if (!condition.inWindow(month)) {
        return;
      }
      double[] value = block.of(condition.metric);
      int[] when = block.of(first);
      if (condition.until == null) {
        note(value, condition.least, condition.most, month, when, block.paths());
      } else {
        note(
            value,
            condition.least,
            condition.most,
            month,
            block.of(condition.until),
            when,
            block.paths());
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

    @Override
    public List<Column> reads() {
      return condition.reads(first);
    }

    @Override
    public List<Column> writes() {
      return List.of(first);
    }
  }

  /**
   * Notes the first month that ends a run of months in which the condition holds. Runs are counted
   * from the start, not from the window.
   *
   * @param condition what is watched
   * @param months length of the run
   * @param run months running so far
   * @param first the month, or {@link #NEVER}
   */
  public record Run(Condition condition, int months, Whole run, Whole first) implements Step {
    @Override
    public void advance(Block block, int month) {
      double[] value = block.of(condition.metric);
      int[] length = block.of(run);
      int[] when = block.of(first);
      int[] end = condition.until == null ? null : block.of(condition.until);
      boolean open = condition.inWindow(month);
      for (int p = 0; p < block.paths(); p++) {
        length[p] = condition.holds(value[p]) ? length[p] + 1 : 0;
        if (open && length[p] >= months && when[p] > month && (end == null || end[p] > month)) {
          when[p] = month;
        }
      }
    }

    @Override
    public List<Column> reads() {
      List<Column> reads = condition.reads(first);
      reads.add(run);
      return reads;
    }

    @Override
    public List<Column> writes() {
      return List.of(run, first);
    }
  }

  /**
   * Counts the months of the window in which the condition holds.
   *
   * @param condition what is watched
   * @param count how many
   */
  public record Count(Condition condition, Whole count) implements Step {
    @Override
    public void advance(Block block, int month) {
      if (!condition.inWindow(month)) {
        return;
      }
      double[] value = block.of(condition.metric);
      int[] months = block.of(count);
      if (condition.until == null) {
        tally(value, condition.least, condition.most, months, block.paths());
      } else {
        int[] end = block.of(condition.until);
        tally(value, condition.least, condition.most, month, end, months, block.paths());
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

    @Override
    public List<Column> reads() {
      return condition.reads(count);
    }

    @Override
    public List<Column> writes() {
      return List.of(count);
    }
  }

  /**
   * Counts the months of the window in which the condition doesn't hold: none of them makes
   * `every-month` true.
   *
   * @param condition what is watched
   * @param failures how many
   */
  public record Failures(Condition condition, Whole failures) implements Step {
    @Override
    public void advance(Block block, int month) {
      if (!condition.inWindow(month)) {
        return;
      }
      double[] value = block.of(condition.metric);
      int[] failed = block.of(failures);
      int[] end = condition.until == null ? null : block.of(condition.until);
      for (int p = 0; p < block.paths(); p++) {
        if (!condition.holds(value[p]) && (end == null || end[p] > month)) {
          failed[p]++;
        }
      }
    }

    @Override
    public List<Column> reads() {
      return condition.reads(failures);
    }

    @Override
    public List<Column> writes() {
      return List.of(failures);
    }
  }
}
