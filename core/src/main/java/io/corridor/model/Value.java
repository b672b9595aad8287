package io.corridor.model;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.withers.Matched;

/**
 * A number of the scenario that may be uncertain: known, drawn from a distribution once per path,
 * or a reference to a named parameter (section 1 of the model).
 */
@Matched
public sealed interface Value extends Schedule, ValueMatch
    permits Value.Constant, Value.Parameter, Value.Draw, Distribution {

  /** The constant zero. */
  Value ZERO = new Constant(0);

  /** The constant one. */
  Value ONE = new Constant(1);

  /** Returns the value that is {@code number} on every path. */
  static Value of(double number) {
    return new Constant(number);
  }

  /** Returns a reference to the named parameter {@code id}. */
  static Value parameter(String id) {
    return new Parameter(requireNonNull(id, "id"));
  }

  /** Returns the number in {@code column} of the path's row of the joint draws {@code table}. */
  static Value draw(String table, String column) {
    return new Draw(requireNonNull(table, "table"), requireNonNull(column, "column"));
  }

  /**
   * A number that is the same on every path.
   *
   * @param number the number, in the base unit of where it stands
   */
  record Constant(double number) implements Value {}

  /**
   * A reference to a named parameter, which is one draw wherever it is used.
   *
   * @param id key of {@link Scenario#parameters()}
   */
  record Parameter(String id) implements Value {}

  /**
   * A column of a table of joint draws, of which a path takes one row.
   *
   * @param table key of {@link Scenario#draws()}
   * @param column name of the column
   */
  record Draw(String table, String column) implements Value {}
}
