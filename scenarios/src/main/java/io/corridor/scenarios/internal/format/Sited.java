package io.corridor.scenarios.internal.format;

import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.Quotes;
import java.util.List;

/**
 * A section that is looked into after the scenario was read, and where it stands.
 *
 * @param says what it says
 * @param key path of its key
 * @param node its tree
 * @param reading takes what is wrong with it
 */
public record Sited<T>(T says, KeyPath key, Node node, Reading reading) {
  private static final Reading NOBODY = new Reading(flaw -> {});

  /** Returns whether all of it could be read. */
  public boolean isWhole() {
    return reading.spoiled().stream().noneMatch(key::covers);
  }

  /** Returns where the key {@code name} stands, or else the section. */
  public Position at(String name) {
    return node instanceof Node.Mapping mapping && mapping.entries().containsKey(name)
        ? mapping.entry(name).value().at()
        : node.at();
  }

  /** Tells what is wrong with the key {@code name}; with the section itself if that is empty. */
  public void wrong(String name, String message) {
    reading.flaw(at(name), name.isEmpty() ? key : key.child(name), message);
  }

  /** Tells what is wrong at a place in the section's file. */
  public void wrong(Position at, String message) {
    reading.flaw(at, key, message);
  }

  /** Tells at a place in the section what is wrong with its key {@code name}. */
  public void wrong(Position at, String name, String message) {
    reading.flaw(at, key.child(name), message);
  }

  /** Tells of each key that isn't one of {@code known}. */
  public void refuseOthers(List<String> known) {
    ((Node.Mapping) node)
        .entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                String hint = Nearest.hint(name, known);
                reading.flaw(
                    entry.keyAt(),
                    key.child(name),
                    "unknown key "
                        + Quotes.quote(name)
                        + (hint.isEmpty() ? "; known are " + String.join(", ", known) : hint));
              }
            });
  }

  /** Returns the shape of such a section. */
  static <T> Shape<Sited<T>> shape(Shape<T> shape) {
    return new Adapted<>(
        shape,
        (says, node, place) -> new Sited<>(says, place.key(), node, place.reading()),
        Sited::says,
        () -> new Sited<>(shape.placeholder(), KeyPath.ROOT, Nodes.items(List.of()), NOBODY));
  }
}
