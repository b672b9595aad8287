package io.corridor.evidence.fit;

import io.corridor.evidence.series.Period;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How well numbers explain a series, and what they forecast of it. */
interface SeriesLikelihood extends Likelihood {

  /**
   * A forecast of an observation from those before it.
   *
   * @param period of the observation
   * @param actual what was observed: the value, or its logarithm
   * @param mean of the forecast of it
   * @param sd of the forecast, with what jumps add
   * @param residual the error, as the quantile of a standard normal that is as likely to be
   *     exceeded: of a normal forecast, in standard deviations
   */
  record OneStep(Period period, double actual, double mean, double sd, double residual) {}

  /** Forecasts each observation that has others before it to be forecast from. */
  List<OneStep> forecasts(double[] numbers);

  /**
   * Returns the law of a driver's x, or of a volume's noise, given all observations.
   *
   * @param months after the last one that was observed
   */
  Process.Step ahead(double[] numbers, int months);

  /** Returns the last month that was observed. */
  YearMonth lastMonth();

  /** Draws from {@link #ahead}, in the month {@code start}, once for each row of numbers. */
  default double[] drawnAt(YearMonth start, double[][] rows, RandomStream random) {
    int months = Math.toIntExact(ChronoUnit.MONTHS.between(lastMonth(), start));
    if (months < 1) {
      throw new IllegalArgumentException(start + " isn't after " + lastMonth());
    }
    Words normals = random.key(0, 0);
    double[] drawn = new double[rows.length];
    for (int row = 0; row < drawn.length; row++) {
      Process.Step law = ahead(rows[row], months);
      drawn[row] = law.shift() + Math.sqrt(law.variance()) * normals.normal(row);
    }
    return drawn;
  }
}
