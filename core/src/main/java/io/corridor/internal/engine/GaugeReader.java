package io.corridor.internal.engine;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Gauge;
import io.corridor.internal.plan.Gauge.Kind;
import java.util.Arrays;
import java.util.List;

/** Reads the numbers of a block's paths, month by month. For use by one thread. */
final class GaugeReader {
  private final List<Gauge> gauges;
  private final int[] days;

  /** By gauge and path: what has been added up so far. */
  private final double[][] sums;

  /** By gauge and path: whether a waiver was in force at the end of the month before. */
  private final boolean[][] held;

  private final double[] result = new double[Block.PATHS];
  private long daysSoFar;

  GaugeReader(List<Gauge> gauges, int[] days) {
    this.gauges = gauges;
    this.days = days;
    this.sums = new double[gauges.size()][Block.PATHS];
    this.held = new boolean[gauges.size()][];
    for (int i = 0; i < held.length; i++) {
      held[i] = new boolean[gauges.get(i).kind() == Kind.REFUSALS ? Block.PATHS : 0];
    }
  }

  /** Turns to the paths of a block that was just opened. */
  void open(Block block) {
    daysSoFar = 0;
    for (int i = 0; i < sums.length; i++) {
      Arrays.fill(sums[i], 0);
      if (gauges.get(i).kind() == Kind.REFUSALS) {
        double[] coverage = block.of(gauges.get(i).other());
        for (int p = 0; p < block.paths(); p++) {
          held[i][p] = coverage[p] > 0;
        }
      }
    }
  }

  /** Adds a month that the paths have come to. */
  void add(Block block, int month) {
    daysSoFar += days[month];
    for (int i = 0; i < sums.length; i++) {
      Gauge gauge = gauges.get(i);
      switch (gauge.kind()) {
        case MEAN, SUM -> add(block.of(gauge.column()), 1, sums[i], block.paths());
        case DAYS -> add(block.of(gauge.column()), days[month], sums[i], block.paths());
        case REFUSALS -> addRefusals(block, gauge, held[i], sums[i]);
        case ONCE, MONTH, END -> {
          // Read when they are asked for.
        }
      }
    }
  }

  private static void add(double[] column, double weight, double[] sum, int n) {
    for (int p = 0; p < n; p++) {
      sum[p] += weight * column[p];
    }
  }

  /** A waiver that is lapsed at the end of a month, but held before or in it, was refused. */
  private static void addRefusals(Block block, Gauge gauge, boolean[] held, double[] refusals) {
    double[] expiry = block.of(gauge.column());
    double[] coverage = block.of(gauge.other());
    for (int p = 0; p < block.paths(); p++) {
      boolean lapsed = expiry[p] < 0;
      refusals[p] += lapsed && (held[p] || coverage[p] > 0) ? 1 : 0;
      held[p] = !lapsed;
    }
  }

  /**
   * Returns a number by path, as of {@code month}, the last that was added; until the next call.
   */
  double[] read(int gauge, Block block, int month) {
    double[] column = block.of(gauges.get(gauge).column());
    double[] sum = sums[gauge];
    int n = block.paths();
    switch (gauges.get(gauge).kind()) {
      case ONCE, END -> System.arraycopy(column, 0, result, 0, n);
      case MONTH -> {
        for (int p = 0; p < n; p++) {
          result[p] = Math.min(column[p], month + 1);
        }
      }
      case MEAN -> divide(sum, month + 1, n);
      case DAYS -> divide(sum, daysSoFar, n);
      case SUM, REFUSALS -> System.arraycopy(sum, 0, result, 0, n);
    }
    return result;
  }

  private void divide(double[] sum, double by, int n) {
    for (int p = 0; p < n; p++) {
      result[p] = sum[p] / by;
    }
  }
}
