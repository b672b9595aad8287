package io.corridor.internal.energy;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Sign;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.Quantile;
import io.corridor.internal.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * up(t): the share of a month's days on which a source runs.
 *
 * <p>If it runs on the month's first day, an interruption begins with probability 1 − exp(−rate),
 * on a day drawn evenly from the month's, and lasts so many days, that one included, over the
 * month's end if need be. If it is down on the first day, no other begins in the month.
 */
public final class InterruptionStep extends Step {
  /** Draws of a month: whether one begins, on which day, and how long it lasts. */
  public static final int DRAWS = 3;

  private final MonthlyWords draws;
  private final int[] firstDays;
  private final int[] days;
  private final RealPort chance;
  private final @Nullable Quantile length;
  private final @Nullable RealPort fixedLength;
  private final RealPort until;
  private final RealPort up;

  /**
   * How long interruptions last: drawn anew for each, or one number a path.
   *
   * @param law of the days; null: {@code days} says it
   * @param days one number a path; null: {@code law} says it
   */
  public record Length(@Nullable Quantile law, @Nullable Real days) {}

  /**
   * Makes the step.
   *
   * @param draws of the stream of uniforms
   * @param firstDays number of the first day of each month
   * @param days length of each month
   * @param chance that one begins in a month, 1 − exp(−rate)
   * @param length of each
   * @param until number of the first day on which the source runs again
   * @param up share of the month's days on which it runs
   */
  public InterruptionStep(
      Chance<MonthlyWords> draws,
      int[] firstDays,
      int[] days,
      Real chance,
      Length length,
      Real until,
      Real up) {
    this.draws = ports.draw(draws);
    this.firstDays = firstDays;
    this.days = days;
    this.chance = ports.read(chance);
    this.length = length.law;
    this.fixedLength = length.days == null ? null : ports.read(length.days);
    this.until = ports.update(until);
    this.up = ports.write(up);
  }

  @Override
  public void advance(Block block, int month) {
    double first = firstDays[month];
    double d = days[month];
    double[] p = block.of(chance);
    double[] end = block.of(until);
    double[] runs = block.of(up);
    int n = block.paths();
    long[] words = block.words();
    draws.of(month, 0).fill(block.firstPath(), n, words);
    double[] u = block.scratch();
    RandomStream.uniforms(words, u, n);
    Vectors.fill(runs, 1, n);
    int[] chosen = block.chosen();
    int count = chooseInterrupted(u, p, end, first, chosen, n);
    for (int c = 0; c < count; c++) {
      int i = chosen[c];
      if (end[i] > first) {
        runs[i] = Math.max(0, first + d - end[i]) / d;
      } else {
        double day = Math.floor(draws.of(month, 1).uniform(block.firstPath() + i) * d);
        double lasts = Math.max(1, Math.floor(length(block, i, month) + 0.5));
        end[i] = first + day + lasts;
        runs[i] = (d - Math.min(d - day, lasts)) / d;
      }
    }
  }

  /**
   * Lists the paths on which the source is down on the first day, or an interruption begins,
   * without a branch that could not be foretold.
   */
  private static int chooseInterrupted(
      double[] u, double[] chance, double[] end, double first, int[] chosen, int n) {
    int count = 0;
    for (int p = 0; p < n; p++) {
      chosen[count] = p;
      count += Sign.bit(u[p] - chance[p]) | Sign.bit(first - end[p]);
    }
    return count;
  }

  private double length(Block block, int path, int month) {
    return length == null
        ? block.of(requireNonNull(fixedLength))[path]
        : length.at(draws.of(month, 2).uniform(block.firstPath() + path));
  }
}
