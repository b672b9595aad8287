package io.corridor.internal.trade;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.List;

/**
 * The sum of a monthly value over the 12 months to t (section 10 of the model).
 *
 * <p>A running sum that adds the new month and takes the old one off would drift. Instead each year
 * of the run, counted from month 0, is turned at its end into sums from each of its months to its
 * last; a window is then one such sum of the year before plus the running sum of the present year,
 * two additions a month (van Herk 1992 does the same for maxima).
 */
public final class TwelveMonths extends Step {
  private final RealPort value;
  private final RealPort[] years;
  private final RealPort running;
  private final RealPort out;

  /**
   * Makes the step.
   *
   * @param value of the month
   * @param years twelve columns: of the present year, its months so far are values; the others are
   *     sums from that month to the end of the year before
   * @param running sum of the present year so far
   * @param out the sum over twelve months
   */
  public TwelveMonths(Real value, List<Real> years, Real running, Real out) {
    this.value = ports.read(value);
    this.years = ports.update(years);
    this.running = ports.update(running);
    this.out = ports.write(out);
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    int place = month % 12;
    double[] v = block.of(value);
    double[] sum = block.of(running);
    if (place == 0) {
      Vectors.copy(v, sum, n);
    } else {
      Vectors.add(sum, v, n);
    }
    Vectors.copy(v, block.of(years[place]), n);
    double[] result = block.of(out);
    if (place < 11) {
      double[] before = block.of(years[place + 1]);
      for (int p = 0; p < n; p++) {
        result[p] = sum[p] + before[p];
      }
    } else {
      Vectors.copy(sum, result, n);
      accumulate(block, years);
    }
  }

  /** Turns twelve months' values into sums from each month to the last. */
  private static void accumulate(Block block, RealPort[] years) {
    for (int i = 10; i >= 0; i--) {
      Vectors.add(block.of(years[i]), block.of(years[i + 1]), block.paths());
    }
  }

  /** Sets the twelve months before the start, in month 0. */
  public static final class Before extends Step {
    private final double[][] weights;
    private final RealPort[] values;
    private final RealPort[] years;

    /**
     * One flow or carrier before the start.
     *
     * @param weights of its twelve months, the one a year before the start first
     * @param value what they weigh
     */
    public record Part(double[] weights, Real value) {}

    /**
     * Makes the step.
     *
     * @param parts what was traded in each: Σ weight[month] · column
     * @param years the columns of {@link TwelveMonths}
     */
    public Before(List<Part> parts, List<Real> years) {
      this.weights = parts.stream().map(Part::weights).toArray(double[][]::new);
      this.values = ports.read(parts.stream().map(Part::value).toList());
      this.years = ports.update(years); // they stay in all months but the first
    }

    @Override
    public void advance(Block block, int month) {
      if (month != 0) {
        return;
      }
      for (int i = 0; i < 12; i++) {
        double[] column = block.of(years[i]);
        Vectors.fill(column, 0, block.paths());
        for (int j = 0; j < values.length; j++) {
          Vectors.addScaled(column, weights[j][i], block.of(values[j]), block.paths());
        }
      }
      accumulate(block, years);
    }
  }
}
