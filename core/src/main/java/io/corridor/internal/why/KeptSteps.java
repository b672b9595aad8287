package io.corridor.internal.why;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.random.Words;
import io.corridor.internal.sampling.Swaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps of a plan that many runs take on the same paths, with causes exchanged between A and B.
 * What a {@linkplain Step#isCostly() costly} step of one cause alone writes on a path is in all of
 * them what it is in A or in B, by whose numbers the cause has there. So it is taken once for a
 * block of each, and looked up in the runs.
 *
 * <p>For one thread. Looked-up columns take 32 kilobytes a month each.
 */
final class KeptSteps {

  /** Each path's own number, for a word: so an exchange tells whose numbers a path has. */
  private static final Words ITSELF = path -> path;

  private final Plan plan;
  private final Swaps swaps;
  private final long distance;
  private final int months;
  private final List<Step> kept = new ArrayList<>();
  private final Map<Real, Lookup> lookups = new LinkedHashMap<>();
  private final List<Step> monthly = new ArrayList<>();
  private long firstPath = -1;

  /**
   * Makes the steps.
   *
   * @param plan that was compiled with {@code swaps}
   * @param swaps whose numbers the causes have
   * @param distance from a path of A to that of B
   * @param months that runs go through
   */
  KeptSteps(Plan plan, Swaps swaps, long distance, int months) {
    this.plan = plan;
    this.swaps = swaps;
    this.distance = distance;
    this.months = months;
    Map<Column, Set<Source>> causes = causes(plan);
    List<Step> all = plan.parts().stream().map(Plan.Part::step).toList();
    Set<Column> others = new LinkedHashSet<>();
    for (Step step : all) {
      if (!step.isCostly() || causes(step.writes(), causes).size() != 1) {
        others.addAll(step.writes());
      }
    }
    // Backwards, as a column that several steps write is what the last of them makes of it
    for (int i = all.size() - 1; i >= 0; i--) {
      Step step = all.get(i);
      if (step.writes().stream().anyMatch(others::contains)) {
        monthly.add(step);
        continue;
      }
      kept.add(step);
      Source cause = causes(step.writes(), causes).iterator().next();
      for (Column column : step.writes()) {
        lookups.computeIfAbsent(
            (Real) column,
            written -> {
              Lookup lookup = new Lookup(written, swaps.of(cause.id(), ITSELF));
              monthly.add(lookup);
              return lookup;
            });
      }
    }
    Collections.reverse(kept);
    Collections.reverse(monthly);
  }

  /** Returns the causes of what stands in each column that a plan's steps write. */
  private static Map<Column, Set<Source>> causes(Plan plan) {
    List<Step> all = new ArrayList<>();
    plan.opening().forEach(at -> all.add(at.step()));
    plan.parts().forEach(part -> all.add(part.step()));
    Map<Column, Set<Source>> causes = new LinkedHashMap<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Step step : all) {
        Set<Source> read = causes(step.reads(), causes);
        for (Column column : step.writes()) {
          grown |= causes.computeIfAbsent(column, c -> new LinkedHashSet<>()).addAll(read);
        }
      }
    }
    return causes;
  }

  private static Set<Source> causes(Collection<Column> columns, Map<Column, Set<Source>> causes) {
    Set<Source> all = new LinkedHashSet<>();
    for (Column column : columns) {
      if (column instanceof Source source) {
        all.add(source);
      } else {
        all.addAll(causes.getOrDefault(column, Set.of()));
      }
    }
    return all;
  }

  /**
   * Turns to the paths of a block of A.
   *
   * @param block may be overwritten
   * @param first path
   * @param paths how many
   */
  void turnTo(Block block, long first, int paths) {
    if (kept.isEmpty() || first == firstPath) {
      return;
    }
    firstPath = first;
    swaps.reset();
    for (int run = 0; run < 2; run++) {
      block.start(first + run * distance, paths);
      plan.open(block);
      for (int month = 0; month < months; month++) {
        for (Step step : kept) {
          step.advance(block, month);
        }
        for (Lookup lookup : lookups.values()) {
          lookup.keep(run, block, month);
        }
      }
    }
  }

  /** Takes the paths of {@code block} through {@code month}, as {@link Plan#advance} does. */
  void advance(Block block, int month) {
    for (Step step : monthly) {
      step.advance(block, month);
    }
  }

  /** Sets a column to what it is where a cause has the numbers that it has. */
  private final class Lookup extends Step {
    private final Words whose;
    private final RealPort column;
    private final double[][][] values = new double[2][months][];

    Lookup(Real column, Words whose) {
      this.whose = whose;
      this.column = ports.write(column);
    }

    /** Keeps a month of A or B. */
    void keep(int run, Block block, int month) {
      values[run][month] = Arrays.copyOf(block.of(column), block.paths());
    }

    @Override
    public void advance(Block block, int month) {
      double[] a = values[0][month];
      double[] b = values[1][month];
      double[] out = block.of(column);
      long[] path = block.words();
      whose.fill(block.firstPath(), block.paths(), path);
      for (int p = 0; p < block.paths(); p++) {
        out[p] = path[p] < distance ? a[p] : b[p];
      }
    }
  }
}
