package io.corridor.evidence.forecast;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.score.Naive;
import io.corridor.evidence.score.Scored;
import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.score.Widening;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Period;
import io.corridor.internal.random.RandomStream;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a scenario against the past: moves it to each origin, with what was known there and random
 * numbers of its own, and scores what it says of the months after against what happened.
 *
 * @param plan what is held against what
 * @param mover makes the scenario of each origin
 * @param paths by origin, {@code >= 2}
 * @param seed of the random numbers, from which each origin's are made
 */
public record Backtest(Plan plan, Mover mover, long paths, long seed) {
  /** Paths of an origin, where nobody says otherwise: scores are hardly better of more. */
  public static final long USUAL_PATHS = 10_000;

  /**
   * What is held against what.
   *
   * @param origins months, in order
   * @param horizons months from an origin to the end of what is forecast, ascending
   * @param series what happened, by metric, in the metric's unit
   * @param questions whether questions are scored, as far as the series show their truth
   * @param tables whether the rows of tables that fits are made to are foretold
   */
  public record Plan(
      List<YearMonth> origins,
      List<Integer> horizons,
      Map<String, DataSeries> series,
      boolean questions,
      boolean tables) {

    /** Copies the collections, keeping their order. */
    public Plan {
      origins = List.copyOf(origins);
      horizons = List.copyOf(horizons);
      series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    }
  }

  /** Makes the scenario as it would have been at an origin. */
  @FunctionalInterface
  public interface Mover {

    /**
     * Returns the scenario that starts at {@code origin} and knows nothing later.
     *
     * @param months how long it must be, at least
     * @throws FitException if there are too few data before the origin
     * @throws InvalidScenarioException if it isn't valid there
     */
    Moved at(YearMonth origin, int months);

    /**
     * Returns the keys of the levels that a metric rests on and no data decide, so that they may
     * know of what came later.
     */
    default List<String> knowing(String metric) {
      return List.of();
    }

    /**
     * Returns how well the rows of tables would have been foretold by the rows before, by the key
     * of what is fitted to them.
     */
    default Map<String, TableScores> tables() {
      return Map.of();
    }

    /** Returns the fits whose spread metrics of the backtest show, drivers first. */
    default List<Spread> spreads() {
      return List.of();
    }

    /** Returns one that multiplies what fits draw of spread by factors, by key. */
    default Mover widened(Map<String, Double> factors) {
      return this;
    }
  }

  /**
   * A fit whose spread a metric shows.
   *
   * @param key of the fit: {@code drivers.brent}
   * @param metric its own: {@code driver.brent}
   * @param stated what its file widens it by; absent: nothing
   * @param on keys of the fitted drivers that it follows
   */
  public record Spread(String key, String metric, Optional<Double> stated, Set<String> on) {}

  /**
   * A scenario as of an origin.
   *
   * @param scenario the scenario
   * @param lacking metrics that rest on what lacks data there, and why
   * @param told what else lacks data there, by key: correlations, which are 0 then
   */
  public record Moved(Scenario scenario, Map<String, String> lacking, Map<String, String> told) {

    /** Makes a scenario that lacks nothing. */
    public Moved(Scenario scenario) {
      this(scenario, Map.of(), Map.of());
    }
  }

  /**
   * What was left out at an origin.
   *
   * @param all why all of it was; empty: some of it was scored
   * @param some why a metric was left out, or what else lacked data, by name
   */
  public record Left(Optional<String> all, Map<String, String> some) {

    /** Copies the map, keeping its order. */
    public Left {
      some = Collections.unmodifiableMap(new LinkedHashMap<>(some));
    }

    private Map<String, String> reasons() {
      return all.map(why -> Map.of("", why)).orElse(some);
    }
  }

  /** Why one thing was left out at origins that follow one another: there, and at the last. */
  private record Gap(String name, int first, int last, String why, boolean same) {

    private Gap until(int origin, String now) {
      return new Gap(name, first, origin, now, same && now.equals(why));
    }

    private String line(List<YearMonth> origins) {
      String more =
          last == first
              ? ""
              : " to "
                  + origins.get(last)
                  + " ("
                  + (last - first + 1)
                  + ")"
                  + (same ? "" : ", at last");
      return origins.get(first) + more + ": " + (name.isEmpty() ? "" : name + ": ") + why;
    }
  }

  /**
   * What came out.
   *
   * @param origins by origin, what was left out there
   * @param metrics scores, in the order of the plan; without those that no origin could forecast
   * @param questions scores of the questions whose truth is known at an origin
   * @param tables how well rows of tables would have been foretold, by key
   * @param widen how much wider fits should be, by key
   * @param stated what the file widens those by that say so, by key
   */
  public record Result(
      Map<YearMonth, Left> origins,
      List<MetricScores> metrics,
      List<QuestionScores> questions,
      Map<String, TableScores> tables,
      Map<String, Widening> widen,
      Map<String, Double> stated) {

    /** Returns what was left out and why, a line for each thing and run of origins. */
    public List<String> skipped() {
      List<Gap> gaps = new ArrayList<>();
      Map<String, Integer> latest = new HashMap<>(); // of each name, its place among the gaps
      int at = 0;
      for (Left left : origins.values()) {
        for (Map.Entry<String, String> one : left.reasons().entrySet()) {
          String name = one.getKey();
          Integer place = latest.get(name);
          if (place != null && gaps.get(place).last() == at - 1) {
            gaps.set(place, gaps.get(place).until(at, one.getValue()));
          } else {
            latest.put(name, gaps.size());
            gaps.add(new Gap(name, at, at, one.getValue(), true));
          }
        }
        at++;
      }
      List<YearMonth> all = List.copyOf(origins.keySet());
      return gaps.stream().map(gap -> gap.line(all)).toList();
    }

    private Optional<Widening> widening(String metric) {
      return metrics.stream()
          .filter(scores -> scores.metric().equals(metric))
          .findFirst()
          .map(scores -> Widening.of(metric, scores.forecasts()));
    }

    /** Returns the verdict on the bands of all metrics, a sentence each. */
    public String verdict() {
      return metrics.isEmpty()
          ? "No origin could be scored."
          : String.join(". ", metrics.stream().map(MetricScores::verdict).toList()) + ".";
    }
  }

  /**
   * Runs the backtest, and what follows drivers once more where these are widened, to tell how much
   * wider it should be itself.
   *
   * @param progress told of origins times paths
   * @throws CancelledException if {@code progress} ended it
   */
  public Result run(Progress progress) {
    List<Spread> spreads = mover.spreads();
    boolean follows =
        spreads.stream().anyMatch(s -> !s.on().isEmpty() && plan.series().containsKey(s.metric()));
    long rounds = follows ? 2 : 1;
    Result result = once((done, all) -> progress.goOn(done, rounds * all));
    Map<String, Widening> widen = new LinkedHashMap<>();
    Map<String, Double> factors = new LinkedHashMap<>();
    Map<String, Double> stated = new LinkedHashMap<>();
    for (Spread spread : spreads) {
      Optional<Widening> found = result.widening(spread.metric());
      found.ifPresent(widening -> widen.put(spread.key(), widening));
      spread.stated().ifPresent(factor -> stated.put(spread.key(), factor));
      spread
          .stated()
          .or(() -> found.map(Widening::factor))
          .ifPresent(factor -> factors.put(spread.key(), factor));
    }
    factors.values().removeIf(factor -> factor == 1);
    List<Spread> again =
        spreads.stream()
            .filter(spread -> spread.on().stream().anyMatch(factors::containsKey))
            .filter(spread -> widen.containsKey(spread.key()))
            .toList();
    if (!again.isEmpty()) {
      Map<String, DataSeries> series = new LinkedHashMap<>(plan.series());
      series.keySet().retainAll(again.stream().map(Spread::metric).toList());
      factors.keySet().retainAll(again.stream().flatMap(s -> s.on().stream()).toList());
      Plan followers = new Plan(plan.origins(), plan.horizons(), series, false, false);
      Result held =
          new Backtest(followers, mover.widened(factors), paths, seed)
              .once((done, all) -> progress.goOn(all + done, 2 * all));
      for (Spread spread : again) {
        held.widening(spread.metric()).ifPresent(found -> widen.put(spread.key(), found));
      }
    }
    return new Result(
        result.origins(), result.metrics(), result.questions(), result.tables(), widen, stated);
  }

  private Result once(Progress progress) {
    Scoreboard scores = new Scoreboard();
    Map<YearMonth, Left> origins = new LinkedHashMap<>();
    int done = 0;
    for (YearMonth origin : plan.origins()) {
      Map<String, String> some = new LinkedHashMap<>();
      Optional<String> all = at(origin, done++, scores, some, progress);
      origins.put(origin, new Left(all, some));
    }
    return new Result(
        origins,
        scores.metrics(metric -> requireNonNull(plan.series().get(metric)).id(), mover::knowing),
        scores.questions(),
        plan.tables() ? mover.tables() : Map.of(),
        Map.of(),
        Map.of());
  }

  /**
   * Scores an origin, and tells what is left out of it.
   *
   * @return why all of it is; empty: some of it is scored
   */
  private Optional<String> at(
      YearMonth origin, int done, Scoreboard scores, Map<String, String> some, Progress progress) {
    long before = done * paths;
    long all = plan.origins().size() * paths;
    if (!progress.goOn(before, all)) {
      throw new CancelledException(before, all);
    }
    Map<ForecastTarget, Rivals> targets = targets(origin, some);
    if (targets.isEmpty()) {
      some.clear();
      return Optional.of(
          "too few data: no series has both a past to make naive forecasts of and what happened");
    }
    try {
      int months = plan.horizons().get(plan.horizons().size() - 1);
      Moved moved = mover.at(origin, months);
      some.putAll(moved.told());
      if (targets.keySet().removeIf(target -> moved.lacking().containsKey(target.metric()))
          && targets.isEmpty()) {
        some.clear();
        return moved.lacking().values().stream().findFirst();
      }
      some.putAll(moved.lacking());
      Scenario scenario = moved.scenario();
      Map<String, Boolean> truths = truths(scenario, moved.lacking().keySet());
      Sample sample = new Sample(seedAt(origin), Sampling.RANDOM, paths);
      PathFigures figures =
          PathFigures.of(
              scenario,
              sample,
              targets.keySet(),
              truths.keySet(),
              (now, of) -> progress.goOn(before + now, all));
      score(origin, scenario, targets, figures, scores);
      truths.forEach(
          (question, truth) ->
              scores.ask(
                  question,
                  origin,
                  Optional.empty(),
                  requireNonNull(figures.outcomes().get(question)),
                  truth));
      return Optional.empty();
    } catch (FitException e) {
      some.clear();
      return Optional.of("too few data: " + e.getMessage());
    } catch (InvalidScenarioException | SimulationException e) {
      some.clear();
      return Optional.of("the scenario isn't valid then: " + e.getMessage());
    }
  }

  /** Random numbers of an origin's own: the same whatever the other origins are. */
  private long seedAt(YearMonth origin) {
    return RandomStream.of(seed, "backtest." + origin).key(0, 0).word(0);
  }

  /** What happened, and what the naive forecasts' scores are. */
  private record Rivals(double actual, Map<String, Double> scores) {}

  private Map<ForecastTarget, Rivals> targets(YearMonth origin, Map<String, String> some) {
    Map<ForecastTarget, Rivals> targets = new LinkedHashMap<>();
    plan.series()
        .forEach(
            (metric, series) -> {
              DataSeries.Values known = series.knownBefore(origin);
              DataSeries.Values actual = series.actual();
              for (int horizon : plan.horizons()) {
                Period period = new Period(series.every(), origin.plusMonths(horizon - 1L));
                if (!period.first().isBefore(origin)) {
                  actual
                      .at(period)
                      .map(value -> new Rivals(value, Scoreboard.naive(known, period, value)))
                      .ifPresent(
                          rivals -> {
                            if (rivals.scores().isEmpty()) {
                              some.put(metric, tooShort(series, known));
                            } else {
                              targets.put(ForecastTarget.of(metric, period, series.of()), rivals);
                            }
                          });
                }
              }
            });
    return targets;
  }

  private static String tooShort(DataSeries series, DataSeries.Values known) {
    return "too few data: %s has %d values that were out, and naive forecasts need %d differences of each kind"
        .formatted(series.id(), known.count(), Naive.FEWEST);
  }

  private static void score(
      YearMonth origin,
      Scenario scenario,
      Map<ForecastTarget, Rivals> targets,
      PathFigures figures,
      Scoreboard scores) {
    targets.forEach(
        (target, rivals) -> {
          String unit = requireNonNull(Metrics.of(scenario).get(target.metric())).unit();
          double[] values = requireNonNull(figures.figures().get(target));
          scores.add(
              target.metric(),
              target.unit(unit),
              Scored.of(origin, target.period(), values, rivals.actual(), rivals.scores()),
              values,
              Optional.empty());
        });
  }

  private Map<String, Boolean> truths(Scenario scenario, Set<String> lacking) {
    Map<String, Boolean> truths = new LinkedHashMap<>();
    if (plan.questions()) {
      Map<String, DataSeries> series = new LinkedHashMap<>(plan.series());
      series.keySet().removeAll(lacking);
      Truth truth = new Truth(scenario, series);
      for (String question : Truth.askable(scenario, series.keySet())) {
        truth.of(question).ifPresent(known -> truths.put(question, known));
      }
    }
    return truths;
  }
}
