package io.corridor.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * English names of countries by the three letters of ISO 3166-1, as one says them in a sentence. A
 * table of our own: the JDK's differ from version to version.
 */
final class Countries {
  private static final Map<String, String> NAMES = names();

  private static final Map<String, String> SMALL =
      NAMES.values().stream()
          .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

  private Countries() {}

  /** Returns the name of a country; what is none stays as it is. */
  static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }

  /** Returns a country's name as it is written where {@code word} is one in small letters. */
  static String capitalised(String word) {
    return SMALL.getOrDefault(word, word);
  }

  private static Map<String, String> names() {
    try (InputStream in =
        Objects.requireNonNull(Countries.class.getResourceAsStream("countries.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toMap(line -> line.substring(0, 3), line -> line.substring(4)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
