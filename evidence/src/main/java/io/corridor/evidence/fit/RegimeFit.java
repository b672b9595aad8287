package io.corridor.evidence.fit;

import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.random.RandomStream;
import io.corridor.model.Distribution;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fits a policy regime's monthly transitions to the regimes of past months, whose steps are
 * multinomial. What is stated of a regime's row counts as 24 months of it: a priori the row is
 * Dirichlet with 24 times its probabilities; where no row is stated, 0.02 leaves, evenly. What a
 * stated row leaves out never happens. A posteriori the counts are added, so that draws are exact
 * and independent.
 *
 * @param key where it stands, {@code regime}; decides the random numbers
 * @param states its names, in order
 * @param rows probabilities a month of moving to other regimes, by regime; a regime's row may be
 *     absent
 * @param series the series' name
 * @param seen the regime of past months, where it is known, each one of {@code states}
 */
public record RegimeFit(
    String key,
    List<String> states,
    Map<String, Map<String, Double>> rows,
    String series,
    NavigableMap<YearMonth, String> seen)
    implements Fit.Request {
  /** How many months a stated row counts for. */
  public static final double MONTHS = 24;

  private static final double LEAVES = 0.02;
  private static final String MONTHLY = "monthly.";

  /** Returns the name of a probability a month: {@code monthly.FROM.TO}. */
  public static String monthly(String from, String to) {
    return MONTHLY + from + "." + to;
  }

  /** Draws the probabilities of moving that aren't surely 0. */
  @Override
  public Supplier<Fit> prepare() {
    Map<String, Map<String, Integer>> steps = new LinkedHashMap<>();
    states.forEach(state -> steps.put(state, new LinkedHashMap<>()));
    Map<String, Map<String, Double>> priors = new LinkedHashMap<>();
    states.forEach(state -> priors.put(state, prior(state, Optional.ofNullable(rows.get(state)))));
    int n = 0;
    for (Map.Entry<YearMonth, String> entry : seen.entrySet()) {
      String before = seen.get(entry.getKey().minusMonths(1));
      if (before != null) {
        step(entry, before, priors.getOrDefault(before, Map.of()));
        steps.getOrDefault(before, new LinkedHashMap<>()).merge(entry.getValue(), 1, Integer::sum);
        n++;
      }
    }
    boolean known = priors.values().stream().allMatch(row -> row.size() < 2);
    if (n < (known ? 1 : DriverFit.FEWEST)) {
      throw new FitException(
          "%s has %d steps from one month to the next to fit to; at least %d are needed: begin earlier, or state `monthly`"
              .formatted(series, n, DriverFit.FEWEST));
    }
    int months = n;
    return () -> fit(priors, steps, months);
  }

  private Fit fit(
      Map<String, Map<String, Double>> priors, Map<String, Map<String, Integer>> steps, int n) {
    Map<String, Prior> thought = new LinkedHashMap<>();
    Map<String, double[]> columns = new LinkedHashMap<>();
    List<String> counted = new ArrayList<>();
    priors.forEach(
        (from, row) -> {
          Map<String, Integer> seenSteps = steps.getOrDefault(from, Map.of());
          counted.add(words(from, seenSteps));
          if (row.size() > 1) {
            fitRow(from, row, seenSteps, thought, columns);
          }
        });
    return Fit.ofTable(
        key, series, seen.firstKey(), seen.lastKey(), n, thought, Posterior.of(columns), counted);
  }

  /** Returns the Dirichlet prior of a row, without what is surely 0. */
  private Map<String, Double> prior(String from, Optional<Map<String, Double>> row) {
    Map<String, Double> alpha = new LinkedHashMap<>();
    double leaves = 0;
    for (String to : states) {
      double probability =
          row.map(stated -> stated.getOrDefault(to, 0.0)).orElse(LEAVES / (states.size() - 1));
      if (!to.equals(from) && probability > 0) {
        alpha.put(to, MONTHS * probability);
        leaves += probability;
      }
    }
    if (1 - leaves > 1e-9) {
      alpha.put(from, MONTHS * (1 - leaves));
    }
    return alpha;
  }

  /**
   * Returns how each step would have been foretold by the steps before it: by the posterior means
   * of its regime's row, against the share of changes, (1 + k)/(2 + n), shared evenly by the other
   * regimes; empty without steps.
   */
  public Optional<TableScores> foretold() {
    Map<String, Map<String, Double>> alphas = new LinkedHashMap<>();
    states.forEach(state -> alphas.put(state, prior(state, Optional.ofNullable(rows.get(state)))));
    List<TableScores.Row> foretold = new ArrayList<>();
    int changes = 0;
    for (Map.Entry<YearMonth, String> entry : seen.entrySet()) {
      String before = seen.get(entry.getKey().minusMonths(1));
      Map<String, Double> row = before == null ? null : alphas.get(before);
      if (row != null) {
        double total = row.values().stream().reduce(0.0, Double::sum);
        double change = TableScores.rate(changes, foretold.size());
        foretold.add(
            new TableScores.Row(
                states.stream().mapToDouble(to -> row.getOrDefault(to, 0.0) / total).toArray(),
                states.stream()
                    .mapToDouble(
                        to -> to.equals(before) ? 1 - change : change / (states.size() - 1))
                    .toArray(),
                states.indexOf(entry.getValue())));
        changes += entry.getValue().equals(before) ? 0 : 1;
        row.merge(entry.getValue(), 1.0, Double::sum);
      }
    }
    return foretold.isEmpty() ? Optional.empty() : Optional.of(TableScores.of(foretold));
  }

  private void step(Map.Entry<YearMonth, String> to, String before, Map<String, Double> row) {
    if (!row.containsKey(to.getValue())) {
      throw FitException.of(
          new Period(Every.MONTH, to.getKey()),
          "%s goes from %s to %s in %s, which regime.monthly rules out: give it a probability, or leave the row out"
              .formatted(series, before, to.getValue(), to.getKey()));
    }
  }

  private static String words(String from, Map<String, Integer> steps) {
    StringBuilder words = new StringBuilder(from + ": ");
    words.append(steps.values().stream().mapToInt(Integer::intValue).sum()).append(" months");
    steps.forEach(
        (to, count) -> {
          if (!to.equals(from)) {
            words.append(", ").append(count).append(" to ").append(to);
          }
        });
    return words.toString();
  }

  private void fitRow(
      String from,
      Map<String, Double> prior,
      Map<String, Integer> steps,
      Map<String, Prior> thought,
      Map<String, double[]> columns) {
    double total = prior.values().stream().reduce(0.0, Double::sum);
    double[] sums = new double[Posterior.ROWS];
    prior.forEach(
        (to, alpha) -> {
          String name = monthly(from, to);
          double[] draws = new Gamma(key + "." + name).draws(alpha + steps.getOrDefault(to, 0));
          Arrays.setAll(sums, row -> sums[row] + draws[row]);
          if (!to.equals(from)) {
            thought.put(
                name,
                Prior.of(name, new Distribution.Beta(alpha, total - alpha, Optional.empty())));
            columns.put(name, draws);
          }
        });
    for (String to : prior.keySet()) {
      columns.computeIfPresent(
          monthly(from, to),
          (name, draws) -> {
            Arrays.setAll(draws, row -> draws[row] / sums[row]);
            return draws;
          });
    }
  }

  /**
   * Draws of a gamma distribution (Marsaglia and Tsang, ACM Transactions on Mathematical Software
   * 26, 2000, doi:10.1145/358407.358414).
   */
  private static final class Gamma {
    private final RandomStream.Key normals;
    private final RandomStream.Key uniforms;
    private long used;

    Gamma(String name) {
      RandomStream stream = RandomStream.of(1, "fit." + name);
      normals = stream.key(0, 0);
      uniforms = stream.key(0, 1);
    }

    double[] draws(double shape) {
      double[] draws = new double[Posterior.ROWS];
      for (int row = 0; row < draws.length; row++) {
        // Below 1 the shape is raised by 1, and a power of a uniform takes that back.
        draws[row] =
            shape >= 1
                ? draw(shape)
                : draw(shape + 1) * Exp.exp(Log.log(uniforms.uniform(-1L - row)) / shape);
      }
      return draws;
    }

    private double draw(double shape) {
      double d = shape - 1 / 3.0;
      double c = 1 / Math.sqrt(9 * d);
      while (true) {
        double x = normals.normal(used);
        double u = uniforms.uniform(used++);
        double root = 1 + c * x;
        double v = root * root * root;
        if (root > 0 && Log.log(u) < x * x / 2 + d - d * v + d * Log.log(v)) {
          return d * v;
        }
      }
    }
  }
}
