package io.corridor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a key stands in a scenario file: the keys on the way to it, ids among them, and items of
 * lists by number from 0. Written {@code regime.events.0.month}.
 *
 * <p>A key may hold points itself, as metrics do that an index is made of; so a path that is read
 * from its text, by {@link #parse}, may have more words than one made of its keys.
 *
 * @param words the keys and numbers, from the outermost; none: the whole file
 */
public record KeyPath(List<String> words) {
  /** The path of the whole file. */
  public static final KeyPath ROOT = new KeyPath(List.of());

  /** Copies the list. */
  public KeyPath {
    words = List.copyOf(words);
  }

  /** Returns the path of {@code words}. */
  public static KeyPath of(String... words) {
    return new KeyPath(List.of(words));
  }

  /** Returns the path that is written {@code text}: its words end at points. */
  public static KeyPath parse(String text) {
    return text.isEmpty() ? ROOT : of(text.split("\\.", -1));
  }

  /** Returns the path of what stands at {@code words} below this one. */
  public KeyPath child(String... words) {
    return below(List.of(words));
  }

  /** Returns the path of what stands at {@code rest} below this one. */
  public KeyPath child(KeyPath rest) {
    return below(rest.words);
  }

  private KeyPath below(List<String> rest) {
    List<String> all = new ArrayList<>(words.size() + rest.size());
    all.addAll(words);
    all.addAll(rest);
    return new KeyPath(all);
  }

  /** Returns the path of an item of the list that stands here; {@code index} counts from 0. */
  public KeyPath item(int index) {
    return child(Integer.toString(index));
  }

  /** Returns whether this is the path of the whole file. */
  public boolean isRoot() {
    return words.isEmpty();
  }

  /** Returns the path of the first {@code size} words. */
  public KeyPath first(int size) {
    return new KeyPath(words.subList(0, size));
  }

  /** Returns whether {@code other} is this path or stands below it. */
  public boolean covers(KeyPath other) {
    return other.words.size() >= words.size() && other.words.subList(0, words.size()).equals(words);
  }

  /** Returns the path as it is written: its words, joined by points. */
  @Override
  public String toString() {
    return String.join(".", words);
  }
}
