package io.corridor.internal.world;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import java.util.Arrays;

/** Finds prices at which each country sells what it makes (section 11 of the model). */
final class Equilibrium {
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
  private final double[] sold;
  private final double[] trade;
  private final double[] nextTrade;
  private final double[] g;
  private final double[] right;
  private final double[] ones;

  Equilibrium(int n) {
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
    sold = new double[n];
    trade = new double[n * n];
    nextTrade = new double[n * n];
    g = new double[n * n];
    right = new double[n];
    ones = new double[n];
  }

  /** Returns the logarithms of the prices, but for their scale. */
  double[] logs() {
    return u;
  }

  /** Returns whether the prices were settled. */
  boolean solve(double theta, double[] w, double[] q, double[] phi) {
    Arrays.fill(u, 0);
    double rate = 0;
    double spread = excess(u, theta, w, q, phi, f, trade);
    for (int i = 0; i < MOST; i++) {
      step(theta, w, rate);
      for (int k = 0; k < n; k++) {
        tried[k] = u[k] + delta[k];
      }
      double after = excess(tried, theta, w, q, phi, next, nextTrade);
      double size = osc(delta);
      boolean better =
          after <= spread + 1e-13 && (rate > 0 || spread <= 4 * (1 + theta) * size + 1e-12);
      if (after - after == 0 && (better || rate > 64 * (1 + theta))) {
        System.arraycopy(tried, 0, u, 0, n);
        System.arraycopy(next, 0, f, 0, n);
        System.arraycopy(nextTrade, 0, trade, 0, n * n);
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

  private double osc(double[] x) {
    double low = x[0];
    double high = x[0];
    for (double each : x) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    return high - low;
  }

  private double excess(
      double[] at, double theta, double[] w, double[] q, double[] phi, double[] out, double[] x) {
    double made = 0;
    double wished = 0;
    for (int i = 0; i < n; i++) {
      price[i] = Exp.exp(at[i]);
      power[i] = Exp.exp(-theta * at[i]);
      income[i] = price[i] * q[i];
      made += income[i];
      wished += phi[i] * income[i];
    }
    Arrays.fill(sold, 0);
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += w[i * n + j] * power[i];
      }
      double spent = made / wished * phi[j] * income[j] / sum;
      for (int i = 0; i < n; i++) {
        double value = w[i * n + j] * power[i] * spent;
        x[i * n + j] = value;
        sold[i] += value;
      }
    }
    for (int i = 0; i < n; i++) {
      out[i] = Log.log(sold[i] / income[i]);
    }
    return osc(out);
  }

  private void step(double theta, double[] w, double rate) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += trade[i * n + j];
      }
      for (int i = 0; i < n; i++) {
        share[i * n + j] = trade[i * n + j] / sum;
      }
    }
    for (int i = 0; i < n; i++) {
      double all = 0;
      for (int j = 0; j < n; j++) {
        all += trade[i * n + j];
      }
      for (int l = 0; l < n; l++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += trade[i * n + j] / all * share[l * n + j];
        }
        g[i * n + l] = theta * sum + trade[i * n + l] / all;
      }
    }
    System.arraycopy(f, 0, right, 0, n);
    Arrays.fill(ones, 1);
    for (int k = 0; k < n - 1; k++) {
      double pivot = pivot(rate, k);
      for (int i = k + 1; i < n; i++) {
        double m = g[i * n + k] / pivot;
        for (int l = k + 1; l < n; l++) {
          g[i * n + l] += m * g[k * n + l];
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
      delta[k] = sum / pivot(rate, k);
    }
  }

  private double pivot(double rate, int k) {
    double sum = rate * ones[k];
    for (int l = k + 1; l < n; l++) {
      sum += g[k * n + l];
    }
    return sum;
  }
}
