package io.corridor.report.files;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.corridor.report.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

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

  private Checksum() {}

  /** Writes a document with its checksum, and leaves {@code out} open. */
  static void write(Map<String, Object> document, OutputStream out) throws IOException {
    write(document, Integer.MAX_VALUE, out);
  }

  /** Does the same, objects that lie deeper than {@code depth} on a line each. */
  static void write(Map<String, Object> document, int depth, OutputStream out) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Json.write(document, depth, text);
    byte[] bytes = text.toByteArray();
    int end = bytes.length - END.length + 1;
    out.write(bytes, 0, end);
    out.write(START);
    out.write(digest(bytes, end));
    out.write(END);
  }

  /** Returns whether the bytes of a file are those that were written. */
  static boolean fits(byte[] file) {
    int at = file.length - END.length - DIGITS - START.length;
    if (at < 0 || !isAt(file, at, START) || !isAt(file, file.length - END.length, END)) {
      return false;
    }
    byte[] found = Arrays.copyOfRange(file, at + START.length, file.length - END.length);
    return Arrays.equals(found, digest(file, at));
  }

  /** Returns the digits for the first bytes of a file. */
  private static byte[] digest(byte[] file, int length) {
    Hasher digest = Hashing.sha256().newHasher();
    int timing = indexOf(TIMING, file, 0, length);
    int end = timing < 0 ? 0 : indexOf(bytes("}"), file, timing, length) + 1;
    if (end > 0) {
      digest.putBytes(file, 0, timing);
    }
    return bytes(digest.putBytes(file, end, length - end).hash().toString());
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
}
