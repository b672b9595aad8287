package io.corridor.why;

import java.util.List;

/**
 * What a group of random numbers, independent of all others, has to do with an outcome.
 *
 * @param id of the group: that of its member, or those of its members, joined by {@code +}
 * @param members keys of the scenario file, ascending
 * @param share of the variance, so that the shares of all causes add up to 1: Shapley's effect
 * @param first share of the variance that would go if the cause were known: first-order index
 * @param total share of the variance that would stay if all but the cause were known: total index
 */
public record Cause(String id, List<String> members, Ratio share, Ratio first, Ratio total) {

  /** Copies the list. */
  public Cause {
    members = List.copyOf(members);
  }
}
