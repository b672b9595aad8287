package io.corridor.scenarios.internal.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text, strictly. */
public final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /**
   * Returns the text of {@code bytes} without a byte order mark.
   *
   * @throws YamlException naming line and column of the first byte that is not UTF-8
   */
  public static String decode(byte[] bytes, SourceText origin) throws YamlException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    if (result.isError()) {
      int value = bytes[in.position()] & 0xFF;
      throw new YamlException(
          Position.endOf(plain, origin),
          String.format("byte 0x%02X is not UTF-8; save the file as UTF-8", value));
    }
    return plain;
  }
}
