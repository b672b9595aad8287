package io.corridor.simulation;

import io.corridor.internal.engine.Engine;
import io.corridor.internal.engine.RunSummary;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.Problem;
import io.corridor.model.Scenario;
import io.corridor.model.ScenarioCheck;
import io.corridor.projection.Projection;
import java.util.List;

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
   * @return the results, which depend on the scenario, the number of paths and the seed alone
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws SimulationException if it makes no sense on some path
   * @throws CancelledException if the listener ended the run, or the thread was interrupted
   */
  public static Projection run(Scenario scenario, Settings settings) {
    List<Problem> problems = ScenarioCheck.check(scenario);
    if (!problems.isEmpty()) {
      throw new InvalidScenarioException(problems);
    }
    long started = System.nanoTime();
    Plan plan = PlanCompiler.compile(scenario, settings.seed());
    RunSummary summary = run(plan, settings);
    double seconds = (System.nanoTime() - started) * 1e-9;
    double pathMonths = (double) settings.paths() * scenario.months();
    return summary.projection(
        plan, new Projection.Timing(seconds, pathMonths / seconds, settings.threads()));
  }

  private static RunSummary run(Plan plan, Settings settings) {
    try {
      return Engine.run(plan, settings.paths(), settings.threads(), settings.progress());
    } catch (ArithmeticException e) {
      throw new SimulationException(e);
    }
  }
}
