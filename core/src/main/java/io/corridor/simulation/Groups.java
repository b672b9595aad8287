package io.corridor.simulation;

import io.corridor.internal.engine.Engine;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Variants in groups, each of which is simulated together with the base. Which ones go together
 * changes nothing in the results.
 */
final class Groups {
  /** A base for each eight variants adds an eighth to the work. */
  private static final int MOST = 8;

  /** So many paths are simulated before results are given: a matter of seconds. */
  private static final long PATHS_AT_ONCE = 200_000;

  /** What a machine of a cluster may hold of a range of paths, about. */
  private static final double MOST_BYTES = 64e6;

  /** Of a summary, for a metric and month, about. */
  private static final double BYTES_PER_CELL = 3_000;

  private final Scenario base;
  private final List<Map<String, Scenario>> groups;
  private final Settings settings;
  private final Sample sample;
  private final long started = System.nanoTime();

  private Groups(Scenario base, List<Map<String, Scenario>> groups, Settings settings) {
    this.base = base;
    this.groups = groups;
    this.settings = settings;
    this.sample = settings.withPaths(settings.paths()).sample();
  }

  /** Returns a single group here, and as few as the machines can take in a cluster. */
  static Groups few(Scenario base, Map<String, Scenario> variants, Settings settings) {
    int most = settings.cluster().isPresent() ? mostOnCluster(base) : Integer.MAX_VALUE;
    return new Groups(base, cut(variants, most), settings);
  }

  /** Returns groups that take some seconds each here, and as few as possible in a cluster. */
  static Groups many(Scenario base, Map<String, Scenario> variants, Settings settings) {
    if (settings.cluster().isPresent()) {
      return few(base, variants, settings);
    }
    long most = Math.max(1, Math.min(MOST, PATHS_AT_ONCE / settings.paths()));
    return new Groups(base, cut(variants, (int) most), settings);
  }

  private static int mostOnCluster(Scenario base) {
    Plan plan = PlanCompiler.compile(base, 0);
    double bytes = BYTES_PER_CELL * plan.months() * plan.metrics().size();
    return (int) Math.max(1, Math.min(MOST, MOST_BYTES / bytes - 1));
  }

  private static List<Map<String, Scenario>> cut(Map<String, Scenario> variants, int most) {
    List<Map<String, Scenario>> groups = new ArrayList<>(List.of(new LinkedHashMap<>()));
    variants.forEach(
        (name, variant) -> {
          if (groups.get(groups.size() - 1).size() >= most) {
            groups.add(new LinkedHashMap<>());
          }
          groups.get(groups.size() - 1).put(name, variant);
        });
    return groups;
  }

  /**
   * Simulates all groups.
   *
   * @param progress told of progress, in paths of single variants
   * @param results is given a comparison for each group
   */
  void simulate(Progress progress, Consumer<Comparison> results) {
    if (settings.cluster().isPresent()) {
      simulate(settings.cluster().get(), progress, results);
    } else {
      simulateHere(progress, results);
    }
  }

  private void simulateHere(Progress progress, Consumer<Comparison> results) {
    Plan plan = PlanCompiler.compile(base, sample);
    long before = 0;
    for (Map<String, Scenario> group : groups) {
      List<Plan> variants =
          group.values().stream()
              .map(variant -> PlanCompiler.compileVariant(variant, plan))
              .toList();
      long done = before;
      results.accept(
          Engine.compare(
                  plan,
                  variants,
                  0,
                  settings.paths(),
                  settings.threads(),
                  (paths, of) ->
                      progress.goOn(done * of + paths * weight(group), of * weightOfAll()))
              .comparison(List.copyOf(group.keySet()), timing(settings.threads())));
      before += weight(group);
    }
  }

  private void simulate(Cluster cluster, Progress progress, Consumer<Comparison> results) {
    List<List<Scenario>> scenarios =
        groups.stream().map(group -> List.copyOf(group.values())).toList();
    Job job = Job.of(base, scenarios, sample);
    try (Cluster.Deployment deployment = cluster.deploy(job)) {
      deployment.simulate(
          0,
          settings.paths(),
          (paths, of) -> progress.goOn(paths * weightOfAll(), of * weightOfAll()),
          (part, summary) ->
              results.accept(
                  job.read(part, summary)
                      .comparison(
                          List.copyOf(groups.get(part).keySet()), timing(cluster.cores()))));
    }
  }

  private static int weight(Map<String, Scenario> group) {
    return Math.max(1, group.size());
  }

  int weightOfAll() {
    return groups.stream().mapToInt(Groups::weight).sum();
  }

  /** Returns the time since the start, and the speed if nothing is left to do. */
  Projection.Timing timing(int threads) {
    double seconds = (System.nanoTime() - started) * 1e-9;
    int scenarios = groups.size() + groups.stream().mapToInt(Map::size).sum();
    double pathMonths = (double) settings.paths() * base.months() * scenarios;
    return new Projection.Timing(seconds, pathMonths / seconds, threads);
  }
}
