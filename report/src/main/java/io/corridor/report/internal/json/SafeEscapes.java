package io.corridor.report.internal.json;

import io.corridor.model.Printable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes in JSON what a terminal would obey or an editor not show, beyond what JSON asks for: the
 * text is the same to every parser. Other than ASCII stands as it is.
 */
final class SafeEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] escapes = standardAsciiEscapesForJSON();
    escapes[DELETE] = ESCAPE_STANDARD;
    return escapes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    boolean half = c <= Character.MAX_VALUE && Character.isSurrogate((char) c);
    return half || Printable.isSafe(c) || c > Character.MAX_VALUE
        ? null
        : new SerializedString(String.format("\\u%04x", c));
  }
}
