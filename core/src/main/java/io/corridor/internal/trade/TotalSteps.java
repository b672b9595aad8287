package io.corridor.internal.trade;

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
              Vectors.combine(weights[0], block.of(in[0]), weights[1], block.of(in[1]), result, n);
            }
            for (int i = 2; i < in.length; i++) {
              Vectors.addScaled(result, weights[i], block.of(in[i]), n);
            }
          };
        });
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
        });
  }

  private static void countLarger(double[] other, double[] own, double[] rank, int n) {
    for (int p = 0; p < n; p++) {
      double lead = own[p] - other[p];
      rank[p] += Sign.bit(lead) + 0 * lead; // 1 if the other is larger; NaN of totals without end
    }
  }
}
