package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Log;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The likelihood of a driver's means over quarters or years, each taken to be the mean of x over
 * its months: jointly normal, with x of the first month flat.
 *
 * <p>A Kalman filter over the months carries x and the sum of x since the period began. What the
 * unknown first x adds is linear in it, so that it is carried beside and estimated in the end (de
 * Jong, Annals of Statistics 19, 1991, doi:10.1214/aos/1176348139).
 */
final class MeansOfMonths implements SeriesLikelihood {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  private final Process process;
  private final Observed observed;
  private final int length;

  MeansOfMonths(Process process, Observed observed) {
    this.process = process;
    this.observed = observed;
    this.length = observed.periods()[0].every().months();
  }

  @Override
  public double log(double[] numbers) {
    Filter filter = new Filter(process.month(numbers));
    return filter.run(step -> {}) ? filter.log() : Double.NEGATIVE_INFINITY;
  }

  /** Forecasts each observation but the first. */
  @Override
  public List<OneStep> forecasts(double[] numbers) {
    List<OneStep> forecasts = new ArrayList<>();
    new Filter(process.month(numbers)).run(forecasts::add);
    return forecasts;
  }

  @Override
  public Process.Step ahead(double[] numbers, int months) {
    Process.Step month = process.month(numbers);
    Filter filter = new Filter(month);
    filter.run(step -> {});
    return filter.last().then(month, months);
  }

  @Override
  public YearMonth lastMonth() {
    return observed.last().last();
  }

  private final class Filter {
    private final Process.Step month;
    // The state is (x, sum of x): its mean m if the first x is 0, what that x adds, g, and its
    // covariance p.
    private double meanX;
    private double meanSum;
    private double firstX = 1;
    private double firstSum;
    private double varX;
    private double covariance;
    private double varSum;
    // Sums of squares and products of forecast errors e and what the first x adds to them, a.
    private double ee;
    private double ae;
    private double aa;
    private double logs;

    Filter(Process.Step month) {
      this.month = month;
    }

    /** Returns false where the numbers leave nothing to chance. */
    boolean run(Consumer<OneStep> to) {
      for (int i = 0; i < observed.count(); i++) {
        int months = i == 0 ? length : observed.gap(i);
        for (int t = 0; t < months; t++) {
          boolean begins = t == months - length;
          advance(i == 0 && t == 0, begins);
        }
        if (!observe(i, to)) {
          return false;
        }
      }
      return true;
    }

    private void advance(boolean isFirst, boolean begins) {
      if (!isFirst) {
        meanX = month.shift() + month.keep() * meanX;
        firstX *= month.keep();
        covariance *= month.keep();
        varX = month.keep() * month.keep() * varX + month.variance();
      }
      if (begins) {
        meanSum = meanX;
        firstSum = firstX;
        covariance = varX;
        varSum = varX;
      } else {
        meanSum += meanX;
        firstSum += firstX;
        varSum += 2 * covariance + varX;
        covariance += varX;
      }
    }

    private boolean observe(int i, Consumer<OneStep> to) {
      double variance = varSum / length / length;
      if (!(variance > 0)) {
        return false;
      }
      double error = observed.x()[i] - meanSum / length;
      double first = firstSum / length;
      if (aa > 0) {
        double rest = first * ae / aa;
        double mean = meanSum / length + rest;
        double sd = Math.sqrt(variance + first * first / aa);
        double x = observed.x()[i];
        to.accept(new OneStep(observed.periods()[i], x, mean, sd, (x - mean) / sd));
      }
      ee += error * error / variance;
      ae += first * error / variance;
      aa += first * first / variance;
      logs += Log.log(variance);
      double gainX = covariance / length / variance;
      double gainSum = varSum / length / variance;
      meanX += gainX * error;
      meanSum += gainSum * error;
      firstX -= gainX * first;
      firstSum -= gainSum * first;
      varX -= gainX * gainX * variance;
      covariance -= gainX * gainSum * variance;
      varSum -= gainSum * gainSum * variance;
      return true;
    }

    double log() {
      return -(logs + ee - ae * ae / aa + Log.log(aa)) / 2
          - (observed.count() - 1) * HALF_LOG_TWO_PI;
    }

    Process.Step last() {
      double first = ae / aa;
      return new Process.Step(meanX + firstX * first, 0, varX + firstX * firstX / aa);
    }
  }
}
