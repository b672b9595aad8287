package io.corridor.report.files;

import io.corridor.report.data.SweepPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A finished point of a sweep, as it is kept until the sweep is done and after.
 *
 * @param origin what the numbers depend on
 * @param point the row
 */
record StoredPoint(Origin origin, SweepPoint point) {
  private static final JsonFactory FACTORY = new JsonFactory();

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
    Checksum.write(
        out,
        (json, checksum) -> {
          json.writeStartObject();
          json.writeStringProperty("version", origin.version);
          json.writeStringProperty("paths", origin.paths);
          json.writeStringProperty("seed", origin.seed);
          json.writeStringProperty("sampling", origin.sampling);
          json.writeStringProperty("base", origin.base);
          json.writeStringProperty("scenario", origin.scenario);
          SweepJson.writeValues(json, point);
          SweepJson.writeNumbers(json, point);
          checksum.writeTo(json);
          json.writeEndObject();
        });
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it can't be read, or is something else
   */
  static StoredPoint read(Path file) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Double> numbers = new LinkedHashMap<>();
    byte[] bytes = Files.readAllBytes(file);
    if (!Checksum.fits(bytes)) {
      throw damaged(file);
    }
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() != JsonToken.START_OBJECT) {
          words.put(name, json.getString());
        } else if (name.equals("values")) {
          readValues(json, values);
        } else {
          readNumbers(json, numbers);
        }
      }
    } catch (JacksonException e) {
      throw damaged(file);
    }
    Origin origin =
        new Origin(
            word(words, "version", file),
            word(words, "paths", file),
            word(words, "seed", file),
            word(words, "sampling", file),
            word(words, "base", file),
            word(words, "scenario", file));
    return new StoredPoint(origin, new SweepPoint(values, numbers));
  }

  private static void readValues(JsonParser json, Map<String, String> values) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      values.put(key, json.getString());
    }
  }

  private static void readNumbers(JsonParser json, Map<String, Double> numbers) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String column = json.currentName();
      boolean none = json.nextToken() == JsonToken.VALUE_NULL;
      numbers.put(column, none ? Double.NaN : json.getDoubleValue());
    }
  }

  private static String word(Map<String, String> words, String name, Path file) throws IOException {
    String word = words.get(name);
    if (word == null) {
      throw damaged(file);
    }
    return word;
  }

  private static IOException damaged(Path file) {
    return new IOException(file + " is damaged; remove it, and the point is simulated again");
  }
}
