package io.corridor.report.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes as a text that can stand in a page: two letters, of 91 kinds, hold 13 bits, so that it is a
 * twelfth shorter than in base 64. Read by {@code report.js}.
 */
public final class Base91 {
  private static final int KINDS = 91;
  private static final int BITS = 13;

  private Base91() {}

  /** Returns printable letters of ASCII; among them no {@code <}, which could end a script. */
  public static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 16 / BITS + 2);
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held |= (next & 0xff) << bits;
      bits += Byte.SIZE;
      if (bits >= BITS) {
        append(held & (1 << BITS) - 1, text);
        held >>>= BITS;
        bits -= BITS;
      }
    }
    // One letter where two could be those of a byte more.
    if (bits > BITS - Byte.SIZE) {
      append(held, text);
    } else if (bits > 0) {
      text.append(letter(held));
    }
    return text.toString();
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

  private static void append(int value, StringBuilder text) {
    text.append(letter(value % KINDS)).append(letter(value / KINDS));
  }

  private static char letter(int digit) {
    char letter = (char) ('#' + digit);
    return letter < '<' ? letter : (char) (letter + 1);
  }
}
