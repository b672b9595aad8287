package io.corridor.model;

import java.util.function.Function;

/** A number that may change over the calendar: one value throughout, or dated points. */
public sealed interface Schedule permits Value, DatedPoints {

  /** Returns what {@code cases} makes of it. */
  <R> R match(Cases<R> cases);

  /**
   * What is made of each kind of schedule: one that is forgotten doesn't compile.
   *
   * @param value of one value throughout
   * @param points of dated points
   * @param <R> what is made
   */
  record Cases<R>(Function<Value, R> value, Function<DatedPoints, R> points) {}
}
