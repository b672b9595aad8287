package io.corridor.why;

import java.util.List;

/**
 * How the variance of an outcome is shared among its causes.
 *
 * @param causes all of the scenario, by share, descending
 * @param sumOfFirst sum of the first-order indices: 1 where causes only add to each other
 */
public record Shares(List<Cause> causes, Ratio sumOfFirst) {

  /** Copies the list. */
  public Shares {
    causes = List.copyOf(causes);
  }

  /** Returns the share of the variance that causes only have together: 1 − {@code sumOfFirst}. */
  public double interactions() {
    return 1 - sumOfFirst.value();
  }

  /** Returns the widest half of the total indices' 95 % intervals. */
  public double widestTotal() {
    return causes.stream().mapToDouble(cause -> cause.total().halfWidth95()).max().orElse(0);
  }
}
