package io.corridor.model;

import static io.corridor.model.Wording.quote;

import io.corridor.model.Key.Refers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all checks of a scenario share: the scenario, the problems in the order in which they are
 * found, the words that name something, and the checks of numbers, dates and regimes.
 */
final class Checking {
  /** Maximum number of suggestions: a file with more unknown words needs another sort of help. */
  private static final int SUGGESTIONS = 100;

  /** Maximum number of known words that are named where none is close. */
  private static final int NAMED = 6;

  final Scenario scenario;
  final NumberCheck numbers;
  final DateCheck dates;
  final RegimeCheck regimes;

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Refers, Set<String>> known = new EnumMap<>(Refers.class);

  /** The key of each id of the namespace that several sections share. */
  private final Map<String, KeyPath> shared = new HashMap<>();

  private int suggestions;

  Checking(Scenario scenario) {
    this.scenario = scenario;
    this.numbers = new NumberCheck(this);
    this.dates = new DateCheck(this);
    this.regimes = new RegimeCheck(this);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void add(KeyPath key, String message) {
    problems.add(new Problem(key, message));
  }

  /** Adds a problem whose message has {@code words} in the places of {@code %s}. */
  void add(KeyPath key, String message, Object... words) {
    add(key, message.formatted(words));
  }

  /**
   * Adds that no {@code noun} is called {@code word}, and which of the {@code known} may be meant.
   */
  void unknown(KeyPath key, String noun, String word, Collection<String> known) {
    add(key, "no %s is called %s%s", noun, quote(word), suggestion(word, known));
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

  private boolean isOfLostWorld(String noun, String word) {
    return (word.startsWith(World.PREFIX)
            || noun.equals(Refers.COUNTRY.noun())
            || noun.equals(Refers.PAIR.noun()))
        && scenario.world().filter(world -> world.trade().rows().isEmpty()).isPresent();
  }

  private String pairs(String word, Collection<String> known) {
    if (scenario.world().isEmpty()) {
      return "; the scenario has no section `world`";
    }
    String[] sides = word.substring(World.PREFIX.length()).split("[.]", -1);
    return sides.length == 2 && sides[0].equals(sides[1])
        ? "; a country is never paired with itself"
        : suggestion(word, known.stream().filter(World::isPair).toList());
  }

  /** Returns the words that name a thing of this sort. */
  Set<String> known(Refers sort) {
    return known.computeIfAbsent(sort, scenario::named);
  }

  /** Checks a word that must name a thing of this sort. */
  void reference(KeyPath key, String word, Refers sort) {
    reference(key, sort.noun(), word, known(sort));
  }

  /** Checks a word that must be known. */
  void reference(KeyPath key, String noun, String word, Collection<String> known) {
    if (!known.contains(word) && isOfLostWorld(noun, word)) {
      return; // a matrix that can't be read names no countries
    }
    if (!known.contains(word) && World.isPair(word)) {
      add(key, "no pair of countries is called %s%s", quote(word), pairs(word, known));
    } else if (!known.contains(word)) {
      unknown(key, noun, word, known);
    }
  }

  /** Checks a list of words, each of which must be known and stand there once. */
  void references(KeyPath key, String noun, List<String> words, Collection<String> known) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      reference(key.item(i), noun, words.get(i), known);
      once(key.item(i), words.get(i), seen);
    }
  }

  /** Checks that {@code word} is not among those {@code seen}, and adds it to them. */
  <T> void once(KeyPath key, T word, Set<T> seen) {
    if (!seen.add(word)) {
      add(key, "%s stands here twice; once is enough", quote(word.toString()));
    }
  }

  /** Checks the id of a parameter, driver, carrier, flow or partner: they share one namespace. */
  void sharedId(KeyPath key, String id) {
    id(key, id);
    KeyPath other = shared.putIfAbsent(id, key);
    if (other != null) {
      add(
          key,
          "the id %s is taken by %s; ids of parameters, drivers, carriers, flows and partners must"
              + " differ",
          quote(id),
          other);
    }
  }

  /** Checks the form of any other id or of the name of a regime. */
  void id(KeyPath key, String id) {
    if (!Ids.isWellFormed(id)) {
      add(
          key,
          "%s is not an id: it must be a letter, then letters, digits, '_' and '-'",
          quote(id));
    } else if (Ids.RESERVED.contains(id)) {
      add(key, "%s can't be an id: it is the word of a distribution or reference", quote(id));
    }
  }
}
