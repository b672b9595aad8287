package io.corridor.report.files;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Names of files for points of a grid, whatever the order of the keys. */
final class PointName {
  private static final int DIGITS = 24;

  private PointName() {}

  /** Returns a name of hexadecimal digits, {@code base} where nothing is set. */
  static String of(Map<String, String> values) {
    if (values.isEmpty()) {
      return "base";
    }
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return Hashing.sha256()
        .hashString(text, StandardCharsets.UTF_8)
        .toString()
        .substring(0, DIGITS);
  }
}
