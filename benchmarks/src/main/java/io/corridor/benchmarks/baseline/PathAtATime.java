package io.corridor.benchmarks.baseline;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.CorrelatedRandomVectorGenerator;
import org.apache.commons.math3.random.GaussianRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * The yardstick's work, in the terms of the C program, as one would first write it: an object for
 * each thing of the model, a path after the other, generators and statistics of Commons Math. Keeps
 * every value for its percentiles.
 */
public final class PathAtATime {
  private static final int DRIVERS = 6;
  private static final int METRICS = 8;
  private static final double YEARS = 1.0 / 12;
  private static final double[] PERCENTILES = {5, 25, 50, 75, 95};
  private static final double[] REVERSION = {1.5, 1.2, 0.8, 1.0, 2.0, 0.5};
  private static final double[] VOLATILITY = {0.08, 0.06, 0.20, 0.35, 0.45, 0.12};
  private static final double[] LEVEL = {100, 60, 60, 80, 10, 1};
  private static final double[] GROWTH = {0.02, 0.005, 0.01, 0, 0, 0.02};
  private static final double[] AMPLITUDE = {0.15, 0.05, 0.05, 0, 0.10, 0};
  private static final double[] CAPACITY = {55, 55 * 0.7, 55 * 0.35};
  private static final double[] LEAK = {1, 0.6, 0.1};
  private static final double[] PEAK = {0, 6, 0, 0, 0, 0};

  private final int months;
  private final RandomGenerator random;
  private final CorrelatedRandomVectorGenerator shocks;
  private final double[][][] values;

  /** The logarithm of a driver's distance from its level: an Ornstein–Uhlenbeck process. */
  private static final class Driver {
    private final int which;
    private final double decay;
    private final double sd;
    private double x;

    Driver(int which) {
      double kappa = REVERSION[which];
      this.which = which;
      this.decay = Math.exp(-kappa * YEARS);
      this.sd = VOLATILITY[which] * Math.sqrt((1 - decay * decay) / (2 * kappa));
    }

    void advance(double shock) {
      x = decay * x + sd * shock;
    }

    double value(int month) {
      double season = AMPLITUDE[which] * Math.cos(2 * Math.PI * (month % 12 - PEAK[which]) / 12);
      return LEVEL[which] * Math.exp(x + GROWTH[which] * (month + 1) * YEARS + season);
    }
  }

  /** The policy regime: mild, strict or harsh. */
  private static final class Regime {
    private static final double[][] CUMULATIVE = {{0.95, 0.99}, {0.10, 0.95}, {0.05, 0.15}};
    private int state;

    void advance(double u) {
      double[] row = CUMULATIVE[state];
      state = u < row[0] ? 0 : u < row[1] ? 1 : 2;
    }
  }

  /** A waiver of six months, renewed or reinstated by the regime. */
  private static final class Waiver {
    private static final double[] RENEW = {0.9, 0.6, 0.25};
    private static final double[] REINSTATE = {0.30, 0.10, 0.02};
    private int monthsLeft = 6;

    void advance(double u, int regime) {
      boolean held = monthsLeft > 0;
      if (held) {
        monthsLeft--;
      }
      if (monthsLeft == 0 && u < (held ? RENEW : REINSTATE)[regime]) {
        monthsLeft = 6;
      }
    }
  }

  private PathAtATime(int months, int paths, long seed) {
    this.months = months;
    this.random = new Well19937c(seed);
    this.shocks =
        new CorrelatedRandomVectorGenerator(
            correlation(), 1e-12, new GaussianRandomGenerator(random));
    this.values = new double[METRICS][months][paths];
  }

  /**
   * Simulates paths.
   *
   * @return by metric and month: mean, standard deviation, five percentiles
   */
  public static double[][][] run(int months, int paths, long seed) {
    PathAtATime model = new PathAtATime(months, paths, seed);
    for (int path = 0; path < paths; path++) {
      model.simulate(path);
    }
    return model.summary();
  }

  private static RealMatrix correlation() {
    RealMatrix matrix = new Array2DRowRealMatrix(DRIVERS, DRIVERS);
    for (int i = 0; i < DRIVERS; i++) {
      for (int j = 0; j < DRIVERS; j++) {
        matrix.setEntry(i, j, Math.pow(0.5, Math.abs(i - j)));
      }
    }
    return matrix;
  }

  private void simulate(int path) {
    Driver[] drivers = new Driver[DRIVERS];
    for (int i = 0; i < DRIVERS; i++) {
      drivers[i] = new Driver(i);
    }
    Regime regime = new Regime();
    Waiver waiver = new Waiver();
    double total = 0;
    for (int month = 0; month < months; month++) {
      double[] shock = shocks.nextVector();
      for (int i = 0; i < DRIVERS; i++) {
        drivers[i].advance(shock[i]);
      }
      regime.advance(random.nextDouble());
      waiver.advance(random.nextDouble(), regime.state);
      total = trade(path, month, drivers, regime, waiver, total);
    }
  }

  /** Strikes the month's balance, keeps its values, and returns the total of trade so far. */
  private double trade(
      int path, int month, Driver[] drivers, Regime regime, Waiver waiver, double before) {
    double demand = drivers[0].value(month);
    double need = Math.max(0, demand - drivers[1].value(month));
    double capacity = CAPACITY[regime.state];
    double kept = waiver.monthsLeft > 0 ? 1 : LEAK[regime.state];
    double imports = Math.min(Math.min(need, capacity), drivers[2].value(month)) * kept;
    double unserved = need - imports;
    double price = drivers[3].value(month) * drivers[5].value(month) + drivers[4].value(month);
    double value = imports * price;
    double total = before + value;
    keep(
        path,
        month,
        imports,
        unserved,
        price,
        value,
        total,
        need,
        imports / capacity,
        unserved / demand);
    return total;
  }

  private void keep(int path, int month, double... metrics) {
    for (int metric = 0; metric < METRICS; metric++) {
      values[metric][month][path] = metrics[metric];
    }
  }

  private double[][][] summary() {
    double[][][] summary = new double[METRICS][months][];
    for (int metric = 0; metric < METRICS; metric++) {
      for (int month = 0; month < months; month++) {
        summary[metric][month] = describe(values[metric][month]);
      }
    }
    return summary;
  }

  private static double[] describe(double[] sample) {
    SummaryStatistics moments = new SummaryStatistics();
    for (double value : sample) {
      moments.addValue(value);
    }
    Percentile percentile = new Percentile();
    percentile.setData(sample);
    double[] described = new double[2 + PERCENTILES.length];
    described[0] = moments.getMean();
    described[1] = moments.getStandardDeviation();
    for (int i = 0; i < PERCENTILES.length; i++) {
      described[2 + i] = percentile.evaluate(PERCENTILES[i]);
    }
    return described;
  }
}
