package io.corridor.report.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * The last property of a JSON file that is written and read again, {@code checksum}: the SHA-256 of
 * all bytes before it, in hexadecimal. Left out of them is what differs whenever the same is done
 * again, the object {@code timing}, so that the checksum doesn't.
 */
final class Checksum {
  private static final String KEY = "checksum";
  private static final byte[] START = bytes(",\n  \"" + KEY + "\": \"");
  private static final byte[] END = bytes("\"\n}\n");
  private static final byte[] TIMING = bytes(",\n  \"timing\": {");
  private static final int DIGITS = 64;

  private final DigestOutputStream out;

  private Checksum(OutputStream out) {
    this.out = new DigestOutputStream(out, sha256());
  }

  /**
   * Has {@code content} write a JSON object with its checksum, and leaves {@code out} open.
   *
   * @param content writes the object; the checksum by {@link #writeTo}, as the last property
   */
  static void write(OutputStream out, BiConsumer<JsonGenerator, Checksum> content)
      throws IOException {
    write(out, Integer.MAX_VALUE, content);
  }

  /** Does the same, objects that lie deeper than {@code depth} on a line each. */
  static void write(OutputStream out, int depth, BiConsumer<JsonGenerator, Checksum> content)
      throws IOException {
    Checksum checksum = new Checksum(out);
    ResultJson.write(checksum.out, depth, json -> content.accept(json, checksum));
  }

  /** Writes the checksum of all that was written to {@code json}. */
  void writeTo(JsonGenerator json) {
    json.flush();
    out.on(false);
    json.writeStringProperty(KEY, HexFormat.of().formatHex(out.getMessageDigest().digest()));
  }

  /** Has {@code timing} write to {@code json} the object {@code timing}, which is left out. */
  void leaveOut(JsonGenerator json, Runnable timing) {
    json.flush();
    out.on(false);
    timing.run();
    json.flush();
    out.on(true);
  }

  /** Returns whether the bytes of a file are those that were written. */
  static boolean fits(byte[] file) {
    int at = file.length - END.length - DIGITS - START.length;
    if (at < 0 || !isAt(file, at, START) || !isAt(file, file.length - END.length, END)) {
      return false;
    }
    MessageDigest digest = sha256();
    int timing = indexOf(TIMING, file, 0, at);
    int end = timing < 0 ? 0 : indexOf(bytes("}"), file, timing, at) + 1;
    if (end > 0) {
      digest.update(file, 0, timing);
    }
    digest.update(file, end, at - end);
    byte[] found = Arrays.copyOfRange(file, at + START.length, file.length - END.length);
    return Arrays.equals(found, bytes(HexFormat.of().formatHex(digest.digest())));
  }

  private static boolean isAt(byte[] file, int at, byte[] word) {
    return Arrays.equals(file, at, at + word.length, word, 0, word.length);
  }

  private static int indexOf(byte[] word, byte[] file, int from, int end) {
    for (int at = from; at + word.length <= end; at++) {
      if (isAt(file, at, word)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
