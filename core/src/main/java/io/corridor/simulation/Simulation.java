package io.corridor.simulation;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.KeptPaths;
import io.corridor.internal.engine.Summary;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Condition;
import io.corridor.projection.Projection;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.util.List;
import java.util.Map;

/**
 * Scenarios compiled once, whose paths are simulated range by range: by whoever wants to look at
 * results on the way, or shares ranges out himself. Ranges may come in any order; what they come to
 * is what {@link Simulator} says of as many paths, bit for bit.
 *
 * <p>For use by one thread. Others may simulate other ranges of the same scenarios, each with a
 * simulation of its own, of which {@link #toBytes} and {@link #add} make one.
 */
public final class Simulation {

  /** Ranges of paths start at multiples of this number. */
  public static final int BLOCK = Block.PATHS;

  private final List<String> names;
  private final Summary summary;

  private Simulation(List<String> names, Summary summary) {
    this.names = names;
    this.summary = summary;
  }

  /**
   * Returns a simulation of no paths as yet.
   *
   * @param base valid, what the variants are compared with
   * @param variants valid, by the names they get in the results; of the same start and as many
   *     months as the base; may be none
   * @param sample which paths; of samplings that depend on the number of paths, the number of all
   * @throws io.corridor.model.InvalidScenarioException if one of the scenarios is not valid
   * @throws HorizonMismatchException if a variant has another start or another number of months
   */
  public static Simulation of(Scenario base, Map<String, Scenario> variants, Sample sample) {
    Simulator.requireComparable(base, variants);
    Beside beside = new Beside(base, List.of(List.copyOf(variants.values())), sample);
    return new Simulation(List.copyOf(variants.keySet()), beside.part(0, null));
  }

  /**
   * Returns a simulation of no paths as yet, of a scenario's paths on which conditions hold: its
   * answers are those of the same questions asked with {@code given}, bit for bit, and its number
   * of paths is theirs.
   *
   * @param scenario valid
   * @param sample which paths; of samplings that depend on the number of paths, the number of all
   * @param conditions all of which must hold; metrics are among those that the scenario reports
   * @throws io.corridor.model.InvalidScenarioException if the scenario is not valid
   * @throws IllegalArgumentException if a condition names no question that comes true or not, or no
   *     metric that is reported and has the month
   */
  public static Simulation given(Scenario scenario, Sample sample, List<Condition> conditions) {
    return keeping(scenario, sample).given(conditions);
  }

  /** Returns paths of a scenario that are kept, none as yet. */
  public static Kept keeping(Scenario scenario, Sample sample) {
    return new Kept(PlanCompiler.compile(scenario, Drawn.of(sample), Wanted.REPORTED));
  }

  /**
   * Paths that were simulated and are kept, all months of their reported metrics, 8 bytes for each.
   * For use by one thread.
   */
  public static final class Kept {
    private final KeptPaths paths;

    private Kept(Plan plan) {
      this.paths = new KeptPaths(plan);
    }

    /** Simulates a range of paths, and keeps them; as {@link Simulation#simulate}. */
    public void simulate(long firstPath, long paths, Progress progress) {
      this.paths.simulate(firstPath, paths, progress);
    }

    /** Returns how many are kept. */
    public long paths() {
      return paths.paths();
    }

    /**
     * Returns a simulation that has those on which conditions hold; as {@link Simulation#given}.
     */
    public Simulation given(List<Condition> conditions) {
      return new Simulation(List.of(), paths.where(conditions));
    }
  }

  /** Returns a simulation of the same scenarios, of no paths as yet. */
  public Simulation anew() {
    return new Simulation(names, summary.anew());
  }

  /**
   * Simulates a range of paths on this thread.
   *
   * @param firstPath a multiple of {@link #BLOCK}
   * @param paths how many; a multiple of the same but for the last range of all
   * @param progress told of progress within the range
   * @throws IllegalArgumentException if some of them were simulated before
   * @throws SimulationException if some path can't be simulated; the simulation is of no use then
   * @throws CancelledException if {@code progress} ended it, or this thread was interrupted; the
   *     simulation is of no use then
   */
  public void simulate(long firstPath, long paths, Progress progress) {
    summary.simulate(firstPath, paths, 1, progress);
  }

  /** Returns how many paths have been simulated or added. */
  public long paths() {
    return summary.paths();
  }

  /** Returns what the paths come to, for {@link #add}. */
  public byte[] toBytes() {
    return summary.toBytes();
  }

  /**
   * Adds what {@link #toBytes} of a simulation of the same scenarios and other paths returned.
   *
   * @throws IllegalArgumentException if the bytes are damaged, of other scenarios, or of paths that
   *     are here already
   */
  public void add(byte[] bytes) {
    summary.merge(summary.fromBytes(bytes));
  }

  /**
   * Returns the results of the paths so far, which begin with the first and leave out none.
   *
   * @param timing told as part of them
   * @throws IllegalStateException if there are no paths
   */
  public Comparison results(Projection.Timing timing) {
    return summary.comparison(names, timing);
  }
}
