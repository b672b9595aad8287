package io.corridor.model;

import static io.corridor.model.Wording.number;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the section {@code levers}: each names numbers of the scenario, and a range of theirs. */
final class LeverCheck {
  /** Sections whose numbers say how it is run, asked and shown. */
  private static final Set<String> NOT_OF_THE_WORLD =
      Set.of("run", "output", "correlations", "questions", "levers");

  private final Checking in;

  LeverCheck(Checking in) {
    this.in = in;
  }

  void section() {
    Map<String, NamedLever> levers = in.scenario.levers();
    KeyPath key = KeyPath.of("levers");
    if (levers.size() > Limits.LEVERS) {
      in.add(key, "must be %s at most; found %s", Limits.LEVERS, levers.size());
    }
    if (!levers.isEmpty()) {
      Map<String, Range> numbers = numbers();
      levers.forEach((id, lever) -> lever(key.child(id), lever, numbers));
    }
  }

  private void lever(KeyPath key, NamedLever lever, Map<String, Range> numbers) {
    if (lever.of().isEmpty()) {
      in.add(key.child("of"), "must name a number");
    }
    if (lever.label().isBlank()) {
      in.add(key.child("label"), "must say what people call it");
    }
    in.references(key.child("of"), "number", lever.of(), numbers.keySet());
    Range range = numbers.getOrDefault(lever.of().stream().findFirst().orElse(""), Range.FREE);
    lever.from().ifPresent(from -> in.numbers.fixed(key.child("from"), from, range));
    lever.to().ifPresent(to -> in.numbers.fixed(key.child("to"), to, range));
    lever
        .from()
        .filter(from -> lever.to().stream().anyMatch(to -> to <= from))
        .ifPresent(from -> in.add(key.child("to"), "must be above from, %s", number(from)));
    lever.shift().ifPresent(shift -> shift(key.child("shift"), shift, lever));
  }

  private void shift(KeyPath key, List<Double> shift, NamedLever lever) {
    if (shift.size() != 2 || !(shift.get(0) < shift.get(1))) {
      in.add(key, "must be an interval that begins with its smaller end");
    }
    shift.forEach(end -> in.numbers.fixed(key, end, Range.FREE));
    if (lever.from().isPresent() || lever.to().isPresent()) {
      in.add(key, "stands beside neither from nor to: it says how far the numbers move");
    }
  }

  /** Returns the ranges of the numbers that say what is simulated, by path. */
  private Map<String, Range> numbers() {
    Map<String, Range> numbers = new LinkedHashMap<>();
    Declaration.walk(
        KeyPath.ROOT,
        in.scenario,
        (path, value, form, key, section) -> {
          String name = path.toString();
          if (value instanceof Value || value instanceof Double) {
            numbers.put(name, key.range());
          } else if (value instanceof ByRegime regimes) {
            regimes.otherwise().ifPresent(same -> numbers.put(name, key.range()));
            regimes
                .states()
                .keySet()
                .forEach(state -> numbers.put(name + "." + state, key.range()));
          } else if (value instanceof DatedPoints points) {
            points.points().keySet().forEach(month -> numbers.put(name + "." + month, key.range()));
          }
          return !NOT_OF_THE_WORLD.contains(path.words().get(0));
        });
    return numbers;
  }
}
