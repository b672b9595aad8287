package io.corridor.report.files;

import io.corridor.report.data.Source;
import io.corridor.why.Cause;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the shares of variance that {@link WhyJson} wrote. */
final class WhyReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private WhyReader() {}

  /**
   * Returns the shares in a file, by outcome; none if it isn't there or is of another scenario.
   *
   * @throws IOException if the file can't be read, is damaged, or was written by something else
   */
  static Map<String, Shares> shares(Path file, Source source) throws IOException {
    Map<String, Shares> shares = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return shares;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Checksum.fits(bytes)) {
      throw new IOException(
          file
              + ": is damaged or was changed: its checksum is that of other bytes; remove it, or"
              + " run corridor why again");
    }
    JsonNode root = MAPPER.readTree(bytes);
    if (isOf(source, root.path("scenario"))) {
      for (Map.Entry<String, JsonNode> outcome : root.path("outcomes").properties()) {
        if (outcome.getValue().path("causes").isArray()) {
          shares.put(outcome.getKey(), shares(outcome.getValue()));
        }
      }
    }
    return shares;
  }

  private static boolean isOf(Source source, JsonNode scenario) {
    Map<String, String> set = new LinkedHashMap<>();
    scenario.path("set").properties().forEach(e -> set.put(e.getKey(), e.getValue().asString()));
    JsonNode variant = scenario.path("variant");
    return scenario.path("sha256").asString("").equals(source.sha256())
        && (variant.isString() ? variant.asString() : "").equals(source.variant().orElse(""))
        && set.equals(source.set());
  }

  private static Shares shares(JsonNode outcome) {
    List<Cause> causes = new ArrayList<>();
    for (JsonNode cause : outcome.path("causes")) {
      List<String> members = new ArrayList<>();
      cause.path("members").forEach(member -> members.add(member.asString()));
      causes.add(
          new Cause(
              cause.path("id").asString(),
              members,
              ratio(cause, "share"),
              ratio(cause, "first"),
              ratio(cause, "total")));
    }
    return new Shares(causes, ratio(outcome, "sumOfFirst"));
  }

  private static Ratio ratio(JsonNode node, String name) {
    return new Ratio(node.path(name).asDouble(), node.path(name + "Se").asDouble());
  }
}
