package io.corridor.model;

import static io.corridor.model.Wording.number;
import static io.corridor.model.Wording.quote;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the section {@code drivers}, and elasticities to them. */
final class DriverCheck {
  private final Checking in;
  private final Map<String, Driver> drivers;

  /** Why a driver may not stand under an elasticity, empty if it may: found once for each. */
  private final Map<String, Optional<String>> obstacles = new HashMap<>();

  DriverCheck(Checking in) {
    this.in = in;
    this.drivers = in.scenario.drivers();
  }

  /** Checks the history of a bootstrap. */
  void bootstrap(KeyPath key, Driver.Bootstrap bootstrap) {
    List<Double> history = bootstrap.history();
    KeyPath column = key.child("column");
    if (history.size() < 2) {
      in.add(column, "a history needs at least 2 months, not %s", history.size());
    }
    for (int i = 0; i < history.size(); i++) {
      if (!Range.POSITIVE.contains(history.get(i))) {
        in.add(
            column,
            "every month of a history must be above 0, but month %s is %s",
            i + 1,
            number(history.get(i)));
        return;
      }
    }
  }

  /** Checks that a regime changes only numbers that the law of the {@code driver} has. */
  void override(KeyPath key, Driver.Override override, Object driver) {
    Declaration<?> law = Declaration.of(driver.getClass());
    for (Declaration.Component changed : Declaration.of(Driver.Override.class).components()) {
      if (((Optional<?>) changed.in(override)).isPresent()
          && law.component(changed.name()).isEmpty()) {
        in.add(
            key.child(changed.name()),
            "a driver of kind %s has no %s, so no regime can change it",
            law.kind(),
            changed.name());
      }
    }
  }

  /** Checks that the driver {@code id}, if there is one, may stand under an elasticity. */
  void positive(KeyPath key, String id) {
    if (drivers.containsKey(id)) {
      obstacle(id).ifPresent(obstacle -> in.add(key, obstacle));
    }
  }

  private Optional<String> obstacle(String id) {
    return obstacles.computeIfAbsent(
        id,
        driver ->
            sign(requireNonNull(drivers.get(driver)))
                .map(
                    reason ->
                        "only a positive driver may stand under an elasticity, but %s %s"
                            .formatted(quote(driver), reason)));
  }

  /** Returns why {@code driver} may fail to be positive, if it may. */
  private Optional<String> sign(Driver driver) {
    return driver.match(
        constant ->
            in.numbers
                .support(constant.start())
                .filter(support -> !support.isWithin(Range.POSITIVE))
                .map(Support::words),
        path ->
            path.points().points().entrySet().stream()
                .filter(point -> point.getValue() <= 0)
                .map(point -> "is " + number(point.getValue()) + " in " + point.getKey())
                .findFirst(),
        gbm -> Optional.empty(),
        ou -> Optional.of("is of kind ou, which may fall below 0; log-ou stays above it"),
        logOu -> Optional.empty(),
        jump -> Optional.empty(),
        bootstrap -> Optional.empty());
  }
}
