package io.corridor.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rings of questions that refer to each other through {@code until} and {@code given}: a walk
 * in depth, kept on a stack of its own since a file may chain any number of questions.
 */
final class QuestionRings {
  private final Map<String, Question> questions;
  private final Set<String> done = new HashSet<>();

  /** The walk from a first question to the present one, and the place of each on it. */
  private final List<String> walk = new ArrayList<>();

  private final Map<String, Integer> places = new HashMap<>();
  private final Deque<Iterator<String>> ahead = new ArrayDeque<>();
  private final Map<String, String> rings = new HashMap<>();

  private QuestionRings(Map<String, Question> questions) {
    this.questions = questions;
  }

  /** Returns rings in words, by the question that closes each; every ring holds at least one. */
  static Map<String, String> of(Map<String, Question> questions) {
    QuestionRings search = new QuestionRings(questions);
    questions.keySet().forEach(search::from);
    return search.rings;
  }

  private void from(String first) {
    if (!done.contains(first)) {
      enter(first);
    }
    while (!ahead.isEmpty()) {
      if (ahead.peek().hasNext()) {
        meet(ahead.peek().next());
      } else {
        leave();
      }
    }
  }

  private void meet(String id) {
    Integer place = places.get(id);
    if (place != null) {
      String closing = walk.get(walk.size() - 1);
      rings.putIfAbsent(closing, Wording.ring(walk.subList(place, walk.size())));
    } else if (!done.contains(id)) {
      enter(id);
    }
  }

  private void enter(String id) {
    places.put(id, walk.size());
    walk.add(id);
    ahead.push(references(id).iterator());
  }

  private void leave() {
    ahead.pop();
    String id = walk.remove(walk.size() - 1);
    places.remove(id);
    done.add(id);
  }

  /**
   * Returns the known questions that {@code id} refers to, but not itself as its own {@code until}.
   */
  private List<String> references(String id) {
    List<String> references = new ArrayList<>();
    Question question = requireNonNull(questions.get(id));
    question.until().filter(until -> !until.equals(id)).ifPresent(references::add);
    question.given().forEach(given -> references.add(given.question()));
    references.removeIf(reference -> !questions.containsKey(reference));
    return references;
  }
}
