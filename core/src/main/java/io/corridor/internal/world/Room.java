package io.corridor.internal.world;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.Arrays;

/** What the world of one path and month is worked out in: kept between paths, of one thread. */
final class Room {
  private final int n;

  /** X. */
  double[] before;

  /** Y. */
  double[] outputBefore;

  /** φ. */
  double[] spendingBefore;

  /** Q. */
  final double[] output;

  /** φ(t). */
  final double[] spending;

  /** d̂, by shock. */
  final double[] cost;

  /** T(t), by shock. */
  final double[] tariff;

  /** T(0⁻), by shock. */
  final double[] tariffBefore;

  /** k̂ d̂^−θ T̂^−(1+θ), by shock. */
  final double[] weight;

  /** W. */
  final double[] weights;

  /** w. */
  final double[] prices;

  /** w^−θ. */
  final double[] powers;

  /** X(t). */
  final double[] sales;

  /** P̂, of those countries that it was asked for; else 0. */
  final double[] price;

  /** Prices that balance trade. */
  final double[] balancing;

  double theta;
  boolean unsettled;

  /** What came of other paths and months. */
  final SolvedWorlds solved;

  private final Equilibrium equilibrium;
  private final double[] ownSales;
  private final double[] ownMade;

  Room(int n, int shocks) {
    this(n, shocks, new SolvedWorlds(1, 1));
  }

  Room(int n, int shocks, SolvedWorlds solved) {
    this.n = n;
    this.solved = solved;
    before = new double[0];
    outputBefore = before;
    spendingBefore = before;
    ownSales = new double[n * n];
    ownMade = new double[n];
    output = new double[n];
    spending = new double[n];
    cost = new double[shocks];
    tariff = new double[shocks];
    tariffBefore = new double[shocks];
    weight = new double[shocks];
    weights = new double[n * n];
    prices = new double[n];
    powers = new double[n];
    sales = new double[n * n];
    price = new double[n];
    balancing = new double[n];
    equilibrium = new Equilibrium(n);
  }

  /** Takes the day before as it is. */
  void take(Economies base) {
    before = base.sales();
    outputBefore = base.made();
    spendingBefore = base.spending();
  }

  /**
   * Takes the day before as prices balance it: X_ij becomes what i sells to j at these, and Y what
   * each country makes.
   *
   * @param balancing the prices
   */
  void take(Economies base, double[] balancing, double elasticity) {
    take(base);
    theta = elasticity;
    System.arraycopy(balancing, 0, prices, 0, n);
    for (int i = 0; i < n; i++) {
      powers[i] = Exp.exp(-theta * Log.log(prices[i]));
      output[i] = outputBefore[i];
      spending[i] = spendingBefore[i];
    }
    System.arraycopy(before, 0, weights, 0, n * n);
    sell();
    System.arraycopy(sales, 0, ownSales, 0, n * n);
    for (int i = 0; i < n; i++) {
      ownMade[i] = prices[i] * outputBefore[i];
    }
    before = ownSales;
    outputBefore = ownMade;
  }

  /** Finds w at which all of W, Q and φ(t) is sold, and what is sold to whom. */
  void trade(double elasticity, boolean still) {
    theta = elasticity;
    Arrays.fill(price, 0);
    unsettled = false;
    if (still) {
      Arrays.fill(prices, 1);
      Arrays.fill(powers, 1);
      System.arraycopy(before, 0, sales, 0, n * n);
      return;
    }
    unsettled = !equilibrium.solve(theta, weights, output, spending);
    scale(equilibrium.logs());
    sell();
  }

  /** Money is the world's output: Σ w Q = Σ Y. */
  private void scale(double[] logs) {
    double before = 0;
    double now = 0;
    for (int i = 0; i < n; i++) {
      before += outputBefore[i];
      now += Exp.exp(logs[i]) * output[i];
    }
    double shift = Log.log(before / now);
    for (int i = 0; i < n; i++) {
      prices[i] = Exp.exp(logs[i] + shift);
      powers[i] = Exp.exp(-theta * (logs[i] + shift));
    }
  }

  /** X_ij(t) = W_ij w_i^−θ/Φ_j · s φ_j(t) w_j Q_j. */
  private void sell() {
    double made = 0;
    double wished = 0;
    for (int i = 0; i < n; i++) {
      made += prices[i] * output[i];
      wished += spending[i] * prices[i] * output[i];
    }
    double scale = made / wished;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += weights[i * n + j] * powers[i];
      }
      double each = scale * spending[j] * prices[j] * output[j] / sum;
      for (int i = 0; i < n; i++) {
        sales[i * n + j] = weights[i * n + j] * powers[i] * each;
      }
    }
  }

  /** Returns what a country spends, net of tariffs. */
  double spent(int country) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += sales[i * n + country];
    }
    return sum;
  }
}
