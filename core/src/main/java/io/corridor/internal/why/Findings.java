package io.corridor.internal.why;

import io.corridor.internal.numeric.Sums;
import io.corridor.why.Boxes;
import io.corridor.why.Cause;
import io.corridor.why.Explanation;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import io.corridor.why.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the runs that tell why say of each outcome. */
public final class Findings {
  /** With fewer paths on either side, standard errors of shares mean little. */
  private static final int FEWEST = 100;

  private final WhyRuns runs;
  private final WhyStore store;
  private final double density;

  /**
   * Makes the findings.
   *
   * @param store all pieces of all runs
   * @param density that boxes should have, in (0, 1]
   */
  public Findings(WhyStore store, double density) {
    this.runs = store.runs();
    this.store = store;
    this.density = density;
  }

  /** Outcomes of the same last month go together, as they share the numbers of their paths. */
  public Map<String, Explanation> explanations() {
    Map<String, Explanation> found = new HashMap<>();
    for (List<Target> together : byEnd().values()) {
      @Nullable Paths all = null;
      for (Target target : together) {
        boolean[] counts = store.counts(target);
        boolean isAll = IntStream.range(0, counts.length).allMatch(p -> counts[p]);
        if (isAll && all == null) {
          all = paths(target, counts);
        }
        Paths paths = isAll && all != null ? all : paths(target, counts);
        found.put(target.id(), explain(target, paths));
      }
    }
    Map<String, Explanation> inOrder = new LinkedHashMap<>();
    runs.targets()
        .forEach(
            target -> inOrder.put(target.id(), Objects.requireNonNull(found.get(target.id()))));
    return inOrder;
  }

  private Map<Integer, List<Target>> byEnd() {
    return runs.targets().stream()
        .collect(Collectors.groupingBy(runs::endPlace, TreeMap::new, Collectors.toList()));
  }

  private Paths paths(Target target, boolean[] counts) {
    Chosen chosen = Chosen.of(counts);
    return Paths.of(numbers(target, chosen), chosen, counts, runs.paths());
  }

  private Map<String, Ranking> numbers(Target target, Chosen chosen) {
    Map<String, Ranking> numbers = new LinkedHashMap<>();
    for (String id : store.numbers()) {
      numbers.put(id, Ranking.of(chosen.from(store.number(target, id))));
    }
    return numbers;
  }

  /** The paths that count, and their numbers. */
  private record Paths(
      Chosen chosen, Map<String, Ranking> numbers, PathSet found, PathSet measured) {

    static Paths of(Map<String, Ranking> ordered, Chosen chosen, boolean[] counts, int half) {
      int all = chosen.places().length;
      int first = Chosen.of(counts, 0, half).places().length;
      return new Paths(
          chosen,
          ordered,
          PathSet.of(ordered, 0, first, new boolean[first]),
          PathSet.of(ordered, first, all, new boolean[all - first]));
    }

    Boxes boxes(double[] outcomes, double density) {
      PathSet onA = found.withHits(hits(outcomes, 0, found.size()));
      PathSet onB = measured.withHits(hits(outcomes, found.size(), outcomes.length));
      return new Boxes(
          Discovery.boxes(onA, onB, density), Discovery.boxesOfMisses(onA, onB, density));
    }

    private static boolean[] hits(double[] outcomes, int from, int to) {
      boolean[] hits = new boolean[to - from];
      for (int p = 0; p < hits.length; p++) {
        hits[p] = outcomes[from + p] == 1;
      }
      return hits;
    }
  }

  /** Returns what goes together with an outcome, and neither shares nor boxes. */
  public Explanation together(Target target) {
    Chosen chosen = Chosen.of(store.counts(target));
    double[] outcomes = chosen.from(store.outcome(target));
    double mean = Sums.mean(outcomes);
    return new Explanation(
        target,
        outcomes.length,
        mean,
        Sums.variance(outcomes, mean),
        Optional.empty(),
        Optional.empty(),
        Directions.of(outcomes, runs.isTruth(target), numbers(target, chosen)),
        Optional.empty());
  }

  private Explanation explain(Target target, Paths paths) {
    double[] outcomes = paths.chosen.from(store.outcome(target));
    double mean = Sums.mean(outcomes);
    double variance = Sums.variance(outcomes, mean);
    Optional<String> reason = reason(target, outcomes, variance);
    return new Explanation(
        target,
        outcomes.length,
        mean,
        variance,
        reason.isPresent() ? Optional.empty() : Optional.of(shares(target)),
        reason,
        Directions.of(outcomes, runs.isTruth(target), paths.numbers),
        runs.isTruth(target) ? Optional.of(paths.boxes(outcomes, density)) : Optional.empty());
  }

  /** Says why there are no shares, if so. */
  private Optional<String> reason(Target target, double[] outcomes, double variance) {
    if (!runs.isShared(target)) {
      return Optional.of(
          "it is asked of some paths only ('given'): the condition ties causes together");
    }
    if (runs.isTruth(target)) {
      long hits = 0;
      for (double outcome : outcomes) {
        hits += outcome == 1 ? 1 : 0;
      }
      long fewer = Math.min(hits, outcomes.length - hits);
      if (fewer < FEWEST) {
        return Optional.of(tooFew(hits <= outcomes.length - hits, fewer));
      }
    }
    return variance == 0
        ? Optional.of(
            "it is the same on all %,d paths".formatted(outcomes.length).replace(',', ' '))
        : Optional.empty();
  }

  private String tooFew(boolean isTrue, long paths) {
    long all = 2L * runs.paths();
    String said = isTrue ? "true" : "false";
    if (paths == 0) {
      // With nothing seen on m paths, the share is below 3/m with 95 % confidence.
      return digits(
          "it is %s on none of %,d paths, so on fewer than one in %,d (95 %%): if it ever is, more"
              + " than %,d paths would be needed (--paths); 'run' with --sampling sobol tells"
              + " better how rare it is",
          said, all, all / 3, (long) FEWEST * all / 3 / 2);
    }
    // A fifth more than needed on average, so that chance seldom leaves it short.
    long enough = Long.highestOneBit(Math.max(1, runs.paths() * 6L * FEWEST / 5 / paths)) * 2;
    return digits(
        "it is %s on only %,d of %,d paths, too few to tell the errors of shares: --paths %d would"
            + " do",
        said, paths, all, enough);
  }

  private static String digits(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replaceAll("(?<=\\d),(?=\\d{3})", " ");
  }

  private Shares shares(Target target) {
    VarianceShares found = VarianceShares.of(store.runs(target));
    List<Cause> causes = new ArrayList<>();
    runs.allCauses()
        .forEach(
            (id, members) -> {
              int place = runs.causes().indexOf(id);
              causes.add(
                  place < 0
                      ? new Cause(id, members, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO)
                      : new Cause(
                          id,
                          members,
                          found.share()[place],
                          found.first()[place],
                          found.total()[place]));
            });
    causes.sort(
        Comparator.comparingDouble((Cause cause) -> -cause.share().value())
            .thenComparing(Cause::id));
    return new Shares(causes, found.sumOfFirst());
  }
}
