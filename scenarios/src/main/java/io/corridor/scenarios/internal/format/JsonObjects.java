package io.corridor.scenarios.internal.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects that keep their order. */
final class JsonObjects {

  private JsonObjects() {}

  /** Returns the object of {@code pairs}: a name, its value, and so on. */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
