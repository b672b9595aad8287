package io.corridor.internal.policy;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.random.Words;
import java.util.List;

/** Section 3 of the model beside {@link RegimeStep}: events, and numbers by regime. */
public final class RegimeSteps {

  private RegimeSteps() {}

  /**
   * A scheduled event: in its month, with its probability, sets R to its regime.
   *
   * @param when its month
   * @param draw of the uniform
   * @param probability that it happens
   * @param to the regime it sets
   * @param regime R
   */
  public static Step event(int when, Chance<Words> draw, double probability, int to, Whole regime) {
    return Step.of(
        "RegimeEvent",
        ports -> {
          Words words = ports.draw(draw);
          WholePort state = ports.update(regime);
          return (block, month) -> {
            if (month == when) {
              int[] r = block.of(state);
              for (int p = 0; p < block.paths(); p++) {
                if (words.uniform(block.firstPath() + p) < probability) {
                  r[p] = to;
                }
              }
            }
          };
        });
  }

  /** Sets {@code out} to table[R]. */
  public static Step pick(Whole regime, double[] table, Real out) {
    return Step.of(
        "ByRegime",
        ports -> {
          WholePort state = ports.read(regime);
          RealPort number = ports.write(out);
          return (block, month) -> {
            int[] r = block.of(state);
            double[] result = block.of(number);
            for (int p = 0; p < block.paths(); p++) {
              result[p] = table[r[p]];
            }
          };
        });
  }

  /** Sets {@code out} to what stands in columns[R]. */
  public static Step pick(Whole regime, List<Real> columns, Real out) {
    return Step.of(
        "ByRegimeAndPath",
        ports -> {
          WholePort state = ports.read(regime);
          RealPort[] numbers = ports.read(columns);
          RealPort number = ports.write(out);
          return (block, month) -> block.choose(block.of(state), numbers, block.of(number));
        });
  }
}
