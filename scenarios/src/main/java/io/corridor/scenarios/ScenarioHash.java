package io.corridor.scenarios;

import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Tells scenarios apart by all that their results depend on, whatever files they came from. */
public final class ScenarioHash {

  private ScenarioHash() {}

  /**
   * Returns the SHA-256, in lower-case hexadecimal digits, of the file that reads as {@code
   * scenario}, histories included. How it is run where nobody says otherwise is left out, and so is
   * what people call things.
   */
  public static String of(Scenario scenario) {
    MessageDigest digest = sha256();
    Scenario content =
        scenario.toBuilder().run(RunDefaults.STANDARD).labels(Map.of()).buildUnchecked();
    digest.update(ScenarioWriter.write(content).getBytes(StandardCharsets.UTF_8));
    for (Driver driver : scenario.drivers().values()) {
      if (driver instanceof Driver.Bootstrap bootstrap) {
        bootstrap.history().forEach(value -> update(digest, value));
      }
    }
    for (DrawTable table : scenario.draws().values()) {
      table
          .columns()
          .forEach(
              (name, column) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                column.forEach(value -> update(digest, value));
              });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      digest.update((byte) (bits >>> shift));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
