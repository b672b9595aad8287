package io.corridor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a scenario, in the order in which it is found. */
final class Problems {
  /** So many unknown words get a suggestion: a file with more needs another sort of help. */
  private static final int SUGGESTIONS = 100;

  /** So few known words are named where none is close. */
  private static final int NAMED = 6;

  private final List<Problem> problems = new ArrayList<>();
  private int suggestions;

  void add(KeyPath key, String message) {
    problems.add(new Problem(key, message));
  }

  /**
   * Adds that no {@code sort} is called {@code word}, and which of the {@code known} may be meant.
   */
  void unknown(KeyPath key, String sort, String word, Collection<String> known) {
    add(key, "no " + sort + " is called " + Wording.quote(word) + suggestion(word, known));
  }

  private String suggestion(String word, Collection<String> known) {
    if (known.isEmpty()) {
      return "; the scenario has none";
    }
    if (suggestions++ >= SUGGESTIONS) {
      return "";
    }
    String hint = Nearest.hint(word, known);
    return hint.isEmpty() && known.size() <= NAMED
        ? "; there is " + known.stream().map(Wording::quote).collect(Collectors.joining(", "))
        : hint;
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
