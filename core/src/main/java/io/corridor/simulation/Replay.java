package io.corridor.simulation;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.PathRecorder;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Paths;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Simulates chosen paths of a run again, to look at them one by one. A path is a function of the
 * scenario, the sample and its number alone, so these are the very paths of the run.
 *
 * <p>Immutable; for use by any number of threads.
 */
public final class Replay {
  private final Plan plan;

  private Replay(Plan plan) {
    this.plan = plan;
  }

  /**
   * Returns the replay of a run of random paths.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param seed of the run
   * @param metrics as of {@link #of(Scenario, Sample, Collection)}
   * @throws IllegalArgumentException if the scenario has no such metric
   */
  public static Replay of(Scenario scenario, long seed, Collection<String> metrics) {
    return of(scenario, Sample.random(seed), metrics);
  }

  /**
   * Returns the replay of a run.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param sample its paths
   * @param metrics ids of the metrics to look at, whether or not the scenario reports them; beside
   *     those of {@link io.corridor.model.Metrics} some explain others: {@code
   *     world.exports.A.B.before}, what A sold to B on the day before; {@code energy.ID.projects},
   *     the part of {@code energy.ID.domestic} that comes from projects; {@code waiver.ID.expires},
   *     at the end of the month the first day without the waiver, counted from the start's first
   *     day as 0, negative once it is lapsed; {@code regime}, the place of the regime after the
   *     month's transition, before its events
   * @throws IllegalArgumentException if the scenario has no such metric
   */
  public static Replay of(Scenario scenario, Sample sample, Collection<String> metrics) {
    return new Replay(PlanCompiler.compile(scenario, Drawn.of(sample), Wanted.replay(metrics)));
  }

  /**
   * Returns the replay of the median path, which is in no run: every random number is in the middle
   * of its distribution. Uncertain numbers are at their medians, drivers and noises have no shocks,
   * and what happens with a probability below one half doesn't. All paths of this replay are alike.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   * @param metrics as of {@link #of(Scenario, Sample, Collection)}
   * @throws IllegalArgumentException if the scenario has no such metric
   */
  public static Replay median(Scenario scenario, Collection<String> metrics) {
    Scenario.Builder median = scenario.toBuilder();
    scenario.draws().forEach((id, table) -> median.draws(id, table.median()));
    return new Replay(
        PlanCompiler.compile(
            median.buildUnchecked(), Drawn.median(scenario.run().seed()), Wanted.replay(metrics)));
  }

  /**
   * Returns the keys of the scenario file from which a metric's random numbers come: what it rests
   * on, of all that is uncertain, but for shocks that are correlated with others.
   *
   * @param scenario whose numbers need not be valid
   * @param metric its id
   * @throws IllegalArgumentException if the scenario has no such metric
   */
  public static Set<String> sourcesOf(Scenario scenario, String metric) {
    Plan plan =
        PlanCompiler.compile(
            scenario, Drawn.of(Sample.random(1)), Wanted.outcomes(List.of(), List.of(metric)));
    return plan.liveSources().stream()
        .filter(id -> plan.sources().getOrDefault(id, List.of()).equals(List.of(id)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the paths of the run. */
  public Sample sample() {
    return plan.sample();
  }

  /**
   * Returns the keys of the uncertain inputs: where they stand in the scenario file. The key of a
   * project alone names the month, from 0, in which it is completed; infinite where it never is.
   */
  public Set<String> inputs() {
    return plan.numbers().keySet();
  }

  /**
   * Returns the number that stands at {@code key} in the scenario file, as it is on a path.
   *
   * @param value what stands there
   * @param paths of this replay
   * @param path index among them
   */
  public double number(Value value, String key, Paths paths, int path) {
    String input =
        value.match(
            number -> key,
            parameter -> "parameters." + parameter.id(),
            draw -> "draws." + draw.table() + "." + draw.column(),
            law -> key);
    return inputs().contains(input)
        ? paths.input(input, path)
        : new Typical(plan.scenario()).of(value);
  }

  /**
   * Simulates some paths.
   *
   * @param first number of the first path, {@code >= 0}
   * @param count how many, {@code >= 1}; all of their months are kept
   * @throws SimulationException if one of them can't be simulated
   */
  public Paths paths(long first, int count) {
    return PathRecorder.record(plan, first, count);
  }

  /**
   * Simulates many paths, of which a few are kept at a time.
   *
   * @param first number of the first path, {@code >= 0}
   * @param count how many
   * @param progress told of progress
   * @param consumer is given the paths in order, a block at a time
   * @throws SimulationException if one of them can't be simulated
   * @throws CancelledException if {@code progress} ended it
   */
  public void forEach(long first, long count, Progress progress, Consumer<Paths> consumer) {
    for (long done = 0; done < count; done += Block.PATHS) {
      consumer.accept(paths(first + done, (int) Math.min(Block.PATHS, count - done)));
      long doneNow = Math.min(count, done + Block.PATHS);
      if (!progress.goOn(doneNow, count) && doneNow < count) {
        throw new CancelledException(doneNow, count);
      }
    }
  }
}
