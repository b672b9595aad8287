package io.corridor.report.files;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.report.data.SweepPoint;
import io.corridor.scenarios.ScenarioHash;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The finished points of a sweep, in a folder of its folder. Each is written whole as soon as it is
 * there, with what its numbers depend on, so that an interrupted sweep goes on where it was and a
 * larger grid finds the points it shares.
 */
public final class SweepPoints {
  private static final String POINTS = "points";

  private final Path folder;
  private final boolean overwrite;
  private final Sample sample;
  private final String base;

  private SweepPoints(Path folder, boolean overwrite, Scenario base, Sample sample) {
    this.folder = folder;
    this.overwrite = overwrite;
    this.sample = sample;
    this.base = ScenarioHash.of(base);
  }

  /** Returns whether a folder holds points of a sweep. */
  static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(POINTS));
  }

  /**
   * Returns the points of a sweep.
   *
   * @param folder of the sweep's results
   * @param overwrite whether points of another sweep may be replaced
   * @param base the scenario as it stands
   * @param sample the paths of each point
   * @throws IOException if there is no folder for them and it can't be made
   */
  public static SweepPoints in(Path folder, boolean overwrite, Scenario base, Sample sample)
      throws IOException {
    OutFolder.make(folder.resolve(POINTS));
    return new SweepPoints(folder, overwrite, base, sample);
  }

  /**
   * Returns the row of a point that was finished before.
   *
   * @param values what is set
   * @param scenario the point's scenario
   * @throws FileAlreadyExistsException if the point there is that of another sweep, which may not
   *     be replaced; the reason says what differs
   * @throws IOException if it can't be read
   */
  public Optional<SweepPoint> find(Map<String, String> values, Scenario scenario)
      throws IOException {
    Path file = file(values);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    StoredPoint stored = StoredPoint.read(file);
    Optional<String> difference = stored.origin().difference(origin(scenario));
    if (difference.isEmpty() && stored.point().values().equals(values)) {
      return Optional.of(stored.point());
    }
    if (!overwrite) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "was made " + difference.orElse("for other values"));
    }
    return Optional.empty();
  }

  /**
   * Keeps a finished point.
   *
   * @param point its row
   * @param scenario the point's scenario
   * @throws IOException if it can't be written
   */
  public void keep(SweepPoint point, Scenario scenario) throws IOException {
    StoredPoint stored = new StoredPoint(origin(scenario), point);
    Path file = file(point.values());
    WholeFiles.in(folder.resolve(POINTS))
        .with(String.valueOf(file.getFileName()), stored::write)
        .write();
  }

  private StoredPoint.Origin origin(Scenario scenario) {
    return new StoredPoint.Origin(
        Version.current(),
        Long.toString(sample.paths()),
        Long.toString(sample.seed()),
        sample.sampling().word(),
        base,
        ScenarioHash.of(scenario));
  }

  private Path file(Map<String, String> values) {
    return folder.resolve(POINTS).resolve(PointName.of(values) + ".json");
  }
}
