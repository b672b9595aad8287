package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.numeric.Bridge;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.NormalQuantile;
import java.util.List;

/**
 * Z(t): independent standard normals of one driver or noise, made by a {@link Bridge} over the
 * months 1, …, n. What is drawn for month t decides the sum Z(1) + … + Z(t), given those that were
 * decided before.
 *
 * <p>Months come one after the other, and a bridge halves the first half of an interval before it
 * needs the second. So nothing is kept but the sums of second halves that are still to come, one
 * column for each level: of an interval of L months, of which the first l make its first half, with
 * the sum S,
 *
 * <pre>  first = S · l / L + √(l (L − l) / L) · z,    second = S − first.</pre>
 */
public final class BridgedShock extends Step {
  private final MonthlyWords words;
  private final RealPort out;
  private final RealPort[] pending;

  /** Of each month that an interval starts with: where the longest such ends, and its level. */
  private final int[] end;

  private final int[] level;

  /**
   * Makes the step.
   *
   * @param words of the stream
   * @param months of the horizon; normals are made for all but month 0
   * @param pending {@link #levels} columns of sums
   * @param out the normals
   */
  public BridgedShock(Chance<MonthlyWords> words, int months, List<Real> pending, Real out) {
    this.words = ports.draw(words);
    this.out = ports.update(out);
    this.pending = ports.update(pending);
    this.end = new int[months];
    this.level = new int[months];
    layOut(0, months - 1, 0);
    made(months);
  }

  /** Returns how many columns of sums a bridge over {@code months} months needs. */
  public static int levels(int months) {
    return Bridge.depth(months - 1) + 1;
  }

  private void layOut(int from, int to, int depth) {
    if (to == from) {
      return;
    }
    if (end[from + 1] == 0) {
      end[from + 1] = to;
      level[from + 1] = depth;
    }
    if (to - from > 1) {
      int middle = Bridge.middle(from, to);
      layOut(from, middle, depth + 1);
      layOut(middle, to, depth + 1);
    }
  }

  @Override
  public void advance(Block block, int month) {
    if (month == 0) {
      return;
    }
    int n = block.paths();
    double[] sum = block.of(out);
    int from = month - 1;
    int to = end[month];
    int depth = level[month];
    if (from == 0) {
      scale(Math.sqrt(to), draw(block, to), sum, n);
    } else {
      System.arraycopy(block.of(pending[depth]), 0, sum, 0, n);
    }
    while (to - from > 1) {
      int middle = Bridge.middle(from, to);
      depth++;
      halve(middle - from, to - from, draw(block, middle), sum, block.of(pending[depth]), n);
      to = middle;
    }
  }

  private double[] draw(Block block, int month) {
    words.of(month).fill(block.firstPath(), block.paths(), block.words());
    NormalQuantile.fill(block.words(), block.scratch(), block.paths());
    return block.scratch();
  }

  private static void scale(double sd, double[] z, double[] sum, int n) {
    for (int p = 0; p < n; p++) {
      sum[p] = sd * z[p];
    }
  }

  private static void halve(int part, int whole, double[] z, double[] sum, double[] second, int n) {
    double share = (double) part / whole;
    double sd = Math.sqrt((double) part * (whole - part) / whole);
    for (int p = 0; p < n; p++) {
      double first = share * sum[p] + sd * z[p];
      second[p] = sum[p] - first;
      sum[p] = first;
    }
  }
}
