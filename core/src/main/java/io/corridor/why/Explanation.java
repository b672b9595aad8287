package io.corridor.why;

import java.util.List;
import java.util.Optional;

/**
 * Why an outcome is what it is.
 *
 * @param target what is explained
 * @param paths that count: all, or those on which the question's `given` holds
 * @param mean of the outcome over these; NaN if there are none
 * @param variance of the outcome over these, divided by their number less one
 * @param shares of the variance; absent where {@code reason} says why
 * @param reason why there are no shares, and what would help
 * @param directions by {@code explained}, descending
 * @param boxes of a question that is true or false; absent for others
 */
public record Explanation(
    Target target,
    long paths,
    double mean,
    double variance,
    Optional<Shares> shares,
    Optional<String> reason,
    List<Direction> directions,
    Optional<Boxes> boxes) {

  /** Copies the list. */
  public Explanation {
    directions = List.copyOf(directions);
  }
}
