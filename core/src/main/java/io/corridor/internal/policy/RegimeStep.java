package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.RandomStream;

/** R(t) from R(t−1): the monthly transition of section 3. */
public final class RegimeStep extends Step {
  private final MonthlyWords draws;
  private final double[][] cumulative;
  private final int[][] destinations;
  private final long[] leave;
  private final WholePort regime;

  /**
   * Makes the step.
   *
   * @param draws of the stream of uniforms
   * @param cumulative for each regime, the probability of moving to one of its first destinations,
   *     up to each; what is left over stays
   * @param destinations for each regime, where its transitions lead
   * @param regime R
   */
  public RegimeStep(
      Chance<MonthlyWords> draws, double[][] cumulative, int[][] destinations, Whole regime) {
    this.draws = ports.draw(draws);
    this.cumulative = cumulative;
    this.destinations = destinations;
    this.regime = ports.update(regime);
    this.leave = new long[cumulative.length];
    for (int s = 0; s < leave.length; s++) {
      int moves = cumulative[s].length;
      leave[s] = RandomStream.bound(moves == 0 ? 0 : cumulative[s][moves - 1]);
    }
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    int n = block.paths();
    long[] words = block.words();
    draws.of(month).fill(block.firstPath(), n, words);
    int[] r = block.of(regime);
    int[] leaving = block.chosen();
    int count = chooseLeaving(words, r, leaving, n);
    for (int i = 0; i < count; i++) {
      int p = leaving[i];
      r[p] = destination(r[p], RandomStream.uniform(words[p]));
    }
  }

  /** Lists the paths that leave their regime, without a branch that could not be foretold. */
  private int chooseLeaving(long[] words, int[] r, int[] leaving, int n) {
    long[] bound = leave;
    int count = 0;
    for (int p = 0; p < n; p++) {
      leaving[count] = p;
      count += RandomStream.isBelow(words[p], bound[r[p]]);
    }
    return count;
  }

  private int destination(int from, double u) {
    double[] row = cumulative[from];
    int i = 0;
    while (u >= row[i]) {
      i++;
    }
    return destinations[from][i];
  }
}
