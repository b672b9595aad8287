package io.corridor.scenarios.internal.layer;

import io.corridor.model.Ids;
import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lays one file over another: mappings merge key by key, anything else replaces whole, null
 * removes.
 *
 * <p>Replaced whole, though they are mappings, are distributions, references to parameters, dated
 * points, questions, and the values that a variant sets.
 */
public final class Layers {
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final String QUESTIONS = "questions";
  private static final String VARIANTS = "variants";

  private final Supplier<Vocabulary> words;
  private final Consumer<Flaw> flaws;

  /**
   * Makes layers of files whose keys are {@code words} or ids.
   *
   * @param flaws told of removals of what isn't there
   */
  public Layers(Supplier<Vocabulary> words, Consumer<Flaw> flaws) {
    this.words = words;
    this.flaws = flaws;
  }

  /** Returns {@code over} laid over {@code base}. */
  public Node merge(Node base, Node over) {
    return merge(base, over, KeyPath.ROOT);
  }

  private Node merge(@Nullable Node base, Node over, KeyPath path) {
    if (!(over instanceof Node.Mapping top) || isInVariant(path)) {
      return over;
    }
    boolean whole = isWhole(top, path) || base instanceof Node.Mapping b && isWhole(b, path);
    Map<String, Node.Entry> merged =
        !whole && base instanceof Node.Mapping bottom
            ? new LinkedHashMap<>(bottom.entries())
            : new LinkedHashMap<>();
    top.entries().forEach((key, entry) -> put(merged, key, entry, path));
    return new Node.Mapping(merged, top.at());
  }

  private void put(Map<String, Node.Entry> merged, String key, Node.Entry entry, KeyPath path) {
    KeyPath below = path.child(key);
    Node.Entry earlier = merged.get(key);
    if (!entry.value().isNull() || isInVariant(below)) {
      Node value = merge(earlier == null ? null : earlier.value(), entry.value(), below);
      merged.put(key, new Node.Entry(entry.keyAt(), value));
    } else if (earlier != null) {
      merged.remove(key);
    } else {
      words.get().refuseRemoval(key, merged.keySet(), path, entry.keyAt(), flaws);
    }
  }

  private static boolean isWhole(Node.Mapping mapping, KeyPath path) {
    return path.words().size() == 2 && path.words().get(0).equals(QUESTIONS)
        || isValue(mapping)
        || isDatedPoints(mapping);
  }

  /** A variant's keys are paths; what stands under one is a value to set, nulls and all. */
  private static boolean isInVariant(KeyPath path) {
    return path.words().size() >= 3 && path.words().get(0).equals(VARIANTS);
  }

  /** Returns whether {@code mapping} is a distribution or refers to a parameter. */
  public static boolean isValue(Node.Mapping mapping) {
    return Ids.RESERVED.stream().anyMatch(mapping.entries()::containsKey);
  }

  /** Returns whether every key of {@code mapping} has the form of a month, and there is one. */
  public static boolean isDatedPoints(Node.Mapping mapping) {
    return !mapping.entries().isEmpty()
        && mapping.entries().keySet().stream().allMatch(key -> MONTH.matcher(key).matches());
  }

  /** Returns {@code node} and all below it with {@code note} added to where they come from. */
  public static Node noted(Node node, String note) {
    Position at = node.at().noted(note);
    if (node instanceof Node.Scalar scalar) {
      return new Node.Scalar(scalar.text(), scalar.plain(), at);
    }
    if (node instanceof Node.Items items) {
      return new Node.Items(items.items().stream().map(item -> noted(item, note)).toList(), at);
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    ((Node.Mapping) node)
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(
                    key, new Node.Entry(entry.keyAt().noted(note), noted(entry.value(), note))));
    return new Node.Mapping(entries, at);
  }
}
