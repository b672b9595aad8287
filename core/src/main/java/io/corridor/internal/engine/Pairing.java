package io.corridor.internal.engine;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.Shared;
import io.corridor.internal.question.PairedTally;
import io.corridor.internal.question.PairedTally.Pair;
import io.corridor.internal.summary.Channel;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is compared of a variant and its base: metrics that both report in the same unit, and
 * questions that both ask and answer in the same way.
 *
 * @param base what the variant is compared with
 * @param variant the variant
 * @param shared what it has in common with the base
 * @param metrics places of the metrics, in the base's order
 * @param questions ids of the questions, in the base's order
 */
record Pairing(Plan base, Plan variant, Shared shared, List<Pair> metrics, List<String> questions) {

  /** Trade has a distribution of differences, whether or not a question asks about it. */
  private static final Set<MetricKind> ALWAYS_DISTRIBUTED =
      Set.of(MetricKind.TOTAL, MetricKind.TOTAL_OF_YEAR, MetricKind.WORLD_WELFARE);

  static Pairing of(Plan base, Plan variant) {
    return new Pairing(
        base, variant, Shared.of(base, variant), metrics(base, variant), questions(base, variant));
  }

  private static List<Pair> metrics(Plan base, Plan variant) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < variant.metrics().size(); i++) {
      places.put(variant.metrics().get(i).id(), i);
    }
    List<Pair> metrics = new ArrayList<>();
    for (int i = 0; i < base.metrics().size(); i++) {
      Integer place = places.get(base.metrics().get(i).id());
      if (place != null && variant.metrics().get(place).equals(base.metrics().get(i))) {
        metrics.add(new Pair(i, place));
      }
    }
    return List.copyOf(metrics);
  }

  private static List<String> questions(Plan base, Plan variant) {
    Map<String, Question> others = variant.scenario().questions();
    return base.scenario().questions().entrySet().stream()
        .filter(entry -> others.containsKey(entry.getKey()))
        .filter(
            entry ->
                entry.getValue().countsMonths()
                    == requireNonNull(others.get(entry.getKey())).countsMonths())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the metrics that are compared. */
  List<Metric> compared() {
    return metrics.stream().map(places -> base.metrics().get(places.base())).toList();
  }

  /** Returns whether a compared metric is the same on every path. */
  boolean isSame(Pair metric) {
    return shared.isSame(metric.variant(), metric.base());
  }

  /** Returns the channel of a metric's differences. */
  Channel channel(Pair pair) {
    Metric metric = base.metrics().get(pair.base());
    return Channel.difference(metric.whole(), isDistributed(metric));
  }

  /** Returns whether the differences of a metric have a distribution. */
  boolean isDistributed(Metric metric) {
    return ALWAYS_DISTRIBUTED.contains(metric.kind())
        || base.scenario().questions().values().stream()
            .anyMatch(question -> question.metric().equals(metric.id()));
  }

  /** Returns a tally of no paths. */
  PairedTally newTally() {
    List<String> ofBase = List.copyOf(base.scenario().questions().keySet());
    List<String> ofVariant = List.copyOf(variant.scenario().questions().keySet());
    List<Pair> pairs =
        questions.stream().map(id -> new Pair(ofBase.indexOf(id), ofVariant.indexOf(id))).toList();
    return PairedTally.of(base.inquiries(), variant.inquiries(), pairs, base.replications());
  }
}
