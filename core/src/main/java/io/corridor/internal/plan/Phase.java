package io.corridor.internal.plan;

/** When steps are taken: at the opening of a path, and then in each month, in this order. */
enum Phase {
  /** Once a path, before anything else. */
  DRAWS(""),
  /** Sets states to where they start. */
  STATES(""),
  /** Sets states back after a balance of the day before was struck. */
  UNDOES(""),
  /** Keeps something of the day before. */
  SAVES(""),
  /** Section 3. */
  REGIME("regime"),
  /** Numbers that depend on the regime alone. */
  BY_REGIME("regime"),
  /** Section 2. */
  DRIVERS("drivers"),
  /** Section 4. */
  WAIVERS("waivers"),
  /** Section 5: which measures are on. */
  ANSWERS("sanctions"),
  /** Section 5: compliance. */
  COMPLIANCE("sanctions"),
  /** Section 5: what is kept of carriers. */
  CARRIER_SANCTIONS("sanctions"),
  /** Section 5: costs of flows, and what is kept of them. */
  FLOW_SANCTIONS("sanctions"),
  /** Section 11: what moves the world. */
  WORLD_SHOCKS("world"),
  /** Section 11: the world. */
  WORLD("world"),
  /** Section 6: which sources are interrupted, and which units run. */
  FAILURES("energy"),
  /** Section 6: the balances. */
  ENERGY("energy"),
  /** Section 7. */
  FLOWS("flows"),
  /** Section 8. */
  PAYMENTS("payments"),
  /** Section 9. */
  UNREST("unrest"),
  /** Section 10, and what metrics need beyond the equations. */
  TOTALS("totals"),
  /** Questions. */
  QUESTIONS("questions");

  private final String section;

  Phase(String section) {
    this.section = section;
  }

  /** Returns whether the steps are those of a month. */
  boolean isMonthly() {
    return !section.isEmpty();
  }

  /** Returns the section of a scenario that the steps of a month belong to. */
  String section() {
    return section;
  }
}
