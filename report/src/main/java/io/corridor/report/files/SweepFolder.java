package io.corridor.report.files;

import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.report.data.Asked;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.Source;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.data.SweepResults;
import io.corridor.report.internal.page.SweepPage;
import io.corridor.scenarios.ScenarioHash;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder that takes the files of one sweep. Each point is written whole as soon as it is there,
 * with what its numbers depend on, so that an interrupted sweep goes on where it was and a larger
 * grid finds the points it shares.
 */
public final class SweepFolder {
  static final String RESULT = "sweep.json";
  private static final String TABLE = "sweep.csv";
  private static final String PAGE = "sweep.html";
  private static final String POINTS = "points";

  private final Path folder;
  private final boolean overwrite;
  private final Sample sample;
  private final String base;

  private SweepFolder(Path folder, boolean overwrite, Scenario base, Sample sample) {
    this.folder = folder;
    this.overwrite = overwrite;
    this.sample = sample;
    this.base = ScenarioHash.of(base);
  }

  /**
   * Makes the folder if it doesn't exist.
   *
   * @param folder where the files go
   * @param overwrite whether results of something else that are there may be replaced
   * @param base the scenario as it stands
   * @param sample the paths of each point
   * @throws FileAlreadyExistsException if there are results that are not a sweep's, and they may
   *     not be replaced
   * @throws IOException if there is no folder and it can't be made
   */
  public static SweepFolder open(Path folder, boolean overwrite, Scenario base, Sample sample)
      throws IOException {
    boolean goesOn = Files.isDirectory(folder.resolve(POINTS));
    FolderOfResults.claim(folder, overwrite, goesOn ? List.of(RESULT, TABLE, PAGE) : List.of());
    FolderOfResults.make(folder.resolve(POINTS));
    return new SweepFolder(folder, overwrite, base, sample);
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

  /**
   * Writes {@code sweep.csv}, {@code sweep.html} and {@code sweep.json}.
   *
   * @param sweep what was found
   * @param source where the scenario came from
   * @param asked the base with its model; absent: the page is only read
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   * @return the files
   * @throws IOException if they can't be written; no half of a file is left then
   */
  public List<Path> write(
      SweepResults sweep, Source source, Optional<Asked> asked, Optional<Grounds.Past> past)
      throws IOException {
    return FolderOfResults.in(folder)
        .withText(TABLE, out -> SweepCsv.write(sweep, out))
        .withText(
            PAGE, out -> SweepPage.write(sweep, Facts.of(sweep, source), asked, source, past, out))
        .with(RESULT, out -> SweepJson.write(sweep, source, out))
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
