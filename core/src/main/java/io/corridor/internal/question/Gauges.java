package io.corridor.internal.question;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;

/** Steps that count and add up over the months so far. */
public final class Gauges {

  private Gauges() {}

  /** Adds a column, times a weight of the month. */
  public static final class Sum extends Step {
    private final double[] weights;
    private final RealPort column;
    private final RealPort sum;

    /** Makes the step. */
    public Sum(double[] weights, Real column, Real sum) {
      this.weights = weights;
      this.column = ports.read(column);
      this.sum = ports.update(sum);
    }

    @Override
    public void advance(Block block, int month) {
      double weight = weights[month];
      double[] values = block.of(column);
      double[] all = block.of(sum);
      for (int p = 0; p < block.paths(); p++) {
        all[p] += weight * values[p];
      }
    }
  }

  /** Divides a column by a number of the month. */
  public static final class Divided extends Step {
    private final RealPort column;
    private final double[] by;
    private final RealPort out;

    /** Makes the step. */
    public Divided(Real column, double[] by, Real out) {
      this.column = ports.read(column);
      this.by = by;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      double[] values = block.of(column);
      double[] result = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        result[p] = values[p] / by[month];
      }
    }
  }

  /** The month in which something comes, or the one after this if it hasn't come yet. */
  public static final class Come extends Step {
    private final RealPort column;
    private final RealPort out;

    /** Makes the step. */
    public Come(Real column, Real out) {
      this.column = ports.read(column);
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      double[] values = block.of(column);
      double[] result = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        result[p] = Math.min(values[p], month + 1);
      }
    }
  }

  /**
   * Counts refusals of a waiver: one that is lapsed at the end of a month, but held before or in
   * it, was refused.
   */
  public static final class Refusals extends Step {
    private final RealPort expiry;
    private final RealPort coverage;
    private final RealPort held;
    private final RealPort refusals;

    /**
     * Makes the step.
     *
     * @param expiry at the month's end, negative once it is lapsed
     * @param coverage of the month
     * @param held positive if it was in force at the end of the month before
     * @param refusals their number
     */
    public Refusals(Real expiry, Real coverage, Real held, Real refusals) {
      this.expiry = ports.read(expiry);
      this.coverage = ports.read(coverage);
      this.held = ports.update(held);
      this.refusals = ports.update(refusals);
    }

    @Override
    public void advance(Block block, int month) {
      double[] ends = block.of(expiry);
      double[] covered = block.of(coverage);
      double[] before = block.of(held);
      double[] count = block.of(refusals);
      for (int p = 0; p < block.paths(); p++) {
        boolean lapsed = ends[p] < 0;
        count[p] += lapsed && (before[p] > 0 || covered[p] > 0) ? 1 : 0;
        before[p] = lapsed ? 0 : 1;
      }
    }
  }
}
