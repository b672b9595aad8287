package io.corridor.simulation;

import io.corridor.internal.engine.ComparisonSummary;
import io.corridor.internal.engine.Engine;
import io.corridor.internal.engine.Goal;
import io.corridor.internal.engine.PrecisionGoal;
import io.corridor.internal.engine.RunSummary;
import io.corridor.internal.engine.Stretches;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Precision;
import io.corridor.model.Problem;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs scenarios. For use by any number of threads. */
public final class Simulator {

  private Simulator() {}

  /**
   * Simulates {@code scenario} with the paths and seed that it states itself, on every processor.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @return the results, which depend on the scenario alone
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws SimulationException if it makes no sense on some path
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
   * @throws SimulationException if it makes no sense on some path
   * @throws IllegalArgumentException if the precision names a metric that isn't reported, if the
   *     sampling can't have that many paths, or if what was saved can't be of this run
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Projection run(Scenario scenario, Settings settings) {
    List<Problem> problems = ScenarioCheck.check(scenario);
    if (!problems.isEmpty()) {
      throw new InvalidScenarioException(problems);
    }
    long started = System.nanoTime();
    Plan plan = PlanCompiler.compile(scenario, settings.sample());
    return settings
        .precision()
        .map(precision -> run(plan, settings, precision, started))
        .orElseGet(() -> run(plan, settings, Goal.of(settings.paths()), started).projection());
  }

  private static Projection run(Plan plan, Settings settings, Precision precision, long started) {
    PrecisionGoal goal = PrecisionGoal.of(plan, precision);
    Done done = run(plan, settings, goal, started);
    return done.projection().withReached(goal.reached(done.summary()));
  }

  private record Done(RunSummary summary, Projection projection) {}

  private static Done run(Plan plan, Settings settings, Goal goal, long started) {
    Stretches run =
        new Stretches(plan, goal, settings.threads(), settings.progress(), settings.checkpoints());
    RunSummary summary = run.run();
    double seconds = (System.nanoTime() - started) * 1e-9;
    double pathMonths = (double) run.simulatedPaths() * plan.months();
    return new Done(
        summary,
        summary.projection(
            plan, new Projection.Timing(seconds, pathMonths / seconds, settings.threads())));
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
   * @throws SimulationException if one of them makes no sense on some path
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Comparison compare(
      Scenario base, Map<String, Scenario> variants, Settings settings) {
    requireValid(base, variants);
    long started = System.nanoTime();
    Plan plan = PlanCompiler.compile(base, settings.withPaths(settings.paths()).sample());
    List<String> names = new ArrayList<>();
    List<Plan> plans = new ArrayList<>();
    variants.forEach(
        (name, variant) -> {
          requireSameHorizon(base, name, variant);
          names.add(name);
          plans.add(PlanCompiler.compileVariant(variant, plan));
        });
    ComparisonSummary summary =
        Engine.compare(plan, plans, settings.paths(), settings.threads(), settings.progress());
    double seconds = (System.nanoTime() - started) * 1e-9;
    double pathMonths = (double) settings.paths() * base.months() * (1 + names.size());
    return summary.comparison(
        names, new Projection.Timing(seconds, pathMonths / seconds, settings.threads()));
  }

  private static void requireValid(Scenario base, Map<String, Scenario> variants) {
    List<Problem> problems = new ArrayList<>(ScenarioCheck.check(base));
    variants.forEach(
        (name, variant) ->
            ScenarioCheck.check(variant).stream()
                .map(problem -> new Problem(name + ": " + problem.key(), problem.message()))
                .forEach(problems::add));
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
