package io.corridor.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks ids, and words that must name something. */
final class NameCheck {
  private final Problems problems;

  /** The key of each id of the namespace that several sections share. */
  private final Map<String, KeyPath> shared = new HashMap<>();

  NameCheck(Problems problems) {
    this.problems = problems;
  }

  /** Checks the id of a parameter, driver, carrier, flow or partner: they share one namespace. */
  void shared(KeyPath key, String id) {
    id(key, id);
    KeyPath other = shared.putIfAbsent(id, key);
    if (other != null) {
      problems.add(
          key,
          "the id "
              + Wording.quote(id)
              + " is taken by "
              + other
              + "; ids of parameters, drivers, carriers, flows and partners must differ");
    }
  }

  /** Checks the form of any other id or of the name of a regime. */
  void id(KeyPath key, String id) {
    if (!Ids.isWellFormed(id)) {
      problems.add(
          key,
          Wording.quote(id)
              + " is not an id: it must be a letter, then letters, digits, '_' and '-'");
    } else if (Ids.RESERVED.contains(id)) {
      problems.add(
          key,
          Wording.quote(id) + " can't be an id: it is the word of a distribution or reference");
    }
  }

  /** Checks a list of words, each of which must be known and stand there once. */
  void references(KeyPath key, String sort, List<String> words, Collection<String> known) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      KeyPath place = key.item(i);
      reference(place, sort, words.get(i), known);
      once(place, words.get(i), seen);
    }
  }

  /** Checks a word that must be known. */
  void reference(KeyPath key, String sort, String word, Collection<String> known) {
    if (!known.contains(word)) {
      problems.unknown(key, sort, word, known);
    }
  }

  /** Checks that {@code word} is not among those {@code seen}, and adds it to them. */
  <T> void once(KeyPath key, T word, Set<T> seen) {
    if (!seen.add(word)) {
      problems.add(key, Wording.quote(word.toString()) + " stands here twice; once is enough");
    }
  }
}
