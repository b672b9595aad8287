package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import java.util.List;
import java.util.function.Function;

/** The equations of section 3 of the model: transitions, events, and numbers by regime. */
public final class RegimeSteps {

  private RegimeSteps() {}

  /**
   * R(t) from R(t−1): the monthly transition.
   *
   * @param draws of the stream of uniforms
   * @param cumulative for each regime, the probability of moving to one of its first destinations,
   *     up to each; what is left over stays
   * @param destinations for each regime, where its transitions lead
   * @param regime R
   */
  public static Step transition(
      Chance<MonthlyWords> draws, double[][] cumulative, int[][] destinations, Whole regime) {
    long[] leave = new long[cumulative.length];
    for (int s = 0; s < leave.length; s++) {
      int moves = cumulative[s].length;
      leave[s] = RandomStream.bound(moves == 0 ? 0 : cumulative[s][moves - 1]);
    }
    return moves(
            "RegimeStep",
            draws,
            regime,
            ports ->
                (block, words, r, n) -> {
                  int[] leaving = block.chosen();
                  int count = chooseLeaving(words, leave, r, leaving, n);
                  for (int i = 0; i < count; i++) {
                    int p = leaving[i];
                    int place = place(cumulative[r[p]], RandomStream.uniform(words[p]));
                    r[p] = destinations[r[p]][place];
                  }
                })
        .made(cumulative, destinations);
  }

  /**
   * R(t) from R(t−1), where probabilities are the path's own.
   *
   * @param draws of the stream of uniforms
   * @param cumulative for each regime, the columns of the probability of moving to one of its first
   *     destinations, up to each; what is left over stays
   * @param destinations for each regime, where its transitions lead
   * @param regime R
   */
  public static Step drawnTransition(
      Chance<MonthlyWords> draws, List<List<Real>> cumulative, int[][] destinations, Whole regime) {
    return moves(
            "DrawnRegimeStep",
            draws,
            regime,
            ports -> {
              RealPort[][] sums = cumulative.stream().map(ports::read).toArray(RealPort[][]::new);
              return (block, words, r, n) -> {
                for (int p = 0; p < n; p++) {
                  int from = r[p];
                  RealPort[] row = sums[from];
                  int moves = row.length;
                  double u = RandomStream.uniform(words[p]);
                  if (moves > 0 && u < block.of(row[moves - 1])[p]) {
                    int place = 0;
                    while (u >= block.of(row[place])[p]) {
                      place++;
                    }
                    r[p] = destinations[from][place];
                  }
                }
              };
            })
        .made((Object) destinations);
  }

  /** What a month's words make of the regimes of so many paths. */
  private interface Moves {
    void over(Block block, long[] words, int[] regimes, int n);
  }

  /** Returns the step that moves regimes in each month after the first. */
  private static Step moves(
      String name, Chance<MonthlyWords> draws, Whole regime, Function<Ports, Moves> connected) {
    return Step.of(
        name,
        ports -> {
          MonthlyWords uniforms = ports.draw(draws);
          WholePort state = ports.update(regime);
          Moves moves = connected.apply(ports);
          return (block, month) -> {
            if (month > 0) {
              int n = block.paths();
              long[] words = block.words();
              uniforms.of(month).fill(block.firstPath(), n, words);
              moves.over(block, words, block.of(state), n);
            }
          };
        });
  }

  /** Lists the paths that leave their regime, without a branch that could not be foretold. */
  private static int chooseLeaving(long[] words, long[] bound, int[] r, int[] leaving, int n) {
    int count = 0;
    for (int p = 0; p < n; p++) {
      leaving[count] = p;
      count += RandomStream.isBelow(words[p], bound[r[p]]);
    }
    return count;
  }

  private static int place(double[] cumulative, double u) {
    int i = 0;
    while (u >= cumulative[i]) {
      i++;
    }
    return i;
  }

  /**
   * A scheduled event: in its month, with its probability, sets R to its regime.
   *
   * @param when its month
   * @param draw of the uniform
   * @param probability that it happens, in a column
   * @param to the regime it sets
   * @param regime R
   */
  public static Step event(int when, Chance<Words> draw, Real probability, int to, Whole regime) {
    return Step.of(
            "RegimeEvent",
            ports -> {
              Words words = ports.draw(draw);
              RealPort chance = ports.read(probability);
              WholePort state = ports.update(regime);
              return (block, month) -> {
                if (month == when) {
                  int[] r = block.of(state);
                  double[] least = block.of(chance);
                  for (int p = 0; p < block.paths(); p++) {
                    if (words.uniform(block.firstPath() + p) < least[p]) {
                      r[p] = to;
                    }
                  }
                }
              };
            })
        .made(when, to);
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
            })
        .made(table);
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
            })
        .made();
  }
}
