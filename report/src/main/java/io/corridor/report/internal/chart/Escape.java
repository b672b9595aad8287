package io.corridor.report.internal.chart;

import io.corridor.model.Printable;
import java.util.stream.IntStream;

/**
 * Text of a scenario on its way into a page: no tag, no control character, nothing that turns the
 * direction of what stands beside it.
 */
public final class Escape {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char NONCHARACTERS = '\uFFFE';

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

  /** Returns whether a page gives {@code text} back as it is, from between tags. */
  public static boolean isKept(String text) {
    return text.indexOf('\r') < 0
        && !text.startsWith("\n")
        && IntStream.range(0, text.length()).allMatch(at -> isShown(text, at));
  }

  private static boolean isShown(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\n' || c == '\t' || c < NONCHARACTERS && Printable.isSafe(c);
  }
}
