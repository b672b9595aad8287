package io.corridor.report.files;

import io.corridor.report.data.Source;
import io.corridor.why.Cause;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the shares of variance that {@link WhyJson} wrote. */
final class WhyReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private WhyReader() {}

  /** The file: a component for each property that is read. */
  private record Stored(Source scenario, @Nullable Map<String, Outcome> outcomes) {

    boolean isOf(Source source) {
      return scenario.sha256().equals(source.sha256())
          && scenario.variant().equals(source.variant())
          && scenario.set().equals(source.set());
    }
  }

  private record Outcome(
      @Nullable List<StoredCause> causes, OptionalDouble sumOfFirst, OptionalDouble sumOfFirstSe) {

    Optional<Shares> shares() {
      Ratio sum = new Ratio(sumOfFirst.orElse(0), sumOfFirstSe.orElse(0));
      return Optional.ofNullable(causes)
          .map(of -> new Shares(of.stream().map(StoredCause::cause).toList(), sum));
    }
  }

  private record StoredCause(
      String id,
      List<String> members,
      double share,
      double shareSe,
      double first,
      double firstSe,
      double total,
      double totalSe) {

    Cause cause() {
      return new Cause(
          id,
          members,
          new Ratio(share, shareSe),
          new Ratio(first, firstSe),
          new Ratio(total, totalSe));
    }
  }

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
    Stored stored = MAPPER.readValue(bytes, Stored.class);
    if (stored.outcomes != null && stored.isOf(source)) {
      stored.outcomes.forEach(
          (id, outcome) -> outcome.shares().ifPresent(found -> shares.put(id, found)));
    }
    return shares;
  }
}
