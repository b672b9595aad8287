package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Sign;
import java.util.Arrays;
import java.util.List;

/** The equations of section 10 of the model: totals, balances, indices and the rank. */
public final class TotalSteps {

  private TotalSteps() {}

  /** Sets {@code sum} to the sum of {@code columns}; 0 of nothing. */
  public static Step sum(List<Real> columns, Real sum) {
    double[] ones = new double[columns.size()];
    Arrays.fill(ones, 1);
    return sum(ones, columns, sum);
  }

  /**
   * Σ weight · column.
   *
   * @param weights of the columns
   * @param columns what is summed
   * @param sum 0 of nothing
   */
  public static Step sum(double[] weights, List<Real> columns, Real sum) {
    return Step.of(
            "Sum",
            ports -> {
              RealPort[] in = ports.read(columns);
              RealPort out = ports.write(sum);
              return (block, month) -> {
                int n = block.paths();
                double[] result = block.of(out);
                if (in.length == 0) {
                  Vectors.fill(result, 0, n);
                } else if (in.length == 1) {
                  Vectors.scale(weights[0], block.of(in[0]), result, n);
                } else {
                  Vectors.combine(
                      weights[0], block.of(in[0]), weights[1], block.of(in[1]), result, n);
                }
                for (int i = 2; i < in.length; i++) {
                  Vectors.addScaled(result, weights[i], block.of(in[i]), n);
                }
              };
            })
        .made(weights);
  }

  /**
   * The sum of a monthly value over the 12 months to t.
   *
   * <p>A running sum that adds the new month and takes the old one off would drift. Instead each
   * year of the run, counted from month 0, is turned at its end into sums from each of its months
   * to its last; a window is then one such sum of the year before plus the running sum of the
   * present year, two additions a month (van Herk 1992 does the same for maxima).
   *
   * @param value of the month
   * @param years twelve columns: of the present year, its months so far are values; the others are
   *     sums from that month to the end of the year before
   * @param running sum of the present year so far
   * @param total the sum over twelve months
   */
  public static Step twelveMonths(Real value, List<Real> years, Real running, Real total) {
    return Step.of(
            "TwelveMonths",
            ports -> {
              RealPort monthly = ports.read(value);
              RealPort[] columns = ports.update(years);
              RealPort sums = ports.update(running);
              RealPort out = ports.write(total);
              return (block, month) -> {
                int n = block.paths();
                int place = month % 12;
                double[] v = block.of(monthly);
                double[] sum = block.of(sums);
                if (place == 0) {
                  Vectors.copy(v, sum, n);
                } else {
                  Vectors.add(sum, v, n);
                }
                Vectors.copy(v, block.of(columns[place]), n);
                double[] result = block.of(out);
                if (place < 11) {
                  Vectors.sum(sum, block.of(columns[place + 1]), result, n);
                } else {
                  Vectors.copy(sum, result, n);
                  accumulate(block, columns);
                }
              };
            })
        .made();
  }

  /** Turns twelve months' values into sums from each month to the last. */
  private static void accumulate(Block block, RealPort[] years) {
    for (int i = 10; i >= 0; i--) {
      Vectors.add(block.of(years[i]), block.of(years[i + 1]), block.paths());
    }
  }

  /**
   * One flow or carrier before the start.
   *
   * @param weights of its twelve months, the one a year before the start first
   * @param value what they weigh
   */
  public record YearBefore(double[] weights, Real value) {}

  /**
   * Sets the twelve months before the start, in month 0.
   *
   * @param parts what was traded in each: Σ weight[month] · column
   * @param years the columns of {@link #twelveMonths}, which stay in all months but the first
   */
  public static Step yearBefore(List<YearBefore> parts, List<Real> years) {
    return Step.of(
            "TwelveMonths.Before",
            ports -> {
              RealPort[] values = ports.read(parts.stream().map(YearBefore::value).toList());
              RealPort[] columns = ports.update(years);
              return (block, month) -> {
                if (month != 0) {
                  return;
                }
                for (int i = 0; i < 12; i++) {
                  double[] column = block.of(columns[i]);
                  Vectors.fill(column, 0, block.paths());
                  for (int j = 0; j < values.length; j++) {
                    double weight = parts.get(j).weights[i];
                    Vectors.addScaled(column, weight, block.of(values[j]), block.paths());
                  }
                }
                accumulate(block, columns);
              };
            })
        .made(parts.stream().map(YearBefore::weights).toArray());
  }

  /**
   * rank(t) = 1 + the number of partners whose 12-month total exceeds compared.12m(t).
   *
   * @param partners 12-month totals
   * @param compared compared.12m
   * @param rank of what is compared
   */
  public static Step rank(List<Real> partners, Real compared, Real rank) {
    return Step.of(
            "Rank",
            ports -> {
              RealPort[] others = ports.read(partners);
              RealPort own = ports.read(compared);
              RealPort out = ports.write(rank);
              return (block, month) -> {
                int n = block.paths();
                double[] result = block.of(out);
                Vectors.fill(result, 1, n);
                for (RealPort other : others) {
                  countLarger(block.of(other), block.of(own), result, n);
                }
              };
            })
        .made();
  }

  private static void countLarger(double[] other, double[] own, double[] rank, int n) {
    for (int p = 0; p < n; p++) {
      double lead = own[p] - other[p];
      rank[p] += Sign.bit(lead) + 0 * lead; // 1 if the other is larger; NaN of totals without end
    }
  }
}
