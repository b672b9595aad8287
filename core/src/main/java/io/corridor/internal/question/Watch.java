package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.numeric.Sign;
import io.corridor.model.Question;
import io.corridor.projection.Answer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Watches a metric for a question, month by month, and leaves a whole number on each path: its
 * state. One class for each kind of question, which also knows what the state means, what is
 * counted of it, and what answer the counts give.
 */
public abstract class Watch extends Step {

  /** The first month of a question that has not come true. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** The place of a path that is counted at none. */
  static final int NOWHERE = -1;

  final RealPort metric;
  final double least;
  final double most;
  final WholePort state;
  private final Whole column;
  private final int from;
  private final int to;
  private final @Nullable WholePort until;

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

  /**
   * Returns the watch for a test.
   *
   * @param test what the months of the window must show
   * @param condition what is watched
   * @param columns makes a column with a value before the first month
   */
  public static Watch of(Question.Test test, Condition condition, IntFunction<Whole> columns) {
    return test.match(
        streak ->
            streak.months() == 1
                ? new Any(condition, columns)
                : new Streak(condition, streak.months(), columns),
        every -> new Failures(condition, columns),
        count -> new Count(condition, columns));
  }

  private Watch(Condition condition, Whole state) {
    this.column = state;
    this.metric = ports.read(condition.metric);
    this.least = condition.least;
    this.most = condition.most;
    this.state = ports.update(state);
    this.from = condition.from;
    this.to = condition.to;
    this.until = condition.until == null ? null : ports.read(condition.until);
    made(least, most, from, to);
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

  /** Returns the column of the state. */
  public final Whole column() {
    return column;
  }

  /** Returns what a path says: a number of months, or 1 if the question came true, else 0. */
  abstract long value(int state);

  /** Returns the month in which the question came true; empty if it did not, or has no such. */
  OptionalInt firstMonth(int state) {
    return OptionalInt.empty();
  }

  /** Returns how many places there are at which paths may be counted. */
  int places(int months) {
    return 0;
  }

  /** Returns the place at which a path is counted, or {@link #NOWHERE}. */
  int place(int state) {
    return NOWHERE;
  }

  /**
   * Returns the answer.
   *
   * @param counts of all paths that count
   * @param start month 0
   * @param percentiles those asked for
   */
  Answer answer(Counts counts, YearMonth start, List<Double> percentiles) {
    long[] byMonth = counts.byPlace();
    List<Answer.FirstMonth> firstMonths = new ArrayList<>();
    if (byMonth.length > 0 && counts.sum() > 0) {
      for (double percentile : percentiles) {
        firstMonths.add(
            new Answer.FirstMonth(percentile, start.plusMonths(counts.place(percentile))));
      }
    }
    return new Answer.Probability(
        counts.paths(),
        counts.sum(),
        LongStream.of(byMonth).boxed().toList(),
        firstMonths,
        counts.firstPaths().list(),
        counts.replicatedError());
  }

  /** The state is the first month in which the question came true, or {@link #NEVER}. */
  private abstract static class FirstMonth extends Watch {

    FirstMonth(Condition condition, IntFunction<Whole> columns) {
      super(condition, columns.apply(NEVER));
    }

    @Override
    final long value(int state) {
      return state == NEVER ? 0 : 1;
    }

    @Override
    final OptionalInt firstMonth(int state) {
      return state == NEVER ? OptionalInt.empty() : OptionalInt.of(state);
    }

    @Override
    final int places(int months) {
      return months;
    }

    @Override
    final int place(int state) {
      return state == NEVER ? NOWHERE : state;
    }
  }

  /** Notes the first month in which the condition holds. */
  public static final class Any extends FirstMonth {

    private Any(Condition condition, IntFunction<Whole> columns) {
      super(condition, columns);
    }

    @Override
    public void advance(Block block, int month) {
      if (!inWindow(month)) {
        return;
      }
      double[] value = block.of(metric);
      int[] when = block.of(state);
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
   * Notes the first month that ends a streak of months in which the condition holds. Streaks are
   * counted from the start, not from the window.
   */
  public static final class Streak extends FirstMonth {
    private final int months;
    private final WholePort streak;

    private Streak(Condition condition, int months, IntFunction<Whole> columns) {
      super(condition, columns);
      this.months = months;
      this.streak = ports.update(columns.apply(0));
      made(least, most, condition.from, condition.to, months);
    }

    @Override
    public void advance(Block block, int month) {
      double[] value = block.of(metric);
      int[] length = block.of(streak);
      int[] when = block.of(state);
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
  public static final class Count extends Watch {

    private Count(Condition condition, IntFunction<Whole> columns) {
      super(condition, columns.apply(0));
    }

    @Override
    long value(int state) {
      return state;
    }

    @Override
    int places(int months) {
      return months + 1;
    }

    @Override
    int place(int state) {
      return state;
    }

    @Override
    Answer answer(Counts counts, YearMonth start, List<Double> percentiles) {
      long paths = counts.paths();
      if (paths == 0) {
        return new Answer.Count(0, Double.NaN, Double.NaN, List.of());
      }
      long[] byMonths = counts.byPlace();
      double mean = (double) counts.sum() / paths;
      double squares = 0;
      for (int k = 0; k < byMonths.length; k++) {
        squares += (k - mean) * (k - mean) * byMonths[k];
      }
      return new Answer.Count(
          paths,
          mean,
          paths == 1 ? 0 : Math.sqrt(squares / (paths - 1)),
          percentiles.stream()
              .map(percentile -> new Answer.Months(percentile, counts.place(percentile)))
              .toList(),
          LongStream.of(byMonths).boxed().toList(),
          counts.replicatedError());
    }

    @Override
    public void advance(Block block, int month) {
      if (!inWindow(month)) {
        return;
      }
      double[] value = block.of(metric);
      int[] months = block.of(state);
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
  public static final class Failures extends Watch {

    private Failures(Condition condition, IntFunction<Whole> columns) {
      super(condition, columns.apply(0));
    }

    @Override
    long value(int state) {
      return state == 0 ? 1 : 0;
    }

    @Override
    public void advance(Block block, int month) {
      if (!inWindow(month)) {
        return;
      }
      double[] value = block.of(metric);
      int[] failed = block.of(state);
      int[] end = end(block);
      for (int p = 0; p < block.paths(); p++) {
        if (!holds(value[p]) && (end == null || end[p] > month)) {
          failed[p]++;
        }
      }
    }
  }
}
