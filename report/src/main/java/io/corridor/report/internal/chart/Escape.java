package io.corridor.report.internal.chart;

/**
 * Text of a scenario on its way into a page: no tag, no control character, nothing that turns the
 * direction of what stands beside it.
 */
public final class Escape {
  private static final char REPLACEMENT = '\uFFFD';

  private Escape() {}

  /** Returns {@code text} for HTML and SVG, between tags and in quoted attributes. */
  public static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isShown(text, i) ? c : REPLACEMENT);
      }
    }
    return escaped.toString();
  }

  private static boolean isShown(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    boolean isControl = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    return !isControl && !turns && c != '\uFEFF' && c < '\uFFFE';
  }
}
