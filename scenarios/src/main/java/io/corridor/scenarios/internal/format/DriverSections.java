package io.corridor.scenarios.internal.format;

import io.corridor.model.DatedPoints;
import io.corridor.model.Driver;
import io.corridor.model.Driver.Override;
import io.corridor.model.Limits;
import io.corridor.model.Range;
import io.corridor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sections of drivers whose values are of one measure. */
record DriverSections(Measure measure) {

  Section<? extends Driver> named(String kind) {
    return switch (kind) {
      case "constant" -> constant();
      case "path" -> path();
      case "gbm" -> gbm();
      case "ou" -> ou();
      case "log-ou" -> logOu();
      case "jump" -> jump();
      default -> bootstrap();
    };
  }

  private static <D extends Driver> Key<D, String> kind(String kind) {
    return Key.required(
        DriverFormat.KIND, new Word<>(Map.of(kind, kind)), driver -> kind, "the law it follows");
  }

  private static <D extends Driver> Key<D, String> unit() {
    return Key.optional(
        DriverFormat.UNIT, Scalars.TEXT, Driver::unit, "", "unit of its values, for display");
  }

  private <D> Key<D, Value> start(Function<D, Value> getter, Range range) {
    return Key.required("start", Values.of(measure, range), getter, "its value in month 0");
  }

  private <D> Key<D, Value> level(Function<D, Value> getter, Range range, String says) {
    return Key.required("level", Values.of(measure, range), getter, says);
  }

  private static <D> Key<D, Value> drift(Function<D, Value> getter) {
    return Key.optional(
        "drift",
        Values.of(Dimension.YEARLY, Range.FREE),
        getter,
        Value.ZERO,
        "growth of the expected value, per year; default 0");
  }

  private static <D> Key<D, Value> volatility(Function<D, Value> getter) {
    return Key.required(
        "volatility",
        Values.of(Dimension.YEARLY, Range.NOT_NEGATIVE),
        getter,
        "of the logarithm, per year");
  }

  private static <D> Key<D, Value> reversion(Function<D, Value> getter) {
    return Key.required(
        "reversion",
        Values.of(Dimension.NUMBER, Range.NOT_NEGATIVE),
        getter,
        "speed of return to the level, per year");
  }

  private static <D> Key<D, Map<String, Override>> byRegime(
      Function<D, Map<String, Override>> getter, Section<Override> section) {
    return Key.optional(
        "by-regime",
        MapOf.references("a mapping of regimes to what they change", section),
        getter,
        Map.of(),
        "what regimes change");
  }

  /** The changes of a driver with a drift. */
  private static Section<Override> drifting() {
    Key<Override, Optional<Value>> drift =
        Key.maybe(
            "drift", Values.of(Dimension.YEARLY, Range.FREE), Override::drift, "drift instead");
    Key<Override, Optional<Value>> volatility =
        Key.maybe(
            "volatility",
            Values.of(Dimension.YEARLY, Range.NOT_NEGATIVE),
            Override::volatility,
            "volatility instead");
    return Section.of(
        "a change of a drifting driver",
        List.of(drift, volatility),
        in -> new Override(in.get(drift), in.get(volatility), Optional.empty()));
  }

  /** The changes of a driver with a level. */
  Section<Override> levelled(String noun, Values level, Values volatility) {
    Key<Override, Optional<Value>> toLevel =
        Key.maybe("level", level, Override::level, "level instead");
    Key<Override, Optional<Value>> toVolatility =
        Key.maybe("volatility", volatility, Override::volatility, "volatility instead");
    return Section.of(
        noun,
        List.of(toLevel, toVolatility),
        in -> new Override(Optional.empty(), in.get(toVolatility), in.get(toLevel)));
  }

  Section<Driver.Constant> constant() {
    Key<Driver.Constant, Value> start =
        Key.required(
            "start",
            Values.of(measure, Range.FREE).ofEitherSign(),
            Driver.Constant::start,
            "its value throughout");
    Key<Driver.Constant, String> unit = unit();
    return Section.of(
        "a constant driver",
        List.of(kind("constant"), start, unit),
        in -> new Driver.Constant(in.get(start), in.get(unit)));
  }

  Section<Driver.Path> path() {
    Key<Driver.Path, DatedPoints> points =
        Key.required(
            "points",
            new Points(measure, Range.FREE),
            Driver.Path::points,
            "values by month; linear between them, flat outside");
    Key<Driver.Path, String> unit = unit();
    return Section.of(
        "a path driver",
        List.of(kind("path"), points, unit),
        in -> new Driver.Path(in.get(points), in.get(unit)));
  }

  Section<Driver.Gbm> gbm() {
    Key<Driver.Gbm, Value> start = start(Driver.Gbm::start, Range.POSITIVE);
    Key<Driver.Gbm, Value> drift = drift(Driver.Gbm::drift);
    Key<Driver.Gbm, Value> volatility = volatility(Driver.Gbm::volatility);
    Key<Driver.Gbm, Map<String, Override>> byRegime = byRegime(Driver.Gbm::byRegime, drifting());
    Key<Driver.Gbm, String> unit = unit();
    return Section.of(
        "a gbm driver",
        List.of(kind("gbm"), start, drift, volatility, byRegime, unit),
        in ->
            new Driver.Gbm(
                in.get(start), in.get(drift), in.get(volatility), in.get(byRegime), in.get(unit)));
  }

  Section<Driver.Ou> ou() {
    Values levels = Values.of(measure, Range.FREE);
    Values volatilities = Values.of(measure, Range.NOT_NEGATIVE);
    Key<Driver.Ou, Value> start = start(Driver.Ou::start, Range.FREE);
    Key<Driver.Ou, Value> level = level(Driver.Ou::level, Range.FREE, "its long-run mean");
    Key<Driver.Ou, Value> reversion = reversion(Driver.Ou::reversion);
    Key<Driver.Ou, Value> volatility =
        Key.required(
            "volatility", volatilities, Driver.Ou::volatility, "in its own unit, per year");
    Key<Driver.Ou, Map<String, Override>> byRegime =
        byRegime(Driver.Ou::byRegime, levelled("a change of an ou driver", levels, volatilities));
    Key<Driver.Ou, String> unit = unit();
    return Section.of(
        "an ou driver",
        List.of(kind("ou"), start, level, reversion, volatility, byRegime, unit),
        in ->
            new Driver.Ou(
                in.get(start),
                in.get(level),
                in.get(reversion),
                in.get(volatility),
                in.get(byRegime),
                in.get(unit)));
  }

  Section<Driver.LogOu> logOu() {
    Values levels = Values.of(measure, Range.POSITIVE);
    Values volatilities = Values.of(Dimension.YEARLY, Range.NOT_NEGATIVE);
    Key<Driver.LogOu, Value> start = start(Driver.LogOu::start, Range.POSITIVE);
    Key<Driver.LogOu, Value> level =
        level(Driver.LogOu::level, Range.POSITIVE, "its long-run median");
    Key<Driver.LogOu, Value> reversion = reversion(Driver.LogOu::reversion);
    Key<Driver.LogOu, Value> volatility = volatility(Driver.LogOu::volatility);
    Key<Driver.LogOu, Map<String, Override>> byRegime =
        byRegime(
            Driver.LogOu::byRegime, levelled("a change of a log-ou driver", levels, volatilities));
    Key<Driver.LogOu, String> unit = unit();
    return Section.of(
        "a log-ou driver",
        List.of(kind("log-ou"), start, level, reversion, volatility, byRegime, unit),
        in ->
            new Driver.LogOu(
                in.get(start),
                in.get(level),
                in.get(reversion),
                in.get(volatility),
                in.get(byRegime),
                in.get(unit)));
  }

  Section<Driver.Jump> jump() {
    Key<Driver.Jump, Value> start = start(Driver.Jump::start, Range.POSITIVE);
    Key<Driver.Jump, Value> drift = drift(Driver.Jump::drift);
    Key<Driver.Jump, Value> volatility = volatility(Driver.Jump::volatility);
    Key<Driver.Jump, Value> rate =
        Key.required(
            "jump-rate",
            Values.of(Dimension.NUMBER, Range.NOT_NEGATIVE),
            Driver.Jump::jumpRate,
            "expected jumps a year");
    Key<Driver.Jump, Value> mean =
        Key.required(
            "jump-mean",
            Values.of(Dimension.FRACTION, Range.FREE),
            Driver.Jump::jumpMean,
            "mean of a jump of the logarithm");
    Key<Driver.Jump, Value> sd =
        Key.required(
            "jump-sd",
            Values.of(Dimension.FRACTION, Range.NOT_NEGATIVE),
            Driver.Jump::jumpSd,
            "standard deviation of a jump of the logarithm");
    Key<Driver.Jump, Map<String, Override>> byRegime = byRegime(Driver.Jump::byRegime, drifting());
    Key<Driver.Jump, String> unit = unit();
    return Section.of(
        "a jump driver",
        List.of(kind("jump"), start, drift, volatility, rate, mean, sd, byRegime, unit),
        in ->
            new Driver.Jump(
                in.get(start),
                in.get(drift),
                in.get(volatility),
                in.get(rate),
                in.get(mean),
                in.get(sd),
                in.get(byRegime),
                in.get(unit)));
  }

  Section<Driver.Bootstrap> bootstrap() {
    Key<Driver.Bootstrap, Value> start = start(Driver.Bootstrap::start, Range.POSITIVE);
    Key<Driver.Bootstrap, String> file =
        Key.required(
            "file",
            Scalars.TEXT,
            Driver.Bootstrap::file,
            "a CSV file in the scenario's folder, its first line the names of the columns");
    Key<Driver.Bootstrap, String> column =
        Key.required(
            "column",
            Scalars.TEXT,
            Driver.Bootstrap::column,
            "the column of monthly values, oldest first");
    Key<Driver.Bootstrap, Integer> block =
        Key.required(
            "block",
            Numbers.whole(Dimension.MONTHS, 1, Limits.DURATION),
            Driver.Bootstrap::block,
            "mean length of the blocks that are resampled, months");
    Key<Driver.Bootstrap, Boolean> demean =
        Key.optional(
            "demean",
            Scalars.TRUTH,
            Driver.Bootstrap::demean,
            false,
            "whether the returns' drift is taken off; default false");
    Key<Driver.Bootstrap, String> unit = unit();
    return Section.of(
        "a bootstrap driver",
        List.of(kind("bootstrap"), start, file, column, block, demean, unit),
        in ->
            new Driver.Bootstrap(
                in.get(start),
                History.read(in.place(), in.node("file"), in.get(file), in.get(column)),
                in.get(block),
                in.get(demean),
                in.get(file),
                in.get(column),
                in.get(unit)));
  }
}
