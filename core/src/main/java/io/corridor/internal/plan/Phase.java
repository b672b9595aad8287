package io.corridor.internal.plan;

/** The parts of a month, in the order in which a path is computed. */
enum Phase {
  /** Section 3. */
  REGIME,
  /** Numbers that depend on the regime alone. */
  BY_REGIME,
  /** Section 2. */
  DRIVERS,
  /** Section 4. */
  WAIVERS,
  /** Section 5: compliance. */
  COMPLIANCE,
  /** Section 5: what is kept of carriers. */
  CARRIER_SANCTIONS,
  /** Section 5: costs of flows, and what is kept of them. */
  FLOW_SANCTIONS,
  /** Section 6. */
  ENERGY,
  /** Section 7. */
  FLOWS,
  /** Section 8. */
  PAYMENTS,
  /** Section 9. */
  UNREST,
  /** Section 10, and what metrics need beyond the equations. */
  TOTALS,
  /** Questions. */
  QUESTIONS
}
