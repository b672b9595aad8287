package io.corridor.model;

import io.corridor.internal.withers.Matched;
import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exogenous factor and its law (section 2 of the model). */
@Matched
public sealed interface Driver extends DriverMatch
    permits Driver.Constant,
        Driver.Path,
        Driver.Gbm,
        Driver.Ou,
        Driver.LogOu,
        Driver.Jump,
        Driver.Bootstrap {

  /** Returns the unit of the driver's values, for display; empty if none is given. */
  String unit();

  /** Returns what regimes change in its law, by regime. */
  default Map<String, Override> byRegime() {
    return Map.of();
  }

  /**
   * Returns its value at the end of month 0, if it is an average over each month; empty: a value of
   * one moment.
   */
  default Optional<Value> end() {
    return Optional.empty();
  }

  /** Returns whether a normal shock moves it every month, which may be correlated with others. */
  default boolean isShocked() {
    return match(
        constant -> false,
        path -> false,
        gbm -> true,
        ou -> true,
        logOu -> true,
        jump -> true,
        bootstrap -> false);
  }

  /**
   * What a regime changes in a driver's law; absent coefficients stay as they are.
   *
   * @param drift drift instead
   * @param volatility volatility instead
   * @param level level instead
   */
  @Section("a change of a driver")
  @Withers
  record Override(
      @Key(label = "growth a year (drift)") Optional<Value> drift,
      @Key(label = "spread of a year (volatility)") Optional<Value> volatility,
      @Key(label = "what it returns to") Optional<Value> level)
      implements DriverOverrideWithers {

    /** Changes nothing. */
    public static final Override NONE = Declaration.of(Override.class).of();
  }

  /**
   * Stays at its start.
   *
   * @param start its value in month 0
   * @param unit unit of the values
   */
  @Section(value = "a constant driver", kind = "constant")
  @Withers
  record Constant(
      @Key(unit = Dimension.OWN, eitherSign = true, range = Range.FREE) Value start,
      @Key(
              says =
                  "unit of its values, for display; where the format knows it, they may be written"
                      + " in others of its sort",
              absent = Key.NONE)
          String unit)
      implements Driver, DriverConstantWithers {

    /** Returns the driver that is always {@code start}. */
    public static Constant of(double start) {
      return Declaration.of(Constant.class).of(start);
    }
  }

  /**
   * Follows dated points.
   *
   * @param points values by month: linear between them, flat outside
   * @param unit unit of the values
   */
  @Section(value = "a path driver", kind = "path")
  @Withers
  record Path(
      @Key(label = "value in", unit = Dimension.OWN) DatedPoints points,
      @Key(like = Constant.class) String unit)
      implements Driver, DriverPathWithers {

    /** Returns the driver that follows {@code points}. */
    public static Path of(DatedPoints points) {
      return Declaration.of(Path.class).of(points);
    }
  }

  /**
   * Geometric Brownian motion: E[X(t)] = X(0) e^{drift · years}.
   *
   * @param start X(0), {@code > 0}
   * @param end its value at the end of month 0. Where it is given, X(t) is no value of one moment
   *     but the average over month t, in logs where the law is of logs
   * @param drift growth of the expected value, per year
   * @param volatility of the logarithm, per year
   * @param byRegime what regimes change
   * @param unit unit of the values
   */
  @Section(value = "a gbm driver", fitted = true, kind = "gbm")
  @Withers
  record Gbm(
      @Key(
              label = "at the start",
              says = "its value in month 0",
              unit = Dimension.OWN,
              range = Range.POSITIVE,
              fitted = true)
          Value start,
      @Key(
              label = "at the end of month 0",
              unit = Dimension.OWN,
              range = Range.POSITIVE,
              fitted = true)
          Optional<Value> end,
      @Key(
              label = "growth a year (drift)",
              says = "growth of the expected value, per year",
              unit = Dimension.YEARLY,
              absent = "0",
              odd = Key.Odd.GROWTH,
              fitted = true,
              fittedIfAbsent = true)
          Value drift,
      @Key(
              label = "spread of a year (volatility)",
              says = "of the logarithm, per year",
              unit = Dimension.YEARLY,
              range = Range.NOT_NEGATIVE,
              odd = Key.Odd.VOLATILITY,
              fitted = true)
          Value volatility,
      @Key(
              label = "under",
              says = "what regimes change in its law",
              refers = Key.Refers.REGIME,
              absent = Key.NONE,
              form = "a mapping of regimes to what they change")
          Map<String, Override> byRegime,
      @Key(like = Constant.class) String unit)
      implements Driver, DriverGbmWithers {
    /** Copies the mapping. */
    public Gbm {
      byRegime = Ordered.copyOf(byRegime);
    }

    /** Makes the motion whose values are of single moments. */
    public Gbm(
        Value start, Value drift, Value volatility, Map<String, Override> byRegime, String unit) {
      this(start, Optional.empty(), drift, volatility, byRegime, unit);
    }

    /** Returns the motion of three known numbers; the last two per year. */
    public static Gbm of(double start, double drift, double volatility) {
      return Declaration.of(Gbm.class).of(start, volatility).withDrift(drift);
    }
  }

  /**
   * Ornstein–Uhlenbeck process about a level; may be negative.
   *
   * @param start its value in month 0
   * @param end its value at the end of month 0. Where it is given, X(t) is no value of one moment
   *     but the average over month t
   * @param level its long-run mean
   * @param reversion speed of return to the level, per year
   * @param volatility in its own unit, per year. It is the standard deviation of the shocks
   * @param byRegime what regimes change
   * @param unit unit of the values
   */
  @Section(value = "an ou driver", fitted = true, kind = "ou")
  @Withers
  record Ou(
      @Key(unit = Dimension.OWN, range = Range.FREE, fitted = true) Value start,
      @Key(label = "at the end of month 0", unit = Dimension.OWN, range = Range.FREE, fitted = true)
          Optional<Value> end,
      @Key(label = "what it returns to", unit = Dimension.OWN, fitted = true) Value level,
      @Key(
              label = "speed of return a year (reversion)",
              says = "speed of return to the level, per year",
              range = Range.NOT_NEGATIVE,
              fitted = true)
          Value reversion,
      @Key(
              label = "spread of a year (volatility)",
              unit = Dimension.OWN,
              range = Range.NOT_NEGATIVE,
              fitted = true)
          Value volatility,
      @Key(like = Gbm.class) Map<String, Override> byRegime,
      @Key(like = Constant.class) String unit)
      implements Driver, DriverOuWithers {
    /** Copies the mapping. */
    public Ou {
      byRegime = Ordered.copyOf(byRegime);
    }

    /** Makes the process whose values are of single moments. */
    public Ou(
        Value start,
        Value level,
        Value reversion,
        Value volatility,
        Map<String, Override> byRegime,
        String unit) {
      this(start, Optional.empty(), level, reversion, volatility, byRegime, unit);
    }

    /** Returns the process of four known numbers; the last two per year. */
    public static Ou of(double start, double level, double reversion, double volatility) {
      return Declaration.of(Ou.class).of(start, level, reversion, volatility);
    }
  }

  /**
   * The exponential of an Ornstein–Uhlenbeck process about ln(level).
   *
   * @param start X(0), {@code > 0}
   * @param end its value at the end of month 0. Where it is given, X(t) is no value of one moment
   *     but the average over month t, of logs
   * @param level its long-run median. Above 0
   * @param reversion speed of return to the level, per year
   * @param volatility of the logarithm, per year
   * @param byRegime what regimes change
   * @param unit unit of the values
   */
  @Section(value = "a log-ou driver", fitted = true, kind = "log-ou")
  @Withers
  record LogOu(
      @Key(like = Gbm.class) Value start,
      @Key(like = Gbm.class) Optional<Value> end,
      @Key(
              label = "what it returns to",
              unit = Dimension.OWN,
              range = Range.POSITIVE,
              fitted = true)
          Value level,
      @Key(like = Ou.class) Value reversion,
      @Key(like = Gbm.class) Value volatility,
      @Key(like = Gbm.class) Map<String, Override> byRegime,
      @Key(like = Constant.class) String unit)
      implements Driver, DriverLogOuWithers {
    /** Copies the mapping. */
    public LogOu {
      byRegime = Ordered.copyOf(byRegime);
    }

    /** Makes the process whose values are of single moments. */
    public LogOu(
        Value start,
        Value level,
        Value reversion,
        Value volatility,
        Map<String, Override> byRegime,
        String unit) {
      this(start, Optional.empty(), level, reversion, volatility, byRegime, unit);
    }

    /** Returns the process of four known numbers; the last two per year. */
    public static LogOu of(double start, double level, double reversion, double volatility) {
      return Declaration.of(LogOu.class).of(start, level, reversion, volatility);
    }
  }

  /**
   * Geometric Brownian motion with normal jumps of the logarithm (Merton 1976), compensated so that
   * E[X(t)] = X(0) e^{drift · years}.
   *
   * @param start X(0), {@code > 0}
   * @param drift growth of the expected value, per year
   * @param volatility of the logarithm between jumps, per year
   * @param jumpRate expected jumps a year
   * @param jumpMean mean of a jump of the logarithm
   * @param jumpSd standard deviation of a jump of the logarithm
   * @param byRegime what regimes change
   * @param unit unit of the values
   */
  @Section(value = "a jump driver", fitted = true, kind = "jump")
  @Withers
  record Jump(
      @Key(like = Gbm.class) Value start,
      @Key(like = Gbm.class) Value drift,
      @Key(like = Gbm.class) Value volatility,
      @Key(label = "jumps a year", range = Range.NOT_NEGATIVE, fitted = true) Value jumpRate,
      @Key(label = "size of a jump on average", unit = Dimension.FRACTION, fitted = true)
          Value jumpMean,
      @Key(
              label = "spread of the size of jumps",
              unit = Dimension.FRACTION,
              range = Range.NOT_NEGATIVE,
              fitted = true)
          Value jumpSd,
      @Key(like = Gbm.class) Map<String, Override> byRegime,
      @Key(like = Constant.class) String unit)
      implements Driver, DriverJumpWithers {
    /** Copies the mapping. */
    public Jump {
      byRegime = Ordered.copyOf(byRegime);
    }

    /** Returns the motion of six known numbers. */
    public static Jump of(
        double start,
        double drift,
        double volatility,
        double jumpRate,
        double jumpMean,
        double jumpSd) {
      return Declaration.of(Jump.class)
          .of(start, volatility, jumpRate, jumpMean, jumpSd)
          .withDrift(drift);
    }
  }

  /**
   * Monthly log-returns of a history, resampled in blocks of random length (the stationary
   * bootstrap of Politis and Romano 1994).
   *
   * @param start X(0), {@code > 0}
   * @param history observed monthly values, {@code > 0}, at least two, oldest first
   * @param block mean length of the blocks that are resampled, months. At least 1
   * @param demean whether the returns' drift is taken off. The logarithm of the mean gross return
   *     is taken off each return, so that X has no drift
   * @param file a CSV file in the scenario's folder, its first line the names of the columns. For
   *     display, and for writing the scenario
   * @param column the column of monthly values, oldest first
   * @param unit unit of the values
   */
  @Section(value = "a bootstrap driver", kind = "bootstrap")
  @Withers
  record Bootstrap(
      @Key(like = Gbm.class) Value start,
      List<Double> history,
      @Key(unit = Dimension.MONTHS, range = Range.DURATION) int block,
      @Key(absent = "false") boolean demean,
      @Key String file,
      @Key String column,
      @Key(like = Constant.class) String unit)
      implements Driver, DriverBootstrapWithers {
    /** Copies the history. */
    public Bootstrap {
      history = List.copyOf(history);
    }

    /** Returns returns drawn from {@code history}, with its drift; {@code block} is in months. */
    public static Bootstrap of(double start, List<Double> history, int block) {
      return Declaration.of(Bootstrap.class).of(start, history, block, "", "");
    }
  }
}
