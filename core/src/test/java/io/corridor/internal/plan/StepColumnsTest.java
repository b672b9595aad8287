package io.corridor.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.Step;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Steps do with their columns what they said when they connected them. Each step of plans that hold
 * everything is taken twice from the same state, the second time with all that it doesn't read made
 * nonsense of: it writes the same, and changes nothing but what it writes.
 */
class StepColumnsTest {
  private static final int SCENARIOS = 120;
  private static final int MONTHS = 14;
  private static final int PATHS = 5;

  @ParameterizedTest
  @EnumSource(
      value = Sampling.class,
      names = {"RANDOM", "SOBOL"})
  void stepsReadAndWriteWhatTheyConnected(Sampling sampling) {
    Set<String> kinds = new LinkedHashSet<>();
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      Plan plan =
          PlanCompiler.compile(
              scenario, Drawn.of(new Sample(seed, sampling, 4096)), Wanted.REPORTED);
      new Subject(plan).run(kinds);
    }
    assertThat(kinds).hasSizeGreaterThan(35); // nearly all that there are
  }

  /** A block, and its columns by the columns that steps name. */
  private static final class Subject {
    private final Plan plan;
    private final Block block;
    private final Map<Column, Object> columns = new LinkedHashMap<>();

    Subject(Plan plan) {
      this.plan = plan;
      this.block = plan.newBlock();
      plan.opening().forEach(at -> open(at.step()));
      plan.parts().forEach(part -> open(part.step()));
    }

    private void open(Step step) {
      step.reads().forEach(this::open);
      step.writes().forEach(this::open);
    }

    private void open(Column column) {
      if (column instanceof Column.Source) {
        return; // no entries
      }
      columns.computeIfAbsent(
          column,
          any ->
              column instanceof Real real
                  ? block.of(new Ports().update(real))
                  : block.of(new Ports().update((Whole) column)));
    }

    void run(Set<String> kinds) {
      block.start(0, PATHS);
      plan.opening().forEach(at -> check(at.step(), at.month()));
      plan.opening().forEach(at -> kinds.add(at.step().name()));
      plan.parts().forEach(part -> kinds.add(part.step().name()));
      for (int month = 0; month < Math.min(MONTHS, plan.months()); month++) {
        for (Plan.Part part : plan.parts()) {
          check(part.step(), month);
        }
      }
    }

    private void check(Step step, int month) {
      Map<Column, Object> before = copies();
      step.advance(block, month);
      Map<Column, Object> after = copies();
      columns.forEach(
          (column, entries) -> {
            if (!step.writes().contains(column)) {
              assertSame(step, month, column, after.get(column), before.get(column));
            }
            if (step.reads().contains(column)) {
              set(entries, before.get(column));
            } else {
              spoil(entries);
            }
          });
      Arrays.fill(block.scratch(), Double.NaN);
      Arrays.fill(block.words(), -1);
      Arrays.fill(block.chosen(), Integer.MIN_VALUE);
      step.advance(block, month);
      columns.forEach(
          (column, entries) -> {
            if (step.writes().contains(column)) {
              assertSame(step, month, column, entries, after.get(column));
            }
            set(entries, after.get(column));
          });
    }

    private static void assertSame(
        Step step, int month, Column column, Object actual, Object expected) {
      if (!isSame(actual, expected)) {
        assertThat(bits(actual))
            .as("%s in %s of month %d", column, step.name(), month)
            .isEqualTo(bits(expected));
      }
    }

    /** Without making anything: nearly all columns are the same after a step. */
    private static boolean isSame(Object actual, Object expected) {
      if (actual instanceof int[] whole) {
        return Arrays.equals(whole, 0, PATHS, (int[]) expected, 0, PATHS);
      }
      for (int p = 0; p < PATHS; p++) {
        if (Double.doubleToRawLongBits(((double[]) actual)[p])
            != Double.doubleToRawLongBits(((double[]) expected)[p])) {
          return false;
        }
      }
      return true;
    }

    private static long[] bits(Object entries) {
      return entries instanceof double[] real
          ? Arrays.stream(real, 0, PATHS).mapToLong(Double::doubleToRawLongBits).toArray()
          : Arrays.stream((int[]) entries, 0, PATHS).asLongStream().toArray();
    }

    private Map<Column, Object> copies() {
      Map<Column, Object> copies = new LinkedHashMap<>();
      columns.forEach(
          (column, entries) ->
              copies.put(
                  column,
                  entries instanceof double[] real
                      ? Arrays.copyOf(real, PATHS)
                      : Arrays.copyOf((int[]) entries, PATHS)));
      return copies;
    }

    private static void set(Object entries, Object from) {
      System.arraycopy(from, 0, entries, 0, PATHS);
    }

    private static void spoil(Object entries) {
      if (entries instanceof double[] real) {
        Arrays.fill(real, 0, PATHS, Double.NaN);
      } else {
        Arrays.fill((int[]) entries, 0, PATHS, Integer.MIN_VALUE);
      }
    }
  }
}
