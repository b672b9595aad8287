package io.corridor.report.internal.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads what a page holds compressed. */
public final class PackedTexts {

  private PackedTexts() {}

  /** Returns the text that the script element of an id holds. */
  public static String of(String page, String id) throws IOException {
    Matcher packed = Pattern.compile("id=\"" + id + "\">([^<]*)<").matcher(page);
    if (!packed.find()) {
      throw new AssertionError("the page holds no " + id);
    }
    byte[] bytes = bytes(packed.group(1));
    try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The reverse of {@link Base91#of}. */
  static byte[] bytes(String letters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int at = 0; at + 1 < letters.length(); at += 2) {
      held |= digit(letters.charAt(at)) + 91 * digit(letters.charAt(at + 1)) << bits;
      for (bits += 13; bits >= 8; bits -= 8) {
        bytes.write(held);
        held >>>= 8;
      }
    }
    if (letters.length() % 2 == 1) {
      bytes.write(held | digit(letters.charAt(letters.length() - 1)) << bits);
    }
    return bytes.toByteArray();
  }

  private static int digit(char letter) {
    return letter - '#' - (letter > '<' ? 1 : 0);
  }
}
