package io.corridor.projection;

import java.util.List;

/**
 * Where the time and the memory of one thread go that simulates a scenario.
 *
 * @param parts of the time, in the order of a run
 * @param memory bytes that a thread holds, roughly: its columns and counts
 */
public record Profile(List<Part> parts, long memory) {

  /**
   * All steps of one kind in one section.
   *
   * @param section of the scenario
   * @param work what is done: a kind of step
   * @param steps how many there are
   * @param nanos nanoseconds that they take together for a path and month
   */
  public record Part(String section, String work, int steps, double nanos) {}

  /** Copies the list. */
  public Profile {
    parts = List.copyOf(parts);
  }

  /** Returns what all parts together take for a path and month, in nanoseconds. */
  public double nanos() {
    return parts.stream().mapToDouble(Part::nanos).reduce(0, Double::sum);
  }
}
