package io.corridor.simulation;

import io.corridor.internal.engine.Goal;
import io.corridor.internal.engine.PrecisionGoal;
import io.corridor.internal.engine.Profiler;
import io.corridor.internal.engine.Ranges;
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
import io.corridor.projection.Profile;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.time.Duration;
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
    if (settings.cluster().isEmpty()) {
      return run(plan, settings, goal, Ranges.onThreads(plan, settings.threads()), started);
    }
    Cluster cluster = settings.cluster().get();
    Job job = Job.of(plan.scenario(), List.of(List.of()), plan.sample());
    try (Cluster.Deployment deployment = cluster.deploy(job)) {
      return run(
          plan, settings, goal, new OnCluster(job, deployment, cluster.worthwhile()), started);
    }
  }

  private static Done run(Plan plan, Settings settings, Goal goal, Ranges ranges, long started) {
    Stretches run = new Stretches(plan, goal, ranges, settings.progress(), settings.checkpoints());
    RunSummary summary = run.run();
    Projection.Timing timing =
        timing(settings, (double) run.simulatedPaths() * plan.months(), started);
    return new Done(summary, summary.projection(plan, timing));
  }

  private static Projection.Timing timing(Settings settings, double pathMonths, long started) {
    double seconds = (System.nanoTime() - started) * 1e-9;
    int threads = settings.cluster().map(Cluster::cores).orElse(settings.threads());
    return new Projection.Timing(seconds, pathMonths / seconds, threads);
  }

  /** The ranges of a run on a cluster, whose job has one part. */
  private record OnCluster(Job job, Cluster.Deployment deployment, Duration worthwhile)
      implements Ranges {

    @Override
    public RunSummary run(long firstPath, long paths, Progress progress) {
      List<RunSummary> summaries = new ArrayList<>();
      deployment.simulate(
          firstPath,
          paths,
          progress,
          (part, summary) -> summaries.add(job.read(part, summary).runs().get(0)));
      return summaries.get(0);
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
    int weight = groups.weightOfAll();
    List<Comparison> comparisons = new ArrayList<>();
    groups.simulate(
        (done, paths) -> settings.progress().goOn(done / weight, paths / weight), comparisons::add);
    return comparisons.size() == 1
        ? comparisons.get(0)
        : Comparison.join(
            comparisons,
            List.copyOf(variants.keySet()),
            groups.timing(comparisons.get(0).base().timing().threads()));
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
    return Profiler.of(PlanCompiler.compile(scenario, settings.sample()), seconds);
  }

  static void requireComparable(Scenario base, Map<String, Scenario> variants) {
    requireValid(base, variants);
    variants.forEach((name, variant) -> requireSameHorizon(base, name, variant));
  }

  static void requireValid(Scenario base, Map<String, Scenario> variants) {
    List<Problem> problems = new ArrayList<>(ScenarioCheck.check(base));
    variants.forEach(
        (name, variant) ->
            ScenarioCheck.check(variant).stream()
                .map(problem -> problem.in(name))
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
