package io.corridor.model;

import static io.corridor.model.Wording.number;
import static io.corridor.model.Wording.quote;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks numbers, fixed and uncertain ones, wherever they stand, and the parameters themselves. */
final class NumberCheck {
  private final Checking in;
  private final Map<String, Value> parameters;
  private final Map<String, DrawTable> draws;

  /** The supports of the parameters that have nothing wrong in themselves. */
  private final Map<String, Support> supports = new HashMap<>();

  NumberCheck(Checking in) {
    this.in = in;
    this.parameters = in.scenario.parameters();
    this.draws = in.scenario.draws();
    parameters.forEach((id, value) -> support(value).ifPresent(found -> supports.put(id, found)));
  }

  /** Checks that no parameter is another. */
  void parameters() {
    parameters.forEach(
        (id, value) -> {
          if (value instanceof Value.Parameter other) {
            in.add(
                KeyPath.of("parameters", id),
                "a parameter is a number or a distribution, not another parameter, %s",
                quote(other.id()));
          }
        });
  }

  /** Checks a number that may be uncertain. */
  void value(KeyPath key, Value value, Range range) {
    value
        .<Runnable>match(
            constant -> () -> fixed(key, constant.number(), range),
            parameter -> () -> parameter(key, parameter.id(), range),
            draw -> () -> draw(key, draw, range),
            law -> () -> distribution(key, law, range))
        .run();
  }

  /** Checks a fixed number. */
  void fixed(KeyPath key, double number, Range range) {
    if (!range.contains(number)) {
      in.add(key, "must be %s, not %s%s", range.words(), number(number), percent(number, range));
    }
  }

  /** Somebody who writes 90 for a share means 90 %. */
  private static String percent(double number, Range range) {
    return range.high() == 1 && number > 1 && number <= 100
        ? "; if per cent are meant, write " + number(number) + " %"
        : "";
  }

  private void parameter(KeyPath key, String id, Range range) {
    if (!parameters.containsKey(id)) {
      in.unknown(key, "parameter", id, parameters.keySet());
      return;
    }
    Support support = supports.get(id);
    if (support != null && !support.isWithin(range)) {
      in.add(
          key,
          "must be %s, but parameter %s %s%s",
          range.words(),
          quote(id),
          support.words(),
          cure(parameters.get(id), range));
    }
  }

  private void draw(KeyPath key, Value.Draw draw, Range range) {
    DrawTable table = draws.get(draw.table());
    if (table == null) {
      in.unknown(key, "table of draws", draw.table(), draws.keySet());
      return;
    }
    List<Double> column = table.columns().get(draw.column());
    if (column == null) {
      in.unknown(
          key,
          "column of the draws " + quote(draw.table()),
          draw.column(),
          table.columns().keySet());
      return;
    }
    for (int row = 0; row < column.size(); row++) {
      if (!range.contains(column.get(row))) {
        in.add(
            key,
            "must be %s, but row %s of the draws %s has %s in %s",
            range.words(),
            row + 1,
            quote(draw.table()),
            number(column.get(row)),
            quote(draw.column()));
        return;
      }
    }
  }

  /** Checks the section {@code draws}. */
  void draws() {
    draws.forEach(
        (id, table) -> {
          KeyPath key = KeyPath.of("draws", id);
          long lengths = table.columns().values().stream().map(List::size).distinct().count();
          if (lengths > 1) {
            in.add(key, "the columns of joint draws must all have the same number of rows");
          } else if (table.columns().values().stream().anyMatch(List::isEmpty)) {
            in.add(key, "must have at least one row");
          }
        });
  }

  private void distribution(KeyPath key, Distribution distribution, Range range) {
    Optional<String> defect = distribution.defect();
    if (defect.isPresent()) {
      in.add(key, defect.get());
      return;
    }
    Support support = Support.of(distribution);
    if (!support.isWithin(range)) {
      in.add(
          key,
          "must be %s, but this %s %s%s",
          range.words(),
          Distributions.word(distribution),
          support.words(),
          cure(distribution, range));
    }
  }

  private static String cure(Value value, Range range) {
    String ends = "; bring its ends inside, or use a normal or lognormal with `within`";
    String within =
        range.lowOpen() || range.highOpen()
            ? "low, high"
            : number(range.low()) + ", " + number(range.high());
    String tails = "; truncate it with `within: [" + within + "]`";
    return value.match(
        number -> "",
        parameter -> "",
        draw -> "",
        law ->
            law.match(
                uniform -> ends,
                triangular -> ends,
                pert -> ends,
                normal -> tails,
                lognormal -> tails,
                beta -> ends,
                choice -> ends,
                quantiles -> "; choose another `scale`, such as `" + Scale.of(range).word() + "`"));
  }

  /** Returns the values that {@code value} may take; absent where it has something wrong in it. */
  Optional<Support> support(Value value) {
    return value.match(
        number -> Optional.of(number.number()).filter(Double::isFinite).map(Support::point),
        parameter -> Optional.ofNullable(supports.get(parameter.id())),
        draw ->
            Optional.ofNullable(draws.get(draw.table()))
                .map(table -> table.columns().get(draw.column()))
                .filter(column -> !column.isEmpty() && column.stream().allMatch(Double::isFinite))
                .map(column -> Support.closed(Collections.min(column), Collections.max(column))),
        law -> law.defect().isPresent() ? Optional.empty() : Optional.of(Support.of(law)));
  }

  /** Returns whether {@code value} is {@code number} on every path. */
  boolean isAlways(Value value, double number) {
    return support(value).filter(support -> support.isAlways(number)).isPresent();
  }

  /** Checks a whole number. */
  void whole(KeyPath key, long number, Range range) {
    if (!range.contains(number)) {
      in.add(key, "must be a whole number %s, not %s", range.words(), number);
    }
  }
}
