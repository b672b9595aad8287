package io.corridor.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the section {@code drivers}, and elasticities to them. */
final class DriverCheck {
  private final Map<String, Driver> drivers;
  private final NumberCheck numbers;
  private final RegimeCheck regimes;
  private final DateCheck dates;
  private final Problems problems;

  /** Why a driver may not stand under an elasticity, empty if it may: found once for each. */
  private final Map<String, Optional<String>> obstacles = new HashMap<>();

  DriverCheck(
      Map<String, Driver> drivers,
      NumberCheck numbers,
      RegimeCheck regimes,
      DateCheck dates,
      Problems problems) {
    this.drivers = drivers;
    this.numbers = numbers;
    this.regimes = regimes;
    this.dates = dates;
    this.problems = problems;
  }

  /** Checks the section {@code drivers}. */
  void section(NameCheck names) {
    drivers.forEach(
        (id, driver) -> {
          names.shared("drivers." + id, id);
          driver("drivers." + id, driver);
        });
  }

  private void driver(String key, Driver driver) {
    if (driver instanceof Driver.Constant constant) {
      numbers.value(key + ".start", constant.start(), Range.FREE);
    } else if (driver instanceof Driver.Path path) {
      points(key + ".points", path.points(), Range.FREE);
    } else if (driver instanceof Driver.Gbm gbm) {
      gbm(key, gbm);
    } else if (driver instanceof Driver.Ou ou) {
      ou(key, ou);
    } else if (driver instanceof Driver.LogOu logOu) {
      logOu(key, logOu);
    } else if (driver instanceof Driver.Jump jump) {
      jump(key, jump);
    } else {
      bootstrap(key, (Driver.Bootstrap) driver);
    }
  }

  /** Checks dated points. */
  void points(String key, DatedPoints points, Range range) {
    points
        .points()
        .forEach(
            (month, number) -> {
              dates.month(key + "." + month, month);
              numbers.fixed(key + "." + month, number, range);
            });
  }

  private void gbm(String key, Driver.Gbm gbm) {
    numbers.value(key + ".start", gbm.start(), Range.POSITIVE);
    numbers.value(key + ".drift", gbm.drift(), Range.FREE);
    numbers.value(key + ".volatility", gbm.volatility(), Range.NOT_NEGATIVE);
    gbm.byRegime().forEach((state, override) -> drifting(key, "gbm", state, override));
  }

  private void ou(String key, Driver.Ou ou) {
    numbers.value(key + ".start", ou.start(), Range.FREE);
    numbers.value(key + ".level", ou.level(), Range.FREE);
    numbers.value(key + ".reversion", ou.reversion(), Range.NOT_NEGATIVE);
    numbers.value(key + ".volatility", ou.volatility(), Range.NOT_NEGATIVE);
    ou.byRegime().forEach((state, override) -> reverting(key, "ou", state, override, Range.FREE));
  }

  private void logOu(String key, Driver.LogOu logOu) {
    numbers.value(key + ".start", logOu.start(), Range.POSITIVE);
    numbers.value(key + ".level", logOu.level(), Range.POSITIVE);
    numbers.value(key + ".reversion", logOu.reversion(), Range.NOT_NEGATIVE);
    numbers.value(key + ".volatility", logOu.volatility(), Range.NOT_NEGATIVE);
    logOu
        .byRegime()
        .forEach((state, override) -> reverting(key, "log-ou", state, override, Range.POSITIVE));
  }

  private void jump(String key, Driver.Jump jump) {
    numbers.value(key + ".start", jump.start(), Range.POSITIVE);
    numbers.value(key + ".drift", jump.drift(), Range.FREE);
    numbers.value(key + ".volatility", jump.volatility(), Range.NOT_NEGATIVE);
    numbers.value(key + ".jump-rate", jump.jumpRate(), Range.NOT_NEGATIVE);
    numbers.value(key + ".jump-mean", jump.jumpMean(), Range.FREE);
    numbers.value(key + ".jump-sd", jump.jumpSd(), Range.NOT_NEGATIVE);
    jump.byRegime().forEach((state, override) -> drifting(key, "jump", state, override));
  }

  private void bootstrap(String key, Driver.Bootstrap bootstrap) {
    numbers.value(key + ".start", bootstrap.start(), Range.POSITIVE);
    history(key + ".column", bootstrap.history());
    numbers.duration(key + ".block", bootstrap.block());
  }

  private void history(String key, List<Double> history) {
    if (history.size() < 2) {
      problems.add(key, "a history needs at least 2 months, not " + history.size());
    }
    for (int i = 0; i < history.size(); i++) {
      if (!Range.POSITIVE.contains(history.get(i))) {
        problems.add(
            key,
            "every month of a history must be above 0, but month "
                + (i + 1)
                + " is "
                + Wording.number(history.get(i)));
        return;
      }
    }
  }

  private void drifting(String key, String kind, String state, Driver.Override override) {
    String place = key + ".by-regime." + state;
    regimes.known(place, state);
    numbers.value(place + ".drift", override.drift(), Range.FREE);
    numbers.value(place + ".volatility", override.volatility(), Range.NOT_NEGATIVE);
    absent(place, kind, "level", override.level());
  }

  private void reverting(
      String key, String kind, String state, Driver.Override override, Range levels) {
    String place = key + ".by-regime." + state;
    regimes.known(place, state);
    absent(place, kind, "drift", override.drift());
    numbers.value(place + ".volatility", override.volatility(), Range.NOT_NEGATIVE);
    numbers.value(place + ".level", override.level(), levels);
  }

  private void absent(String key, String kind, String word, Optional<Value> value) {
    if (value.isPresent()) {
      problems.add(
          key + "." + word,
          "a driver of kind " + kind + " has no " + word + ", so no regime can change it");
    }
  }

  /** Checks elasticities: to drivers that exist and are positive. */
  void elasticities(String key, Map<String, Value> elasticities) {
    elasticities.forEach(
        (id, elasticity) -> {
          String place = key + "." + id;
          if (drivers.containsKey(id)) {
            obstacle(id).ifPresent(obstacle -> problems.add(place, obstacle));
          } else {
            problems.unknown(place, "driver", id, drivers.keySet());
          }
          numbers.value(place, elasticity, Range.FREE);
        });
  }

  private Optional<String> obstacle(String id) {
    return obstacles.computeIfAbsent(
        id,
        driver ->
            sign(drivers.get(driver))
                .map(
                    reason ->
                        "only a positive driver may stand under an elasticity, but "
                            + Wording.quote(driver)
                            + " "
                            + reason));
  }

  /** Returns why {@code driver} may fail to be positive, if it may. */
  private Optional<String> sign(Driver driver) {
    if (driver instanceof Driver.Ou) {
      return Optional.of("is of kind ou, which may fall below 0; log-ou stays above it");
    }
    if (driver instanceof Driver.Path path) {
      return path.points().points().entrySet().stream()
          .filter(point -> point.getValue() <= 0)
          .map(point -> "is " + Wording.number(point.getValue()) + " in " + point.getKey())
          .findFirst();
    }
    if (driver instanceof Driver.Constant constant) {
      return numbers
          .support(constant.start())
          .filter(support -> !support.isWithin(Range.POSITIVE))
          .map(Support::words);
    }
    return Optional.empty();
  }
}
