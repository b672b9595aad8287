package io.corridor.simulation;

import io.corridor.internal.engine.Goal;
import io.corridor.internal.engine.Machines;
import io.corridor.internal.engine.PrecisionGoal;
import io.corridor.internal.engine.Profiler;
import io.corridor.internal.engine.Stretches;
import io.corridor.internal.engine.Summary;
import io.corridor.internal.engine.Work;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Problem;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import io.corridor.projection.Comparison;
import io.corridor.projection.Profile;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.run.SimulationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs scenarios. For use by any number of threads. */
public final class Simulator {

  private Simulator() {}

  /**
   * Simulates {@code scenario} with the paths and seed that it states itself, on every processor.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @return the results, which depend on the scenario alone
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if the thread was interrupted
   */
  public static Projection run(Scenario scenario) {
    return run(scenario, Settings.of(scenario));
  }

  /**
   * Simulates {@code scenario}.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param settings how
   * @return the results, which depend on the scenario, the number of paths (or the precision that
   *     is asked for), the seed and the sampling alone
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws SimulationException if some path can't be simulated
   * @throws IllegalArgumentException if the precision names a metric that isn't reported, if the
   *     sampling can't have that many paths, or if what was saved can't be of this run
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Projection run(Scenario scenario, Settings settings) {
    requireValid(scenario, Map.of());
    long started = System.nanoTime();
    Work<Summary> work = new Work<>(new Beside(scenario, List.of(List.of()), settings.sample()));
    Plan plan = work.part(0).plans().get(0);
    Goal goal =
        settings
            .precision()
            .<Goal>map(precision -> PrecisionGoal.of(plan, precision))
            .orElseGet(() -> Goal.of(settings.paths()));
    try (Machines<Summary> machines = Job.machines(work, settings)) {
      Stretches run =
          new Stretches(
              work.part(0).anew(), goal, machines, settings.progress(), settings.checkpoints());
      Summary summary = run.run();
      Projection found =
          summary.projection(
              settings.timing((double) run.simulatedPaths() * plan.months(), started));
      return goal.reached(summary).map(found::withReached).orElse(found);
    }
  }

  /**
   * Simulates {@code base} and {@code variants} on the same random numbers, and what differs
   * between them path by path. Whatever the scenarios have in common they draw alike, so that the
   * error of a difference is mostly much smaller than that of either number.
   *
   * @param base valid, what the variants are compared with
   * @param variants valid, by the names they get in the results; of the same start and as many
   *     months as the base
   * @param settings how, a number of paths: a precision is asked of single runs alone, which alone
   *     are saved too; the progress is in paths that were taken through all scenarios
   * @return the results, which depend on the scenarios, the number of paths, the seed and the
   *     sampling alone; with {@link io.corridor.model.Sampling#SOBOL} a variant that draws what the
   *     base doesn't has other paths than on its own, as what both draw must be the same
   * @throws io.corridor.model.InvalidScenarioException if one of the scenarios is not valid
   * @throws HorizonMismatchException if a variant has another start or another number of months
   * @throws SimulationException if some path of one can't be simulated
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Comparison compare(
      Scenario base, Map<String, Scenario> variants, Settings settings) {
    requireComparable(base, variants);
    Groups groups = Groups.few(base, variants, settings);
    long weight = groups.weight();
    List<Comparison> comparisons = new ArrayList<>();
    groups.simulate(
        (done, paths) -> settings.progress().goOn(done / weight, paths / weight), comparisons::add);
    return comparisons.size() == 1
        ? comparisons.get(0)
        : Comparison.join(comparisons, List.copyOf(variants.keySet()), groups.timing());
  }

  /**
   * Simulates many variants of {@code base}, such as the points of a grid, as {@link #compare}
   * does, and gives some results at a time, as soon as they are there: each variant is in one of
   * them, the base in all.
   *
   * @param base valid, what the variants are compared with
   * @param variants valid, by the names they get in the results; of the same start and as many
   *     months as the base. If there are none, the base is simulated alone
   * @param settings how, a number of paths; the progress is in paths of single variants. On a
   *     cluster all is one job
   * @param results takes them on this thread; of their timing, the seconds are since the start
   * @throws io.corridor.model.InvalidScenarioException if one of the scenarios is not valid
   * @throws HorizonMismatchException if a variant has another start or another number of months
   * @throws SimulationException if some path of one can't be simulated
   * @throws CancelledException if the listener ended it, or the thread was interrupted
   */
  public static void sweep(
      Scenario base,
      Map<String, Scenario> variants,
      Settings settings,
      Consumer<Comparison> results) {
    requireComparable(base, variants);
    Groups.many(base, variants, settings).simulate(settings.progress(), results);
  }

  /**
   * Measures on this thread where the time goes that a scenario takes.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param settings of which the seed and the sampling count
   * @param seconds after which to end, some ten thousand paths being the least
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws SimulationException if some path can't be simulated
   */
  public static Profile profile(Scenario scenario, Settings settings, double seconds) {
    requireValid(scenario, Map.of());
    return Profiler.of(
        PlanCompiler.compile(scenario, Drawn.of(settings.sample()), Wanted.REPORTED), seconds);
  }

  static void requireComparable(Scenario base, Map<String, Scenario> variants) {
    requireValid(base, variants);
    variants.forEach((name, variant) -> requireSameHorizon(base, name, variant));
  }

  /**
   * Returns the problems of a scenario: those of {@link ScenarioCheck}, and where it has none, rows
   * of the regime whose medians sum to more than 1.
   */
  public static List<Problem> check(Scenario scenario) {
    List<Problem> problems = ScenarioCheck.check(scenario);
    return problems.isEmpty() ? RegimeRows.problems(scenario) : problems;
  }

  static void requireValid(Scenario base, Map<String, Scenario> variants) {
    List<Problem> problems = new ArrayList<>(check(base));
    variants.forEach(
        (name, variant) ->
            check(variant).stream().map(problem -> problem.in(name)).forEach(problems::add));
    if (!problems.isEmpty()) {
      throw new InvalidScenarioException(problems);
    }
  }

  private static void requireSameHorizon(Scenario base, String name, Scenario variant) {
    if (!variant.start().equals(base.start()) || variant.months() != base.months()) {
      throw new HorizonMismatchException(name, variant, base);
    }
  }
}
