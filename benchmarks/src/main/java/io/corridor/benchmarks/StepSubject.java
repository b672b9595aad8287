package io.corridor.benchmarks;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Some steps of a scenario's plan, measured alone. They are taken from month {@value #FIRST} on of
 * a block that the whole plan has brought there, so that what they read is what they read in a run;
 * and each time from the same state.
 */
public final class StepSubject {
  /** Months that are stepped through at a time. */
  public static final int MONTHS = 20;

  /** Operations of an invocation: so many times a path is taken a month on. */
  public static final int PATH_MONTHS = MONTHS * Block.PATHS;

  private static final int FIRST = 13;

  private static final String ALL = "all ";

  private final Block block;
  private final Step[] steps;
  private final List<double[]> reals = new ArrayList<>();
  private final List<double[]> startReals = new ArrayList<>();
  private final List<int[]> wholes = new ArrayList<>();
  private final List<int[]> startWholes = new ArrayList<>();

  private StepSubject(Plan plan, List<Step> steps) {
    this.block = plan.newBlock();
    this.steps = steps.toArray(new Step[0]);
    block.start(0, Block.PATHS);
    plan.open(block);
    for (int month = 0; month < FIRST; month++) {
      plan.advance(block, month);
    }
    Set<Column> written = new LinkedHashSet<>();
    steps.forEach(step -> written.addAll(step.writes()));
    written.forEach(this::keep);
  }

  private void keep(Column column) {
    Ports ports = new Ports();
    if (column instanceof Real real) {
      double[] entries = block.of(ports.update(real));
      reals.add(entries);
      startReals.add(entries.clone());
    } else if (column instanceof Whole whole) {
      int[] entries = block.of(ports.update(whole));
      wholes.add(entries);
      startWholes.add(entries.clone());
    }
  }

  /**
   * Returns some steps of a scenario.
   *
   * @param what the scenario's name in {@link Subjects}, a stroke, and the name of a step, of which
   *     the first is meant, or {@code all} and the names of steps with commas between
   */
  public static StepSubject of(String what) {
    int stroke = what.indexOf('/');
    String steps = what.substring(stroke + 1);
    Plan plan =
        PlanCompiler.compile(
            Subjects.named(what.substring(0, stroke)), Drawn.of(1), Wanted.REPORTED);
    return steps.startsWith(ALL)
        ? new StepSubject(plan, named(plan, List.of(steps.substring(ALL.length()).split(", "))))
        : new StepSubject(plan, named(plan, List.of(steps)).subList(0, 1));
  }

  private static List<Step> named(Plan plan, List<String> names) {
    List<Step> steps =
        plan.parts().stream()
            .map(Plan.Part::step)
            .filter(step -> names.contains(step.name()))
            .toList();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("no step " + names + " in " + plan.scenario().name());
    }
    return steps;
  }

  /** Takes the steps through the months. */
  public Block run() {
    for (int i = 0; i < reals.size(); i++) {
      System.arraycopy(startReals.get(i), 0, reals.get(i), 0, Block.PATHS);
    }
    for (int i = 0; i < wholes.size(); i++) {
      System.arraycopy(startWholes.get(i), 0, wholes.get(i), 0, Block.PATHS);
    }
    for (int month = FIRST; month < FIRST + MONTHS; month++) {
      for (Step step : steps) {
        step.advance(block, month);
      }
    }
    return block;
  }
}
