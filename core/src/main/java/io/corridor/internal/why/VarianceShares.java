package io.corridor.internal.why;

import io.corridor.internal.numeric.Sums;
import io.corridor.why.Ratio;
import java.util.Arrays;

/**
 * Shares of an outcome's variance. All three are ratios of sums over paths, with standard errors by
 * the delta method (Asmussen and Glynn, Stochastic Simulation, 2007, section III.3,
 * doi:10.1007/978-0-387-69033-9).
 *
 * <p>With a, b, c, d the outcome of a path in A, B, A with the cause's numbers from B, and B with
 * them from A, less the mean of these four runs, and Q = Σ (a² + b² + c² + d²):
 *
 * <ul>
 *   <li>first-order index 2 Σ (bc + ad)/Q, which uses both pairs of runs that have nothing but the
 *       cause in common (Janon, Klein, Lagnoux, Nodet and Prieur, ESAIM: Probability and Statistics
 *       18, 2014, doi:10.1051/ps/2013040);
 *   <li>total index Σ ((a − c)² + (b − d)²)/Q, which uses both pairs that have all but the cause in
 *       common (Jansen, Computer Physics Communications 117, 1999,
 *       doi:10.1016/S0010-4655(98)00154-4);
 *   <li>Shapley's effect Σ (A − B)(before − after)/Σ (A − B)², where A becomes B cause by cause, in
 *       an order of its own for each path, and the outcome is taken before and after the cause's
 *       turn (Goda, Reliability Engineering and System Safety 214, 2021,
 *       doi:10.1016/j.ress.2021.107803).
 * </ul>
 *
 * @param share Shapley's effects, by cause
 * @param first first-order indices, by cause
 * @param total total indices, by cause
 * @param sumOfFirst with the standard error of the sum, in which the causes' errors are dependent
 */
record VarianceShares(Ratio[] share, Ratio[] first, Ratio[] total, Ratio sumOfFirst) {

  /** Returns the shares of an outcome that is not the same on all paths. */
  static VarianceShares of(Runs runs) {
    int causes = runs.causes();
    Ratio[] first = new Ratio[causes];
    Ratio[] total = new Ratio[causes];
    double[] residuals = new double[runs.a().length];
    double sum = 0;
    for (int cause = 0; cause < causes; cause++) {
      Quadruple runsOfCause =
          Quadruple.of(runs.a(), runs.b(), runs.aWithB(cause), runs.bWithA(cause));
      first[cause] = runsOfCause.first(residuals);
      total[cause] = runsOfCause.total();
      sum += first[cause].value();
    }
    return new VarianceShares(
        shapley(runs), first, total, new Ratio(sum, standardError(residuals)));
  }

  /** The four runs of a cause, less their mean, and the squares of each path. */
  private record Quadruple(double[] a, double[] b, double[] c, double[] d, double[] squares) {

    static Quadruple of(double[] a, double[] b, double[] c, double[] d) {
      double mean = (Sums.mean(a) + Sums.mean(b) + Sums.mean(c) + Sums.mean(d)) / 4;
      double[][] centred = {less(a, mean), less(b, mean), less(c, mean), less(d, mean)};
      double[] squares = new double[a.length];
      for (int p = 0; p < squares.length; p++) {
        for (double[] run : centred) {
          squares[p] += run[p] * run[p];
        }
      }
      return new Quadruple(centred[0], centred[1], centred[2], centred[3], squares);
    }

    /** A cause that changes nothing explains nothing, whatever chance says of a and b. */
    private boolean changesNothing() {
      return Arrays.equals(a, c) && Arrays.equals(b, d);
    }

    /** Adds to {@code residuals} what each path adds to the ratio's error. */
    Ratio first(double[] residuals) {
      if (changesNothing()) {
        return Ratio.ZERO;
      }
      double[] products = new double[a.length];
      for (int p = 0; p < products.length; p++) {
        products[p] = 2 * (b[p] * c[p] + a[p] * d[p]);
      }
      return ratio(products, squares, residuals);
    }

    Ratio total() {
      double[] differences = new double[a.length];
      for (int p = 0; p < differences.length; p++) {
        double inA = a[p] - c[p];
        double inB = b[p] - d[p];
        differences[p] = inA * inA + inB * inB;
      }
      return ratio(differences, squares, new double[a.length]);
    }
  }

  private static Ratio[] shapley(Runs runs) {
    int causes = runs.causes();
    double[] a = runs.a();
    double[] b = runs.b();
    int n = a.length;
    double denominator = 0;
    for (int p = 0; p < n; p++) {
      denominator += (a[p] - b[p]) * (a[p] - b[p]);
    }
    double[] value = new double[causes];
    for (int turn = 1; turn <= causes; turn++) {
      double[] before = runs.after(turn - 1);
      double[] after = runs.after(turn);
      short[] cause = runs.turn(turn);
      for (int p = 0; p < n; p++) {
        value[cause[p]] += (a[p] - b[p]) * (before[p] - after[p]);
      }
    }
    for (int cause = 0; cause < causes; cause++) {
      value[cause] = denominator == 0 ? 0 : value[cause] / denominator;
    }
    double[] squares = new double[causes];
    for (int turn = 1; turn <= causes; turn++) {
      double[] before = runs.after(turn - 1);
      double[] after = runs.after(turn);
      short[] cause = runs.turn(turn);
      for (int p = 0; p < n; p++) {
        double difference = a[p] - b[p];
        double residual =
            difference * (before[p] - after[p]) - value[cause[p]] * difference * difference;
        squares[cause[p]] += residual * residual;
      }
    }
    Ratio[] shares = new Ratio[causes];
    for (int cause = 0; cause < causes; cause++) {
      double error = denominator == 0 ? 0 : Math.sqrt(squares[cause] * n / (n - 1.0)) / denominator;
      shares[cause] = new Ratio(value[cause], error);
    }
    return shares;
  }

  /** Returns Σx/Σy, and adds (x − r y)/Σy of each path to {@code residuals}. */
  private static Ratio ratio(double[] x, double[] y, double[] residuals) {
    double denominator = Sums.of(y);
    if (denominator == 0) {
      return Ratio.ZERO;
    }
    double ratio = Sums.of(x) / denominator;
    double[] own = new double[x.length];
    for (int p = 0; p < own.length; p++) {
      own[p] = (x[p] - ratio * y[p]) / denominator;
      residuals[p] += own[p];
    }
    return new Ratio(ratio, standardError(own));
  }

  /** Returns √(n/(n − 1) Σ e²). */
  private static double standardError(double[] residuals) {
    double n = residuals.length;
    return Math.sqrt(n / (n - 1) * Sums.squares(residuals, 0));
  }

  private static double[] less(double[] values, double mean) {
    double[] centred = new double[values.length];
    for (int p = 0; p < centred.length; p++) {
      centred[p] = values[p] - mean;
    }
    return centred;
  }
}
