package io.corridor.internal.why;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.random.Words;
import io.corridor.internal.sampling.Swaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a plan that many runs take on the same paths, with causes exchanged between A and B.
 *
 * <p>A run that exchanges one cause takes the steps that this reaches; what all others leave behind
 * is kept of A, or of B, month by month, and taken by pointer. A step is reached if a column that
 * it writes depends on the cause, or is one that such a step writes.
 *
 * <p>In runs that exchange several, what a step of one cause alone writes on a path is what it is
 * in A or in B, by whose numbers the cause has there. So it is taken once for a block of each, and
 * looked up.
 *
 * <p>For one thread. Each column that a step of a month writes takes two kilobytes a month.
 */
final class KeptSteps {

  /** Each path's own number, for a word: so an exchange tells whose numbers a path has. */
  private static final Words ITSELF = path -> path;

  private final WhyRuns runs;
  private final Plan plan;
  private final Swaps swaps;
  private final long distance;
  private final int months;
  private final List<Step> kept = new ArrayList<>();
  private final Map<Real, Lookup> lookups = new LinkedHashMap<>();
  private final Step[] monthly;
  private final Map<Column, Set<Source>> causes;
  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Step[]> byCause = new HashMap<>();
  private long firstPath = -1;
  private long takenFrom = -1;

  /**
   * Makes the steps.
   *
   * @param runs all of them
   * @param plan that was compiled with {@code swaps}
   * @param swaps whose numbers the causes have
   * @param months that runs go through
   */
  KeptSteps(WhyRuns runs, Plan plan, Swaps swaps, int months) {
    this.runs = runs;
    this.plan = plan;
    this.swaps = swaps;
    this.distance = runs.paths();
    this.months = months;
    this.causes = causes(plan);
    List<Step> all = plan.parts().stream().map(Plan.Part::step).toList();
    Set<Column> others = new LinkedHashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Step step : all) {
        if (!isOfOneCause(step)
            || step.reads().stream().anyMatch(others::contains)
            || step.writes().stream().anyMatch(others::contains)) {
          grown |= others.addAll(step.writes());
        }
      }
    }
    List<Step> mixed = new ArrayList<>();
    Set<Column> read = new LinkedHashSet<>();
    for (int metric = 0; metric < plan.metrics().size(); metric++) {
      read.add(plan.metricColumn(metric));
    }
    all.stream()
        .filter(step -> step.writes().stream().anyMatch(others::contains))
        .forEach(step -> read.addAll(step.reads()));
    // Backwards, as a column that several steps write is what the last of them makes of it
    for (int i = all.size() - 1; i >= 0; i--) {
      Step step = all.get(i);
      if (step.writes().stream().anyMatch(others::contains)) {
        mixed.add(step);
        continue;
      }
      kept.add(step);
      Source cause = causes(step.writes(), causes).iterator().next();
      for (Column column : step.writes()) {
        if (read.contains(column)) {
          lookups.computeIfAbsent(
              (Real) column,
              written -> {
                Lookup lookup = new Lookup(written, swaps.of(cause.id(), ITSELF));
                mixed.add(lookup);
                return lookup;
              });
        }
      }
    }
    Collections.reverse(kept);
    Collections.reverse(mixed);
    this.monthly = mixed.toArray(Step[]::new);
  }

  private boolean isOfOneCause(Step step) {
    return causes(step.writes(), causes).size() == 1
        && step.writes().stream().allMatch(Real.class::isInstance);
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
   * Returns the steps of a month of a run, as {@link Plan#advance} takes them.
   *
   * @param block of the run, which may be overwritten now
   * @param piece of the run
   * @param cause the one that is exchanged; null: several are
   */
  Step[] of(Block block, WhyRuns.Piece piece, @Nullable String cause) {
    if (cause == null) {
      lookUp(block, piece.firstPath(), piece.paths());
      return monthly;
    }
    boolean ofA = piece.run() < runs.runWithA(0);
    keep(block, piece.firstPath() + (ofA ? 0 : distance), piece.paths());
    return byCause.computeIfAbsent(cause, this::reached);
  }

  /** Returns the steps that a cause reaches, and for the others what they left behind. */
  private Step[] reached(String cause) {
    Source source = new Source(cause);
    Set<Column> reached = new HashSet<>();
    causes.forEach(
        (column, of) -> {
          if (of.contains(source)) {
            reached.add(column);
          }
        });
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Taken step : taken) {
        if (step.writes().stream().anyMatch(reached::contains)) {
          grown |= reached.addAll(step.writes());
        }
      }
    }
    return taken.stream()
        .map(step -> step.writes().stream().anyMatch(reached::contains) ? step.of : step)
        .toArray(Step[]::new);
  }

  /** Keeps what every step leaves behind, of A or of B. */
  private void keep(Block block, long first, int paths) {
    if (first == takenFrom) {
      return;
    }
    if (taken.isEmpty()) {
      plan.parts().forEach(part -> taken.add(new Taken(part.step())));
    }
    takenFrom = first;
    swaps.reset();
    block.takeOwn();
    block.start(first, paths);
    plan.open(block);
    for (int month = 0; month < months; month++) {
      for (Taken step : taken) {
        step.of.advance(block, month);
        step.keep(block, month);
      }
    }
  }

  /** Keeps what steps of one cause leave behind in A and in B. */
  private void lookUp(Block block, long first, int paths) {
    if (kept.isEmpty() || first == firstPath) {
      return;
    }
    firstPath = first;
    swaps.reset();
    block.takeOwn();
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

  /** Takes what another step left behind. */
  private final class Taken extends Step {
    private final Step of;
    private final List<RealPort> reals = new ArrayList<>();
    private final List<WholePort> wholes = new ArrayList<>();
    private final double[][][] real;
    private final int[][][] whole;

    Taken(Step of) {
      this.of = of;
      for (Column column : of.writes()) {
        if (column instanceof Real written) {
          reals.add(ports.write(written));
        } else {
          wholes.add(ports.write((Whole) column));
        }
      }
      this.real = new double[months][reals.size()][WhyRuns.PATHS];
      this.whole = new int[months][wholes.size()][WhyRuns.PATHS];
    }

    void keep(Block block, int month) {
      for (int i = 0; i < real[month].length; i++) {
        System.arraycopy(block.of(reals.get(i)), 0, real[month][i], 0, block.paths());
      }
      for (int i = 0; i < whole[month].length; i++) {
        System.arraycopy(block.of(wholes.get(i)), 0, whole[month][i], 0, block.paths());
      }
    }

    @Override
    public void advance(Block block, int month) {
      for (int i = 0; i < real[month].length; i++) {
        block.take(reals.get(i), real[month][i]);
      }
      for (int i = 0; i < whole[month].length; i++) {
        block.take(wholes.get(i), whole[month][i]);
      }
    }
  }

  /** Sets a column to what it is where a cause has the numbers that it has. */
  private final class Lookup extends Step {
    private final Words whose;
    private final RealPort column;
    private final double[][][] values = new double[2][months][];
    private final long[] isOfB = new long[WhyRuns.PATHS]; // all bits or none

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
      int n = block.paths();
      if (month == 0) {
        whose.fill(block.firstPath(), n, isOfB);
        for (int p = 0; p < n; p++) {
          isOfB[p] = distance - 1 - isOfB[p] >> Long.SIZE - 1;
        }
      }
      for (int p = 0; p < n; p++) {
        long ofA = Double.doubleToRawLongBits(a[p]);
        long ofB = Double.doubleToRawLongBits(b[p]);
        out[p] = Double.longBitsToDouble(ofA ^ (ofA ^ ofB) & isOfB[p]);
      }
    }
  }
}
