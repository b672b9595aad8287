package io.corridor.web.internal.build;

/**
 * Bytes as a text that can stand in a page: two letters, of 91 kinds, hold 13 bits, so that it is a
 * twelfth shorter than in base 64. Read by {@code worker.js}.
 */
final class Letters {
  private static final int KINDS = 91;
  private static final int BITS = 13;

  private Letters() {}

  /** Returns printable letters of ASCII; among them no {@code <}, which could end a script. */
  static String of(byte[] bytes) {
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
    if (bits > 0) {
      append(held, text);
    }
    return text.toString();
  }

  private static void append(int value, StringBuilder text) {
    text.append(letter(value % KINDS)).append(letter(value / KINDS));
  }

  private static char letter(int digit) {
    char letter = (char) ('#' + digit);
    return letter < '<' ? letter : (char) (letter + 1);
  }
}
