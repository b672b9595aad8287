package io.corridor.internal.energy;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.random.Binomial;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the units of one sort supply in a block of hours: Binomial(count, 1 − outage) of them run,
 * times their size; nothing where there are none.
 */
public final class RunningUnits extends Step {
  private final MonthlyWords draws;
  private final int block;
  private final boolean[] there;
  private final @Nullable Binomial law;
  private final int count;
  private final @Nullable RealPort outage;
  private final RealPort size;
  private final boolean first;
  private final RealPort running;

  /**
   * Units of one sort.
   *
   * @param count how many
   * @param law of the number that runs; null: the outage differs by path
   * @param outage probability that one doesn't run
   * @param size of each
   * @param there whether there are any, by month
   */
  public record Sort(
      int count, @Nullable Binomial law, @Nullable Real outage, Real size, boolean[] there) {}

  /**
   * Makes the step.
   *
   * @param draws of the stream of uniforms: one for each block
   * @param block index of the block
   * @param sort of units
   * @param first whether it is the first sort, which sets what runs; others add to it
   * @param running what all units of the block supply
   */
  public RunningUnits(
      Chance<MonthlyWords> draws, int block, Sort sort, boolean first, Real running) {
    this.draws = ports.draw(draws);
    this.block = block;
    this.there = sort.there;
    this.law = sort.law;
    this.count = sort.count;
    this.outage = sort.law == null ? ports.read(requireNonNull(sort.outage)) : null;
    this.size = ports.read(sort.size);
    this.first = first;
    this.running = first ? ports.write(running) : ports.update(running);
  }

  @Override
  public void advance(Block paths, int month) {
    int n = paths.paths();
    double[] supply = paths.of(running);
    if (first) {
      Vectors.fill(supply, 0, n);
    }
    if (!there[month]) {
      return;
    }
    double[] each = paths.of(size);
    Words words = draws.of(month, block);
    if (law != null) {
      for (int p = 0; p < n; p++) {
        supply[p] += law.at(words.uniform(paths.firstPath() + p)) * each[p];
      }
      return;
    }
    double[] q = paths.of(requireNonNull(outage));
    double[] room = paths.scratch();
    for (int p = 0; p < n; p++) {
      double u = words.uniform(paths.firstPath() + p);
      supply[p] += Binomial.at(u, count, 1 - q[p], room) * each[p];
    }
  }
}
