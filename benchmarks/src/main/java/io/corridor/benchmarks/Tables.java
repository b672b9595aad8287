package io.corridor.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks in the forks that they name and prints their results as tables in Markdown:
 * {@code java -cp benchmarks/target/benchmarks.jar io.corridor.benchmarks.Tables [REGEX ...]}.
 */
public final class Tables {
  private static final String PACKAGE = Tables.class.getPackageName() + '.';

  private Tables() {}

  /** Runs the benchmarks that match one of {@code args}; all without. */
  public static void main(String[] args) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder().verbosity(VerboseMode.SILENT);
    for (String regex : args) {
      options.include(regex);
    }
    Map<String, List<RunResult>> byClass = byClass(new Runner(options.build()).run());
    byClass.forEach((name, results) -> table(name, results).forEach(System.out::println));
  }

  private static Map<String, List<RunResult>> byClass(Collection<RunResult> results) {
    Map<String, List<RunResult>> byClass = new LinkedHashMap<>();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      String name = benchmark.substring(0, benchmark.lastIndexOf('.'));
      byClass.computeIfAbsent(name, n -> new ArrayList<>()).add(result);
    }
    return byClass;
  }

  private static List<String> table(String name, List<RunResult> results) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "",
                "### " + name.substring(PACKAGE.length()),
                "",
                "| benchmark | parameters | result | unit |",
                "| --- | --- | --- | --- |"));
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
      String parameters = parameters(result.getParams());
      lines.add(row(method, parameters, result.getPrimaryResult()));
      for (Result<?> counted : result.getSecondaryResults().values()) {
        lines.add(row(counted.getLabel(), parameters, counted));
      }
    }
    return lines;
  }

  private static String row(String name, String parameters, Result<?> result) {
    String score = number(result.getScore());
    String error =
        Double.isNaN(result.getScoreError()) ? "" : " ± " + number(result.getScoreError());
    return "| %s | %s | %s%s | %s |"
        .formatted(name, parameters, score, error, result.getScoreUnit());
  }

  private static String parameters(BenchmarkParams params) {
    return new TreeSet<>(params.getParamsKeys())
        .stream().map(key -> key + "=" + params.getParam(key)).collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.3g", value);
  }
}
