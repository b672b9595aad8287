package io.corridor.evidence.fit;

import io.corridor.internal.random.Quantile;
import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.Words;
import io.corridor.model.Distribution;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits the chances a month that the regime changes to the states of past months, their steps
 * multinomial. The prior of a row is Dirichlet, 24 times the file's row, as if two years of months
 * had gone so; of a row that the file doesn't have, 0.02 leaves, evenly. What is surely 0 in the
 * file stays 0. So the posterior is Dirichlet, too, and its draws are independent.
 */
public final class Transitions {
  private static final double MONTHS = 24;
  private static final double LEAVES = 0.02;

  private Transitions() {}

  /** Returns the name of the chance of a step: {@code monthly.calm.tense}. */
  public static String monthly(String from, String to) {
    return "monthly." + from + "." + to;
  }

  /**
   * Fits the transitions.
   *
   * @param states all states, in order
   * @param monthly chance a month, by row, of those rows that the file has
   * @param table the table's name
   * @param seen the state of each month that was known at the start
   * @return draws of the chances to change
   * @throws FitException if there is too little to fit, or a step that the file says is impossible
   */
  public static Fit fit(
      List<String> states,
      Map<String, Map<String, Double>> monthly,
      String table,
      NavigableMap<YearMonth, String> seen) {
    double[][] steps = new double[states.size()][states.size()];
    int n = 0;
    for (Map.Entry<YearMonth, String> now : seen.entrySet()) {
      String before = seen.get(now.getKey().minusMonths(1));
      if (before != null) {
        steps[states.indexOf(before)][states.indexOf(now.getValue())]++;
        n++;
      }
    }
    if (n < DriverFit.FEWEST) {
      throw new FitException(
          "%s has %d steps from month to month to fit to; at least %d are needed: state the chances"
              .formatted(table, n, DriverFit.FEWEST));
    }
    Map<String, Prior> priors = new LinkedHashMap<>();
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int from = 0; from < states.size(); from++) {
      Row row = new Row(states, from, monthly.get(states.get(from)), steps[from], table);
      row.addTo(priors, columns);
    }
    Map<String, Convergence> convergence = new LinkedHashMap<>();
    columns.replaceAll(
        (name, draws) -> {
          convergence.put(name, Convergence.of(Sampler.chains(draws)));
          return Posterior.rounded(draws);
        });
    return Fit.ofTable(
        "regime",
        table,
        priors,
        new Posterior(columns, convergence),
        seen.firstKey(),
        seen.lastKey(),
        n);
  }

  /** The changes from one state: to which others, with how many months a priori and seen. */
  private static final class Row {
    private final String from;
    private final List<String> to = new ArrayList<>();
    private final List<Double> thought = new ArrayList<>();
    private final List<Double> counted = new ArrayList<>();
    private double stays = 1;
    private double stayed;

    Row(
        List<String> states,
        int at,
        @Nullable Map<String, Double> given,
        double[] steps,
        String table) {
      this.from = states.get(at);
      for (int j = 0; j < states.size(); j++) {
        if (j == at) {
          stayed = steps[j];
          continue;
        }
        double chance =
            given == null
                ? LEAVES / (states.size() - 1)
                : given.getOrDefault(states.get(j), 0.0);
        if (chance > 0) {
          to.add(states.get(j));
          thought.add(chance);
          counted.add(steps[j]);
          stays -= chance;
        } else if (steps[j] > 0) {
          throw new FitException(
              "monthly." + from,
              "says that %s never becomes %s, but %s has it; give that step a chance"
                  .formatted(from, states.get(j), table));
        }
      }
    }

    /** Breaks a stick: each chance is a beta part of what those before it leave. */
    void addTo(Map<String, Prior> priors, Map<String, double[]> columns) {
      double[] left = new double[Posterior.ROWS];
      java.util.Arrays.fill(left, 1);
      double months = MONTHS * stays + stayed;
      for (int k = 0; k < to.size(); k++) {
        months += MONTHS * thought.get(k) + counted.get(k);
      }
      for (int k = 0; k < to.size(); k++) {
        String name = monthly(from, to.get(k));
        double mine = MONTHS * thought.get(k) + counted.get(k);
        months -= mine;
        priors.put(name, prior(name, thought.get(k)));
        columns.put(name, broken(name, mine, months, left));
      }
    }

    private static Prior prior(String name, double chance) {
      return chance < 1
          ? Prior.of(
              name,
              new Distribution.Beta(
                  MONTHS * chance, MONTHS * (1 - chance), Optional.empty()))
          : Prior.of(name, new Distribution.Uniform(1, 1));
    }

    private static double[] broken(String name, double mine, double others, double[] left) {
      double[] draws = new double[left.length];
      Words words = RandomStream.of(1, "fit.regime." + name).key(0, 0);
      Quantile beta =
          others > 0
              ? Quantile.of(new Distribution.Beta(mine, others, Optional.empty()))
              : Quantile.of(new Distribution.Uniform(1, 1));
      for (int row = 0; row < draws.length; row++) {
        draws[row] = left[row] * beta.at(words.uniform(row));
        left[row] -= draws[row];
      }
      return draws;
    }
  }
}
