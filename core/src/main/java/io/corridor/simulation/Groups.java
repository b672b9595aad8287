package io.corridor.simulation;

import io.corridor.internal.engine.Machines;
import io.corridor.internal.engine.Summary;
import io.corridor.internal.engine.Work;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
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

  private final Settings settings;
  private final List<List<String>> names;
  private final Work<Summary> work;

  /** Paths times months of all scenarios. */
  private final double pathMonths;

  private final long started = System.nanoTime();

  private Groups(Scenario base, List<Map<String, Scenario>> groups, Settings settings) {
    this.settings = settings;
    this.names = groups.stream().map(group -> List.copyOf(group.keySet())).toList();
    this.work =
        new Work<>(
            new Beside(
                base,
                groups.stream().map(group -> List.copyOf(group.values())).toList(),
                settings.withPaths(settings.paths()).sample()));
    int scenarios = groups.size() + names.stream().mapToInt(List::size).sum();
    this.pathMonths = (double) settings.paths() * base.months() * scenarios;
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
    Plan plan = PlanCompiler.compile(base, Drawn.of(0), Wanted.REPORTED);
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
    try (Machines<Summary> machines = Job.machines(work, settings)) {
      machines.simulate(
          0,
          settings.paths(),
          progress,
          (summary, part) -> results.accept(summary.comparison(names.get(part), timing())));
    }
  }

  /** Returns how many times the paths of a scenario are told of as progress. */
  long weight() {
    return work.weight();
  }

  /** Returns the time since the start, and the speed if nothing is left to do. */
  Projection.Timing timing() {
    return settings.timing(pathMonths, started);
  }
}
