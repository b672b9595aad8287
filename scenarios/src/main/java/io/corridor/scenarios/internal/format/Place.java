package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.model.Distribution;
import io.corridor.model.KeyPath;
import io.corridor.model.Range;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value that is being read.
 *
 * @param reading what is known of the scenario so far
 * @param key path of the value's key
 * @param keyAt where the key stands
 * @param left the fit that the value may be left to; null: it must be stated
 * @param updated whether data update a distribution that stands here
 */
record Place(Reading reading, KeyPath key, Position keyAt, @Nullable Left left, boolean updated) {
  /** The word that leaves a value to the data. */
  static final String FIT = "fit";

  /**
   * What a section leaves to the data that it is fitted to.
   *
   * @param section key of the section
   * @param at where it says that it is fitted
   * @param names of what is left to them, as it is noted
   */
  record Left(KeyPath section, Position at, Set<String> names) {}

  Place(Reading reading, KeyPath key, Position keyAt) {
    this(reading, key, keyAt, null, false);
  }

  /** Returns the same place, whose value may be left to the data of a fit. */
  Place leaving(Left fit) {
    return new Place(reading, key, keyAt, fit, true);
  }

  /** Returns the same place, whose value must be stated. */
  Place stated() {
    return new Place(reading, key, keyAt);
  }

  /** Returns the same place, whose value must be stated, though data may update it. */
  Place judged() {
    return new Place(reading, key, keyAt, null, updated);
  }

  /** Returns whether {@code node} leaves what stands here to the data. */
  boolean leaves(Node node) {
    return left != null
        && node instanceof Node.Scalar scalar
        && scalar.plain()
        && scalar.text().equals(FIT);
  }

  /** Notes that this value, of a shape, is left to the data. */
  void free(Shape<?> shape) {
    measure(shape).ifPresent(measure -> reading.measured(key, measure));
    Left fit = requireNonNull(left);
    int above = fit.section().words().size();
    fit.names().add(String.join(".", key.words().subList(above, key.words().size())));
  }

  /** Returns what numbers of a shape measure, or those in it. */
  private static Optional<Measure> measure(Shape<?> shape) {
    if (shape instanceof Values values) {
      return Optional.of(values.measure());
    }
    return shape instanceof ByRegimes each
        ? measure(each.value())
        : shape.inner().flatMap(inner -> measure(inner).stream()).findFirst();
  }

  /** Returns the place of the key {@code child} of the mapping that stands here. */
  Place in(String child, Position childAt) {
    return new Place(reading, key.child(child), childAt, left, updated);
  }

  /** Returns the place of a list's item. */
  Place item(int index, Node item) {
    return in(Integer.toString(index), item.at());
  }

  /** Says what is wrong with this value, which a placeholder will stand for. */
  void wrong(Position at, String message) {
    reading.spoiled(key);
    note(at, message);
  }

  /** Says what is wrong here though a value could be read. */
  void note(Position at, String message) {
    reading.flaw(at, key, message);
  }

  /**
   * Remembers the number that stands here, in {@code node}; returns it, moved as options say. One
   * that data update is moved once they have.
   */
  Value movable(Node node, Measure measure, Range range, Value value) {
    Value moved = value;
    for (Shift shift : reading.shifts(key)) {
      Optional<DoubleUnaryOperator> move = shift.move(reading, measure);
      if (move.isPresent() && updated && value instanceof Distribution) {
        reading.shiftLater(shift, move.get());
      } else if (move.isPresent()) {
        Optional<Value> found = shift.of(moved, move.get());
        if (found.isEmpty()) {
          wrong(shift.at(), shift.refusal(moved));
        }
        moved = found.orElse(moved);
      }
    }
    reading.measured(key, measure);
    reading.movable(key, new Reading.Movable(node, measure.base(), range, moved));
    return moved;
  }

  /** Says that the file states no number with the key that stands at {@code at}. */
  void unstated(KeyPath named, Position at) {
    if (reading.isSpoiled(named)) {
      reading.spoiled(key);
    } else {
      wrong(at, quote(named.toString()) + " " + reading.unstated(named));
    }
  }

  /** Says that {@code node} isn't what {@code shape} is, and returns what stands for it. */
  <T> T mismatch(Node node, Shape<T> shape) {
    wrong(node.at(), "must be " + shape.noun() + "; found " + describe(node));
    return shape.placeholder();
  }

  /** Returns {@code node} in a few words. */
  static String describe(Node node) {
    if (node instanceof Node.Items) {
      return "a list";
    }
    if (node instanceof Node.Mapping) {
      return "a mapping";
    }
    return node.isNull() ? "nothing" : quote(((Node.Scalar) node).text());
  }
}
