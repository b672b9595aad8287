package io.corridor.model;

import java.util.Optional;

/**
 * How energy bills are paid (section 8 of the model).
 *
 * @param waiver the waiver under which payment is easier; absent: as if always waived
 * @param waived share of the bill paid under the waiver, in [0, 1]
 * @param lapsed share of the bill paid without it, in [0, 1]
 * @param catchUp share of the arrears paid each month, in [0, 1]
 * @param arrears what is owed and what the exporter makes of it
 */
public record Payments(
    Optional<String> waiver, Value waived, Value lapsed, Value catchUp, Arrears arrears) {

  /**
   * Arrears at the start, and when the exporter starts to sell less.
   *
   * @param start USD owed at the start
   * @param limit USD owed above which the exporter sells less; absent: never
   * @param floor least share that is still sold, in [0, 1]
   */
  public record Arrears(Value start, Optional<Value> limit, Value floor) {

    /** Nothing owed, no limit. */
    public static final Arrears NONE = new Arrears(Value.ZERO, Optional.empty(), Value.ZERO);
  }
}
