package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Log;
import io.corridor.internal.random.RandomStream;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The likelihood of a driver's averages over months, quarters or years, given the first: x runs on
 * in continuous time, and an observation is its mean over its period. They are jointly normal, with
 * x at the beginning of the first period flat.
 *
 * <p>A Kalman filter over the months carries x at a month's end and the sum of the months' means
 * since the period began. What the unknown first x adds is linear in it, so that it is carried
 * beside and estimated in the end (de Jong, Annals of Statistics 19, 1991,
 * doi:10.1214/aos/1176348139).
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
    Filter filter = new Filter(numbers);
    return filter.run(step -> {}) ? filter.log() : Double.NEGATIVE_INFINITY;
  }

  /** Forecasts each observation but the first. */
  @Override
  public List<OneStep> forecasts(double[] numbers) {
    List<OneStep> forecasts = new ArrayList<>();
    new Filter(numbers).run(forecasts::add);
    return forecasts;
  }

  @Override
  public Process.Step ahead(double[] numbers, int months) {
    Filter filter = new Filter(numbers);
    filter.run(step -> {});
    return filter.last().then(filter.month, months);
  }

  /**
   * Draws the mean over the month {@code start} and x at its end by their joint law given all
   * observations, once for each row of numbers.
   *
   * @param stated the mean, if it is known: then x is drawn given that, too
   * @return the means, and x
   */
  double[][] drawnAt(YearMonth start, double[][] rows, RandomStream random, OptionalDouble stated) {
    int months = Math.toIntExact(ChronoUnit.MONTHS.between(lastMonth(), start));
    double[][] drawn = new double[2][rows.length];
    for (int row = 0; row < rows.length; row++) {
      Process.Step begins = ahead(rows[row], months - 1);
      Process.Step month = process.month(rows[row]);
      Process.Mean over = process.mean(rows[row]);
      Process.Step end = begins.then(month);
      double center = over.shift() + over.keep() * begins.shift();
      double variance = over.keep() * over.keep() * begins.variance() + over.variance();
      double covariance = month.keep() * over.keep() * begins.variance() + over.covariance();
      double mean = stated.orElse(center + Math.sqrt(variance) * random.key(0, 0).normal(row));
      double rest = Math.max(0, end.variance() - covariance * covariance / variance);
      drawn[0][row] = mean;
      drawn[1][row] =
          end.shift()
              + covariance / variance * (mean - center)
              + Math.sqrt(rest) * random.key(0, 1).normal(row);
    }
    return drawn;
  }

  @Override
  public YearMonth lastMonth() {
    return observed.last().last();
  }

  private final class Filter {
    private final Process.Step month;
    private final Process.Mean over;
    // The state is (x, sum of means): its mean if the first x is 0, what that x adds, and its
    // covariance.
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
    // What the unknown first x adds to the first observation: 1 over it is that one's density.
    private double inFirst;

    Filter(double[] numbers) {
      month = process.month(numbers);
      over = process.mean(numbers);
    }

    /** Returns false where the numbers leave nothing to chance. */
    boolean run(Consumer<OneStep> to) {
      for (int i = 0; i < observed.count(); i++) {
        int months = i == 0 ? length : observed.gap(i);
        for (int t = 0; t < months; t++) {
          advance(t == months - length);
        }
        if (!observe(i, to)) {
          return false;
        }
      }
      return true;
    }

    private void advance(boolean begins) {
      if (begins) {
        meanSum = 0;
        firstSum = 0;
        covariance = 0;
        varSum = 0;
      }
      double crossed = covariance + over.keep() * varX;
      varSum += over.keep() * (covariance + crossed) + over.variance();
      covariance = month.keep() * crossed + over.covariance();
      varX = month.keep() * month.keep() * varX + month.variance();
      meanSum += over.shift() + over.keep() * meanX;
      firstSum += over.keep() * firstX;
      meanX = month.shift() + month.keep() * meanX;
      firstX *= month.keep();
    }

    private boolean observe(int i, Consumer<OneStep> to) {
      double variance = varSum / length / length;
      if (!(variance > 0)) {
        return false;
      }
      double error = observed.x()[i] - meanSum / length;
      double first = firstSum / length;
      if (i == 0) {
        inFirst = first;
      }
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
      return Log.log(inFirst)
          - (logs + ee - ae * ae / aa + Log.log(aa)) / 2
          - (observed.count() - 1) * HALF_LOG_TWO_PI;
    }

    Process.Step last() {
      double first = ae / aa;
      return new Process.Step(meanX + firstX * first, 0, varX + firstX * firstX / aa);
    }
  }
}
