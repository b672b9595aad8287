package io.corridor.benchmarks.why;

import io.corridor.benchmarks.Subjects;
import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.Step;
import io.corridor.internal.engine.WhyRuns;
import io.corridor.internal.plan.Plan;
import io.corridor.model.Scenario;
import io.corridor.why.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures what {@code why} could save at most if runs in which one cause is drawn anew took only
 * the steps that depend on the cause. Prints, for each cause, the share of the time of a run, all
 * questions asked, that goes into the other steps: those that neither draw from the cause nor read
 * a column that a step that depends on it writes, in any month. Last come the steps that depend on
 * one cause at most: on each path, what they write is in every run what it is in one of the first
 * two.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.corridor.benchmarks.why.Untouched
 * [SCENARIO...]}
 */
public final class Untouched {
  private static final int BLOCKS = 20;
  private static final int WARM_UP = 20;
  private static final int QUARTILE = 4;
  private static final int KINDS = 6;

  private final Plan plan;
  private final List<Step> steps;
  private final double[] nanos;

  private Untouched(Plan plan) {
    this.plan = plan;
    this.steps =
        Stream.concat(
                plan.opening().stream().map(Plan.At::step),
                plan.parts().stream().map(Plan.Part::step))
            .toList();
    this.nanos = measure();
  }

  /** Prints the tables of some shipped scenarios. */
  public static void main(String... names) {
    List<String> shown =
        names.length > 0
            ? List.of(names)
            : List.of("iran-iraq-2019", "germany-russia-gas-2021", Subjects.YARDSTICK);
    for (String name : shown) {
      print(name);
    }
  }

  private static void print(String name) {
    Scenario scenario = Subjects.shipped(name);
    List<Target> targets = scenario.questions().keySet().stream().map(Target::question).toList();
    WhyRuns runs = WhyRuns.of(scenario, 1, targets, BLOCKS * Block.PATHS);
    Untouched measured = new Untouched(runs.plan());
    Map<String, Double> shares = new LinkedHashMap<>();
    Map<String, Double> kinds = new TreeMap<>();
    Set<Column> kept = new HashSet<>();
    Map<Step, Integer> causesOf = new HashMap<>();
    int read = 0;
    int causes = runs.causes().size();
    for (String cause : runs.causes()) {
      Set<Step> touched = measured.touched(cause);
      touched.forEach(step -> causesOf.merge(step, 1, Integer::sum));
      Map<String, Double> left = measured.left(touched);
      left.forEach((kind, share) -> kinds.merge(kind, share / causes, Double::sum));
      shares.put(cause, left.values().stream().mapToDouble(share -> share).sum());
      Set<Column> between = measured.between(touched);
      kept.addAll(between);
      read += between.size();
    }
    printTable(name + ": cause", shares, causes);
    double mean = shares.values().stream().mapToDouble(share -> share).average().orElse(0);
    printRow("mean of " + causes, 100 * mean);
    printRow("of all 3k + 1 runs", 100 * mean * 2 * causes / (3 * causes + 1));
    printTable("of the mean, by kind of step", kinds, KINDS);
    Set<Step> shared = new HashSet<>(causesOf.keySet());
    shared.removeIf(step -> Objects.requireNonNull(causesOf.get(step)) == 1);
    double ofOne = measured.left(shared).values().stream().mapToDouble(share -> share).sum();
    double column = 1e-6 * measured.plan.months() * Block.PATHS * Double.BYTES;
    System.out.printf(
        Locale.ROOT,
        "%nA run takes %.1f µs a path. Kept for all causes: %d columns, %.0f MB a block; read by a"
            + " run of one cause: %.1f MB. A block has %.1f MB.%n",
        1e-3 * Arrays.stream(measured.nanos).sum(),
        kept.size(),
        column * kept.size(),
        column * read / causes,
        1e-6 * measured.plan.newBlock().bytes());
    System.out.printf(
        Locale.ROOT,
        "Steps of one cause at most take %.1f %% of a run; kept of A and B: %.0f MB a block.%n",
        100 * ofOne,
        2 * column * measured.between(shared).size());
  }

  private static void printTable(String what, Map<String, Double> shares, int most) {
    System.out.printf("%n| %s | time in untouched steps, %% |%n| --- | --- |%n", what);
    shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(most)
        .forEach(each -> printRow(each.getKey(), 100 * each.getValue()));
  }

  private static void printRow(String what, double percent) {
    System.out.printf(Locale.ROOT, "| %s | %.1f |%n", what, percent);
  }

  /** Returns the steps that depend on a cause, directly or through columns. */
  private Set<Step> touched(String cause) {
    Set<Step> touched = new HashSet<>();
    Set<Column> columns = new HashSet<>(Set.of(new Source(cause)));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Step step : steps) {
        if (!touched.contains(step) && step.reads().stream().anyMatch(columns::contains)) {
          touched.add(step);
          columns.addAll(step.writes());
          grown = true;
        }
      }
    }
    return touched;
  }

  /** Returns which share of the time goes into steps that aren't touched, by their kinds. */
  private Map<String, Double> left(Set<Step> touched) {
    double all = Arrays.stream(nanos).sum();
    Map<String, Double> left = new TreeMap<>();
    for (int i = 0; i < nanos.length; i++) {
      Step step = steps.get(i);
      if (!touched.contains(step)) {
        String name = step.getClass().getName();
        left.merge(name.substring(name.lastIndexOf('.') + 1), nanos[i] / all, Double::sum);
      }
    }
    return left;
  }

  /** Returns the columns that other steps of a month write and the touched ones read. */
  private Set<Column> between(Set<Step> touched) {
    Set<Column> read = new HashSet<>();
    touched.forEach(step -> read.addAll(step.reads()));
    Set<Column> between = new HashSet<>();
    plan.parts().stream()
        .map(Plan.Part::step)
        .filter(step -> !touched.contains(step))
        .forEach(step -> between.addAll(step.writes()));
    between.retainAll(read);
    return between;
  }

  /**
   * Returns the nanoseconds that each step takes for a path, all months together. Other work of the
   * machine can only lengthen a measurement: of the times of each step and month the lower quartile
   * over the blocks counts.
   */
  private double[] measure() {
    int opening = plan.opening().size();
    Block block = plan.newBlock();
    long[][][] times = new long[steps.size()][plan.months()][BLOCKS];
    for (int number = 0; number < WARM_UP + BLOCKS; number++) {
      int kept = number % BLOCKS;
      block.start((long) kept * Block.PATHS, Block.PATHS);
      long read = System.nanoTime();
      for (int i = 0; i < opening; i++) {
        steps.get(i).advance(block, plan.opening().get(i).month());
        read = lap(times[i][0], kept, read);
      }
      for (int month = 0; month < plan.months(); month++) {
        for (int i = opening; i < steps.size(); i++) {
          steps.get(i).advance(block, month);
          read = lap(times[i][month], kept, read);
        }
      }
    }
    return Arrays.stream(times).mapToDouble(Untouched::quartiles).toArray();
  }

  private static long lap(long[] times, int place, long read) {
    long now = System.nanoTime();
    times[place] = now - read;
    return now;
  }

  private static double quartiles(long[][] months) {
    double sum = 0;
    for (long[] times : months) {
      Arrays.sort(times);
      sum += times[BLOCKS / QUARTILE];
    }
    return sum / Block.PATHS;
  }
}
