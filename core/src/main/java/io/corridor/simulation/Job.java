package io.corridor.simulation;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.Engine;
import io.corridor.internal.engine.PairedSummary;
import io.corridor.internal.engine.WhyBytes;
import io.corridor.internal.engine.WhyRuns;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.transfer.Records;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.why.Target;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Cluster} simulates: a scenario, alone or with variants. It is serializable, and
 * small: some ten kilobytes for a scenario, little more for each variant. It compiles what it needs
 * where it is needed.
 *
 * <p>The parts of a job can be simulated apart, and ranges of paths within a part. Each range comes
 * to some bytes; those of a part are merged, some at a time and in any order, and say the same in
 * the end.
 *
 * <p>Immutable; for use by any number of threads.
 */
public final class Job implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Ranges of paths start at multiples of this number. */
  public static final int BLOCK = Block.PATHS;

  /** Of a step in a month, for a path. */
  private static final double SECONDS_PER_STEP = 1.2e-9;

  /** Of a metric in a month, for a path: its moments and percentiles. */
  private static final double SECONDS_PER_METRIC = 2.5e-9;

  private final transient Content content;

  /** The part that was last needed: mostly it is needed again. */
  private transient volatile @Nullable Part latest;

  /** What a job is made of. */
  private sealed interface Content {

    /** Returns how many parts it has. */
    int parts();

    /** Returns a part, compiled; {@code latest} may be of use. */
    Part part(int number, @Nullable Part latest);
  }

  /** A part of the job, compiled. */
  private sealed interface Part {
    int number();

    double secondsPerPath();

    byte[] simulate(long firstPath, long paths, Progress progress);

    byte[] merge(Iterator<byte[]> summaries);
  }

  /**
   * Scenarios beside each other.
   *
   * @param base part of each group
   * @param groups of variants, each of which is a part of the job
   * @param sample which paths
   */
  private record Beside(Scenario base, List<List<Scenario>> groups, Sample sample)
      implements Content {

    @Override
    public int parts() {
      return groups.size();
    }

    @Override
    public Part part(int number, @Nullable Part latest) {
      Plan compiled =
          latest instanceof Group group ? group.base : PlanCompiler.compile(base, sample);
      List<Plan> variants =
          groups.get(number).stream()
              .map(variant -> PlanCompiler.compileVariant(variant, compiled))
              .toList();
      return new Group(number, compiled, variants);
    }
  }

  /** A base and variants of it. */
  private record Group(int number, Plan base, List<Plan> variants) implements Part {

    @Override
    public double secondsPerPath() {
      double seconds = Job.secondsPerPath(base);
      for (Plan variant : variants) {
        seconds += Job.secondsPerPath(variant);
      }
      return seconds;
    }

    @Override
    public byte[] simulate(long firstPath, long paths, Progress progress) {
      return Engine.compare(base, variants, firstPath, paths, 1, progress).toBytes();
    }

    @Override
    public byte[] merge(Iterator<byte[]> summaries) {
      PairedSummary merged = read(summaries.next());
      summaries.forEachRemaining(merged::add);
      return merged.toBytes();
    }

    PairedSummary read(byte[] bytes) {
      PairedSummary summary = PairedSummary.of(base, variants);
      summary.add(bytes);
      return summary;
    }
  }

  /**
   * Runs that tell why, of several scenarios. Their pieces stand for blocks of paths.
   *
   * @param scenarios each a part of the job
   * @param seed of the random numbers
   * @param targets what is to be explained
   * @param paths of each run
   * @param exchanged whether there are runs in which causes are exchanged
   */
  private record Explained(
      List<Scenario> scenarios, long seed, List<Target> targets, int paths, boolean exchanged)
      implements Content {

    @Override
    public int parts() {
      return scenarios.size();
    }

    @Override
    public Part part(int number, @Nullable Part latest) {
      Scenario scenario = scenarios.get(number);
      return new Pieces(
          number,
          exchanged
              ? WhyRuns.of(scenario, seed, targets, paths)
              : WhyRuns.plain(scenario, seed, targets, paths));
    }
  }

  /** The runs of a scenario. */
  private record Pieces(int number, WhyRuns runs) implements Part {

    @Override
    public double secondsPerPath() {
      return Job.secondsPerPath(runs.plan());
    }

    @Override
    public byte[] simulate(long firstPath, long paths, Progress progress) {
      WhyBytes bytes = new WhyBytes();
      runs.simulate(firstPath / BLOCK, paths / BLOCK, 1, progress, bytes);
      return bytes.toBytes();
    }

    @Override
    public byte[] merge(Iterator<byte[]> summaries) {
      return WhyBytes.join(summaries);
    }
  }

  private Job(Content content) {
    this.content = content;
  }

  /**
   * Returns the job of simulating groups of variants, the base with each.
   *
   * @param base valid
   * @param groups a part each; may be empty groups
   * @param sample which paths
   */
  static Job of(Scenario base, List<List<Scenario>> groups, Sample sample) {
    return new Job(new Beside(base, List.copyOf(groups), sample));
  }

  /**
   * Returns the job of simulating what tells why: of {@code pieces · BLOCK} paths, as pieces of
   * runs stand for blocks.
   *
   * @param scenarios valid, a part each
   * @param runs of the first of them, or of all alike
   */
  static Job explaining(List<Scenario> scenarios, WhyRuns runs, boolean exchanged) {
    return new Job(
        new Explained(
            List.copyOf(scenarios), runs.seed(), runs.targets(), runs.paths(), exchanged));
  }

  /** Returns how many parts there are, {@code >= 1}. */
  public int parts() {
    return content.parts();
  }

  /**
   * Returns about how long a part takes for a path, in seconds of one processor: right within a
   * factor of three on machines of 2020 to 2026. It depends on the scenarios alone, so that a job
   * is cut the same way everywhere.
   *
   * @param part from 0 to {@link #parts()} − 1
   */
  public double secondsPerPath(int part) {
    return part(part).secondsPerPath();
  }

  private static double secondsPerPath(Plan plan) {
    return plan.months()
        * (plan.parts().size() * SECONDS_PER_STEP + plan.metrics().size() * SECONDS_PER_METRIC);
  }

  /**
   * Simulates a range of paths on this thread.
   *
   * @param part from 0 to {@link #parts()} − 1
   * @param firstPath a multiple of {@link #BLOCK}
   * @param paths how many; a multiple of the same but for the last range of a run
   * @param progress told of progress, a thousand times a second
   * @return what is to be merged
   * @throws SimulationException if some path can't be simulated
   * @throws CancelledException if {@code progress} ended it, or this thread was interrupted
   */
  public byte[] simulate(int part, long firstPath, long paths, Progress progress) {
    return part(part).simulate(firstPath, paths, progress);
  }

  /**
   * Merges what came of some ranges, each of which is let go once it is merged.
   *
   * @param part the part they are of
   * @param summaries what {@link #simulate} returned, or what was merged of it; in any order, best
   *     of neighbouring ranges
   * @return what may be merged with others
   * @throws IllegalArgumentException if they are damaged or share paths
   */
  public byte[] merge(int part, Iterator<byte[]> summaries) {
    return part(part).merge(summaries);
  }

  /** Returns the summary that stands in {@code bytes}, of scenarios beside each other. */
  PairedSummary read(int part, byte[] bytes) {
    return ((Group) part(part)).read(bytes);
  }

  private Part part(int number) {
    Part found = latest;
    if (found == null || found.number() != number) {
      found = content.part(number, found);
      latest = found;
    }
    return found;
  }

  /** Stands for a job on its way to another machine. */
  private Object writeReplace() {
    return new Sent(Records.toBytes((Record) content));
  }

  /**
   * A job as bytes.
   *
   * @param content of the job
   */
  private record Sent(byte[] content) implements Serializable {

    private Object readResolve() {
      return new Job((Content) Records.fromBytes(Record.class, content));
    }
  }
}
