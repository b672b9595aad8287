package io.corridor.internal.engine;

import io.corridor.internal.numeric.Replications;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.PairedTally;
import io.corridor.internal.question.PairedTally.Pair;
import io.corridor.internal.question.Tally;
import io.corridor.internal.summary.Channel;
import io.corridor.internal.summary.Channels;
import io.corridor.internal.summary.PackedInput;
import io.corridor.internal.summary.PackedOutput;
import io.corridor.model.Metric;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.projection.Condition;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import io.corridor.projection.Series;
import io.corridor.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is kept of paths that some plans took together, the base first: a run is a base without
 * variants. Summaries of other paths merge in any order, to the same bits.
 *
 * <p>Channels are the metrics of each plan, then the differences of each variant; of a metric that
 * is the same in a variant there is the base's channel, and one of zeros for all that don't differ.
 */
public final class Summary implements Collected<Summary> {
  /** Of a step in a month, for a path. */
  private static final double SECONDS_PER_STEP = 1.2e-9;

  /** Of a metric in a month, for a path: its moments and percentiles. */
  private static final double SECONDS_PER_METRIC = 2.5e-9;

  private final List<Plan> plans;
  private final List<Pairing> pairings;
  private final Layout layout;
  private final Channels channels;
  private final List<Tally> tallies;
  private final List<PairedTally> pairedTallies;

  /** By plan, on how many paths and months its world wasn't settled. */
  private final long[] unsettled;

  /** What must hold of the paths that are added; empty: all are. */
  private final Optional<List<Condition>> conditions;

  /**
   * Where is what.
   *
   * @param channels all channels
   * @param metrics by plan and metric its channel
   * @param differences by variant and compared metric the channel of its differences
   */
  record Layout(List<Channel> channels, int[][] metrics, int[][] differences) {

    static Layout of(List<Plan> plans, List<Pairing> pairings) {
      List<Channel> channels = new ArrayList<>();
      int[][] metrics = new int[plans.size()][];
      for (int i = 0; i < metrics.length; i++) {
        List<Metric> reported = plans.get(i).metrics();
        metrics[i] = new int[reported.size()];
        Arrays.fill(metrics[i], -1);
        if (i > 0) {
          Pairing pairing = pairings.get(i - 1);
          for (Pair pair : pairing.metrics()) {
            metrics[i][pair.variant()] = pairing.isSame(pair) ? metrics[0][pair.base()] : -1;
          }
        }
        for (int metric = 0; metric < metrics[i].length; metric++) {
          if (metrics[i][metric] < 0) {
            metrics[i][metric] = channels.size();
            Metric recorded = reported.get(metric);
            channels.add(Channel.metric(recorded.whole(), recorded.kind().origin()));
          }
        }
      }
      Map<Channel, Integer> zeros = new LinkedHashMap<>();
      int[][] differences = new int[pairings.size()][];
      for (int i = 0; i < differences.length; i++) {
        List<Pair> pairs = pairings.get(i).metrics();
        differences[i] = new int[pairs.size()];
        for (int j = 0; j < pairs.size(); j++) {
          Channel channel = pairings.get(i).channel(pairs.get(j));
          Integer zero = pairings.get(i).isSame(pairs.get(j)) ? zeros.get(channel) : null;
          differences[i][j] = zero == null ? channels.size() : zero;
          if (zero == null) {
            channels.add(channel);
          }
          if (pairings.get(i).isSame(pairs.get(j))) {
            zeros.put(channel, differences[i][j]);
          }
        }
      }
      return new Layout(channels, metrics, differences);
    }
  }

  private Summary(
      List<Plan> plans,
      List<Pairing> pairings,
      Layout layout,
      Channels channels,
      Optional<List<Condition>> conditions) {
    this.conditions = conditions;
    this.plans = plans;
    this.pairings = pairings;
    this.layout = layout;
    this.channels = channels;
    this.tallies = plans.stream().map(Summary::newTally).toList();
    this.pairedTallies = pairings.stream().map(Pairing::newTally).toList();
    this.unsettled = new long[plans.size()];
  }

  /**
   * Returns the summary of no paths.
   *
   * @param base what the variants are compared with
   * @param variants plans of as many months; none for a run
   */
  public static Summary of(Plan base, List<Plan> variants) {
    List<Plan> plans = Stream.concat(Stream.of(base), variants.stream()).toList();
    List<Pairing> pairings = variants.stream().map(plan -> Pairing.of(base, plan)).toList();
    return of(plans, pairings, Layout.of(plans, pairings), Optional.empty());
  }

  /** Returns the summary of none of a plan's paths, of those on which conditions hold. */
  public static Summary where(Plan plan, List<Condition> conditions) {
    List<Plan> plans = List.of(plan);
    return of(plans, List.of(), Layout.of(plans, List.of()), Optional.of(conditions));
  }

  private static Summary of(
      List<Plan> plans,
      List<Pairing> pairings,
      Layout layout,
      Optional<List<Condition>> conditions) {
    Plan base = plans.get(0);
    // Paths that are chosen are no longer dealt out alike.
    Replications replications = conditions.isEmpty() ? base.replications() : Replications.NONE;
    Channels channels = Channels.of(base.months(), layout.channels, replications);
    return new Summary(plans, pairings, layout, channels, conditions);
  }

  @Override
  public Summary anew() {
    return of(plans, pairings, layout, conditions);
  }

  /** Returns a tally of no paths, for one thread. */
  static Tally newTally(Plan plan) {
    return Tally.of(plan.inquiries(), plan.months(), plan.replications());
  }

  /** Returns the plans, the base first. */
  public List<Plan> plans() {
    return plans;
  }

  List<Pairing> pairings() {
    return pairings;
  }

  Layout layout() {
    return layout;
  }

  /** Returns what is kept of the metrics, and of their differences. */
  public Channels channels() {
    return channels;
  }

  /** Returns the number of paths. */
  public long paths() {
    return channels.paths();
  }

  @Override
  public double secondsPerPath() {
    return plans.stream().mapToDouble(Summary::secondsPerPath).reduce(0, Double::sum);
  }

  /** Returns about how long a path of a plan takes. */
  public static double secondsPerPath(Plan plan) {
    return plan.months()
        * (plan.parts().size() * SECONDS_PER_STEP + plan.metrics().size() * SECONDS_PER_METRIC);
  }

  @Override
  public void simulate(long firstPath, long paths, int threads, Progress progress) {
    BlockLoop.run(firstPath, paths, threads, progress, this::worker);
  }

  private BlockLoop.Worker worker() {
    return conditions.isPresent() ? new ChosenPaths(this, conditions.get()) : new PathWorker(this);
  }

  /** Adds what a worker has counted. */
  synchronized void add(
      List<Tally> answers, List<PairedTally> differences, long[] unsettledMonths) {
    for (int i = 0; i < unsettled.length; i++) {
      unsettled[i] += unsettledMonths[i];
    }
    for (int i = 0; i < tallies.size(); i++) {
      tallies.get(i).merge(answers.get(i));
    }
    for (int i = 0; i < pairedTallies.size(); i++) {
      pairedTallies.get(i).merge(differences.get(i));
    }
  }

  @Override
  public void merge(Summary other) {
    channels.merge(other.channels);
    add(other.tallies, other.pairedTallies, other.unsettled);
  }

  @Override
  public byte[] toBytes() {
    PackedOutput out = new PackedOutput();
    channels.write(out);
    tallies.forEach(tally -> out.writeLongs(tally.counts()));
    pairedTallies.forEach(tally -> out.writeLongs(tally.counts()));
    if (solves()) {
      out.writeLongs(unsettled);
    }
    return out.toBytes();
  }

  @Override
  public Summary fromBytes(byte[] bytes) {
    return PackedInput.read(
        bytes,
        in -> {
          Summary read = new Summary(plans, pairings, layout, channels.read(in), conditions);
          read.tallies.forEach(tally -> tally.addCounts(in.readLongs()));
          read.pairedTallies.forEach(tally -> tally.addCounts(in.readLongs()));
          if (solves()) {
            long[] counts = in.readLongs();
            System.arraycopy(counts, 0, read.unsettled, 0, unsettled.length);
          }
          return read;
        });
  }

  private boolean solves() {
    return plans.stream().anyMatch(Plan::solves);
  }

  /**
   * Returns the results.
   *
   * @param names of the variants, in their order
   * @param timing of all of it
   * @throws IllegalStateException if there are no paths
   */
  public Comparison comparison(List<String> names, Projection.Timing timing) {
    Map<String, Projection> variants = new LinkedHashMap<>();
    Map<String, Differences> differences = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      variants.put(names.get(i), projection(i + 1, timing));
      differences.put(names.get(i), differences(i));
    }
    return new Comparison(projection(timing), variants, differences);
  }

  /**
   * Returns the results of the base.
   *
   * @throws IllegalStateException if there are no paths
   */
  public Projection projection(Projection.Timing timing) {
    return projection(0, timing);
  }

  private Projection projection(int plan, Projection.Timing timing) {
    Scenario scenario = plans.get(plan).scenario();
    List<Double> percentiles = scenario.output().percentiles();
    return new Projection(
        scenario,
        plans.get(plan).sample().withPaths(paths()),
        timing,
        series(plan, percentiles),
        answers(plan, percentiles),
        Optional.empty(),
        plans.get(plan).solves() && conditions.isEmpty()
            ? OptionalLong.of(unsettled[plan])
            : OptionalLong.empty());
  }

  /** Returns the distribution of each metric that a plan reports, by id. */
  Map<String, Series> series(int plan, List<Double> percentiles) {
    Map<String, Series> series = new LinkedHashMap<>();
    int[] places = layout.metrics[plan];
    for (Metric metric : plans.get(plan).metrics()) {
      series.put(
          metric.id(),
          channels.series(
              places[series.size()], metric, plans.get(plan).scenario().start(), percentiles));
    }
    return series;
  }

  /** Returns the answer to each question of a plan, by id. */
  Map<String, Answer> answers(int plan, List<Double> percentiles) {
    Scenario scenario = plans.get(plan).scenario();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String id : scenario.questions().keySet()) {
      answers.put(id, tallies.get(plan).answer(answers.size(), scenario.start(), percentiles));
    }
    return answers;
  }

  private Differences differences(int variant) {
    Pairing pairing = pairings.get(variant);
    Scenario base = plans.get(0).scenario();
    Map<String, MetricDifference> metrics = new LinkedHashMap<>();
    Map<String, Series> distributions = new LinkedHashMap<>();
    for (Metric metric : pairing.compared()) {
      int channel = layout.differences[variant][metrics.size()];
      metrics.put(metric.id(), channels.difference(channel, metric, base.start()));
      if (pairing.isDistributed(metric)) {
        distributions.put(
            metric.id(),
            channels.series(channel, metric, base.start(), base.output().percentiles()));
      }
    }
    Map<String, QuestionDifference> questions = new LinkedHashMap<>();
    for (String id : pairing.questions()) {
      questions.put(id, pairedTallies.get(variant).difference(questions.size()));
    }
    return new Differences(metrics, distributions, questions);
  }
}
