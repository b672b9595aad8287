package io.corridor.scenarios;

import io.corridor.model.Correlation;
import io.corridor.model.KeyPath;
import io.corridor.model.Range;
import io.corridor.model.Value;
import io.corridor.review.Extent;
import io.corridor.scenarios.internal.format.Reading.Movable;
import io.corridor.scenarios.internal.yaml.Emitter;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers of a scenario that may be moved, and how far. */
final class LeverFinder {
  /**
   * What isn't part of the world that is simulated; and correlations, which have no name to be set
   * by but their place in a list, where fitted ones stand, too.
   */
  private static final Set<String> NO_LEVERS = Set.of("run", "output", "correlations");

  /** What is open at an end ends a little inside. */
  private static final double INSIDE = 1e-6;

  private LeverFinder() {}

  /**
   * Returns them.
   *
   * @param numbers all that were read
   * @param correlations of the scenario: a parameter in one can't become certain
   */
  static List<Lever> of(Map<KeyPath, Movable> numbers, List<Correlation> correlations) {
    Set<KeyPath> tied = new HashSet<>();
    for (Correlation correlation : correlations) {
      tied.add(KeyPath.of("parameters", correlation.first()));
      tied.add(KeyPath.of("parameters", correlation.second()));
    }
    List<Lever> levers = new ArrayList<>();
    numbers.forEach(
        (key, number) -> {
          Value value = number.value();
          if (tied.contains(key) || NO_LEVERS.contains(key.words().get(0))) {
            return;
          }
          value
              .match(
                  new Value.Cases<>(
                      constant -> Optional.of(certain(key, number, constant.number())),
                      parameter -> Optional.<Lever>empty(),
                      draw -> Optional.<Lever>empty(),
                      law -> Optional.of(uncertain(key, number, Extent.of(law)))))
              .ifPresent(levers::add);
        });
    return levers;
  }

  private static Lever uncertain(KeyPath key, Movable number, Extent extent) {
    return new Lever(
        key.toString(),
        written(number.node()),
        number.unit(),
        extent.middle(),
        extent.low(),
        extent.high(),
        true);
  }

  /** From half to twice; nothing is half of zero, so that zero moves by one. */
  private static Lever certain(KeyPath key, Movable number, double value) {
    double one = value == 0 ? -1 : value / 2;
    double other = value == 0 ? 1 : 2 * value;
    Range range = number.range();
    return new Lever(
        key.toString(),
        written(number.node()),
        number.unit(),
        value,
        within(range, Math.min(one, other)),
        within(range, Math.max(one, other)),
        false);
  }

  private static double within(Range range, double number) {
    double low = range.low() + (range.lowOpen() ? INSIDE : 0);
    double high = range.high() - (range.highOpen() ? INSIDE : 0);
    return Math.min(high, Math.max(low, number));
  }

  /** In one line. */
  private static String written(Node node) {
    return node instanceof Node.Scalar scalar
        ? scalar.text()
        : "{" + Emitter.emit(node).strip().replaceAll("\\s*\\n\\s*", ", ") + "}";
  }
}
