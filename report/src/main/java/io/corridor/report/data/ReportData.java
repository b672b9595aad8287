package io.corridor.report.data;

import static java.util.Objects.requireNonNull;

import io.corridor.model.MetricKind;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import io.corridor.scenarios.ScenarioTexts;
import io.corridor.scenarios.ScenarioWriter;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Settings;
import io.corridor.why.Direction;
import io.corridor.why.Explanation;
import io.corridor.why.Shares;
import io.corridor.why.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the report needs beside answers and series: the object {@code report} of {@code
 * result.json}. Depends on the scenario, its alternatives, the seed, the number of paths and the
 * version alone.
 *
 * @param scenario that was simulated, as a scenario file with nothing left to be resolved
 * @param files that it names: texts by name
 * @param text of the file as it was written, and of those that it extends
 * @param byMonth by question: on how many paths it first came true in each month or, of a question
 *     that counts, how many paths have each number of months; empty where that isn't known
 * @param samples some of the run's paths
 * @param looks at how metrics and questions are spread over the run's first paths
 * @param balances of each carrier, by id
 * @param alternatives what the file's variants answer
 * @param together what goes with the main question; absent without questions, or on few paths
 * @param decided what decides the main question; absent where nobody asked
 * @param texts all that the scenario was read from; absent where that isn't known
 * @param grounds what the scenario's numbers rest on
 */
public record ReportData(
    String scenario,
    Map<String, String> files,
    String text,
    Map<String, List<Long>> byMonth,
    Samples samples,
    Looks looks,
    Map<String, Balances> balances,
    List<Alternative> alternatives,
    Optional<Together> together,
    Optional<Decided> decided,
    Optional<ScenarioTexts> texts,
    Grounds grounds) {

  private static final int MOST_PATHS = 32_768;
  private static final int FEWEST_PATHS = 200;
  private static final int MOST_DIRECTIONS = 6;

  /** So many paths are enough to see how things are spread. */
  private static final int SPREAD_PATHS = 4096;

  /** Among so many of the first of them single paths are chosen. */
  private static final int SAMPLED_PATHS = 1024;

  /** So many paths are looked at one by one where somebody waits for it. */
  private static final int FEW_PATHS = 2048;

  private static final int FEW_SAMPLED = 256;

  /** Checks that nothing is missing, as it may be in a damaged file. */
  public ReportData {
    requireNonNull(scenario, "scenario is missing");
    requireNonNull(files, "files is missing");
    requireNonNull(text, "text is missing");
    requireNonNull(byMonth, "byMonth is missing");
    requireNonNull(samples, "samples is missing");
    requireNonNull(looks, "looks is missing");
    requireNonNull(balances, "balances is missing");
    requireNonNull(alternatives, "alternatives is missing");
    requireNonNull(grounds, "grounds is missing");
  }

  /**
   * Some paths of the run: at even quantiles of what decides the main question, so that it comes
   * true on as many of them as it does of all.
   *
   * @param numbers of the paths, in the order of those quantiles
   * @param metrics values by path and month, by id of the metric
   * @param regimes place of the regime among the states, by path and month; empty without regimes
   * @param deadline fifty even quantiles, over all paths, of what the main question asks about in
   *     the last month of its window; empty where that isn't reported
   */
  public record Samples(
      long[] numbers, Map<String, List<double[]>> metrics, List<int[]> regimes, double[] deadline) {

    /** Checks that nothing is missing, as it may be in a damaged file. */
    public Samples {
      requireNonNull(numbers, "numbers of samples are missing");
      requireNonNull(deadline, "deadline of samples is missing");
    }

    /** Returns how many there are. */
    public int count() {
      return numbers.length;
    }
  }

  /**
   * How things are spread over the first paths of the run.
   *
   * @param paths how many were looked at
   * @param places of metrics whose values are whole numbers, by id; and of N-1: 0 below 1, else 1
   * @param regions of metrics that gather in more than one place, by id
   * @param holds of questions about any month: on which share of the paths the condition holds in
   *     the last month of the window, by id
   */
  public record Looks(
      long paths,
      Map<String, Places> places,
      Map<String, Regions> regions,
      Map<String, Double> holds) {}

  /**
   * How often a metric has each of its values.
   *
   * @param values ascending; the last stands for itself and all above
   * @param shares of the paths, by value and month
   */
  public record Places(List<Integer> values, List<double[]> shares) {}

  /**
   * Where a metric's values are densest: the smallest regions that hold a share of the paths.
   *
   * @param shares of the paths, ascending: 0.5, 0.9
   * @param intervals by share and month: lower and upper end of each interval, one after the other
   */
  public record Regions(List<Double> shares, List<List<double[]>> intervals) {}

  /**
   * What a variant of the file answers.
   *
   * @param name of the variant; {@code base} is the file as it stands
   * @param paths that were simulated, the first of the run's
   * @param answers by question
   * @param middles medians by month of the metrics that the questions ask about, by id
   * @param byMonth on how many of its paths the main question first came true in each month; empty
   *     where that isn't known
   */
  public record Alternative(
      String name,
      long paths,
      Map<String, Brief> answers,
      Map<String, double[]> middles,
      List<Long> byMonth) {

    /** Checks that nothing is missing, as it may be in a damaged file. */
    public Alternative {
      requireNonNull(byMonth, "byMonth of an alternative is missing");
    }
  }

  /**
   * An answer in short.
   *
   * @param value probability, or mean number of months; NaN if no path counts
   * @param standardError of it
   */
  public record Brief(double value, double standardError) {}

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
   * @param imports of all sources
   * @param sources what each brings of the imports, by id in the order of use; empty where the
   *     carrier names none
   * @param storage withdrawn; negative: stored
   * @param unserved demand that is not met
   */
  public record Balance(
      double[] demand,
      double[] domestic,
      double[] projects,
      double[] imports,
      Map<String, double[]> sources,
      double[] storage,
      double[] unserved) {

    /** Checks that the sources aren't missing, as they may be in a damaged file. */
    public Balance {
      requireNonNull(sources, "sources of a balance are missing");
    }
  }

  /**
   * What goes together with the outcome of the main question.
   *
   * @param question its id
   * @param paths that were looked at and count
   * @param directions those worth telling, by how much they explain
   */
  public record Together(String question, long paths, List<Direction> directions) {}

  /**
   * What decides the main question.
   *
   * @param question its id
   * @param paths n, of which each cause took three runs
   * @param shares of the variance
   */
  public record Decided(String question, long paths, Shares shares) {

    private static final double MOST_MONTHS = 20e6;
    private static final int FEWEST = 512;
    private static final int MOST = 4096;

    /**
     * Returns what decides a run's main question, found on so many paths as take some seconds: of a
     * number that follows from the scenario's size and the run's alone. Empty where the answer
     * can't be divided among causes, or on few paths.
     *
     * @param projection the results of the run
     * @param progress told of progress, in paths
     * @throws io.corridor.run.CancelledException if {@code progress} ended it
     */
    public static Optional<Decided> of(Projection projection, Progress progress) {
      Scenario scenario = projection.scenario();
      int paths = paths(projection);
      if (paths < FEWEST || projection.answers().isEmpty()) {
        return Optional.empty();
      }
      Target main = Target.question(projection.answers().keySet().iterator().next());
      Settings settings =
          Settings.of(scenario)
              .withSeed(projection.seed())
              .withPaths(paths)
              .withSampling(Sampling.RANDOM)
              .withProgress(progress);
      return Causes.of(scenario, List.of(main), settings)
          .outcomes()
          .values()
          .iterator()
          .next()
          .shares()
          .map(shares -> new Decided(main.id(), paths, shares));
    }

    /** A power of two: no more than half of the run's paths. */
    private static int paths(Projection projection) {
      Scenario scenario = projection.scenario();
      int causes =
          Replay.of(scenario, projection.sample(), List.of()).inputs().size()
              + scenario.drivers().size()
              + scenario.noises().size()
              + scenario.waivers().size();
      double most =
          Math.min(
              MOST_MONTHS / ((3.0 * causes + 1) * scenario.months()), projection.paths() / 2.0);
      return Integer.highestOneBit((int) Math.min(MOST, Math.max(1, most)));
    }
  }

  /**
   * Simulates some of a run's paths again, and returns what the report needs of them.
   *
   * @param projection the results of the run
   * @param text of the scenario file, and of those that it extends
   * @param progress told of progress, in paths
   * @throws io.corridor.run.CancelledException if {@code progress} ended it
   */
  public static ReportData of(Projection projection, String text, Progress progress) {
    return of(projection, text, Map.of(), progress);
  }

  /**
   * The same, with what others answer to the same questions.
   *
   * @param projection the results of the run
   * @param text of the scenario file, and of those that it extends
   * @param alternatives scenarios with the same months, by name
   * @param progress told of progress, in paths
   * @throws io.corridor.run.CancelledException if {@code progress} ended it
   */
  public static ReportData of(
      Projection projection, String text, Map<String, Scenario> alternatives, Progress progress) {
    Scenario scenario = projection.scenario();
    Looked looked = Looked.at(projection, SPREAD_PATHS, SAMPLED_PATHS, progress);
    return new ReportData(
        ScenarioWriter.write(scenario),
        ScenarioWriter.files(scenario),
        text,
        byMonth(projection),
        looked.samples(),
        looked.looks(),
        EnergyBalances.of(projection),
        Alternatives.of(projection, alternatives, progress),
        together(projection, progress),
        Optional.empty(),
        Optional.empty(),
        Grounds.NONE);
  }

  /**
   * Returns what a page needs that is drawn again while somebody waits: single paths, and how
   * things are spread over a few of them.
   *
   * @param projection the results of the run
   */
  public static ReportData brief(Projection projection) {
    Looked looked = Looked.at(projection, FEW_PATHS, FEW_SAMPLED, Progress.NONE);
    return new ReportData(
        "",
        Map.of(),
        "",
        byMonth(projection),
        looked.samples(),
        looked.looks(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Grounds.NONE);
  }

  /** What is seen of paths that are simulated again. */
  private record Looked(Samples samples, Looks looks) {

    /**
     * Looks at the first paths of a run, of which only metrics are wanted: no question is asked.
     *
     * @param most how many at most
     * @param sampled among how many of them single paths are chosen
     */
    static Looked at(Projection projection, int most, int sampled, Progress progress) {
      int paths = (int) Math.min(most, projection.paths());
      int choice = Math.min(sampled, paths);
      Spread spread = new Spread(projection, paths);
      Set<String> recorded = SamplePaths.recorded(projection);
      recorded.addAll(spread.recorded());
      Scenario mute = projection.scenario().toBuilder().withoutQuestions().buildUnchecked();
      Replay replay = Replay.of(mute, projection.sample(), recorded);
      Paths first = replay.paths(0, choice);
      spread.add(first);
      if (paths > choice) {
        replay.forEach(choice, paths - choice, progress, spread::add);
      }
      return new Looked(SamplePaths.of(projection, first), spread.looks());
    }
  }

  /** Returns the same, which knows what decides the main question. */
  public ReportData withDecided(Optional<Decided> known) {
    return with(known, texts, grounds);
  }

  /** Returns the same, which knows all that the scenario was read from. */
  public ReportData with(ScenarioTexts known) {
    return with(decided, Optional.of(known), grounds);
  }

  /** Returns the same, which knows what the scenario's numbers rest on. */
  public ReportData with(Grounds known) {
    return with(decided, texts, known);
  }

  private ReportData with(
      Optional<Decided> decided, Optional<ScenarioTexts> texts, Grounds grounds) {
    return new ReportData(
        scenario,
        files,
        text,
        byMonth,
        samples,
        looks,
        balances,
        alternatives,
        together,
        decided,
        texts,
        grounds);
  }

  /** Of the first question, on the run's own paths. */
  private static Optional<Together> together(Projection projection, Progress progress) {
    int paths = (int) Math.min(MOST_PATHS, projection.paths());
    if (paths < FEWEST_PATHS || projection.answers().isEmpty()) {
      return Optional.empty();
    }
    Target main = Target.question(projection.answers().keySet().iterator().next());
    Settings settings = Settings.of(projection.scenario()).withProgress(progress);
    Explanation found =
        Causes.together(projection.scenario(), projection.sample(), paths, main, settings);
    List<Direction> telling =
        Direction.telling(found.directions()).stream()
            .filter(direction -> !follows(direction.id(), main.id(), projection.scenario()))
            .limit(MOST_DIRECTIONS)
            .toList();
    return Optional.of(new Together(main.id(), found.paths(), telling));
  }

  /** Whether a number is what policy has made of it, where policy is what is asked about. */
  private static boolean follows(String number, String question, Scenario scenario) {
    String[] parts = number.split("\\.");
    return MetricKind.REGIME.is(requireNonNull(scenario.questions().get(question)).metric())
        && parts[0].equals("drivers")
        && !requireNonNull(scenario.drivers().get(parts[1])).byRegime().isEmpty();
  }

  private static Map<String, List<Long>> byMonth(Projection projection) {
    Map<String, List<Long>> byMonth = new LinkedHashMap<>();
    projection
        .answers()
        .forEach(
            (id, answer) ->
                byMonth.put(
                    id,
                    answer.match(Answer.Probability::hitsByMonth, Answer.Count::pathsByMonths)));
    return byMonth;
  }
}
