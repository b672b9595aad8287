package io.corridor.cli.checkpoint;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.corridor.run.Checkpoints.Stretch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A saved stretch as the bytes of a file: what it is and of which run, in this order a line that
 * names the format, the version of Corridor, the scenario's SHA-256 and text, seed, sampling, first
 * path, number of paths, summary; and the SHA-256 of all that.
 *
 * @param identity of the run
 * @param stretch what was saved
 */
record CheckpointFile(RunIdentity identity, Stretch stretch) {
  /** Changes whenever the bytes do. */
  private static final String FORMAT = "corridor checkpoint 2\n";

  private static final Pattern ANY_FORMAT = Pattern.compile("corridor checkpoint (\\d+)\n");

  private static final HashFunction HASH = Hashing.sha256();

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(FORMAT.getBytes(StandardCharsets.US_ASCII));
      write(out, identity.version());
      write(out, identity.scenarioSha256());
      write(out, identity.scenario());
      out.writeLong(identity.seed());
      write(out, identity.sampling());
      out.writeLong(stretch.firstPath());
      out.writeLong(stretch.paths());
      write(out, stretch.summary());
      out.write(hash(bytes.toByteArray(), out.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] hash(byte[] bytes, int length) {
    return HASH.hashBytes(bytes, 0, length).asBytes();
  }

  /**
   * Reads what {@link #toBytes} wrote; empty if {@code bytes} are anything else.
   *
   * @throws CheckpointException if another version of Corridor wrote them, in another format
   */
  static Optional<CheckpointFile> of(byte[] bytes) {
    int length = bytes.length - HASH.bits() / Byte.SIZE;
    int first = FORMAT.length();
    if (length < first
        || !Arrays.equals(hash(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
      return Optional.empty();
    }
    String format = new String(bytes, 0, first, StandardCharsets.US_ASCII);
    Matcher other = ANY_FORMAT.matcher(format);
    if (!other.matches()) {
      return Optional.empty();
    }
    if (!format.equals(FORMAT)) {
      throw new CheckpointException(
          "another version of Corridor saved it, in format %s; this one reads %s alone"
              .formatted(other.group(1), FORMAT.strip().replaceAll("\\D", "")));
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, first, length - first))) {
      return Optional.of(read(in));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static CheckpointFile read(DataInputStream in) throws IOException {
    String version = readText(in);
    String sha256 = readText(in);
    String scenario = readText(in);
    long seed = in.readLong();
    String sampling = readText(in);
    return new CheckpointFile(
        new RunIdentity(version, seed, sampling, sha256, scenario),
        new Stretch(in.readLong(), in.readLong(), readBytes(in)));
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
