package io.corridor.scenarios.internal.format;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Dimension;
import io.corridor.model.Metric;
import io.corridor.model.MetricUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of a series: how its values become those of the model. Amounts of energy become power or
 * a flow, divided by the hours or days of the period; money becomes US dollars a period; all else
 * goes to the base unit of its dimension, and a unit that the format doesn't know stays.
 */
public final class SeriesUnit {
  private static final BigDecimal HOURS = BigDecimal.valueOf(24);
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  private enum Kind {
    AS_IT_IS,
    AN_HOUR,
    A_DAY,
    TIMES_MONTHS,
    TIMES_YEARS
  }

  /** What amounts become, and how many of that unit one is over an hour or a day. */
  private static final Map<String, Amount> AMOUNTS =
      Map.of(
          "MWh", new Amount("MW", "1", Kind.AN_HOUR),
          "GWh", new Amount("MW", "1e3", Kind.AN_HOUR),
          "TWh", new Amount("MW", "1e6", Kind.AN_HOUR),
          "mcm", new Amount("mcm/d", "1", Kind.A_DAY),
          "bcm", new Amount("mcm/d", "1e3", Kind.A_DAY),
          "kb", new Amount("kb/d", "1", Kind.A_DAY));

  private record Amount(String unit, String times, Kind kind) {}

  private final String unit;
  private final BigDecimal times;
  private final BigDecimal per;
  private final Kind kind;

  private SeriesUnit(String unit, BigDecimal times, BigDecimal per, Kind kind) {
    this.unit = unit;
    this.times = times;
    this.per = per;
    this.kind = kind;
  }

  /**
   * Returns the unit that {@code text} says: {@code USD/bbl}, {@code mn USD}, {@code TWh}, {@code
   * %}, or any other text.
   */
  public static SeriesUnit parse(String text) {
    String trimmed = text.strip();
    int blank = trimmed.indexOf(' ');
    BigDecimal magnitude = BigDecimal.ONE;
    BigDecimal written =
        blank < 0 ? null : WrittenNumber.MAGNITUDES.get(trimmed.substring(0, blank));
    if (written != null) {
      magnitude = written;
      trimmed = trimmed.substring(blank + 1).strip();
    }
    Amount amount = AMOUNTS.get(trimmed);
    if (amount != null) {
      BigDecimal times = magnitude.multiply(new BigDecimal(amount.times()));
      return new SeriesUnit(amount.unit(), times, BigDecimal.ONE, amount.kind());
    }
    if (trimmed.equals("USD/month")) {
      return new SeriesUnit("USD", magnitude, BigDecimal.ONE, Kind.TIMES_MONTHS);
    }
    if (trimmed.equals("USD/year")) {
      return new SeriesUnit("USD", magnitude, BigDecimal.ONE, Kind.TIMES_YEARS);
    }
    String word = trimmed;
    Optional<Dimension.Unit> known =
        Arrays.stream(Dimension.values())
            .flatMap(dimension -> dimension.units().stream())
            .filter(candidate -> candidate.name().equals(word))
            .findFirst();
    if (known.isEmpty()) {
      return new SeriesUnit(trimmed, magnitude, BigDecimal.ONE, Kind.AS_IT_IS);
    }
    return new SeriesUnit(
        word.startsWith("%") ? "" : Measure.ofUnit(word).base(),
        magnitude.multiply(known.get().times()),
        known.get().per(),
        Kind.AS_IT_IS);
  }

  /** Returns the unit of a metric's figures: of money US dollars, of whatever period. */
  public static SeriesUnit of(Metric metric) {
    if (metric.counted().isMoney()) {
      return parse("USD");
    }
    return parse(metric.counted() == MetricUnit.FRACTION ? "" : metric.unit());
  }

  /** Returns a series in this unit; empty where it is kept in another than this one is. */
  public Optional<DataSeries> of(DataSeries series) {
    return Optional.of(series)
        .filter(data -> data.unit().equals(unit))
        .map(data -> data.scaled(this::each));
  }

  /** Returns how many of this unit one is that is kept. */
  public double each(Period period) {
    return 1 / convert(BigDecimal.ONE, period);
  }

  /** Returns the unit that values are kept in; empty for fractions and plain numbers. */
  public String unit() {
    return unit;
  }

  /** Returns what a longer period's value is of its months unless the file says: money's sum. */
  public Of of() {
    return unit.equals("USD") ? Of.SUM : Of.MEAN;
  }

  /** Returns a value of {@code period} in the unit that values are kept in. */
  public double convert(BigDecimal value, Period period) {
    BigDecimal scaled = value.multiply(times);
    BigDecimal divisor = per;
    switch (kind) {
      case AN_HOUR -> divisor = divisor.multiply(HOURS.multiply(days(period)));
      case A_DAY -> divisor = divisor.multiply(days(period));
      case TIMES_MONTHS -> scaled = scaled.multiply(months(period));
      case TIMES_YEARS -> {
        scaled = scaled.multiply(months(period));
        divisor = divisor.multiply(YEAR);
      }
      case AS_IT_IS -> {}
    }
    BigDecimal converted =
        divisor.equals(BigDecimal.ONE)
            ? scaled.round(MathContext.DECIMAL128)
            : scaled.divide(divisor, MathContext.DECIMAL128);
    return converted.doubleValue();
  }

  private static BigDecimal days(Period period) {
    return BigDecimal.valueOf(period.days());
  }

  private static BigDecimal months(Period period) {
    return BigDecimal.valueOf(period.months());
  }
}
