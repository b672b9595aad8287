package io.corridor.report.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes as a text that can stand in a page and in a script's quotes: a character of one byte holds
 * 7 bits, so that the text is a seventh longer than what it holds. A value whose character would
 * mean something there stands, with the 7 bits that follow, in one of two bytes. Read by {@code
 * report.js}.
 */
public final class Base128 {
  /** What ends or changes a text, a quote or a terminal; the blank parts one text from the next. */
  static final String LEFT_OUT = "\0\u0007\n\r\u000e\u000f\u001a\u001b \"<\\`\u007f";

  /** The first character that stands for one that is left out, with what follows. */
  static final char PAIR = '\u0100';

  /** The first one that stands for one that is left out, where nothing follows. */
  static final char LAST = '\u00a0';

  private static final int BITS = 7;
  private static final int KINDS = 1 << BITS;

  private Base128() {}

  /** Returns characters of one and two bytes in UTF-8, none of which is {@link #LEFT_OUT}. */
  public static String of(byte[] bytes) {
    int count = (bytes.length * Byte.SIZE + BITS - 1) / BITS;
    StringBuilder text = new StringBuilder(count);
    for (int at = 0; at < count; at++) {
      char value = value(bytes, at);
      int kind = LEFT_OUT.indexOf(value);
      if (kind < 0) {
        text.append(value);
      } else if (++at < count) {
        text.append((char) (PAIR + kind * KINDS + value(bytes, at)));
      } else {
        text.append((char) (LAST + kind));
      }
    }
    return text.toString();
  }

  /** The bits of a place, the lowest of a byte first; after the last byte stand zeros. */
  private static char value(byte[] bytes, int place) {
    int first = place * BITS / Byte.SIZE;
    int held = bytes[first] & 0xff;
    if (first + 1 < bytes.length) {
      held |= (bytes[first + 1] & 0xff) << Byte.SIZE;
    }
    return (char) (held >> place * BITS % Byte.SIZE & KINDS - 1);
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
