package io.corridor.scenarios.internal.yaml;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A YAML value that knows where it stands. Immutable. */
public sealed interface Node {

  /** Returns where it begins. */
  Position at();

  /**
   * A text, number, truth value or null, not interpreted yet.
   *
   * @param text its characters, quotes and escapes resolved
   * @param plain whether it stands without quotes, so that it may be something else than a text
   * @param at where it begins
   */
  record Scalar(String text, boolean plain, Position at) implements Node {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    @Override
    public boolean isNull() {
      return plain && NULL.contains(text);
    }

    /** Returns the truth value that it is, if it is one. */
    public Optional<Boolean> truth() {
      if (plain && TRUE.contains(text)) {
        return Optional.of(true);
      }
      return plain && FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** Returns whether a parser takes it for a number. */
    public boolean isNumber() {
      return plain && CoreNumbers.isNumber(text);
    }
  }

  /**
   * A list.
   *
   * @param items in order
   * @param at where it begins
   */
  record Items(List<Node> items, Position at) implements Node {
    /** Copies the items. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A mapping.
   *
   * @param entries by key, in order
   * @param at where it begins
   */
  record Mapping(Map<String, Entry> entries, Position at) implements Node {
    /** Copies the entries, keeping their order. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the value of {@code key}, or null. */
    public @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** Returns the entry of {@code key}, which there is. */
    public Entry entry(String key) {
      return requireNonNull(entries.get(key), key);
    }

    /** Returns this mapping with {@code key} set, at its place if it was there, else at the end. */
    public Mapping with(String key, Entry entry) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, entry);
      return new Mapping(changed, at);
    }

    /** Returns this mapping with the mapping of {@code key} changed, if it has one. */
    public Mapping change(String key, UnaryOperator<Mapping> change) {
      if (!(get(key) instanceof Mapping inside)) {
        return this;
      }
      Mapping changed = change.apply(inside);
      return changed.equals(inside) ? this : with(key, new Entry(entry(key).keyAt(), changed));
    }

    /** Returns this mapping without {@code key}. */
    public Mapping without(String key) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(changed, at);
    }
  }

  /**
   * The value of a key, and where the key stands.
   *
   * @param keyAt where the key begins
   * @param value the value
   */
  record Entry(Position keyAt, Node value) {}

  /** Returns whether this is YAML's null. */
  default boolean isNull() {
    return false;
  }
}
