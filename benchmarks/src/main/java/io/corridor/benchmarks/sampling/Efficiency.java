package io.corridor.benchmarks.sampling;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import io.corridor.benchmarks.Subjects;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Prints, as tables in Markdown, how many random paths a path of each sampling is worth: the
 * variance of random paths over its own, with as many paths.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.corridor.benchmarks.sampling.Efficiency
 * SEEDS SCENARIO...} simulates with the seeds 1, …, SEEDS, each number of paths and sampling in
 * turns, on one thread. A variance is the mean of the squared standard errors that the runs report;
 * for replications that is a variance with 15 degrees of freedom a seed. The last row holds it
 * against the variance of the estimates over the seeds.
 */
public final class Efficiency {
  private static final long MOST = 65_536;
  private static final List<Long> PATHS = List.of(1024L, 4096L, 16_384L, MOST);

  /** Columns. What pairs and hypercubes are worth hardly depends on the number of paths. */
  private static final List<Size> SHOWN =
      List.of(
          new Size(Sampling.ANTITHETIC, MOST),
          new Size(Sampling.LHS, MOST),
          new Size(Sampling.SOBOL, 1024),
          new Size(Sampling.SOBOL, 4096),
          new Size(Sampling.SOBOL, 16_384),
          new Size(Sampling.SOBOL, MOST));

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Scenario scenario;
  private final Map<Size, Runs> runs = new LinkedHashMap<>();

  private record Size(Sampling sampling, long paths) {}

  private Efficiency(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Measures as {@code args} say. */
  public static void main(String[] args) {
    if (args.length < 2) {
      System.err.println("usage: Efficiency SEEDS SCENARIO...");
      System.exit(2);
    }
    for (int i = 1; i < args.length; i++) {
      Efficiency efficiency = new Efficiency(Subjects.shipped(args[i]));
      efficiency.run(1); // warms up
      efficiency.run(Integer.parseInt(args[0]));
      System.out.printf("%n### %s%n", args[i]);
      efficiency.printWorth();
      efficiency.printErrors();
    }
  }

  private void run(int seeds) {
    runs.clear();
    for (int seed = 1; seed <= seeds; seed++) {
      for (long paths : PATHS) {
        for (Sampling sampling : Sampling.values()) {
          runs.computeIfAbsent(new Size(sampling, paths), size -> new Runs())
              .add(scenario, sampling, paths, seed);
        }
      }
    }
  }

  private Runs of(Sampling sampling, long paths) {
    return of(new Size(sampling, paths));
  }

  private Runs of(Size size) {
    return Objects.requireNonNull(runs.get(size));
  }

  private void printWorth() {
    StringBuilder head = new StringBuilder("| | estimate ");
    SHOWN.forEach(size -> head.append("| %s %d ".formatted(size.sampling.word(), size.paths)));
    System.out.printf("%n%s| by CPU time |%n%s|%n", head, "| --- ".repeat(3 + SHOWN.size()));
    Runs most = of(SHOWN.get(SHOWN.size() - 1));
    double cpu = of(Sampling.RANDOM, MOST).cpu / most.cpu;
    for (String estimate : most.estimates()) {
      StringBuilder row = row(estimate, number(most.mean(estimate)), size -> worth(estimate, size));
      double worth = worth(estimate, SHOWN.get(SHOWN.size() - 1));
      System.out.println(row + "| " + number(worth * cpu) + " |");
    }
    System.out.println(row("CPU time of as many random paths / its own", "", this::speed) + "| |");
    System.out.println(
        row("variance over the seeds / reported", "", size -> of(size).honesty()) + "| |");
  }

  private static StringBuilder row(String name, String value, ToDoubleFunction<Size> figure) {
    StringBuilder row = new StringBuilder("| %s | %s ".formatted(name, value));
    SHOWN.forEach(size -> row.append("| %s ".formatted(number(figure.applyAsDouble(size)))));
    return row;
  }

  private double worth(String estimate, Size size) {
    return of(Sampling.RANDOM, size.paths).variance(estimate) / of(size).variance(estimate);
  }

  private double speed(Size size) {
    return of(Sampling.RANDOM, size.paths).cpu / of(size).cpu;
  }

  /** Prints the standard errors of the first question and of the total. */
  private void printErrors() {
    List<String> estimates = of(Sampling.RANDOM, MOST).estimates();
    for (String estimate : List.of(estimates.get(0), Runs.meanOf("total.12m"))) {
      System.out.printf("%n| %s: paths | random | antithetic | lhs | sobol |%n", estimate);
      System.out.println("| --- ".repeat(5) + "|");
      for (long paths : PATHS) {
        StringBuilder row = new StringBuilder("| " + paths + " ");
        for (Sampling sampling : Sampling.values()) {
          row.append("| %s ".formatted(number(Math.sqrt(of(sampling, paths).variance(estimate)))));
        }
        System.out.println(row + "|");
      }
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3g", value) : "–";
  }

  /** What runs of several seeds say. */
  private static final class Runs {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, List<Double>> variances = new LinkedHashMap<>();
    private double cpu;

    static String meanOf(String metric) {
      return "mean of " + metric;
    }

    void add(Scenario scenario, Sampling sampling, long paths, long seed) {
      Settings settings =
          Settings.of(scenario)
              .withPaths(paths)
              .withSampling(sampling)
              .withSeed(seed)
              .withThreads(1);
      long started = SYSTEM.getProcessCpuTime();
      Projection projection = Simulator.run(scenario, settings);
      cpu += SYSTEM.getProcessCpuTime() - started;
      TreeSet<String> metrics = new TreeSet<>(projection.series().keySet());
      TreeSet<String> asked = new TreeSet<>(List.of("total.12m"));
      scenario.questions().values().forEach(question -> asked.add(question.metric()));
      metrics.retainAll(asked);
      projection
          .answers()
          .forEach(
              (question, answer) ->
                  add(
                      question,
                      answer.estimate().orElse(Double.NaN),
                      answer.standardError().orElse(Double.NaN)));
      int last = scenario.months() - 1;
      metrics.stream()
          .map(projection::series)
          .forEach(
              series ->
                  add(meanOf(series.metric().id()), series.mean(last), series.standardError(last)));
    }

    private void add(String estimate, double value, double error) {
      values.computeIfAbsent(estimate, e -> new ArrayList<>()).add(value);
      variances.computeIfAbsent(estimate, e -> new ArrayList<>()).add(error * error);
    }

    List<String> estimates() {
      return List.copyOf(values.keySet());
    }

    double mean(String estimate) {
      return mean(known(values, estimate));
    }

    double variance(String estimate) {
      return mean(known(variances, estimate));
    }

    /** Returns the variance over the seeds over that reported, on average of the estimates. */
    double honesty() {
      return values.keySet().stream()
          .filter(estimate -> variance(estimate) > 0)
          .mapToDouble(estimate -> varianceOf(known(values, estimate)) / variance(estimate))
          .average()
          .orElse(Double.NaN);
    }

    private static List<Double> known(Map<String, List<Double>> numbers, String estimate) {
      return requireNonNull(numbers.get(estimate), estimate);
    }

    private static double mean(List<Double> numbers) {
      return numbers.stream().mapToDouble(number -> number).average().orElse(Double.NaN);
    }

    private static double varianceOf(List<Double> numbers) {
      double mean = mean(numbers);
      double squares = numbers.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
      return squares / (numbers.size() - 1);
    }
  }
}
