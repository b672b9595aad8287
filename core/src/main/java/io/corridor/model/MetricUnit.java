package io.corridor.model;

import java.util.EnumSet;
import java.util.Set;

/** What the values of a metric are counted in. */
public enum MetricUnit {
  /** US dollars that are owed at a month's end. */
  MONEY("USD"),
  /** US dollars of a month. */
  MONEY_PER_MONTH("USD/month"),
  /** US dollars of twelve months. */
  MONEY_PER_YEAR("USD/year"),
  /** A share of something, as a rule from 0 to 1. */
  FRACTION("fraction"),
  /** Hours of a day. */
  HOURS_A_DAY("hours/day"),
  /** 1 where something is so, else 0. */
  SWITCH("0 or 1"),
  /** A place among others, 1 the first. */
  PLACE("place"),
  /** No unit. */
  NUMBER(""),
  /** {@link Carrier.Kind#unit()} of the carrier. */
  VOLUME("MW, mcm/d or kb/d"),
  /** {@link Carrier.Kind#storageUnit()} of the carrier. */
  STORED("mcm or kb"),
  /** {@link Carrier.Kind#priceUnit()} of the carrier. */
  PRICE("USD/MWh, USD/MMBtu or USD/bbl"),
  /** What the driver says; no other constant has such a unit. */
  OWN("the driver's");

  private static final Set<MetricUnit> OF_THE_SCENARIO = EnumSet.range(VOLUME, OWN);

  private final String words;

  MetricUnit(String words) {
    this.words = words;
  }

  /** Returns which constant a unit's text stands for; {@link #OWN} if it is that of no other. */
  public static MetricUnit of(String unit) {
    for (MetricUnit candidate : values()) {
      if (candidate.words.equals(unit) && !OF_THE_SCENARIO.contains(candidate)) {
        return candidate;
      }
    }
    return OWN;
  }

  /** Returns the unit as metrics have it, or the units that they may have. */
  public String words() {
    return words;
  }

  /** Returns the unit as metrics of a carrier have it. */
  String words(Carrier.Kind kind) {
    return switch (this) {
      case VOLUME -> kind.unit();
      case STORED -> kind.storageUnit();
      case PRICE -> kind.priceUnit();
      default -> words;
    };
  }

  /** Returns whether it depends on a carrier or driver of the scenario. */
  boolean isOfTheScenario() {
    return OF_THE_SCENARIO.contains(this);
  }

  /** Returns whether it is an amount of US dollars, at once or over time. */
  public boolean isMoney() {
    return this == MONEY || this == MONEY_PER_MONTH || this == MONEY_PER_YEAR;
  }
}
