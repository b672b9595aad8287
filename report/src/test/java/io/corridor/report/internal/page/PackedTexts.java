package io.corridor.report.internal.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** The reverse of {@link Base128#of}, by its bits as letters. */
  static byte[] bytes(String text) {
    StringBuilder bits = new StringBuilder();
    text.chars().forEach(character -> bits.append(bits(character)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at + 8 <= bits.length(); at += 8) {
      bytes.write(
          Integer.parseInt(new StringBuilder(bits.substring(at, at + 8)).reverse(), 0, 8, 2));
    }
    return bytes.toByteArray();
  }

  private static String bits(int character) {
    if (character < 0x80) {
      return bits(character, 7);
    }
    int pair = character - 0x100;
    int last = pair - 38 * 32;
    return last >= 0 ? bits(leftOut(last), 7) : bits(leftOut(pair / 32), 7) + bits(pair % 32, 5);
  }

  private static int leftOut(int kind) {
    return kind < 32 ? kind : " \"<\\`\u007f".charAt(kind - 32);
  }

  private static String bits(int value, int count) {
    return IntStream.range(0, count)
        .mapToObj(bit -> Integer.toString(value >> bit & 1))
        .collect(Collectors.joining());
  }
}
