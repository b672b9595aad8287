package io.corridor.simulation;

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
import io.corridor.projection.Projection;
import java.util.List;

/** Runs scenarios. */
public final class Simulator {

  private Simulator() {}

  /**
   * Simulates {@code scenario}.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param settings how
   * @return the results, which depend on the scenario, the number of paths (or the precision that is
   *     asked for) and the seed alone
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws IllegalArgumentException if the precision names a metric that isn't reported, or if what
   *     was saved can't be of this run
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Projection run(Scenario scenario, Settings settings) {
    List<Problem> problems = ScenarioCheck.check(scenario);
    if (!problems.isEmpty()) {
      throw new InvalidScenarioException(problems);
    }
    long started = System.nanoTime();
    Plan plan = PlanCompiler.compile(scenario, settings.seed());
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
        new Stretches(
            plan, goal, settings.threads(), settings.progress(), settings.checkpoints());
    RunSummary summary = run.run();
    double seconds = (System.nanoTime() - started) * 1e-9;
    double pathMonths = (double) run.simulatedPaths() * plan.months();
    return new Done(
        summary,
        summary.projection(
            plan, new Projection.Timing(seconds, pathMonths / seconds, settings.threads())));
  }
}
