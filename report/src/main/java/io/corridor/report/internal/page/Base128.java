package io.corridor.report.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes as a text that can stand in a page and in a script's quotes, where none of its characters
 * is a control character or means anything: one of one byte holds 7 bits. A value whose own
 * character is left out stands, with the 5 bits that follow, in one of two bytes, so that 100 bytes
 * take 122. Read by {@code report.js}.
 */
public final class Base128 {
  /** What is left out beside the control characters before the blank, which parts two texts. */
  private static final String SIGNS = " \"<\\`\u007f";

  private static final int BITS = 7;
  private static final int MORE_BITS = 5;

  /** The first character that stands for a value that is left out, with the bits that follow. */
  private static final char PAIR = '\u0100';

  /** The first one that stands for a value that is left out, where nothing follows. */
  private static final int LAST = PAIR + (' ' + SIGNS.length() << MORE_BITS);

  private Base128() {}

  /** Returns characters of one and two bytes in UTF-8. */
  public static String of(byte[] bytes) {
    int count = bytes.length * Byte.SIZE;
    StringBuilder text = new StringBuilder(count / BITS + 1);
    for (int at = 0; at < count; ) {
      int value = bits(bytes, at, BITS);
      at += BITS;
      int kind = leftOut(value);
      if (kind < 0) {
        text.append((char) value);
      } else if (at < count) {
        text.append((char) (PAIR + (kind << MORE_BITS) + bits(bytes, at, MORE_BITS)));
        at += MORE_BITS;
      } else {
        text.append((char) (LAST + kind));
      }
    }
    return text.toString();
  }

  /** Which of the values left out one is; below 0 if it isn't. */
  private static int leftOut(int value) {
    int sign = SIGNS.indexOf(value);
    return value < ' ' ? value : sign < 0 ? sign : ' ' + sign;
  }

  /** The next bits of a place, the lowest of a byte first; after the last byte stand zeros. */
  private static int bits(byte[] bytes, int at, int count) {
    int first = at / Byte.SIZE;
    int held = bytes[first] & 0xff;
    if (first + 1 < bytes.length) {
      held |= (bytes[first + 1] & 0xff) << Byte.SIZE;
    }
    return held >> at % Byte.SIZE & (1 << count) - 1;
  }

  /**
   * Returns a text compressed by gzip, in which there is no time, nor anything else that differs.
   */
  public static String packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return of(bytes.toByteArray());
  }
}
