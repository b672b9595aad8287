package io.corridor.simulation;

import io.corridor.internal.engine.Machines;
import io.corridor.internal.engine.Work;
import io.corridor.internal.why.Choices;
import io.corridor.internal.why.Explained;
import io.corridor.internal.why.Findings;
import io.corridor.internal.why.WhyRuns;
import io.corridor.internal.why.WhyStore;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Precision;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Levers;
import io.corridor.why.Shares;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what decides an outcome, and what must hold for it.
 *
 * <p>A cause is a group of random numbers that is independent of all others: all shocks of a
 * driver, a waiver's decisions, the fate of a project. As streams of random numbers are keyed by
 * name, each can be drawn anew while all else stays as it was, and what that changes is what the
 * cause decides:
 *
 * <pre>{@code
 * Why why = Causes.of(scenario, Causes.questions(scenario), Settings.of(scenario).withPaths(16_384));
 * Shares shares = why.outcomes().get("blackout").shares().orElseThrow();
 * shares.causes().get(0).id();      // "waivers.us-waiver"
 * shares.causes().get(0).share();   // 0.41, with its standard error
 * }</pre>
 *
 * <p>All questions share the same runs: 3k + 1 of {@code paths} paths each, k the number of causes
 * that any of them depends on. Sampling is plain random, whatever the settings say. What comes out
 * depends on the scenario, the targets' own definition, the number of paths and the seed alone: not
 * on what else is asked.
 *
 * <p>For use by any number of threads.
 */
public final class Causes {

  /** How many paths each run has where nobody says: n. */
  public static final int PATHS = 16_384;

  /** The density of boxes where nobody says. */
  public static final double DENSITY = 0.8;

  /** The fewest paths a run may have. */
  public static final int FEWEST_PATHS = 2;

  /** The most paths a run may have, as all outcomes of all runs are kept. */
  public static final int MOST_PATHS = 1 << 22;

  private Causes() {}

  /** Returns all questions of a scenario. */
  public static List<Target> questions(Scenario scenario) {
    return scenario.questions().keySet().stream().map(Target::question).toList();
  }

  /**
   * Explains outcomes of a scenario, with boxes of {@link #DENSITY}.
   *
   * @param scenario valid, in the sense of {@link ScenarioCheck}
   * @param targets the outcomes
   * @param settings as of {@link #of(Scenario, List, Settings, double)}
   */
  public static Why of(Scenario scenario, List<Target> targets, Settings settings) {
    return of(scenario, targets, settings, DENSITY);
  }

  /**
   * Explains outcomes of a scenario.
   *
   * @param scenario valid, in the sense of {@link ScenarioCheck}
   * @param targets the outcomes
   * @param settings of the runs: {@code paths} is n, the number of paths of each; with a precision,
   *     n is doubled until all total indices' 95 % intervals are at most twice as wide, or the
   *     precision's greatest number of paths is reached
   * @param density that boxes should have, in (0, 1]
   * @throws InvalidScenarioException if the scenario is not valid
   * @throws SimulationException if some path can't be simulated
   * @throws IllegalArgumentException if the scenario has no such outcome, if there is none, or if
   *     paths or density are out of range
   * @throws CancelledException if the listener ended it, or the thread was interrupted
   */
  public static Why of(Scenario scenario, List<Target> targets, Settings settings, double density) {
    Simulator.requireValid(scenario, Map.of());
    requireTargets(scenario, targets);
    requireDensity(density);
    int paths = paths(settings);
    while (true) {
      Why why = of(scenario, targets, settings, density, paths);
      if (isPrecise(why, settings) || 2L * paths > most(settings)) {
        return why;
      }
      paths *= 2;
    }
  }

  private static Why of(
      Scenario scenario, List<Target> targets, Settings settings, double density, int paths) {
    Sample sample = new Sample(settings.seed(), Sampling.RANDOM, 2L * paths);
    WhyStore store =
        simulate(new Explained(List.of(scenario), sample, targets, paths, true), settings).get(0);
    return new Why(scenario, sample, paths, new Findings(store, density).explanations());
  }

  /**
   * Returns what goes together with an outcome on a run's own paths, without telling what decides
   * it: neither shares nor boxes.
   *
   * @param scenario valid, in the sense of {@link ScenarioCheck}
   * @param sample the run's
   * @param paths how many of its first paths are looked at, two or more; of an odd number the last
   *     is left out
   * @param target the outcome
   * @param settings how many threads simulate, and who is told of progress
   * @throws SimulationException if some path can't be simulated
   * @throws IllegalArgumentException if the scenario has no such outcome
   * @throws CancelledException if the listener ended it, or the thread was interrupted
   */
  public static Explanation together(
      Scenario scenario, Sample sample, int paths, Target target, Settings settings) {
    requireTargets(scenario, List.of(target));
    Explained plain = new Explained(List.of(scenario), sample, List.of(target), paths / 2, false);
    Work<WhyStore> work = new Work<>(plain);
    WhyStore store =
        simulate(work, Machines.threads(work, settings.threads()), settings.progress()).get(0);
    return new Findings(store, DENSITY).together(target);
  }

  private static List<WhyStore> simulate(Explained explained, Settings settings) {
    Work<WhyStore> work = new Work<>(explained);
    try (Machines<WhyStore> machines = Job.machines(work, settings)) {
      return simulate(work, machines, settings.progress());
    }
  }

  /** Simulates runs, which are told of as progress in paths, all runs together. */
  private static List<WhyStore> simulate(
      Work<WhyStore> work, Machines<WhyStore> machines, Progress progress) {
    WhyRuns runs = work.part(0).runs();
    WhyStore[] stores = new WhyStore[work.parts()];
    machines.simulate(
        0,
        runs.pieces() * Job.BLOCK,
        (done, all) -> progress.goOn(inPaths(runs, done), inPaths(runs, all)),
        (store, part) -> stores[part] = store);
    return List.of(stores);
  }

  private static long inPaths(WhyRuns runs, long blocks) {
    return blocks / Job.BLOCK * runs.paths() * runs.runs() / runs.pieces();
  }

  private static boolean isPrecise(Why why, Settings settings) {
    double asked = settings.precision().map(Precision::target).orElse(Double.POSITIVE_INFINITY);
    return why.outcomes().values().stream()
        .allMatch(found -> found.shares().map(Shares::widestTotal).orElse(0.0) < asked);
  }

  private static int paths(Settings settings) {
    if (settings.paths() < FEWEST_PATHS || settings.paths() > MOST_PATHS) {
      throw new IllegalArgumentException(
          "paths: "
              + settings.paths()
              + ", must be from "
              + FEWEST_PATHS
              + " to "
              + MOST_PATHS
              + " to tell why");
    }
    return (int) settings.paths();
  }

  private static long most(Settings settings) {
    return Math.min(MOST_PATHS, settings.precision().map(Precision::maxPaths).orElse(0L));
  }

  /**
   * Compares a scenario with variants of it on the same random numbers, to choose among them.
   *
   * @param base valid; called {@link Levers#BASE} in the results
   * @param variants valid, by name, of the base's months; two or more
   * @param targets the outcomes, which all of them have
   * @param aims what is wanted of some of the targets, by id; none of them asked of some paths only
   * @param settings of the runs: {@code paths} is n, half of the paths of each
   * @param density that boxes should have, in (0, 1]
   * @throws InvalidScenarioException if one of the scenarios is not valid
   * @throws HorizonMismatchException if a variant has another start or another number of months
   * @throws SimulationException if some path of one can't be simulated
   * @throws IllegalArgumentException if there are too few variants, or a target or aim that makes
   *     no sense
   * @throws CancelledException if the listener ended it, or the thread was interrupted
   */
  public static Levers levers(
      Scenario base,
      Map<String, Scenario> variants,
      List<Target> targets,
      Map<String, Aim> aims,
      Settings settings,
      double density) {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put(Levers.BASE, base);
    all.putAll(variants);
    if (all.size() < 3) {
      throw new IllegalArgumentException(
          "levers: two variants or more, beside the file as it stands, make a choice; of a single"
              + " one, a comparison says all");
    }
    requireDensity(density);
    Simulator.requireComparable(base, variants);
    all.values().forEach(variant -> requireTargets(variant, targets));
    aims.keySet().forEach(id -> requireAim(base, id, targets));
    int paths = paths(settings);
    Sample sample = new Sample(settings.seed(), Sampling.RANDOM, 2L * paths);
    List<WhyStore> found =
        simulate(new Explained(List.copyOf(all.values()), sample, targets, paths, false), settings);
    Map<String, WhyStore> stores = new LinkedHashMap<>();
    all.keySet().forEach(name -> stores.put(name, found.get(stores.size())));
    Map<String, LeverResult> outcomes = new LinkedHashMap<>();
    for (Target target : targets) {
      outcomes.put(
          target.id(), new Choices(stores, density, paths).result(target, aims.get(target.id())));
    }
    return new Levers(base, sample, paths, outcomes);
  }

  private static void requireAim(Scenario base, String id, List<Target> targets) {
    if (targets.stream().noneMatch(target -> target.id().equals(id))) {
      throw new IllegalArgumentException("no outcome '" + id + "' to maximise or minimise");
    }
    if (base.questions().containsKey(id) && !base.questions().get(id).given().isEmpty()) {
      throw new IllegalArgumentException(
          "question '"
              + id
              + "' is asked of some paths only ('given'), other ones in each variant: it can't be"
              + " maximised or minimised");
    }
  }

  private static void requireDensity(double density) {
    if (!(density > 0 && density <= 1)) {
      throw new IllegalArgumentException("density: " + density + ", must be above 0 and at most 1");
    }
  }

  private static void requireTargets(Scenario scenario, List<Target> targets) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to explain: no question is asked, and no metric named");
    }
    List<String> seen = new ArrayList<>();
    for (Target target : targets) {
      if (seen.contains(target.id())) {
        throw new IllegalArgumentException("'" + target.id() + "' stands there twice");
      }
      seen.add(target.id());
      if (target.isQuestion()) {
        requireKnown("question", target.key(), scenario.questions().keySet());
      } else {
        requireMetric(scenario, target.key(), target.month().orElseThrow());
      }
    }
  }

  private static void requireKnown(String what, String id, Iterable<String> known) {
    for (String other : known) {
      if (other.equals(id)) {
        return;
      }
    }
    throw new IllegalArgumentException("no " + what + " '" + id + "'" + Nearest.hint(id, known));
  }

  private static void requireMetric(Scenario scenario, String metric, YearMonth month) {
    requireKnown("metric", metric, Metrics.of(scenario).keySet());
    YearMonth last = scenario.lastMonth();
    if (month.isBefore(scenario.start()) || month.isAfter(last)) {
      throw new IllegalArgumentException(
          "metric '"
              + metric
              + "@"
              + month
              + "': the months of the scenario are "
              + scenario.start()
              + " to "
              + last);
    }
  }
}
