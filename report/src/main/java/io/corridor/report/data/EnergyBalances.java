package io.corridor.report.data;

import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.projection.Projection;
import io.corridor.report.words.MonthSpan;
import io.corridor.simulation.Replay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Balances of typical and of dry years. The paths are ranked anew in each calendar year, by the
 * carrier's unserved energy; means over a group of them add up as each of them does.
 */
final class EnergyBalances {
  private static final int MOST_PATHS = 1000;
  private static final List<MetricKind> VOLUMES =
      List.of(
          MetricKind.DEMAND,
          MetricKind.DOMESTIC,
          MetricKind.PROJECTS,
          MetricKind.NEED,
          MetricKind.CARRIER_IMPORTS,
          MetricKind.UNSERVED);

  private final Scenario scenario;
  private final Paths paths;
  private final String carrier;
  private final List<String> sources;

  private EnergyBalances(Scenario scenario, Paths paths, String id, Carrier carrier) {
    this.scenario = scenario;
    this.paths = paths;
    this.carrier = id;
    this.sources = named(carrier);
  }

  static Map<String, ReportData.Balances> of(Projection projection) {
    Scenario scenario = projection.scenario();
    Map<String, ReportData.Balances> balances = new LinkedHashMap<>();
    if (scenario.energy().isEmpty()) {
      return balances;
    }
    Map<String, Carrier> carriers = scenario.energy().get().carriers();
    List<String> metrics = new ArrayList<>();
    carriers.forEach(
        (id, carrier) -> {
          VOLUMES.forEach(volume -> metrics.add(volume.id(id)));
          named(carrier).forEach(source -> metrics.add(MetricKind.SOURCE.id(id, source)));
        });
    Paths paths =
        Replay.of(scenario, projection.sample(), metrics)
            .paths(0, (int) Math.min(MOST_PATHS, projection.paths()));
    carriers.forEach(
        (id, carrier) ->
            balances.put(
                id,
                new EnergyBalances(scenario, paths, id, carrier).balances(carrier.kind().unit())));
    return balances;
  }

  /** Returns the ids of the sources, in the order of use; none where they have no names. */
  private static List<String> named(Carrier carrier) {
    return carrier.namesSources() ? List.copyOf(carrier.sources().keySet()) : List.of();
  }

  private ReportData.Balances balances(String unit) {
    int n = paths.count();
    List<List<Integer>> ranked = rankedByYear();
    // From place ⌊2n/5⌋ to ⌊3n/5⌋, and the last tenth; a single path is in both.
    return new ReportData.Balances(
        unit,
        n,
        balance(ranked, 2 * n / 5, Math.max(2 * n / 5 + 1, 3 * n / 5)),
        balance(ranked, Math.min(n - 1, 9 * n / 10), n));
  }

  /** The places of the paths by month: ascending by unserved energy in that month's year. */
  private List<List<Integer>> rankedByYear() {
    List<List<Integer>> ranked = new ArrayList<>();
    for (MonthSpan year : MonthSpan.years(scenario)) {
      ranked.addAll(Collections.nCopies(year.length(), ranked(year)));
    }
    return ranked;
  }

  private List<Integer> ranked(MonthSpan year) {
    String metric = MetricKind.UNSERVED.id(carrier);
    double[] unserved = new double[paths.count()];
    for (int i = 0; i < unserved.length; i++) {
      int path = i;
      unserved[path] =
          year.sum(t -> paths.value(metric, t, path) * scenario.month(t).lengthOfMonth());
    }
    return IntStream.range(0, unserved.length)
        .boxed()
        .sorted(Comparator.comparingDouble(path -> unserved[path]))
        .toList();
  }

  private ReportData.Balance balance(List<List<Integer>> ranked, int from, int to) {
    double[] demand = mean(MetricKind.DEMAND.id(carrier), ranked, from, to);
    double[] all = mean(MetricKind.DOMESTIC.id(carrier), ranked, from, to);
    double[] projects = mean(MetricKind.PROJECTS.id(carrier), ranked, from, to);
    double[] imports = mean(MetricKind.CARRIER_IMPORTS.id(carrier), ranked, from, to);
    Map<String, double[]> bySource = new LinkedHashMap<>();
    sources.forEach(
        id -> bySource.put(id, mean(MetricKind.SOURCE.id(carrier, id), ranked, from, to)));
    double[] unserved = mean(MetricKind.UNSERVED.id(carrier), ranked, from, to);
    double[] need = mean(MetricKind.NEED.id(carrier), ranked, from, to);
    double[] domestic = new double[all.length];
    double[] storage = new double[all.length];
    for (int month = 0; month < all.length; month++) {
      domestic[month] = Math.max(0, all[month] - projects[month]);
      storage[month] = need[month] - imports[month] - unserved[month];
    }
    return new ReportData.Balance(demand, domestic, projects, imports, bySource, storage, unserved);
  }

  private double[] mean(String metric, List<List<Integer>> ranked, int from, int to) {
    double[] mean = new double[ranked.size()];
    for (int month = 0; month < mean.length; month++) {
      for (int place = from; place < to; place++) {
        mean[month] += paths.value(metric, month, ranked.get(month).get(place));
      }
      mean[month] /= to - from;
    }
    return mean;
  }
}
