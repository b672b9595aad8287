package io.corridor.scenarios.internal.yaml;

import java.io.Reader;

/**
 * Reads a text so that no read ends between the two halves of a character: the parser stumbles over
 * one that doesn't fit whole at the end of its buffer.
 */
final class CharacterReader extends Reader {
  private final String text;
  private int at;

  CharacterReader(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (at == text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), at + length);
    if (end < text.length() && end - at > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int count = end - at;
    text.getChars(at, end, into, offset);
    at = end;
    return count;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
