package io.corridor.report.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The smallest regions that hold a share of the paths (highest density regions: Hyndman, The
 * American Statistician 50, 1996, doi:10.1080/00031305.1996.10474359), of a histogram of forty
 * cells that is smoothed by its neighbours.
 */
final class DensestRegions {
  private static final int CELLS = 40;
  private static final List<Double> SHARES = List.of(0.5, 0.9);

  /** With fewer paths the gaps between the values would look like gaps of their law. */
  private static final int LEAST_PATHS = 1000;

  /** In this share of the months there must be a gap for the regions to be worth showing. */
  private static final double OFTEN = 0.25;

  private final double low;
  private final double width;

  private DensestRegions(double low, double width) {
    this.low = low;
    this.width = width;
  }

  /** Returns the regions by month; empty where the values gather in one place. */
  static Optional<ReportData.Regions> of(double[][] byMonth) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] values : byMonth) {
      for (double value : values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (byMonth[0].length < LEAST_PATHS || !(high > low)) {
      return Optional.empty();
    }
    DensestRegions regions = new DensestRegions(low, (high - low) / CELLS);
    List<List<double[]>> intervals = new ArrayList<>();
    int parted = 0;
    for (double share : SHARES) {
      List<double[]> ofShare = new ArrayList<>();
      for (double[] values : byMonth) {
        ofShare.add(regions.intervals(values, share));
      }
      parted = (int) Math.max(parted, ofShare.stream().filter(ends -> ends.length > 2).count());
      intervals.add(ofShare);
    }
    return parted < OFTEN * byMonth.length
        ? Optional.empty()
        : Optional.of(new ReportData.Regions(SHARES, intervals));
  }

  private double[] intervals(double[] values, double share) {
    double[] density = smoothed(values);
    List<Integer> densestFirst =
        IntStream.range(0, CELLS)
            .boxed()
            .sorted(Comparator.comparingDouble(cell -> -density[cell]))
            .toList();
    boolean[] inside = new boolean[CELLS];
    double held = 0;
    for (int cell : densestFirst) {
      if (held >= share) {
        break;
      }
      inside[cell] = true;
      held += density[cell];
    }
    List<Double> ends = new ArrayList<>();
    for (int cell = 0; cell < CELLS; cell++) {
      if (inside[cell] && (cell == 0 || !inside[cell - 1])) {
        ends.add(low + cell * width);
      }
      if (inside[cell] && (cell == CELLS - 1 || !inside[cell + 1])) {
        ends.add(low + (cell + 1) * width);
      }
    }
    return ends.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Shares of the values by cell, a quarter of each lent to either neighbour. */
  private double[] smoothed(double[] values) {
    double[] counts = new double[CELLS];
    for (double value : values) {
      counts[(int) Math.min(CELLS - 1, (value - low) / width)] += 1.0 / values.length;
    }
    double[] smoothed = new double[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      smoothed[cell] += counts[cell] / 2;
      smoothed[Math.max(0, cell - 1)] += counts[cell] / 4;
      smoothed[Math.min(CELLS - 1, cell + 1)] += counts[cell] / 4;
    }
    return smoothed;
  }
}
