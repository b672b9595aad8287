package io.corridor.report.words;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.why.Cause;
import io.corridor.why.Explanation;
import io.corridor.why.Shares;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of an answer rests on judgement alone. Measured is what is drawn from joint draws, which
 * fits make or which were made elsewhere, and the shocks whose law is; all else is judged.
 */
public final class Judgement {
  private final Scenario scenario;

  /** Looks at the numbers of {@code scenario}. */
  public Judgement(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Returns the share of the variance whose causes are judged alone: of those that have several
   * members, all of them.
   */
  public double share(Shares shares) {
    return shares.causes().stream()
        .filter(cause -> !isMeasured(cause))
        .mapToDouble(cause -> cause.share().value())
        .sum();
  }

  /**
   * Returns in a sentence how much of the variance of an outcome rests on judgement alone; empty if
   * nothing of the scenario is measured, or there are no shares.
   */
  public Optional<String> sentence(Explanation explanation) {
    return explanation.shares().flatMap(this::sentence);
  }

  /** Returns the same of shares. */
  public Optional<String> sentence(Shares shares) {
    if (shares.causes().stream().noneMatch(this::isMeasured)) {
      return Optional.empty();
    }
    String percent = Amounts.decimal(100 * Math.min(1, Math.max(0, share(shares))), 0);
    return Optional.of(
        percent + Amounts.NO_BREAK + "% of the variance of this answer rests on judgement alone.");
  }

  private boolean isMeasured(Cause cause) {
    return cause.members().stream().anyMatch(this::isMeasured);
  }

  /** Returns whether data have a part in what stands at a key. */
  private boolean isMeasured(String key) {
    String[] parts = key.split("\\.");
    return switch (parts[0]) {
      case "draws" -> true;
      case "drivers" ->
          key.endsWith(".fit")
              || parts.length == 2
                  && numbers(Objects.requireNonNull(scenario.drivers().get(parts[1])))
                      .anyMatch(Judgement::isDrawn);
      case "flows" -> key.endsWith(".fit") || isDrawn(key, parts, noiseOfFlow(parts[1]));
      case "partners" -> key.endsWith(".fit") || isDrawn(key, parts, noiseOfPartner(parts[1]));
      default -> key.endsWith(".fit");
    };
  }

  private Optional<Noise> noiseOfFlow(String id) {
    return Optional.ofNullable(scenario.flows().get(id)).flatMap(Flow::noise);
  }

  private Optional<Noise> noiseOfPartner(String id) {
    return Optional.ofNullable(scenario.partners().get(id)).flatMap(Partner::noise);
  }

  private static boolean isDrawn(String key, String[] parts, Optional<Noise> noise) {
    return parts.length == 3
        && key.endsWith(".noise")
        && noise.map(n -> isDrawn(n.reversion()) || isDrawn(n.volatility())).orElse(false);
  }

  private static boolean isDrawn(Value value) {
    return value instanceof Value.Draw;
  }

  private static Stream<Value> numbers(Driver driver) {
    if (driver instanceof Driver.Gbm d) {
      return Stream.of(d.start(), d.drift(), d.volatility());
    }
    if (driver instanceof Driver.Ou d) {
      return Stream.of(d.start(), d.level(), d.reversion(), d.volatility());
    }
    if (driver instanceof Driver.LogOu d) {
      return Stream.of(d.start(), d.level(), d.reversion(), d.volatility());
    }
    if (driver instanceof Driver.Jump d) {
      return Stream.of(
          d.start(), d.drift(), d.volatility(), d.jumpRate(), d.jumpMean(), d.jumpSd());
    }
    return Stream.of();
  }
}
