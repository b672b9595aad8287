package io.corridor.internal.world;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.Arrays;

/** Finds prices at which each country sells what it makes (section 11 of the model). */
public final class Equilibrium {
  private static final int MOST = 1000;

  private final int n;
  private final double[] u;
  private final double[] tried;
  private final double[] f;
  private final double[] next;
  private final double[] delta;
  private final double[] price;
  private final double[] power;
  private final double[] income;
  private final double[] share;
  private final double[] part;
  private final double[] sold;
  private final double[] bought;
  private final double[] nextSold;
  private final double[] nextBought;
  private final double[] spent;
  private final double[] trade;
  private final double[] nextTrade;
  private final double[] g;
  private final double[] right;
  private final double[] ones;
  private final double[] pivots;

  /**
   * Makes room.
   *
   * @param n countries
   */
  public Equilibrium(int n) {
    this.n = n;
    u = new double[n];
    tried = new double[n];
    f = new double[n];
    next = new double[n];
    delta = new double[n];
    price = new double[n];
    power = new double[n];
    income = new double[n];
    share = new double[n * n];
    part = new double[n * n];
    sold = new double[n];
    bought = new double[n];
    nextSold = new double[n];
    nextBought = new double[n];
    spent = new double[n];
    trade = new double[n * n];
    nextTrade = new double[n * n];
    g = new double[n * n];
    right = new double[n];
    ones = new double[n];
    pivots = new double[n];
  }

  /** Returns the logarithms of the prices, but for their scale. */
  public double[] logs() {
    return u;
  }

  /**
   * Finds the prices: Newton's steps, and smaller ones where these go astray.
   *
   * @param theta of trade to its cost
   * @param w what would be bought at unchanged prices: of i by j at i n + j; {@code >= 0}, positive
   *     at home, and from every country there is a chain to every other
   * @param q what each makes, at unchanged prices
   * @param phi what it spends of what it earns, but for a factor that all have
   * @return whether they are settled; else the last are the best that were found
   */
  public boolean solve(double theta, double[] w, double[] q, double[] phi) {
    Arrays.fill(u, 0);
    double rate = 0;
    double spread = excess(u, theta, w, q, phi, f, trade);
    takeSums();
    for (int i = 0; i < MOST; i++) {
      step(theta, rate);
      for (int k = 0; k < n; k++) {
        tried[k] = u[k] + delta[k];
      }
      double after = excess(tried, theta, w, q, phi, next, nextTrade);
      double size = osc(delta);
      boolean better =
          after <= spread + 1e-13 && (rate > 0 || spread <= 4 * (1 + theta) * size + 1e-12);
      if (Double.isFinite(after) && (better || rate > 64 * (1 + theta))) {
        System.arraycopy(tried, 0, u, 0, n);
        System.arraycopy(next, 0, f, 0, n);
        System.arraycopy(nextTrade, 0, trade, 0, n * n);
        takeSums();
        spread = after;
        if (rate == 0 && size <= 1e-7) {
          return true;
        }
        rate = rate > (1 + theta) / 64 ? rate / 4 : 0;
      } else {
        rate = rate == 0 ? Math.min(spread, 0.25) * (1 + theta) / 4 : 4 * rate;
      }
    }
    return false;
  }

  private void takeSums() {
    System.arraycopy(nextSold, 0, sold, 0, n);
    System.arraycopy(nextBought, 0, bought, 0, n);
  }

  private double osc(double[] x) {
    double low = x[0];
    double high = x[0];
    double all = 0;
    for (double each : x) {
      low = each < low ? each : low;
      high = each > high ? each : high;
      all += each;
    }
    return Double.isFinite(all) ? high - low : Double.NaN;
  }

  /** Loops run along rows, which the compiler takes several numbers at a time. */
  private double excess(
      double[] at, double theta, double[] w, double[] q, double[] phi, double[] out, double[] x) {
    for (int i = 0; i < n; i++) {
      power[i] = -theta * at[i];
    }
    Exp.exp(power, power, n);
    Exp.exp(at, price, n);
    double made = 0;
    double wished = 0;
    for (int i = 0; i < n; i++) {
      income[i] = price[i] * q[i];
      made += income[i];
      wished += phi[i] * income[i];
    }
    Arrays.fill(spent, 0);
    for (int i = 0; i < n; i++) {
      double own = power[i];
      for (int j = 0, to = i * n; j < n; j++, to++) {
        double weight = w[to] * own;
        x[to] = weight;
        spent[j] += weight;
      }
    }
    for (int j = 0; j < n; j++) {
      spent[j] = made / wished * phi[j] * income[j] / spent[j];
    }
    Arrays.fill(nextBought, 0);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0, to = i * n; j < n; j++, to++) {
        double value = x[to] * spent[j];
        x[to] = value;
        sum += value;
        nextBought[j] += value;
      }
      nextSold[i] = sum;
      out[i] = sum / income[i];
    }
    Log.log(out, out, n);
    return osc(out);
  }

  private void step(double theta, double rate) {
    for (int i = 0, at = 0; i < n; i++) {
      double all = sold[i];
      for (int j = 0; j < n; j++, at++) {
        part[at] = all;
        share[at] = bought[j];
      }
    }
    divide(trade, part, n * n);
    divide(trade, share, n * n);
    for (int i = 0; i < n; i += 2) {
      for (int l = 0; l < n; l += 4) {
        if (i + 2 <= n && l + 4 <= n) {
          common(i * n, l * n, i * n + l);
        } else {
          for (int at = i; at < Math.min(n, i + 2); at++) {
            for (int other = l; other < Math.min(n, l + 4); other++) {
              g[at * n + other] = common(at * n, other * n);
            }
          }
        }
      }
    }
    for (int at = 0; at < n * n; at++) {
      g[at] = theta * g[at] + part[at];
    }
    System.arraycopy(f, 0, right, 0, n);
    Arrays.fill(ones, 1);
    for (int k = 0; k < n - 1; k++) {
      double pivot = pivot(rate, k);
      pivots[k] = pivot;
      for (int i = k + 1; i < n; i++) {
        double m = g[i * n + k] / pivot;
        for (int l = k + 1, to = i * n + l, from = k * n + l; l < n; l++, to++, from++) {
          g[to] += m * g[from];
        }
        right[i] += m * right[k];
        ones[i] += m * ones[k];
      }
    }
    double c = -right[n - 1] / ones[n - 1];
    delta[n - 1] = 0;
    for (int k = n - 2; k >= 0; k--) {
      double sum = right[k] + c * ones[k];
      for (int l = k + 1; l < n; l++) {
        sum += g[k * n + l] * delta[l];
      }
      delta[k] = sum / pivots[k];
    }
  }

  /**
   * One long loop, of which the compiler divides several numbers at a time, as of short rows not.
   */
  private static void divide(double[] x, double[] by, int count) {
    for (int at = 0; at < count; at++) {
      by[at] = x[at] / by[at];
    }
  }

  /** Returns Σ_j P_ij a_lj of two rows. */
  private double common(int i, int l) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += part[i + j] * share[l + j];
    }
    return sum;
  }

  /**
   * The same of two rows with four: eight sums at once, each in the order of the countries, of
   * which a processor adds several while it waits for one.
   */
  private void common(int first, int l, int to) {
    int second = first + n;
    int l1 = l + n;
    int l2 = l1 + n;
    int l3 = l2 + n;
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    double b0 = 0;
    double b1 = 0;
    double b2 = 0;
    double b3 = 0;
    for (int j = 0; j < n; j++) {
      double a = part[first + j];
      double b = part[second + j];
      double x = share[l + j];
      double y = share[l1 + j];
      double z = share[l2 + j];
      double w = share[l3 + j];
      a0 += a * x;
      a1 += a * y;
      a2 += a * z;
      a3 += a * w;
      b0 += b * x;
      b1 += b * y;
      b2 += b * z;
      b3 += b * w;
    }
    g[to] = a0;
    g[to + 1] = a1;
    g[to + 2] = a2;
    g[to + 3] = a3;
    g[to + n] = b0;
    g[to + n + 1] = b1;
    g[to + n + 2] = b2;
    g[to + n + 3] = b3;
  }

  private double pivot(double rate, int k) {
    double sum = rate * ones[k];
    for (int l = k + 1; l < n; l++) {
      sum += g[k * n + l];
    }
    return sum;
  }
}
