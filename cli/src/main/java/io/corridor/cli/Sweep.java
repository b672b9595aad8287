package io.corridor.cli;

import io.corridor.model.Output;
import io.corridor.model.Scenario;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.Projection;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.files.SweepPoints;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Simulates the points of a grid, each together with the scenario as it stands, so that all see the
 * same random numbers. Points are kept as soon as they are there.
 *
 * <p>For use once, by one thread.
 */
final class Sweep {
  private final Runner runner;
  private final Settings settings;
  private final List<String> metrics;
  private final Optional<SweepPoints> kept;
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
   * @param kept where points are kept; absent: they aren't
   */
  Sweep(
      Runner runner,
      Settings settings,
      Scenario base,
      List<Point> points,
      List<String> metrics,
      Optional<SweepPoints> kept) {
    this.runner = runner;
    this.settings = settings;
    this.metrics = metrics;
    this.kept = kept;
    this.base = new Point(Map.of(), base).reporting(metrics);
    this.points = points.stream().map(point -> point.reporting(metrics)).toList();
  }

  /**
   * Simulates what isn't kept from before.
   *
   * @return the rows, in the order of the points
   * @throws io.corridor.run.CancelledException if {@code progress} ended it; the points finished by
   *     then are kept
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
    if (baseIsMissing || !missing.isEmpty()) {
      simulate(missing, progress);
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
        kept.isPresent() ? kept.get().find(point.values(), point.scenario()) : Optional.empty();
    found.ifPresent(row -> rows.put(point.values(), row));
    return found.isEmpty();
  }

  private void simulate(List<Point> missing, Progress progress) throws IOException {
    Map<String, Point> byName = new LinkedHashMap<>();
    Map<String, Scenario> variants = new LinkedHashMap<>();
    for (Point point : missing) {
      byName.put(name(point), point);
      variants.put(name(point), point.scenario());
    }
    try {
      runner.sweep(
          base.scenario(),
          variants,
          settings.withProgress(progress),
          comparison -> keep(comparison, byName));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void keep(Comparison comparison, Map<String, Point> byName) {
    try {
      if (!rows.containsKey(base.values())) {
        keep(base, SweepPoint.of(base.values(), comparison.base(), Optional.empty(), metrics));
      }
      for (Map.Entry<String, Projection> found : comparison.variants().entrySet()) {
        Point point = Objects.requireNonNull(byName.get(found.getKey()));
        Differences differences = comparison.differences(found.getKey());
        keep(
            point,
            SweepPoint.of(point.values(), found.getValue(), Optional.of(differences), metrics));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Point point) {
    return point.values().toString();
  }

  private void keep(Point point, SweepPoint row) throws IOException {
    if (kept.isPresent()) {
      kept.get().keep(row, point.scenario());
    }
    rows.put(point.values(), row);
  }
}
