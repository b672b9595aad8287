package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.Optional;

/**
 * How energy bills are paid (section 8 of the model).
 *
 * @param waiver the waiver under which payment is easier; absent: as if always waived
 * @param waived share of the bill paid under the waiver. In [0, 1]
 * @param lapsed share of the bill paid without it. In [0, 1]
 * @param catchUp share of the arrears paid each month. In [0, 1]
 * @param arrears what is owed, and what the exporter makes of it
 */
@Section("a payments section")
@Withers
public record Payments(
    @Key(refers = Key.Refers.WAIVER) Optional<String> waiver,
    @Key(
            label = "share of the bill paid under the waiver",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            absent = "1")
        Value waived,
    @Key(
            label = "share of the bill paid without it",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            absent = "0")
        Value lapsed,
    @Key(
            label = "share of the arrears paid each month",
            unit = Dimension.FRACTION,
            range = Range.FRACTION,
            absent = "0")
        Value catchUp,
    @Key(absent = Key.NONE) Arrears arrears)
    implements PaymentsWithers {

  /** Returns payments that leave {@code 1 − paid} of every bill owed; {@code paid} in [0, 1]. */
  public static Payments of(double paid) {
    return Declaration.of(Payments.class).of().withWaived(paid);
  }

  /**
   * Returns a copy that pays only the share {@code lapsed} of bills while {@code waiver} is not
   * held.
   */
  public Payments withWaiver(String waiver, double lapsed) {
    return new Payments(Optional.of(waiver), waived, Value.of(lapsed), catchUp, arrears);
  }

  /**
   * Arrears at the start, and when the exporter starts to sell less.
   *
   * @param start owed at the start. In USD
   * @param limit above which the exporter sells less; absent: never. In USD
   * @param floor least share that is still sold. In [0, 1]
   */
  @Section("an arrears section")
  @Withers
  public record Arrears(
      @Key(
              label = "owed at the start",
              unit = Dimension.MONEY,
              range = Range.NOT_NEGATIVE,
              absent = "0")
          Value start,
      @Key(
              label = "above which the exporter sells less",
              unit = Dimension.MONEY,
              range = Range.NOT_NEGATIVE)
          Optional<Value> limit,
      @Key(
              label = "least share that is still sold",
              unit = Dimension.FRACTION,
              range = Range.FRACTION,
              absent = "0")
          Value floor)
      implements PaymentsArrearsWithers {

    /** Nothing owed, no limit. */
    public static final Arrears NONE = Declaration.of(Arrears.class).of();

    /** Returns {@code start} USD owed at the start, whatever the arrears come to. */
    public static Arrears of(double start) {
      return NONE.withStart(start);
    }

    /**
     * Returns a copy of which the exporter, above {@code limit} USD owed, sells less, at least
     * {@code floor}.
     */
    public Arrears withLimit(double limit, double floor) {
      return new Arrears(start, Optional.of(Value.of(limit)), Value.of(floor));
    }
  }
}
