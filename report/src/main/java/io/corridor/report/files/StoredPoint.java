package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.object;

import io.corridor.report.data.SweepPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished point of a sweep, as it is kept until the sweep is done and after.
 *
 * @param origin what the numbers depend on
 * @param point the row
 */
record StoredPoint(Origin origin, SweepPoint point) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** The file: a component for each property. */
  private record File(
      String version,
      String paths,
      String seed,
      String sampling,
      String base,
      String scenario,
      Map<String, String> values,
      Map<String, OptionalDouble> numbers) {

    StoredPoint point() {
      Map<String, Double> known = new LinkedHashMap<>();
      numbers.forEach((column, number) -> known.put(column, number.orElse(Double.NaN)));
      return new StoredPoint(
          new Origin(version, paths, seed, sampling, base, scenario),
          new SweepPoint(values, known));
    }
  }

  /**
   * What the numbers of a point depend on.
   *
   * @param version of Corridor
   * @param paths number of paths
   * @param seed of the random numbers
   * @param sampling how they are chosen
   * @param base hash of the scenario as it stands
   * @param scenario hash of the point's scenario
   */
  record Origin(
      String version, String paths, String seed, String sampling, String base, String scenario) {

    /** Says in words what is other than in {@code now}; empty if nothing is. */
    Optional<String> difference(Origin now) {
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
      return Optional.empty();
    }
  }

  void write(OutputStream out) throws IOException {
    Map<String, Object> document =
        object(
            "version", origin.version,
            "paths", origin.paths,
            "seed", origin.seed,
            "sampling", origin.sampling,
            "base", origin.base,
            "scenario", origin.scenario);
    document.putAll(SweepJson.point(point));
    Checksum.write(document, out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it can't be read, or is something else
   */
  static StoredPoint read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      if (Checksum.fits(bytes)) {
        return MAPPER.readValue(bytes, File.class).point();
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
}
