package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.RealPort;

/** Sums of shocks with fixed loadings, four at a time. */
final class Mix {

  private Mix() {}

  /** x = a · x + c + Σ_j l_j z_j. */
  static void addShocks(
      Block block, double a, double c, double[] l, RealPort[] z, double[] x, int n) {
    int done = Math.min(4, l.length);
    switch (done) {
      case 0 -> mix(a, c, x, n);
      case 1 -> mix(a, c, l[0], block.of(z[0]), x, n);
      case 2 -> mix(a, c, l[0], block.of(z[0]), l[1], block.of(z[1]), x, n);
      case 3 -> mix(a, c, l[0], block.of(z[0]), l[1], block.of(z[1]), l[2], block.of(z[2]), x, n);
      default ->
          mix(
              a,
              c,
              l[0],
              block.of(z[0]),
              l[1],
              block.of(z[1]),
              l[2],
              block.of(z[2]),
              l[3],
              block.of(z[3]),
              x,
              n);
    }
    for (; done + 1 < l.length; done += 2) {
      mix(l[done], block.of(z[done]), l[done + 1], block.of(z[done + 1]), x, n);
    }
    if (done < l.length) {
      mix(l[done], block.of(z[done]), x, n);
    }
  }

  private static void mix(double a, double c, double[] x, int n) {
    for (int p = 0; p < n; p++) {
      x[p] = a * x[p] + c;
    }
  }

  private static void mix(double a, double c, double l0, double[] z0, double[] x, int n) {
    for (int p = 0; p < n; p++) {
      x[p] = a * x[p] + c + l0 * z0[p];
    }
  }

  private static void mix(
      double a, double c, double l0, double[] z0, double l1, double[] z1, double[] x, int n) {
    for (int p = 0; p < n; p++) {
      x[p] = a * x[p] + c + l0 * z0[p] + l1 * z1[p];
    }
  }

  private static void mix(
      double a,
      double c,
      double l0,
      double[] z0,
      double l1,
      double[] z1,
      double l2,
      double[] z2,
      double[] x,
      int n) {
    for (int p = 0; p < n; p++) {
      x[p] = a * x[p] + c + l0 * z0[p] + l1 * z1[p] + l2 * z2[p];
    }
  }

  private static void mix(
      double a,
      double c,
      double l0,
      double[] z0,
      double l1,
      double[] z1,
      double l2,
      double[] z2,
      double l3,
      double[] z3,
      double[] x,
      int n) {
    for (int p = 0; p < n; p++) {
      x[p] = a * x[p] + c + l0 * z0[p] + l1 * z1[p] + l2 * z2[p] + l3 * z3[p];
    }
  }

  private static void mix(double l0, double[] z0, double[] x, int n) {
    for (int p = 0; p < n; p++) {
      x[p] = x[p] + l0 * z0[p];
    }
  }

  private static void mix(double l0, double[] z0, double l1, double[] z1, double[] x, int n) {
    for (int p = 0; p < n; p++) {
      x[p] = x[p] + l0 * z0[p] + l1 * z1[p];
    }
  }
}
