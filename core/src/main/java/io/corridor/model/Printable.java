package io.corridor.model;

/**
 * Text of a file as it may be shown to people: on a terminal, where control characters would be
 * commands; on a page; in a message. What can't be seen, and what turns the order of what can,
 * stands there as a question mark. Joiners of letters are left: some scripts can't do without.
 */
public final class Printable {
  private static final char SUBSTITUTE = '?';
  private static final int SOFT_HYPHEN = 0x00AD;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private Printable() {}

  /** Returns {@code text} in one line. */
  public static String word(String text) {
    return clean(text, false);
  }

  /** Returns {@code text} with its line ends and tabs. */
  public static String text(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean lines) {
    if (text.codePoints().allMatch(c -> isShown(c, lines))) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isShown(c, lines) ? c : SUBSTITUTE).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isShown(int c, boolean lines) {
    return lines && (c == '\n' || c == '\t') || isSafe(c);
  }

  /** Returns whether a code point does nothing but show itself, or join its neighbours. */
  public static boolean isSafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == SOFT_HYPHEN || c == NON_JOINER || c == JOINER;
      default -> true;
    };
  }
}
