package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Sums;
import io.corridor.internal.random.NormalQuantile;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether chains have converged (Vehtari, Gelman, Simpson, Carpenter and Bürkner, Bayesian Analysis
 * 16, 2021, doi:10.1214/20-BA1221).
 *
 * @param rhat the larger of the split R̂ of the rank-normalised draws and of the folded ones
 * @param bulk effective number of draws for the middle: of the rank-normalised draws
 * @param tail effective number for the tails: the smaller of those of the 5 % and 95 % points
 */
public record Convergence(double rhat, double bulk, double tail) {

  /** Returns whether the draws can be relied on. */
  public boolean isReached() {
    return rhat < Posterior.MOST_RHAT
        && bulk >= Posterior.FEWEST_EFFECTIVE
        && tail >= Posterior.FEWEST_EFFECTIVE;
  }

  /**
   * Returns the diagnostics of chains.
   *
   * @param chains draws by chain, as many of each, an even number and at least eight
   */
  public static Convergence of(double[][] chains) {
    double[][] split = split(chains);
    double[] sorted = Arrays.stream(split).flatMapToDouble(Arrays::stream).sorted().toArray();
    if (sorted[0] == sorted[sorted.length - 1]) {
      return new Convergence(1, sorted.length, sorted.length); // the same number on every draw
    }
    double median = middle(sorted);
    double[][] ranked = ranked(split);
    double[][] folded = ranked(map(split, x -> Math.abs(x - median)));
    double low = sorted[(int) (0.05 * sorted.length)];
    double high = sorted[(int) (0.95 * sorted.length)];
    return new Convergence(
        Math.max(rhat(ranked), rhat(folded)),
        effective(ranked),
        Math.min(
            effective(map(split, x -> x <= low ? 1 : 0)),
            effective(map(split, x -> x <= high ? 1 : 0))));
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static double[][] split(double[][] chains) {
    double[][] halves = new double[2 * chains.length][];
    for (int i = 0; i < chains.length; i++) {
      int half = chains[i].length / 2;
      halves[2 * i] = Arrays.copyOfRange(chains[i], 0, half);
      halves[2 * i + 1] = Arrays.copyOfRange(chains[i], half, 2 * half);
    }
    return halves;
  }

  private static double[][] map(double[][] chains, DoubleUnaryOperator f) {
    return Arrays.stream(chains)
        .map(chain -> Arrays.stream(chain).map(f).toArray())
        .toArray(double[][]::new);
  }

  /** Replaces draws by Φ⁻¹((rank − 3/8)/(draws + 1/4)), equal ones by their mean rank. */
  private static double[][] ranked(double[][] chains) {
    int length = chains[0].length;
    double[] sorted = Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
    double[] scores = new double[sorted.length];
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double rank = (from + to + 1) / 2.0;
      Arrays.fill(scores, from, to, NormalQuantile.of((rank - 0.375) / (sorted.length + 0.25)));
      from = to;
    }
    double[][] ranked = new double[chains.length][length];
    for (int chain = 0; chain < chains.length; chain++) {
      for (int i = 0; i < length; i++) {
        ranked[chain][i] = scores[Arrays.binarySearch(sorted, chains[chain][i])];
      }
    }
    return ranked;
  }

  private static double variance(double[] x) {
    return Sums.variance(x, Sums.mean(x));
  }

  private static double within(double[][] chains) {
    return Sums.mean(Arrays.stream(chains).mapToDouble(Convergence::variance).toArray());
  }

  /** Returns var⁺, the variance that overestimates until the chains have met. */
  private static double pooled(double[][] chains) {
    int n = chains[0].length;
    double between = variance(Arrays.stream(chains).mapToDouble(Sums::mean).toArray());
    return (n - 1.0) / n * within(chains) + between;
  }

  private static double rhat(double[][] chains) {
    return Math.sqrt(pooled(chains) / within(chains));
  }

  /** Geyer's initial monotone sequence of the autocorrelations of all chains together. */
  private static double effective(double[][] chains) {
    int n = chains[0].length;
    double draws = (double) n * chains.length;
    double within = within(chains);
    double pooled = pooled(chains);
    double sum = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int lag = 0; lag + 1 < n; lag += 2) {
      double pair =
          correlation(chains, lag, within, pooled) + correlation(chains, lag + 1, within, pooled);
      if (!(pair > 0)) {
        break;
      }
      smallest = Math.min(smallest, pair);
      sum += 2 * smallest;
    }
    return draws / Math.max(sum, 1 / Math.log10(draws));
  }

  private static double correlation(double[][] chains, int lag, double within, double pooled) {
    double covariance = 0;
    for (double[] chain : chains) {
      double mean = Sums.mean(chain);
      double sum = 0;
      for (int i = lag; i < chain.length; i++) {
        sum += (chain[i] - mean) * (chain[i - lag] - mean);
      }
      // Over n, then with the n/(n − 1) of the variances that it is compared with.
      covariance += sum / (chain.length - 1);
    }
    return 1 - (within - covariance / chains.length) / pooled;
  }
}
