package io.corridor.scenarios.internal.layer;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sets single values by the path of their key, as variants and options do: the value named is
 * replaced whole, null removes it.
 *
 * <p>Sections on the way that are absent are made, ids are not: {@code run.seed} may be set where
 * there is no {@code run}, {@code flows.gods.growth} may not where there is no such flow.
 */
public final class Overrides {
  private static final int DEEPEST = 20;
  private static final String INDICES = "indices";
  private static final Set<String> FILE_KEYS = Set.of("corridor", "extends", "variants");

  private final Supplier<Vocabulary> words;
  private final Consumer<Flaw> flaws;

  /**
   * Makes overrides of files whose keys are {@code words} or ids.
   *
   * @param flaws told of paths that can't be set
   */
  public Overrides(Supplier<Vocabulary> words, Consumer<Flaw> flaws) {
    this.words = words;
    this.flaws = flaws;
  }

  /**
   * Returns {@code root} with {@code path} set to {@code value}.
   *
   * @param at where the path stands
   */
  public Node set(Node root, KeyPath path, Node value, Position at) {
    List<String> way = path.words();
    if (way.isEmpty() || way.contains("") || way.size() > DEEPEST) {
      return refuse(root, at, path, "is no path of keys, such as flows.goods.growth");
    }
    if (FILE_KEYS.contains(way.get(0))) {
      return refuse(root, at, path, way.get(0) + " belongs to the file and can't be set");
    }
    return set(root, way, KeyPath.ROOT, new Target(path, value, at));
  }

  private record Target(KeyPath path, Node value, Position at) {}

  private Node set(Node node, List<String> rest, KeyPath done, Target target) {
    if (rest.isEmpty()) {
      return target.value();
    }
    if (node instanceof Node.Mapping mapping) {
      return setKey(mapping, rest, done, target);
    }
    if (node instanceof Node.Items items) {
      return setItem(items, rest, done, target);
    }
    return refuse(
        node,
        target.at(),
        target.path(),
        done + " is a single value; it has no " + quote(rest.get(0)));
  }

  private Node setKey(Node.Mapping mapping, List<String> rest, KeyPath done, Target target) {
    int count = Lookup.matching(mapping, rest);
    if (count == 0) {
      return addKey(mapping, rest, done, target);
    }
    String key = Lookup.key(rest, count);
    if (count == rest.size() && target.value().isNull()) {
      return mapping.without(key);
    }
    Node child = mapping.entry(key).value();
    Node changed = set(child, rest.subList(count, rest.size()), done.child(key), target);
    return changed == child ? mapping : mapping.with(key, entry(mapping, key, changed, target));
  }

  /** A value that is replaced stands where the override does; a section stays where it was. */
  private static Node.Entry entry(Node.Mapping mapping, String key, Node changed, Target target) {
    Position keyAt = mapping.entry(key).keyAt();
    return new Node.Entry(changed == target.value() ? target.at() : keyAt, changed);
  }

  private Node addKey(Node.Mapping mapping, List<String> rest, KeyPath done, Target target) {
    boolean last = rest.size() == 1 || isIndex(done);
    String key = last ? Lookup.key(rest, rest.size()) : rest.get(0);
    if (last && target.value().isNull()) {
      words.get().refuseRemoval(key, mapping.entries().keySet(), done, target.at(), flaws);
      return mapping;
    }
    if (!last && !words.get().mayMake(done, key)) {
      String where = done.isRoot() ? "there is no " : done + " has no ";
      return refuse(
          mapping,
          target.at(),
          target.path(),
          where + quote(key) + Nearest.hint(key, mapping.entries().keySet()));
    }
    Node empty = new Node.Mapping(Map.of(), target.at());
    Node value =
        last ? target.value() : set(empty, rest.subList(1, rest.size()), done.child(key), target);
    return mapping.with(key, new Node.Entry(target.at(), value));
  }

  private Node setItem(Node.Items items, List<String> rest, KeyPath done, Target target) {
    Integer index = Lookup.index(items, rest.get(0)).orElse(null);
    if (index == null) {
      return refuse(
          items,
          target.at(),
          target.path(),
          done
              + " is a list of "
              + items.items().size()
              + "; its items are numbered from 0; found "
              + quote(rest.get(0)));
    }
    List<Node> changed = new ArrayList<>(items.items());
    if (rest.size() == 1 && target.value().isNull()) {
      changed.remove((int) index);
    } else {
      KeyPath below = done.child(rest.get(0));
      changed.set(index, set(changed.get(index), rest.subList(1, rest.size()), below, target));
    }
    return new Node.Items(changed, items.at());
  }

  /** An index's keys are metrics, which hold points. */
  private static boolean isIndex(KeyPath done) {
    return done.words().size() == 2 && done.words().get(0).equals(INDICES);
  }

  private Node refuse(Node node, Position at, KeyPath path, String message) {
    flaws.accept(new Flaw(at, path, message));
    return node;
  }
}
