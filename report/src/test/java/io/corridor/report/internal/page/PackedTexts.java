package io.corridor.report.internal.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  /** The reverse of {@link Base128#of}. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int value : text.chars().flatMap(PackedTexts::values).toArray()) {
      held |= value << bits;
      bits += 7;
      if (bits >= 8) {
        bytes.write(held);
        held >>>= 8;
        bits -= 8;
      }
    }
    return bytes.toByteArray();
  }

  private static IntStream values(int character) {
    if (character < 0x80) {
      return IntStream.of(character);
    }
    if (character < Base128.PAIR) {
      return IntStream.of(Base128.LEFT_OUT.charAt(character - Base128.LAST));
    }
    int pair = character - Base128.PAIR;
    return IntStream.of(Base128.LEFT_OUT.charAt(pair / 128), pair % 128);
  }
}
