package io.corridor.internal.world;

import java.util.Arrays;
import java.util.SplittableRandom;

/** One month's problem, drawn at random, and what must hold of its answer. */
final class Traded {
  final int n;
  final double theta;
  final double[] weights;
  final double[] output;
  final double[] spending;

  Traded(double theta, double[] weights, double[] output, double[] spending) {
    this.n = output.length;
    this.theta = theta;
    this.weights = weights;
    this.output = output;
    this.spending = spending;
  }

  /**
   * Draws trade as countries have it: sizes over four orders, each with half to nearly all at home,
   * costs up to a half, cuts, and shifts of output and demand.
   */
  static Traded likely(SplittableRandom random, int n) {
    return drawn(random, n, 0.5 + 11.5 * random.nextDouble(), 4, 1.5, 0.9, false);
  }

  /**
   * Draws what no use comes near: θ from 0.1 to 50, entries over 12 orders, countries that hardly
   * buy at home, costs to 10⁶, cuts to 1, shifts of output and demand over four orders.
   */
  static Traded far(SplittableRandom random, int n) {
    double theta = 0.1 * Math.pow(500, random.nextDouble());
    return drawn(random, n, theta, 12, 1e6, 1, true);
  }

  private static Traded drawn(
      SplittableRandom random,
      int n,
      double theta,
      double orders,
      double most,
      double cut,
      boolean far) {
    double[] trade = new double[n * n];
    double[] size = new double[n];
    for (int i = 0; i < n; i++) {
      size[i] = Math.pow(10, orders / 2 * random.nextDouble());
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double spread = Math.pow(10, (far ? orders / 2 : 2) * (random.nextDouble() - 1));
        double home = far && random.nextInt(3) == 0 ? 1e-6 : 1 + 20 * random.nextDouble();
        trade[i * n + j] = i == j ? size[i] * size[i] * home : spread * size[i] * size[j] / n;
      }
    }
    Economies before = Economies.of(n, trade);
    double[] weights = trade.clone();
    double[] output = before.made().clone();
    double[] spending = before.spending().clone();
    for (int i = 0; i < n; i++) {
      output[i] *= Math.pow(10, (far ? 4 : 0.2) * (random.nextDouble() - 0.5));
      spending[i] *= Math.pow(10, (far ? 4 : 0.2) * (random.nextDouble() - 0.5));
      for (int j = 0; j < n; j++) {
        if (i != j && random.nextInt(3) == 0) {
          double dearer = Math.pow(most, random.nextDouble());
          double kept = random.nextInt(4) == 0 ? 1 - cut * random.nextDouble() : 1;
          kept = far && random.nextInt(8) == 0 ? 0 : kept;
          double taxed = 1 + 0.5 * random.nextDouble();
          weights[i * n + j] *=
              Math.max(1e-6, kept * Math.pow(dearer, -theta) * Math.pow(taxed, -1 - theta));
        }
      }
    }
    return new Traded(theta, weights, output, spending);
  }

  /** Returns ln w with Σ w Q = Σ Q. */
  double[] logs() {
    Equilibrium equilibrium = new Equilibrium(n);
    boolean settled = equilibrium.solve(theta, weights, output, spending);
    return settled ? scaled(equilibrium.logs()) : new double[0];
  }

  double[] scaled(double[] logs) {
    double before = Arrays.stream(output).sum();
    double now = 0;
    for (int i = 0; i < n; i++) {
      now += StrictMath.exp(logs[i]) * output[i];
    }
    double shift = StrictMath.log(before / now);
    return Arrays.stream(logs).map(each -> each + shift).toArray();
  }

  /** Returns ln(Σ_j a_ij n_j/y_i), with functions that the subject doesn't use. */
  double[] excess(double[] logs) {
    double[] sold = sold(logs);
    double[] excess = new double[n];
    for (int i = 0; i < n; i++) {
      excess[i] = StrictMath.log(sold[i]) - logs[i] - StrictMath.log(output[i]);
    }
    return excess;
  }

  private double[] sold(double[] logs) {
    double made = 0;
    double wished = 0;
    for (int i = 0; i < n; i++) {
      double income = StrictMath.exp(logs[i]) * output[i];
      made += income;
      wished += spending[i] * income;
    }
    double[] sold = new double[n];
    for (int j = 0; j < n; j++) {
      double all = 0;
      double[] part = new double[n];
      for (int i = 0; i < n; i++) {
        part[i] = weights[i * n + j] * StrictMath.exp(-theta * logs[i]);
        all += part[i];
      }
      double spent = made / wished * spending[j] * StrictMath.exp(logs[j]) * output[j];
      for (int i = 0; i < n; i++) {
        sold[i] += part[i] / all * spent;
      }
    }
    return sold;
  }

  /** Returns the same by small steps, u ↦ u + F/(1 + θ), until none moves a price. */
  double[] logsBySmallSteps() {
    double[] logs = new double[n];
    double moved = 1;
    for (int step = 0; moved > 1e-14 && step < 100_000; step++) {
      double[] excess = excess(logs);
      moved = spread(excess) / (1 + theta);
      for (int i = 0; i < n; i++) {
        logs[i] += excess[i] / (1 + theta);
      }
      logs = scaled(logs);
    }
    return logs;
  }

  static double spread(double[] x) {
    return Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow();
  }
}
