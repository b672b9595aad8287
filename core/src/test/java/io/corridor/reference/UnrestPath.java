package io.corridor.reference;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Scenario;
import io.corridor.model.Unrest;

/** Section 9: episodes of unrest. For months in their order. */
final class UnrestPath {
  private final boolean present;
  private final Draws draws;
  private final double h;
  private final double beta;
  private final int duration;
  private final double impact;

  /** The last month of the present episode. */
  private int until = -1;

  UnrestPath(Scenario scenario, Numbers numbers, Draws draws) {
    this.draws = draws;
    present = scenario.unrest().isPresent();
    Unrest unrest = scenario.unrest().orElse(null);
    h = present ? numbers.at("unrest.rate-per-month", unrest.ratePerMonth()) : 0;
    beta = present ? numbers.at("unrest.on-unserved", unrest.onUnserved()) : 0;
    duration = present ? unrest.duration() : 0;
    impact = present ? numbers.at("unrest.impact", unrest.impact()) : 0;
  }

  /** Returns whether an episode lasts in month t; asked before {@link #step} of that month. */
  boolean lasts(int t) {
    return t <= until;
  }

  /** Returns the share of trade lost in month t: impact · 1{unrest in month t}. */
  double loss(int t) {
    return lasts(t) ? impact : 0;
  }

  /**
   * Starts an episode or not.
   *
   * @param unserved U(t) − U(−1)
   */
  void step(int t, double unserved) {
    double probability = -StrictMath.expm1(-h * StrictMath.exp(beta * unserved));
    if (present && draws.uniform(StreamName.UNREST.of(), t, 0) < probability) {
      until = t + duration;
    }
  }
}
