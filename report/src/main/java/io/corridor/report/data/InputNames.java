package io.corridor.report.data;

import io.corridor.report.words.PhraseBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names of inputs and drivers for somebody who hasn't seen the scenario file. */
final class InputNames {
  /** Keys that only say in which section an input stands. */
  private static final Set<String> SECTIONS =
      Set.of(
          "parameters",
          "energy",
          "carriers",
          "flows",
          "drivers",
          "projects",
          "partners",
          "waivers",
          "sanctions");

  private InputNames() {}

  /**
   * Returns the name of an uncertain input: {@code goods, growth}, {@code completion of halfaya}.
   */
  static String input(String key) {
    if (key.matches(".*\\.projects\\.[^.]+")) {
      return "completion of " + PhraseBook.words(key.substring(key.lastIndexOf('.') + 1));
    }
    List<String> words = new ArrayList<>();
    for (String part : key.split("\\.")) {
      if (!SECTIONS.contains(part)) {
        words.add(PhraseBook.words(part));
      }
    }
    return String.join(", ", words);
  }

  /** Returns the name of the mean of a driver or of a regime's indicator. */
  static String mean(String metric, PhraseBook phrases) {
    return metric.startsWith("regime.")
        ? "months under " + PhraseBook.words(metric.substring("regime.".length()))
        : phrases.subject(metric) + ", on average";
  }
}
