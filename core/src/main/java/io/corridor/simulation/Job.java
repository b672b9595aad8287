package io.corridor.simulation;

import io.corridor.internal.block.Block;
import io.corridor.internal.engine.ComparisonSummary;
import io.corridor.internal.engine.Engine;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.transfer.Records;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
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

  private final byte[] content;
  private final int parts;

  /** What stands in {@link #content}, once it was read. */
  private transient volatile @Nullable Content read;

  /** The part that was last needed: mostly it is needed again. */
  private transient volatile @Nullable Part latest;

  /**
   * What a job is made of.
   *
   * @param base part of each group
   * @param groups of variants, each of which is a part of the job
   */
  private record Content(Scenario base, List<List<Scenario>> groups, Sample sample) {}

  /** A part of the job, compiled. */
  private record Part(int number, Plan base, List<Plan> variants) {}

  private Job(Content content) {
    this.content = Records.toBytes(content);
    this.parts = content.groups.size();
    this.read = content;
  }

  /**
   * Returns the job of simulating groups of variants, the base with each.
   *
   * @param base valid
   * @param groups a part each; may be empty groups
   * @param sample which paths
   */
  static Job of(Scenario base, List<List<Scenario>> groups, Sample sample) {
    return new Job(new Content(base, List.copyOf(groups), sample));
  }

  /** Returns how many parts there are, {@code >= 1}. */
  public int parts() {
    return parts;
  }

  /**
   * Returns about how long a part takes for a path, in seconds of one processor: right within a
   * factor of three on machines of 2020 to 2026. It depends on the scenarios alone, so that a job
   * is cut the same way everywhere.
   *
   * @param part from 0 to {@link #parts()} − 1
   */
  public double secondsPerPath(int part) {
    Part compiled = part(part);
    double seconds = secondsPerPath(compiled.base);
    for (Plan variant : compiled.variants) {
      seconds += secondsPerPath(variant);
    }
    return seconds;
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
   * @throws SimulationException if a path makes no sense
   * @throws CancelledException if {@code progress} ended it, or this thread was interrupted
   */
  public byte[] simulate(int part, long firstPath, long paths, Progress progress) {
    Part compiled = part(part);
    return Engine.compare(compiled.base, compiled.variants, firstPath, paths, 1, progress)
        .toBytes();
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
    byte[] first = summaries.next();
    if (!summaries.hasNext()) {
      return first;
    }
    ComparisonSummary merged = read(part, first);
    summaries.forEachRemaining(merged::add);
    return merged.toBytes();
  }

  /** Returns the summary that stands in {@code bytes}. */
  ComparisonSummary read(int part, byte[] bytes) {
    Part compiled = part(part);
    ComparisonSummary summary = ComparisonSummary.of(compiled.base, compiled.variants);
    summary.add(bytes);
    return summary;
  }

  private Part part(int number) {
    Part found = latest;
    if (found == null || found.number != number) {
      Content from = content();
      Plan base = found == null ? PlanCompiler.compile(from.base, from.sample) : found.base;
      List<Plan> variants =
          from.groups.get(number).stream()
              .map(variant -> PlanCompiler.compileVariant(variant, base))
              .toList();
      found = new Part(number, base, variants);
      latest = found;
    }
    return found;
  }

  private Content content() {
    Content found = read;
    if (found == null) {
      found = Records.fromBytes(Content.class, content);
      read = found;
    }
    return found;
  }
}
