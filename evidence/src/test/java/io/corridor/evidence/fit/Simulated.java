package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.Random;
import java.util.TreeMap;

/** Series drawn from the model's own laws, for tests, by a code that shares nothing with theirs. */
final class Simulated {
  static final YearMonth FIRST = YearMonth.of(2000, 1);

  private Simulated() {}

  private static final int DAYS = 30;

  /** Returns x (logarithms but for `ou`) of a driver by month. */
  static double[] x(Process process, double[] numbers, double x0, int months, Random random) {
    return x(process, numbers, x0, months, 1 / 12.0, random);
  }

  /** Returns averages of x over months, of thirty days each, from daily values. */
  static double[] averages(
      Process process, double[] numbers, double x0, int months, Random random) {
    double[] days = x(process, numbers, x0, months * DAYS + 1, 1 / 12.0 / DAYS, random);
    double[] x = new double[months];
    for (int day = 0; day < months * DAYS; day++) {
      x[day / DAYS] += (days[day] + days[day + 1]) / 2 / DAYS;
    }
    return x;
  }

  private static double[] x(
      Process process, double[] numbers, double x0, int steps, double dt, Random random) {
    double[] x = new double[steps];
    x[0] = x0;
    for (int t = 1; t < steps; t++) {
      double z = random.nextGaussian();
      if (process == Process.OU || process == Process.LOG_OU) {
        double level = process == Process.OU ? numbers[0] : Math.log(numbers[0]);
        double decay = Math.exp(-numbers[1] * dt);
        double sd = numbers[2] * Math.sqrt((1 - decay * decay) / (2 * numbers[1]));
        x[t] = level + (x[t - 1] - level) * decay + sd * z;
      } else {
        double s = numbers[1];
        double drift = numbers[0] - s * s / 2;
        double jumps = 0;
        if (process == Process.JUMP) {
          drift -= numbers[2] * (Math.exp(numbers[3] + numbers[4] * numbers[4] / 2) - 1);
          double time = -Math.log(random.nextDouble()) / numbers[2];
          while (time < dt) {
            jumps += numbers[3] + numbers[4] * random.nextGaussian();
            time -= Math.log(random.nextDouble()) / numbers[2];
          }
        }
        x[t] = x[t - 1] + drift * dt + s * Math.sqrt(dt) * z + jumps;
      }
    }
    return x;
  }

  /** Returns the series of single months. */
  static DataSeries.Values months(Process process, double[] x) {
    TreeMap<Period, Double> values = new TreeMap<>();
    for (int t = 0; t < x.length; t++) {
      values.put(new Period(Every.MONTH, FIRST.plusMonths(t)), value(process, x[t]));
    }
    return new DataSeries.Values(values);
  }

  /** Returns the series of means of x over years. */
  static DataSeries.Values years(Process process, double[] x) {
    TreeMap<Period, Double> values = new TreeMap<>();
    for (int t = 0; t + 12 <= x.length; t += 12) {
      double mean = 0;
      for (int m = 0; m < 12; m++) {
        mean += x[t + m] / 12;
      }
      values.put(new Period(Every.YEAR, FIRST.plusMonths(t + 11)), value(process, mean));
    }
    return new DataSeries.Values(values);
  }

  private static double value(Process process, double x) {
    return process == Process.OU ? x : Math.exp(x);
  }
}
