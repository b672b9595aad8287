package io.corridor.review;

import io.corridor.model.ByRegime;
import io.corridor.model.Carrier.Opening;
import io.corridor.model.Carrier.Project;
import io.corridor.model.DayBefore;
import io.corridor.model.Declaration;
import io.corridor.model.Driver;
import io.corridor.model.Noise;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.simulation.Typical;
import java.time.YearMonth;

/** A scenario with every shock at zero, as it is and under the measures of the day before. */
final class Still {

  private Still() {}

  /**
   * Returns the scenario without shocks: with a volatility, the median of a driver or noise falls
   * behind its mean.
   */
  static Scenario of(Scenario scenario) {
    return Declaration.map(scenario, Still::still);
  }

  private static Object still(Object part) {
    if (part instanceof Noise noise) {
      return new Noise(noise.reversion(), Value.ZERO);
    }
    if (part instanceof Driver.Override override && override.volatility().isPresent()) {
      return override.withVolatility(0);
    }
    return part instanceof Driver driver ? still(driver) : part;
  }

  /** Returns a driver without shocks, whatever regimes change. */
  private static Driver still(Driver driver) {
    return driver.match(
        d -> d,
        d -> d,
        d -> d.withVolatility(0),
        d -> d.withVolatility(0),
        d -> d.withVolatility(0),
        d -> d.withVolatility(0).withJumpRate(0),
        d -> new Driver.Constant(d.start(), d.unit()));
  }

  /**
   * Returns the scenario with the measures of the month before the start in force all along, and no
   * others, its waivers as they stood on the start's first day, and neither sources nor projects
   * that come later, if they come when they typically do.
   */
  static Scenario before(Scenario scenario) {
    DayBefore before = new DayBefore(scenario);
    YearMonth end = scenario.start().plusMonths(scenario.months());
    Typical typical = new Typical(scenario);
    return Declaration.map(
        scenario,
        part -> {
          if (part instanceof Sanction sanction) {
            return before.isInForce(sanction)
                ? sanction.withFrom(before.month()).withUntil(end)
                : sanction.withEnforcement(0);
          }
          if (part instanceof Opening opening
              && isLater(opening.planned(), typical.of(opening.delay()), scenario)) {
            return opening.withPlanned(end).withDelay(0);
          }
          if (part instanceof Project project
              && isLater(project.planned(), typical.of(project.delay()), scenario)) {
            return project.withPlanned(end).withDelay(0);
          }
          return part instanceof Waiver waiver ? lasting(waiver, before.holds(waiver)) : part;
        });
  }

  private static boolean isLater(YearMonth planned, double delay, Scenario scenario) {
    return !planned.plusMonths((long) Math.floor(delay + 0.5)).isBefore(scenario.start());
  }

  /** Without a look at dependency or shortage: certain is certain. */
  private static Waiver lasting(Waiver waiver, boolean holds) {
    return waiver
        .withRenew(ByRegime.everywhere(holds ? 1 : 0))
        .withReinstate(ByRegime.everywhere(0));
  }
}
