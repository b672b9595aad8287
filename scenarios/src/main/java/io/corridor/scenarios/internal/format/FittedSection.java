package io.corridor.scenarios.internal.format;

import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.yaml.Position;
import java.util.Optional;
import java.util.Set;

/**
 * A section whose key {@code fit} names data.
 *
 * @param key where it stands: {@code drivers.brent}, {@code flows.goods}
 * @param section what was read, with placeholders for the numbers that are left to the data
 * @param fit the data
 * @param free the numbers of which the file says nothing, by key below the section's
 * @param at where the file says that it is fitted
 */
public record FittedSection(
    KeyPath key, Object section, FitSource fit, Set<String> free, Position at) {

  /** Returns the same widened by {@code factor} instead. */
  public FittedSection widenedBy(double factor) {
    FitSource same = new FitSource(fit.to(), fit.from(), fit.until(), Optional.of(factor));
    return new FittedSection(key, section, same, free, at);
  }

  /** Returns what its spread is multiplied by: 1 where nobody says. */
  public double widen() {
    return fit.widen().orElse(1.0);
  }
}
