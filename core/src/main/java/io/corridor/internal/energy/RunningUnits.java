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
import io.corridor.internal.random.RandomStream;
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
  private final @Nullable RealPort ofMode;
  private final @Nullable RealPort upToMode;
  private final RealPort size;
  private final boolean first;
  private final RealPort running;

  /**
   * Units of one sort.
   *
   * @param count how many
   * @param law of the number that runs; null: it differs by path
   * @param differing what differs by path; null: nothing
   * @param size of each
   * @param there whether there are any, by month
   */
  public record Sort(
      int count,
      @Nullable Binomial law,
      @Nullable Differing differing,
      Real size,
      boolean[] there) {}

  /**
   * The law of the number that runs, where it differs by path.
   *
   * @param outage probability that one doesn't run
   * @param ofMode {@link Binomial#ofMode}
   * @param upToMode {@link Binomial#upToMode}
   */
  public record Differing(Real outage, Real ofMode, Real upToMode) {}

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
    Differing differing = sort.differing;
    this.outage = differing == null ? null : ports.read(differing.outage);
    this.ofMode = differing == null ? null : ports.read(differing.ofMode);
    this.upToMode = differing == null ? null : ports.read(differing.upToMode);
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
    long[] words = paths.words();
    draws.of(month, block).fill(paths.firstPath(), n, words);
    if (law != null) {
      double[] u = paths.scratch();
      RandomStream.uniforms(words, u, n);
      for (int p = 0; p < n; p++) {
        supply[p] += law.at(u[p]) * each[p];
      }
      return;
    }
    double[] q = paths.of(requireNonNull(outage));
    double[] mode = paths.of(requireNonNull(ofMode));
    double[] upTo = paths.of(requireNonNull(upToMode));
    for (int p = 0; p < n; p++) {
      double u = RandomStream.uniform(words[p]);
      supply[p] += Binomial.at(u, count, 1 - q[p], mode[p], upTo[p]) * each[p];
    }
  }
}
