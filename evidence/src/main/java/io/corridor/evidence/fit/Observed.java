package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import java.time.temporal.ChronoUnit;

/**
 * The observations of a driver, as its law sees them: x at the ends of periods, or its means over
 * them.
 *
 * @param periods oldest first
 * @param x by observation
 * @param means whether they are means over their periods, of a month or more. With jumps none are:
 *     averages of such have no tractable law, so that those of months are taken for their ends
 */
record Observed(Period[] periods, double[] x, boolean means) {

  static Observed of(Process process, DataSeries.Values values, Of of) {
    Period[] periods = values.byPeriod().keySet().toArray(Period[]::new);
    double[] x = values.byPeriod().values().stream().mapToDouble(process::x).toArray();
    return new Observed(periods, x, of != Of.END && process != Process.JUMP);
  }

  /** Returns how well numbers of the process explain them. */
  SeriesLikelihood likelihood(Process process) {
    return means ? new MeansOfMonths(process, this) : new SingleMonths(process, this);
  }

  int count() {
    return x.length;
  }

  /** Returns how many months after the observation before it {@code i} ends. */
  int gap(int i) {
    return months(periods[i - 1], periods[i]);
  }

  Period last() {
    return periods[count() - 1];
  }

  int longestGap() {
    int longest = 1;
    for (int i = 1; i < count(); i++) {
      longest = Math.max(longest, gap(i));
    }
    return longest;
  }

  private static int months(Period from, Period to) {
    return Math.toIntExact(ChronoUnit.MONTHS.between(from.last(), to.last()));
  }
}
