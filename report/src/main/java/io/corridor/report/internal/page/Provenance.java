package io.corridor.report.internal.page;

import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.projection.Answer;
import io.corridor.projection.Series;
import io.corridor.report.data.Source;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.CommandLine;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.StartWords;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.UnitScale;
import io.corridor.review.StartCheck;
import io.corridor.run.SimulationException;
import io.corridor.why.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the numbers come from, how sure they are, and how to get them again. */
final class Provenance {
  private final Run run;

  Provenance(Run run) {
    this.run = run;
  }

  /** Returns who trades with whom, over which months, on how many paths. */
  String subtitle() {
    long paths = run.projection().paths();
    return Sentences.capitalised(run.phrases().party(run.scenario().parties().exporter()))
        + " and "
        + run.phrases().party(run.scenario().parties().importer())
        + ", "
        + run.months().words(0)
        + " to "
        + run.months().words(run.months().last())
        + ", "
        + Amounts.whole(paths)
        + (paths == 1 ? " simulated path" : " simulated paths");
  }

  /** Returns the manifest, a row a fact. */
  private Table manifest() {
    Table table = Table.of();
    Source source = run.results().source();
    table.add("Scenario", List.of(run.scenario().name()));
    table.add("Scenario file", List.of(source.file()));
    table.add("SHA-256 of the file", List.of(source.sha256()));
    table.add("Variant", List.of(source.variant().orElse("none: the file as it stands")));
    source.set().forEach((key, value) -> table.add("Set", List.of(key + "=" + value)));
    addSample(table, run.projection().sample());
    table.add("Months", List.of(Integer.toString(run.scenario().months())));
    run.results().made().ifPresent(made -> table.add("Simulated on", List.of(made.toString())));
    table.add("Version of Corridor", List.of(run.results().version()));
    return table;
  }

  /** Adds what says which paths there were, and how their errors were found. */
  private static void addSample(Table table, Sample sample) {
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

  /**
   * Returns a manifest, behind what it is of.
   *
   * @param facts where the scenarios came from, and whatever else is to be said of that
   * @param sample the paths
   * @param more facts
   */
  static PageBlock manifest(Map<String, String> facts, Sample sample, Map<String, String> more) {
    Table table = Table.of();
    facts.forEach((name, fact) -> table.add(name, List.of(fact)));
    addSample(table, sample);
    more.forEach((name, fact) -> table.add(name, List.of(fact)));
    return PageBlock.behind("Files, seed, version", new PageBlock.Numbers("The run", table));
  }

  /**
   * Returns what the scenario reproduces at its start, with what its figures are; empty where the
   * path of medians, which no run has, makes no sense.
   */
  private Optional<PageBlock> start() {
    try {
      StartCheck check = StartCheck.of(run.scenario());
      String title = "What it reproduces at its start";
      List<TableColumn> columns = new ArrayList<>(StartWords.table(run.scenario(), check));
      columns.set(
          0, TableColumn.text("At the start", columns.get(0).cells(), Sentences::capitalised));
      return Optional.of(
          PageBlock.behind(
              title,
              new PageBlock.Words(StartWords.explanation(check)),
              new PageBlock.Numbers(title, Table.of(columns))));
    } catch (SimulationException e) {
      return Optional.empty();
    }
  }

  /** Returns the last section of the page. */
  PageSection restsOn(Optional<Shares> ofMain) {
    List<PageBlock> left = new ArrayList<>(new GroundsView(run).blocks(ofMain));
    start().ifPresent(left::add);
    List<PageBlock> last = new ArrayList<>();
    if (!run.scenario().sources().isEmpty()) {
      last.add(PageBlock.behind("Sources", PageBlock.list(run.scenario().sources())));
    }
    if (!run.data().text().isEmpty()) {
      last.add(
          PageBlock.behind(
              "The scenario file, with every number that went in",
              new PageBlock.Written("file", run.data().text())));
    }
    return PageSection.restsOn(
        List.of(
            new PageSection.Column(List.of(), left), new PageSection.Column(List.of(), method())),
        last);
  }

  private List<PageBlock> method() {
    List<PageBlock> blocks =
        new ArrayList<>(Assumptions.of(run.data().text()).blocks(new CauseWords(run.scenario())));
    blocks.add(
        PageBlock.titled(
            "Method",
            new PageBlock.Words(
                "Each path is one course that the trade may take, month by month; shares of the"
                    + " paths are probabilities under the assumptions of the file. How far these"
                    + " are from the truth no number of paths tells; what having simulated so many"
                    + " and no more leaves open is in the tables, and decides the digits that are"
                    + " shown.")));
    if (!run.projection().answers().isEmpty()) {
      String answers = "How exact the answers are";
      blocks.add(PageBlock.behind(answers, new PageBlock.Numbers(answers, questionErrors())));
    }
    String metrics = "How exact the metrics are";
    blocks.add(
        PageBlock.behind(
            metrics,
            new PageBlock.Words("Percentiles are within half a per cent of their value."),
            new PageBlock.Numbers(metrics, metricErrors())));
    blocks.add(
        PageBlock.titled(
            "To repeat it",
            new PageBlock.Words("This gives the same numbers to the last digit:"),
            new PageBlock.Written("repeat", repeat())));
    blocks.add(
        PageBlock.behind("File, seed, version", new PageBlock.Numbers("The run", manifest())));
    return blocks;
  }

  /** Returns the Monte Carlo errors of the answers. */
  private Table questionErrors() {
    Table table = Table.of("Question", "answer", "95 % interval", "paths", "id");
    run.projection()
        .answers()
        .forEach(
            (id, answer) -> table.add(run.sentences().unbrokenStatement(id), errors(id, answer)));
    return table;
  }

  private static List<String> errors(String id, Answer answer) {
    String paths = Amounts.whole(answer.paths());
    if (answer.paths() == 0) {
      return List.of("–", "–", paths, id);
    }
    String hits =
        answer.match(
            probability -> Amounts.whole(probability.hits()) + " of " + paths, count -> paths);
    return List.of(Estimates.answer(answer), Estimates.interval(answer), hits, id);
  }

  /** Returns the Monte Carlo errors of the metrics' means in the last month. */
  private Table metricErrors() {
    int last = run.months().last();
    Table table =
        Table.of(
            "Metric",
            "unit",
            "mean in " + run.months().shortWords(last),
            "standard deviation",
            "standard error",
            "id");
    for (Map.Entry<String, Series> entry : run.projection().series().entrySet()) {
      Series series = entry.getValue();
      UnitScale scale = UnitScale.of(series.metric(), new Bands(series).largest());
      int decimals = scale.decimals() + 2;
      List<String> cells = new ArrayList<>();
      cells.add(scale.unit());
      for (double value : List.of(series.mean(last), series.sd(last))) {
        cells.add(Amounts.decimal(value / scale.divisor(), decimals));
      }
      cells.add(Amounts.decimal(series.standardError(last) / scale.divisor(), decimals + 2));
      cells.add(entry.getKey());
      table.add(run.title(entry.getKey()), cells);
    }
    return table;
  }

  /** Returns the command line that repeats the run. */
  private String repeat() {
    Source source = run.results().source();
    CommandLine line =
        new CommandLine("run")
            .withScenario(source.file(), source.sha256())
            .withRun(run.projection().sample());
    source.variant().ifPresent(variant -> line.with("--variant").with(variant));
    return line.withSet(source.set()).toString();
  }
}
