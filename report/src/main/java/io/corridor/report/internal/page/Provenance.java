package io.corridor.report.internal.page;

import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.report.data.Result;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CommandLine;
import io.corridor.report.words.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the numbers come from, how sure they are, and how to get them again. */
final class Provenance {
  private final Story story;
  private final Result result;

  Provenance(Story story) {
    this.story = story;
    this.result = story.result();
  }

  /** Returns who trades with whom, over which months, on how many paths. */
  String subtitle() {
    return story.data().exporter()
        + " and "
        + story.data().importer()
        + ", "
        + story.months().words(0)
        + " to "
        + story.months().words(story.months().last())
        + ", "
        + Amounts.whole(result.run().paths())
        + (result.run().paths() == 1 ? " simulated path" : " simulated paths");
  }

  /** Returns the manifest, a row a fact. */
  Table manifest() {
    Table table = Table.of("Fact", "Value");
    table.add("Scenario file", List.of(result.scenario().file()));
    table.add("SHA-256 of the file", List.of(result.scenario().sha256()));
    String variant = result.scenario().variant();
    table.add("Variant", List.of(variant == null ? "none: the file as it stands" : variant));
    result.scenario().set().forEach((key, value) -> table.add("Set", List.of(key + "=" + value)));
    addSample(table, result.run().sample());
    table.add("Months", List.of(Integer.toString(result.run().months())));
    table.add("Version of Corridor", List.of(result.corridor().version()));
    table.add("Format of the scenario file", List.of(Integer.toString(result.corridor().format())));
    return table;
  }

  /** Adds what says which paths there were, and how their errors were found. */
  static void addSample(Table table, Sample sample) {
    Sampling sampling = sample.sampling();
    table.add("Seed", List.of(Long.toString(sample.seed())));
    table.add("Paths", List.of(Amounts.whole(sample.paths())));
    table.add(
        "Sampling",
        List.of(
            sampling.isReplicated()
                ? sampling.word() + "; errors from " + Sampling.REPLICATIONS + " replications"
                : sampling.word()));
  }

  /** Returns the Monte Carlo errors of the answers. */
  Table questionErrors() {
    Table table = Table.of("Question", "estimate", "standard error", "95 % interval", "paths");
    result.questions().forEach((id, answer) -> table.add(id, errors(answer)));
    return table;
  }

  private List<String> errors(Result.Answer answer) {
    Double estimate = answer.probability() == null ? answer.mean() : answer.probability();
    Double error = answer.standardError();
    if (estimate == null || error == null) {
      return List.of("–", "–", "–", Amounts.whole(answer.paths()));
    }
    double[] interval = answer.interval95();
    boolean isShare = interval != null;
    double half = result.run().sample().sampling().quantile95() * error;
    double low = interval == null ? estimate - half : interval[0];
    double high = interval == null ? estimate + half : interval[1];
    return List.of(
        text(estimate, isShare),
        text(error, isShare),
        text(low, isShare) + " to " + text(high, isShare),
        Amounts.whole(answer.paths()));
  }

  private static String text(double value, boolean isShare) {
    return isShare
        ? Amounts.decimal(100 * value, 3) + Amounts.NO_BREAK + "%"
        : Amounts.decimal(value, 4);
  }

  /** Returns the Monte Carlo errors of the metrics' means in the last month. */
  Table metricErrors() {
    int last = story.months().last();
    Table table =
        Table.of(
            "Metric",
            "unit",
            "mean in " + story.months().shortWords(last),
            "standard deviation",
            "standard error");
    for (Map.Entry<String, Result.Series> entry : result.metrics().entrySet()) {
      Result.Series series = entry.getValue();
      Scale scale = Story.scale(entry.getKey(), series);
      int decimals = scale.decimals() + 2;
      List<String> cells = new ArrayList<>();
      cells.add(scale.unit());
      for (double value : List.of(series.mean()[last], series.sd()[last])) {
        cells.add(Amounts.decimal(value / scale.divisor(), decimals));
      }
      cells.add(Amounts.decimal(series.se()[last] / scale.divisor(), decimals + 2));
      table.add(entry.getKey(), cells);
    }
    return table;
  }

  /** Returns the command line that repeats the run. */
  String repeat() {
    Result.Source scenario = result.scenario();
    CommandLine line =
        new CommandLine("run")
            .withScenario(scenario.file(), scenario.sha256())
            .withRun(result.run().sample());
    if (scenario.variant() != null) {
      line.with("--variant").with(scenario.variant());
    }
    return line.withSet(scenario.set()).toString();
  }
}
