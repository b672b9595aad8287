package io.corridor.evidence.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** What a posterior is held against: its density on a grid, worked out independently. */
final class Grids {

  private Grids() {}

  /** Within four standard errors of 2 000 draws, and what a grid's cells are wide. */
  static void assertPercentiles(Fit fit, String name, double[] grid, double[] density) {
    double total = Arrays.stream(density).sum();
    for (double percent : new double[] {5, 25, 50, 75, 95}) {
      double at = fit.posterior().percentile(name, percent);
      double below = 0;
      for (int i = 0; i < grid.length; i++) {
        double half = (grid[1] - grid[0]) / 2;
        double part = Math.max(0, Math.min(1, (at - grid[i] + half) / (2 * half)));
        below += density[i] * part / total;
      }
      double p = percent / 100;
      assertThat(below)
          .as(name + " at " + percent)
          .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 2000) + 0.003));
    }
  }

  static double[] grid(double from, double to, int n) {
    double[] grid = new double[n];
    Arrays.setAll(grid, i -> from + (to - from) * i / (n - 1));
    return grid;
  }

  static double square(double x) {
    return x * x;
  }
}
