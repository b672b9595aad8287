package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.Words;

/**
 * One month of the stationary bootstrap (Politis and Romano, JASA 89, 1994,
 * doi:10.1080/01621459.1994.10476870): with probability 1/block a new block starts at a random
 * place, otherwise the next return follows, the first after the last.
 */
public final class BootstrapStep extends Step {
  private final MonthlyWords starts;
  private final MonthlyWords places;
  private final double[] returns;
  private final double restart;
  private final WholePort place;
  private final RealPort state;

  /**
   * Makes the step.
   *
   * @param starts stream that says whether a new block starts
   * @param places stream that says where
   * @param returns log-returns of the history
   * @param restart probability of a new block, 1/block
   * @param place index of the last return used
   * @param state ln(X(t)/X(0))
   */
  public BootstrapStep(
      Chance<MonthlyWords> starts,
      Chance<MonthlyWords> places,
      double[] returns,
      double restart,
      Whole place,
      Real state) {
    this.starts = ports.draw(starts);
    this.places = ports.draw(places);
    this.returns = returns;
    this.restart = restart;
    this.place = ports.update(place);
    this.state = ports.update(state);
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    int[] at = block.of(place);
    double[] x = block.of(state);
    Words start = starts.of(month);
    Words where = places.of(month);
    int count = returns.length;
    for (int p = 0; p < block.paths(); p++) {
      long path = block.firstPath() + p;
      int next;
      if (month == 1 || start.uniform(path) < restart) {
        next = Math.min(count - 1, (int) (where.uniform(path) * count));
      } else {
        next = at[p] + 1 == count ? 0 : at[p] + 1;
      }
      at[p] = next;
      x[p] += returns[next];
    }
  }
}
