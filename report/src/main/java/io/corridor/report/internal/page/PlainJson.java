package io.corridor.report.internal.page;

import io.corridor.model.Printable;
import io.corridor.report.words.Numbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of texts, numbers, truth values, nothing, lists and maps; no parser of HTML takes any of it
 * for a tag. Written by hand, so that it is the same where there is no library for it: in a
 * browser.
 */
final class PlainJson {
  private final StringBuilder out = new StringBuilder();

  private PlainJson() {}

  static String of(Object value) {
    PlainJson json = new PlainJson();
    json.write(value);
    return json.out.toString();
  }

  private void write(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      String comma = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(comma);
        text(String.valueOf(entry.getKey()));
        out.append(':');
        write(entry.getValue());
        comma = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String comma = "[";
      for (Object item : list) {
        out.append(comma);
        write(item);
        comma = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Double number) {
      out.append(Double.isFinite(number) ? Numbers.shortest(number) : "null");
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(String.valueOf(value));
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '<' || c < ' ' || !Printable.isSafe(c)) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0000", hex.length(), 4).append(hex);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
