package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.object;

import com.google.common.hash.Hashing;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.report.data.SweepPoint;
import io.corridor.report.internal.json.Json;
import io.corridor.scenarios.ScenarioHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The finished points of a sweep, in a folder of its folder. Each is written whole as soon as it is
 * there, with what its numbers depend on, so that an interrupted sweep goes on where it was and a
 * larger grid finds the points it shares.
 */
public final class SweepPoints {
  private static final String POINTS = "points";

  /** So many hexadecimal digits tell the names of points apart. */
  private static final int DIGITS = 24;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path folder;
  private final boolean overwrite;
  private final Sample sample;
  private final String base;

  /**
   * The file of a point: a component for each property. Those before {@code values} are what its
   * numbers depend on.
   *
   * @param base hash of the scenario as it stands
   * @param scenario hash of the point's scenario
   */
  private record Stored(
      String version,
      String paths,
      String seed,
      String sampling,
      String base,
      String scenario,
      Map<String, String> values,
      Map<String, OptionalDouble> numbers) {

    /** Says in words what is other than in {@code now}; empty if nothing is. */
    Optional<String> difference(Stored now) {
      if (!version.equals(now.version)) {
        return Optional.of("by Corridor " + version + ", this is " + now.version);
      }
      if (!paths.equals(now.paths)) {
        return Optional.of("with " + paths + " paths, now there are " + now.paths);
      }
      if (!seed.equals(now.seed)) {
        return Optional.of("with seed " + seed + ", now it is " + now.seed);
      }
      if (!sampling.equals(now.sampling)) {
        return Optional.of("with sampling " + sampling + ", now it is " + now.sampling);
      }
      if (!base.equals(now.base) || !scenario.equals(now.scenario)) {
        return Optional.of("from another scenario, or with other metrics");
      }
      return values.equals(now.values) ? Optional.empty() : Optional.of("for other values");
    }

    SweepPoint point() {
      Map<String, Double> known = new LinkedHashMap<>();
      numbers.forEach((column, number) -> known.put(column, number.orElse(Double.NaN)));
      return new SweepPoint(values, known);
    }

    void write(OutputStream out) throws IOException {
      Checksum.write(
          object(
              "version", version,
              "paths", paths,
              "seed", seed,
              "sampling", sampling,
              "base", base,
              "scenario", scenario,
              "values", values,
              "numbers", numbers),
          out);
    }
  }

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
    Path file = folder.resolve(POINTS).resolve(name(values));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Stored stored = read(file);
    Optional<String> difference = stored.difference(stored(values, scenario, Map.of()));
    if (difference.isEmpty()) {
      return Optional.of(stored.point());
    }
    if (!overwrite) {
      throw new FileAlreadyExistsException(folder.toString(), null, "was made " + difference.get());
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
    Map<String, OptionalDouble> numbers = new LinkedHashMap<>();
    point.numbers().forEach((column, number) -> numbers.put(column, Json.finite(number)));
    WholeFiles.in(folder.resolve(POINTS))
        .with(name(point.values()), stored(point.values(), scenario, numbers)::write)
        .write();
  }

  private Stored stored(
      Map<String, String> values, Scenario scenario, Map<String, OptionalDouble> numbers) {
    return new Stored(
        Version.current(),
        Long.toString(sample.paths()),
        Long.toString(sample.seed()),
        sample.sampling().word(),
        base,
        ScenarioHash.of(scenario),
        values,
        numbers);
  }

  private static Stored read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      if (Checksum.fits(bytes)) {
        return MAPPER.readValue(bytes, Stored.class);
      }
    } catch (JacksonException e) {
      throw damaged(file, e);
    }
    throw damaged(file, null);
  }

  private static IOException damaged(Path file, @Nullable Exception cause) {
    return new IOException(
        file + " is damaged; remove it, and the point is simulated again", cause);
  }

  /** Returns the name of a point's file, whatever the order of the keys. */
  private static String name(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    String hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    return (values.isEmpty() ? "base" : hash.substring(0, DIGITS)) + ".json";
  }
}
