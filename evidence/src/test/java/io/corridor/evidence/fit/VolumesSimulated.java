package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Volumes drawn from the model's own law, for tests, by a code that shares nothing with theirs. */
final class VolumesSimulated {
  static final YearMonth START = YearMonth.of(2020, 1);

  private VolumesSimulated() {}

  /** Returns ln(X/X(0)) of a driver in the months before the start, X(0) its last value. */
  static Map<YearMonth, Double> driver(int months, Random random) {
    Map<YearMonth, Double> x = new LinkedHashMap<>();
    double log = 0;
    for (int t = 1; t <= months; t++) {
      x.put(START.minusMonths(t), log);
      log += 0.08 * random.nextGaussian();
    }
    return x;
  }

  /** Returns a yearly flow; {@code seasonal} leaves its season to the data. */
  static Volume flow(boolean seasonal, Map<String, Map<YearMonth, Double>> drivers) {
    return new Volume("annual-value", true, Optional.empty(), List.of(), seasonal, drivers);
  }

  /** Returns the numbers of {@code volume} by name. */
  static Map<String, Double> named(Volume volume, double[] numbers) {
    Map<String, Double> named = new LinkedHashMap<>();
    List<String> names = volume.numbers();
    for (int i = 0; i < numbers.length; i++) {
      named.put(names.get(i), numbers[i]);
    }
    return named;
  }

  /** Returns ln μ of a month. */
  static double logMu(Volume volume, Map<String, Double> numbers, YearMonth month) {
    double years =
        (month.getYear() - START.getYear())
            + (month.getMonthValue() - START.getMonthValue()) / 12.0;
    double log = Math.log(numbers.get(volume.size()) / (volume.yearly() ? 12 : 1));
    log += years * Math.log1p(numbers.get("growth"));
    for (String driver : volume.drivers().keySet()) {
      log += numbers.get("elasticities." + driver) * volume.drivers().get(driver).get(month);
    }
    if (volume.seasonal()) {
      double sum = 0;
      for (int m = 1; m <= 12; m++) {
        sum += Math.exp(numbers.get("season." + m));
      }
      log += Math.log(12) + numbers.get("season." + month.getMonthValue()) - Math.log(sum);
    }
    return log;
  }

  /** Returns the months before the start: μ exp(n − v/2), n stationary from the first on. */
  static double[] months(Volume volume, Map<String, Double> numbers, int count, Random random) {
    double k = numbers.get("noise.reversion");
    double s = numbers.get("noise.volatility");
    double v = s * s / (2 * k);
    double keep = Math.exp(-k / 12);
    double n = Math.sqrt(v) * random.nextGaussian();
    double[] values = new double[count];
    for (int t = 0; t < count; t++) {
      YearMonth month = START.minusMonths(count - t);
      values[t] = Math.exp(logMu(volume, numbers, month) + n - v / 2);
      n = keep * n + Math.sqrt(v * (1 - keep * keep)) * random.nextGaussian();
    }
    return values;
  }

  /** Returns the series of sums, or means by days, of {@code length} months each. */
  static DataSeries.Values series(double[] months, Every every, Of of) {
    TreeMap<Period, Double> values = new TreeMap<>();
    int length = every.months();
    for (int t = 0; t + length <= months.length; t += length) {
      Period period = new Period(every, START.minusMonths(months.length - t - length + 1));
      double sum = 0;
      for (int i = 0; i < length; i++) {
        double days = START.minusMonths(months.length - t - i).lengthOfMonth();
        sum += months[t + i] * (of == Of.SUM ? 1 : days / period.days());
      }
      values.put(period, sum);
    }
    return new DataSeries.Values(values);
  }

  static DataSeries.Values without(DataSeries.Values values, int... places) {
    TreeMap<Period, Double> kept = new TreeMap<>(values.byPeriod());
    List<Period> periods = List.copyOf(kept.keySet());
    Arrays.stream(places).forEach(i -> kept.remove(periods.get(i)));
    return new DataSeries.Values(kept);
  }
}
