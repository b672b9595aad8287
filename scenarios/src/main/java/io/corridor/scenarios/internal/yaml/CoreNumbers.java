package io.corridor.scenarios.internal.yaml;

import java.util.regex.Pattern;

/** Which plain scalars YAML 1.2's core schema takes for numbers. */
final class CoreNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private CoreNumbers() {}

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
