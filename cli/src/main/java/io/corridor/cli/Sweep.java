package io.corridor.cli;

import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.files.SweepFolder;
import io.corridor.simulation.Progress;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Simulates the points of a grid, some at a time and each together with the scenario as it stands,
 * so that all see the same random numbers. Which points go together changes nothing in the results.
 *
 * <p>For use once, by one thread.
 */
final class Sweep {
  /** So many paths are simulated before points are kept: a matter of seconds. */
  private static final long PATHS_AT_ONCE = 200_000;

  private static final int MOST_AT_ONCE = 8;

  private final Engine engine;
  private final Settings settings;
  private final List<String> metrics;
  private final Optional<SweepFolder> folder;
  private final Point base;
  private final List<Point> points;

  /** Rows by what is set; nothing is, in the scenario as it stands. */
  private final Map<Map<String, String>, SweepPoint> rows = new LinkedHashMap<>();

  /** A point and what is set there. */
  record Point(Map<String, String> values, Scenario scenario) {

    /** Returns the point with no more reported than the rows show. */
    private Point reporting(List<String> metrics) {
      Output output = new Output(scenario.output().percentiles(), Optional.of(metrics));
      return new Point(values, scenario.toBuilder().output(output).buildUnchecked());
    }
  }

  /** What was found: the row of the scenario as it stands, then those of the points. */
  record Rows(SweepPoint base, List<SweepPoint> points) {}

  /**
   * Makes a sweep.
   *
   * @param base the scenario as it stands
   * @param points of the grid
   * @param metrics those that get columns
   * @param folder where points are kept; absent: they aren't
   */
  Sweep(
      Engine engine,
      Settings settings,
      Scenario base,
      List<Point> points,
      List<String> metrics,
      Optional<SweepFolder> folder) {
    this.engine = engine;
    this.settings = settings;
    this.metrics = metrics;
    this.folder = folder;
    this.base = new Point(Map.of(), base).reporting(metrics);
    this.points = points.stream().map(point -> point.reporting(metrics)).toList();
  }

  /**
   * Simulates what isn't kept from before.
   *
   * @return the rows, in the order of the points
   * @throws io.corridor.simulation.CancelledException if {@code progress} ended it; the points
   *     finished by then are kept
   * @throws java.nio.file.FileAlreadyExistsException if the folder has points of another sweep
   * @throws IOException if points can't be kept
   */
  Rows run(Progress progress) throws IOException {
    boolean baseIsMissing = isMissing(base);
    List<Point> missing = new ArrayList<>();
    for (Point point : points) {
      if (isMissing(point)) {
        missing.add(point);
      }
    }
    int atOnce = (int) Math.max(1, Math.min(MOST_AT_ONCE, PATHS_AT_ONCE / settings.paths()));
    for (int from = 0; from < missing.size(); from += atOnce) {
      List<Point> some = missing.subList(from, Math.min(missing.size(), from + atOnce));
      simulate(some, within(progress, from, some.size(), missing.size()));
    }
    if (baseIsMissing && missing.isEmpty()) {
      simulate(List.of(), progress);
    }
    return new Rows(row(base), points.stream().map(this::row).toList());
  }

  /** Returns how many points are done. */
  long done() {
    return points.stream().filter(point -> rows.containsKey(point.values())).count();
  }

  private SweepPoint row(Point point) {
    return Objects.requireNonNull(rows.get(point.values()));
  }

  private boolean isMissing(Point point) throws IOException {
    Optional<SweepPoint> found =
        folder.isPresent() ? folder.get().find(point.values(), point.scenario()) : Optional.empty();
    found.ifPresent(row -> rows.put(point.values(), row));
    return found.isEmpty();
  }

  /** Progress of some points as that of all. */
  private static Progress within(Progress progress, int before, int some, int all) {
    return (done, paths) -> progress.goOn(before * paths + done * some, paths * all);
  }

  private void simulate(List<Point> some, Progress progress) throws IOException {
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (Point point : some) {
      variants.put(name(point), point.scenario());
    }
    Comparison comparison =
        engine.compare(base.scenario(), variants, settings.withProgress(progress));
    if (!rows.containsKey(base.values())) {
      keep(base, SweepPoint.of(base.values(), comparison.base(), Optional.empty(), metrics));
    }
    for (Point point : some) {
      keep(
          point,
          SweepPoint.of(
              point.values(),
              comparison.variant(name(point)),
              Optional.of(comparison.differences(name(point))),
              metrics));
    }
  }

  private static String name(Point point) {
    return point.values().toString();
  }

  private void keep(Point point, SweepPoint row) throws IOException {
    if (folder.isPresent()) {
      folder.get().keep(row, point.scenario());
    }
    rows.put(point.values(), row);
  }
}
