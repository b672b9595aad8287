package io.corridor.web.internal.browser.jdk.java.text;

import java.util.Locale;

/**
 * Stands for {@link java.text.MessageFormat}, without formats of numbers and dates: what exceptions
 * of Commons Math say.
 */
public final class MessageFormat {
  private final String pattern;

  /** Makes a format of {@code {0}} and the like, whatever the language. */
  public MessageFormat(String pattern, Locale locale) {
    this.pattern = pattern;
  }

  /** Returns the pattern with what was given, an array, in its places. */
  public String format(Object given) {
    Object[] values = (Object[]) given;
    String text = pattern;
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }
}
