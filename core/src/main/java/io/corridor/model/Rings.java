package io.corridor.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds rings of things that refer to each other, as carriers and questions do: a walk in depth,
 * kept on a stack of its own since a file may chain any number of them.
 */
final class Rings {
  private final Function<String, List<String>> references;
  private final Set<String> done = new HashSet<>();

  /** The walk from a first thing to the present one, and the place of each on it. */
  private final List<String> walk = new ArrayList<>();

  private final Map<String, Integer> places = new HashMap<>();
  private final Deque<Iterator<String>> ahead = new ArrayDeque<>();
  private final List<List<String>> rings = new ArrayList<>();

  private Rings(Function<String, List<String>> references) {
    this.references = references;
  }

  /**
   * Returns rings, from the thing that closes it to the last that refers to it; every ring shares a
   * thing with one of these.
   *
   * @param references what a thing refers to, all of them among {@code ids}
   */
  static List<List<String>> of(Collection<String> ids, Function<String, List<String>> references) {
    Rings search = new Rings(references);
    ids.forEach(search::from);
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
      rings.add(List.copyOf(walk.subList(place, walk.size())));
    } else if (!done.contains(id)) {
      enter(id);
    }
  }

  private void enter(String id) {
    places.put(id, walk.size());
    walk.add(id);
    ahead.push(references.apply(id).iterator());
  }

  private void leave() {
    ahead.pop();
    String id = walk.remove(walk.size() - 1);
    places.remove(id);
    done.add(id);
  }
}
