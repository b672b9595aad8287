package io.corridor.internal.engine;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.plan.Plan;
import io.corridor.internal.question.PairedTally;
import io.corridor.internal.summary.DifferenceSummary;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.QuestionDifference;
import io.corridor.projection.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is compared of a variant and its base, and what is kept of it. Compared are metrics that
 * both report in the same unit, and questions that both ask and answer in the same way.
 *
 * @param base what the variant is compared with
 * @param variant the variant
 * @param metrics places of the metrics, in the base's order
 * @param fans metrics, by their place among {@code metrics}, whose differences get histograms
 * @param questions ids of the questions, in the base's order
 * @param differences of the metrics
 * @param tally of the questions
 */
record Pairing(
    Plan base,
    Plan variant,
    List<Metrics> metrics,
    List<Integer> fans,
    List<String> questions,
    DifferenceSummary differences,
    PairedTally tally) {

  /** Trade has a fan of differences, whether or not a question asks about it. */
  private static final Set<MetricKind> ALWAYS_FANNED =
      Set.of(MetricKind.TOTAL, MetricKind.TOTAL_OF_YEAR);

  /** The places of a metric among those that the two report. */
  record Metrics(int base, int variant) {}

  /** Returns what is kept of no paths. */
  static Pairing of(Plan base, Plan variant) {
    List<Metrics> metrics = metrics(base, variant);
    List<Integer> fans = new ArrayList<>();
    boolean[] whole = new boolean[metrics.size()];
    for (int i = 0; i < whole.length; i++) {
      Metric metric = base.metrics().get(metrics.get(i).base());
      whole[i] = metric.whole();
      if (ALWAYS_FANNED.contains(metric.kind()) || isAskedAbout(base, metric)) {
        fans.add(i);
      }
    }
    List<String> questions = questions(base, variant);
    return new Pairing(
        base,
        variant,
        metrics,
        List.copyOf(fans),
        questions,
        DifferenceSummary.of(
            base.months(),
            whole,
            fans.stream().mapToInt(Integer::intValue).toArray(),
            base.replications()),
        tally(base, variant, questions));
  }

  private static boolean isAskedAbout(Plan plan, Metric metric) {
    return plan.scenario().questions().values().stream()
        .anyMatch(question -> question.metric().equals(metric.id()));
  }

  private static List<Metrics> metrics(Plan base, Plan variant) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < variant.metrics().size(); i++) {
      places.put(variant.metrics().get(i).id(), i);
    }
    List<Metrics> metrics = new ArrayList<>();
    for (int i = 0; i < base.metrics().size(); i++) {
      Integer place = places.get(base.metrics().get(i).id());
      if (place != null && variant.metrics().get(place).equals(base.metrics().get(i))) {
        metrics.add(new Metrics(i, place));
      }
    }
    return List.copyOf(metrics);
  }

  private static List<String> questions(Plan base, Plan variant) {
    Map<String, Question> others = variant.scenario().questions();
    return base.scenario().questions().entrySet().stream()
        .filter(entry -> others.containsKey(entry.getKey()))
        .filter(
            entry -> counts(entry.getValue()) == counts(requireNonNull(others.get(entry.getKey()))))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean counts(Question question) {
    return question.countsMonths();
  }

  private static PairedTally tally(Plan base, Plan variant, List<String> questions) {
    List<String> ofBase = List.copyOf(base.scenario().questions().keySet());
    List<String> ofVariant = List.copyOf(variant.scenario().questions().keySet());
    List<PairedTally.Pair> pairs =
        questions.stream()
            .map(id -> new PairedTally.Pair(ofBase.indexOf(id), ofVariant.indexOf(id)))
            .toList();
    return PairedTally.of(base.inquiries(), variant.inquiries(), pairs, base.replications());
  }

  /** Returns a tally of no paths, for one thread. */
  PairedTally newTally() {
    return tally(base, variant, questions);
  }

  /** Returns what is kept, as bytes. */
  byte[] toBytes() {
    return Pieces.join(List.of(Pieces.ofLongs(tally.counts()), differences.toBytes()));
  }

  /**
   * Adds what {@link #toBytes} wrote, of the same plans and other blocks.
   *
   * @throws IllegalArgumentException if the bytes are damaged, or of other plans
   */
  void add(byte[] bytes) {
    List<byte[]> pieces = Pieces.split(bytes, 2);
    tally.addCounts(Pieces.toLongs(pieces.get(0)));
    differences.add(pieces.get(1));
  }

  /** Returns the results. */
  Differences results() {
    List<Metric> compared =
        metrics.stream().map(places -> base.metrics().get(places.base())).toList();
    Map<String, MetricDifference> ofMetrics = new LinkedHashMap<>();
    differences
        .differences(compared, base.scenario().start())
        .forEach(difference -> ofMetrics.put(difference.metric().id(), difference));
    Map<String, Series> distributions = new LinkedHashMap<>();
    for (int i = 0; i < fans.size(); i++) {
      Metric metric = compared.get(fans.get(i));
      distributions.put(
          metric.id(),
          differences.fan(
              i, metric, base.scenario().start(), base.scenario().output().percentiles()));
    }
    Map<String, QuestionDifference> ofQuestions = new LinkedHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      ofQuestions.put(questions.get(i), tally.difference(i));
    }
    return new Differences(ofMetrics, distributions, ofQuestions);
  }
}
