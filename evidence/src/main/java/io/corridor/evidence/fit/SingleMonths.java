package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Normal;
import io.corridor.internal.random.NormalQuantile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The likelihood of a driver's observations of single months, given the first: the model's step
 * over each gap. With jumps, a step over h months is a mixture of normals: k jumps with Poisson's
 * probability, each adding their mean and variance.
 */
final class SingleMonths implements SeriesLikelihood {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
  private static final double MONTH = 1 / 12.0;
  private static final int MOST_JUMPS = 60;

  private final Process process;
  private final Observed observed;
  private final int[] gaps;
  private final int longest;

  SingleMonths(Process process, Observed observed) {
    this.process = process;
    this.observed = observed;
    this.gaps = new int[observed.count()];
    for (int i = 1; i < gaps.length; i++) {
      gaps[i] = observed.gap(i);
    }
    this.longest = observed.longestGap();
  }

  @Override
  public double log(double[] numbers) {
    Process.Step[] steps = steps(numbers);
    if (!(steps[1].variance() > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (process == Process.JUMP) {
      return withJumps(numbers, steps);
    }
    double[] x = observed.x();
    double[] logs = new double[longest + 1];
    for (int gap = 1; gap <= longest; gap++) {
      logs[gap] = -Log.log(steps[gap].variance()) / 2 - HALF_LOG_TWO_PI;
    }
    double log = 0;
    for (int i = 1; i < x.length; i++) {
      Process.Step step = steps[gaps[i]];
      double error = x[i] - step.shift() - step.keep() * x[i - 1];
      log += logs[gaps[i]] - error * error / (2 * step.variance());
    }
    return log;
  }

  /**
   * Takes observations together that lie as far from those before them, one number of jumps after
   * the other.
   */
  private double withJumps(double[] numbers, Process.Step[] steps) {
    double log = 0;
    for (int from = 1; from < gaps.length; ) {
      int to = from + 1;
      while (to < gaps.length && gaps[to] == gaps[from]) {
        to++;
      }
      double[] logs = logDensities(numbers, steps[gaps[from]], from, to);
      for (double one : logs) {
        log += one - HALF_LOG_TWO_PI;
      }
      from = to;
    }
    return log;
  }

  private double[] logDensities(double[] numbers, Process.Step step, int from, int to) {
    double[] x = observed.x();
    double jumpVariance = numbers[4] * numbers[4];
    double expected = numbers[2] * gaps[from] * MONTH;
    double[] densities = new double[to - from];
    double[] powers = new double[to - from];
    double weight = Exp.exp(-expected);
    double left = 1;
    for (int k = 0; k <= MOST_JUMPS && left > 1e-12; k++) {
      double shift = k * numbers[3];
      double variance = step.variance() + k * jumpVariance;
      double twice = 2 * variance;
      double height = weight / Math.sqrt(variance);
      for (int i = 0; i < powers.length; i++) {
        double distance = x[from + i] - x[from + i - 1] - step.shift() - shift;
        powers[i] = -distance * distance / twice;
      }
      Exp.exp(powers, powers, powers.length);
      for (int i = 0; i < powers.length; i++) {
        densities[i] += height * powers[i];
      }
      left -= weight;
      weight *= expected / (k + 1);
    }
    Log.log(densities, densities, densities.length);
    return densities;
  }

  private Process.Step[] steps(double[] numbers) {
    Process.Step[] steps = new Process.Step[longest + 1];
    Process.Step month = process.month(numbers);
    steps[1] = month;
    for (int gap = 2; gap <= longest; gap++) {
      steps[gap] = steps[gap - 1].then(month);
    }
    return steps;
  }

  /** Forecasts each observation but the first. */
  @Override
  public List<OneStep> forecasts(double[] numbers) {
    List<OneStep> forecasts = new ArrayList<>();
    Process.Step[] steps = steps(numbers);
    for (int i = 1; i < observed.count(); i++) {
      Process.Step step = steps[gaps[i]];
      double mean = step.shift() + step.keep() * observed.x()[i - 1];
      double error = observed.x()[i] - mean;
      double variance = step.variance();
      double residual = error / Math.sqrt(variance);
      if (process == Process.JUMP) {
        double expected = numbers[2] * gaps[i] * MONTH;
        residual = normalScore(error, variance, expected, numbers[3], numbers[4]);
        mean += expected * numbers[3];
        variance += expected * (numbers[3] * numbers[3] + numbers[4] * numbers[4]);
      }
      forecasts.add(
          new OneStep(observed.periods()[i], observed.x()[i], mean, Math.sqrt(variance), residual));
    }
    return forecasts;
  }

  @Override
  public Process.Step ahead(double[] numbers, int months) {
    Process.Step last = new Process.Step(observed.x()[observed.count() - 1], 0, 0);
    return last.then(process.month(numbers), months);
  }

  @Override
  public YearMonth lastMonth() {
    return observed.last().last();
  }

  /** Returns Φ⁻¹(F(error)), F being the mixture over how many jumps there were. */
  private static double normalScore(
      double error, double variance, double expected, double jumpMean, double jumpSd) {
    double weight = Exp.exp(-expected);
    double below = 0;
    double above = 0;
    double left = 1;
    for (int k = 0; k <= MOST_JUMPS && left > 1e-15; k++) {
      double z = (error - k * jumpMean) / Math.sqrt(variance + k * jumpSd * jumpSd);
      below += weight * Normal.cdf(z);
      above += weight * Normal.cdf(-z);
      left -= weight;
      weight *= expected / (k + 1);
    }
    return below < above ? NormalQuantile.of(below) : -NormalQuantile.of(above);
  }
}
