package io.corridor.model;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the section {@code drivers}, and elasticities to them. */
final class DriverCheck {
  private final Map<String, Driver> drivers;
  private final NumberCheck numbers;
  private final Problems problems;

  /** Why a driver may not stand under an elasticity, empty if it may: found once for each. */
  private final Map<String, Optional<String>> obstacles = new HashMap<>();

  DriverCheck(Map<String, Driver> drivers, NumberCheck numbers, Problems problems) {
    this.drivers = drivers;
    this.numbers = numbers;
    this.problems = problems;
  }

  /** Checks the history of a bootstrap. */
  void bootstrap(KeyPath key, Driver.Bootstrap bootstrap) {
    history(key.child("column"), bootstrap.history());
  }

  private void history(KeyPath key, List<Double> history) {
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

  /** Checks what a regime changes: numbers that the law of the {@code driver} has. */
  void override(KeyPath key, Driver.Override override, Object driver) {
    Declaration<?> law = Declaration.of(driver.getClass());
    for (Declaration.Component changed : Declaration.of(Driver.Override.class).components()) {
      KeyPath place = key.child(changed.name());
      ((Optional<?>) changed.in(override))
          .map(Value.class::cast)
          .ifPresent(
              value ->
                  law.component(changed.name())
                      .ifPresentOrElse(
                          own -> numbers.value(place, value, own.range()),
                          () -> absent(place, law.kind(), changed.name())));
    }
  }

  private void absent(KeyPath key, String kind, String word) {
    problems.add(
        key, "a driver of kind " + kind + " has no " + word + ", so no regime can change it");
  }

  /** Checks that the driver {@code id}, if there is one, may stand under an elasticity. */
  void positive(KeyPath key, String id) {
    if (drivers.containsKey(id)) {
      obstacle(id).ifPresent(obstacle -> problems.add(key, obstacle));
    }
  }

  private Optional<String> obstacle(String id) {
    return obstacles.computeIfAbsent(
        id,
        driver ->
            sign(requireNonNull(drivers.get(driver)))
                .map(
                    reason ->
                        "only a positive driver may stand under an elasticity, but "
                            + Wording.quote(driver)
                            + " "
                            + reason));
  }

  /** Returns why {@code driver} may fail to be positive, if it may. */
  private Optional<String> sign(Driver driver) {
    return driver.match(
        new Driver.Cases<>(
            constant ->
                numbers
                    .support(constant.start())
                    .filter(support -> !support.isWithin(Range.POSITIVE))
                    .map(Support::words),
            path ->
                path.points().points().entrySet().stream()
                    .filter(point -> point.getValue() <= 0)
                    .map(
                        point -> "is " + Wording.number(point.getValue()) + " in " + point.getKey())
                    .findFirst(),
            gbm -> Optional.empty(),
            ou -> Optional.of("is of kind ou, which may fall below 0; log-ou stays above it"),
            logOu -> Optional.empty(),
            jump -> Optional.empty(),
            bootstrap -> Optional.empty()));
  }
}
