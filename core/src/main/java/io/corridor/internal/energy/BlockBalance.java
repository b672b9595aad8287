package io.corridor.internal.energy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance of one block of a month's hours, of sources in merit order; the month's amounts are Σ
 * hours · (that of the block).
 *
 * <ul>
 *   <li>demand = own(t) · factor + fuel needs of other carriers
 *   <li>need = max(0, demand − domestic); rest₁ = need + fill
 *   <li>imports_s = min(rest_s, offered_s) · k_s; rest_{s+1} = rest_s − imports_s
 * </ul>
 */
public final class BlockBalance extends Step {
  private final boolean first;
  private final double hours;
  private final double factor;
  private final RealPort own;
  private final @Nullable RealPort added;
  private final RealPort domestic;
  private final @Nullable RealPort fill;
  private final RealPort[] offered;
  private final RealPort[] kept;
  private final RealPort need;
  private final RealPort[] imports;
  private final RealPort rest;

  /**
   * What the balance is struck from.
   *
   * @param own demand of the month
   * @param added fuel needs of other carriers; null: none
   * @param domestic domestic supply of the block, after a shortage of its fuel
   * @param fill what a store is to be filled by; null without one
   * @param offers in the order of use
   */
  public record Inputs(
      Real own, @Nullable Real added, Real domestic, @Nullable Real fill, List<Offer> offers) {}

  /**
   * One source.
   *
   * @param offered what it can deliver
   * @param kept k, the share of it that sanctions leave
   * @param imports what is bought of it in the month
   */
  public record Offer(Real offered, Real kept, Real imports) {}

  /**
   * Makes the step.
   *
   * @param block index of the block; the first sets the month's amounts, the others add to them
   * @param hours the month's blocks
   * @param in what the balance is struck from
   * @param need of the month
   * @param rest what is neither supplied nor bought in the block
   */
  public BlockBalance(int block, Hours hours, Inputs in, Real need, Real rest) {
    this.first = block == 0;
    this.hours = hours.shares()[block];
    this.factor = hours.factors()[block];
    this.own = ports.read(in.own);
    this.added = in.added == null ? null : ports.read(in.added);
    this.domestic = ports.read(in.domestic);
    this.fill = in.fill == null ? null : ports.read(in.fill);
    this.offered = ports.read(in.offers.stream().map(Offer::offered).toList());
    this.kept = ports.read(in.offers.stream().map(Offer::kept).toList());
    List<Real> bought = in.offers.stream().map(Offer::imports).toList();
    this.need = first ? ports.write(need) : ports.update(need);
    this.imports = first ? ports.write(bought) : ports.update(bought);
    this.rest = ports.write(rest);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] left = block.of(rest);
    double[] total = block.of(need);
    if (first) {
      Vectors.fill(total, 0, n);
    }
    need(block, left, n);
    Vectors.addScaled(total, hours, left, n);
    if (fill != null) {
      Vectors.add(left, block.of(fill), n);
    }
    for (int s = 0; s < offered.length; s++) {
      double[] bought = block.of(imports[s]);
      if (first) {
        Vectors.fill(bought, 0, n);
      }
      buy(block.of(offered[s]), block.of(kept[s]), bought, left, n);
    }
  }

  private void need(Block block, double[] left, int n) {
    double[] demand = block.of(own);
    double[] supply = block.of(domestic);
    if (added == null) {
      for (int p = 0; p < n; p++) {
        left[p] = Math.max(0, demand[p] * factor - supply[p]);
      }
    } else {
      double[] fuel = block.of(added);
      for (int p = 0; p < n; p++) {
        left[p] = Math.max(0, demand[p] * factor + fuel[p] - supply[p]);
      }
    }
  }

  private void buy(double[] offer, double[] k, double[] bought, double[] left, int n) {
    for (int p = 0; p < n; p++) {
      double imports = Math.min(left[p], offer[p]) * k[p];
      // Hours that sum to 1 but for rounding buy no more than there is.
      bought[p] = Math.min(offer[p], bought[p] + hours * imports);
      left[p] -= imports;
    }
  }
}
