package io.corridor.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keys that several sections have: what is declared of each stands here once. */
final class Keys {

  private Keys() {}

  /** Unit of a driver's values. */
  @Key(
      says =
          "unit of its values, for display; where the format knows it, they may be written in"
              + " others of its sort",
      absent = Key.NONE)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Unit {}

  /** Value of a positive driver in month 0. */
  @Key(
      label = "at the start",
      says = "its value in month 0",
      unit = Dimension.OWN,
      range = Range.POSITIVE,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Start {}

  /** Drift of a driver. */
  @Key(
      label = "growth a year (drift)",
      says = "growth of the expected value, per year",
      unit = Dimension.YEARLY,
      absent = "0",
      odd = Key.Odd.GROWTH,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Drift {}

  /** Volatility of what is positive. */
  @Key(
      label = "spread of a year (volatility)",
      says = "of the logarithm, per year",
      unit = Dimension.YEARLY,
      range = Range.NOT_NEGATIVE,
      odd = Key.Odd.VOLATILITY,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Volatility {}

  /** Reversion of a driver. */
  @Key(
      label = "speed of return a year (reversion)",
      says = "speed of return to the level, per year",
      range = Range.NOT_NEGATIVE,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Reversion {}

  /** What regimes change in the law of a driver. */
  @Key(
      label = "under",
      says = "what regimes change in its law",
      refers = Key.Refers.REGIME,
      absent = Key.NONE,
      form = "a mapping of regimes to what they change")
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Overrides {}

  /** Growth of what is traded or used. */
  @Key(
      label = "growth a year",
      says = "growth per year",
      unit = Dimension.YEARLY,
      range = Range.ABOVE_MINUS_ONE,
      absent = "0",
      odd = Key.Odd.GROWTH,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Growth {}

  /** Elasticities to drivers. */
  @Key(
      label = "elasticity to",
      says = "elasticities, by driver",
      refers = Key.Refers.DRIVER,
      absent = Key.NONE,
      form = "a mapping of drivers to elasticities",
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Elasticities {}

  /** Factors of the twelve months. */
  @Key(
      label = "factor of",
      unit = Dimension.FRACTION,
      range = Range.NOT_NEGATIVE,
      absent = Key.NONE,
      size = 12,
      form = "a list of 12 factors, January first",
      odd = Key.Odd.SEASON,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Season {}

  /** Factors of the regimes. */
  @Key(
      label = "factor under",
      says = "factors by regime, relative to the initial one; 1 for a regime that is absent",
      unit = Dimension.FRACTION,
      range = Range.NOT_NEGATIVE,
      refers = Key.Refers.REGIME,
      absent = Key.NONE,
      form = "a mapping of regimes to factors")
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface RegimeFactor {}

  /** Delay of what is planned. */
  @Key(
      label = "months late",
      says = "months later than planned; may be negative",
      unit = Dimension.MONTHS,
      absent = "0",
      eitherSign = true,
      fitted = true)
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.SOURCE)
  @interface Delay {}
}
