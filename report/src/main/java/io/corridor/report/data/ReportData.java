package io.corridor.report.data;

import static java.util.Objects.requireNonNull;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report needs beside answers and series: the object {@code report} of {@code
 * result.json}. Depends on the scenario, the seed, the number of paths and the version alone.
 *
 * @param description what the scenario is about
 * @param sources where its numbers come from
 * @param exporter the energy exporter
 * @param importer the energy importer
 * @param text of the scenario file, and of those that it extends
 * @param states names of the policy regimes; empty without regimes
 * @param questions by id
 * @param words nouns for the charted metrics, by id
 * @param samples the first paths of the run
 * @param balances of each carrier, by id
 * @param dependencyOf carrier whose dependency counts; absent without energy
 * @param unservedOf carrier whose unserved share counts; absent without energy
 * @param influence on the main question; absent without questions, or if nothing is uncertain
 */
public record ReportData(
    String description,
    List<String> sources,
    String exporter,
    String importer,
    String text,
    List<String> states,
    Map<String, Asked> questions,
    Map<String, String> words,
    Samples samples,
    Map<String, Balances> balances,
    Optional<String> dependencyOf,
    Optional<String> unservedOf,
    Optional<Influence> influence) {

  /** Checks that nothing is missing, as it may be in a damaged file. */
  public ReportData {
    requireNonNull(description, "description is missing");
    requireNonNull(sources, "sources is missing");
    requireNonNull(exporter, "exporter is missing");
    requireNonNull(importer, "importer is missing");
    requireNonNull(text, "text is missing");
    requireNonNull(states, "states is missing");
    requireNonNull(questions, "questions is missing");
    requireNonNull(words, "words is missing");
    requireNonNull(samples, "samples is missing");
    requireNonNull(balances, "balances is missing");
  }

  /**
   * A question.
   *
   * @param sentence that answers it
   * @param metric that it looks at
   * @param thresholds of the metric, in its unit: one, or both ends of a band
   * @param hitsByMonth how many paths it first came true on, by month; empty where that is not kept
   * @param last month of its window, from 0
   * @param conditional whether only some paths count
   */
  public record Asked(
      String sentence,
      String metric,
      List<Double> thresholds,
      List<Long> hitsByMonth,
      int last,
      boolean conditional) {}

  /**
   * The first paths of the run.
   *
   * @param count how many
   * @param metrics values by path and month, by id of the metric
   * @param regimes place of the regime among the states, by path and month; empty without regimes
   */
  public record Samples(int count, Map<String, List<double[]>> metrics, List<int[]> regimes) {}

  /**
   * A carrier's balance, in its unit, by month: means over the paths whose calendar year was of
   * that sort.
   *
   * @param unit of the carrier
   * @param paths that were looked at
   * @param typical the middle fifth of the paths by the year's unserved energy
   * @param dry the tenth of the paths with most unserved energy in the year
   */
  public record Balances(String unit, int paths, Balance typical, Balance dry) {}

  /**
   * demand = domestic + projects + imports + storage + unserved, where there is a need for imports.
   *
   * @param demand fuel needs included
   * @param domestic supply but for the projects
   * @param projects what they supply
   * @param imports from the exporter
   * @param storage withdrawn; negative: stored
   * @param unserved demand that is not met
   */
  public record Balance(
      double[] demand,
      double[] domestic,
      double[] projects,
      double[] imports,
      double[] storage,
      double[] unserved) {}

  /**
   * What moved the outcome of the main question.
   *
   * @param question its id
   * @param outcome what was looked at on each path, in words
   * @param unit of the outcome: {@code %}, {@code months}, or that of the metric
   * @param metric whose value was looked at, if the question itself came out alike nearly
   *     everywhere
   * @param paths that were looked at
   * @param mean of the outcome
   * @param factors the strongest first
   */
  public record Influence(
      String question,
      String outcome,
      String unit,
      Optional<String> metric,
      int paths,
      double mean,
      List<Factor> factors) {}

  /**
   * An uncertain input, or a driver.
   *
   * @param key where it stands in the scenario file
   * @param name in words
   * @param correlation Spearman's, of the input's ranks with the outcome's
   * @param deciles mean outcome in each tenth of the paths, in ascending order of the input
   */
  public record Factor(String key, String name, double correlation, double[] deciles) {}

  /**
   * Simulates some of a run's paths again, and returns what the report needs of them.
   *
   * @param projection the results of the run
   * @param text of the scenario file, and of those that it extends
   * @param progress told of progress, in paths
   * @throws io.corridor.run.CancelledException if {@code progress} ended it
   */
  public static ReportData of(Projection projection, String text, Progress progress) {
    Scenario scenario = projection.scenario();
    Words words = new Words(projection);
    return new ReportData(
        scenario.description().strip(),
        scenario.sources(),
        scenario.parties().exporter(),
        scenario.parties().importer(),
        text,
        scenario.regime().map(regime -> regime.states()).orElse(List.of()),
        words.questions(),
        words.metrics(),
        SamplePaths.of(projection),
        EnergyBalances.of(projection),
        scenario.energy().map(energy -> energy.dependencyCarrier()),
        scenario.energy().map(energy -> energy.unservedCarrier()),
        Influences.of(projection, progress));
  }
}
