package io.corridor.report.words;

import io.corridor.model.Declaration;
import io.corridor.model.Driver;
import io.corridor.model.Noise;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.why.Cause;
import io.corridor.why.Explanation;
import io.corridor.why.Shares;
import java.util.Optional;

/**
 * How much of an answer rests on judgement alone. Measured is what is drawn from joint draws, which
 * fits make or which were made elsewhere, and the shocks whose law is; all else is judged.
 */
public final class Judgement {
  private static final String DRAWS = "draws.";
  private static final String DRIVERS = "drivers.";
  private static final String NOISE = ".noise";
  private static final String FIT = ".fit";

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
    return Optional.of(
        Digits.percent(Math.min(1, Math.max(0, share(shares))))
            + " of the variance of this answer rests on judgement alone.");
  }

  private boolean isMeasured(Cause cause) {
    return cause.members().stream().anyMatch(this::isMeasured);
  }

  /** Returns whether data have a part in what stands at a key. */
  private boolean isMeasured(String key) {
    if (key.startsWith(DRAWS) || key.endsWith(FIT)) {
      return true;
    }
    if (key.startsWith(DRIVERS)) {
      Driver driver = scenario.drivers().get(key.substring(DRIVERS.length()));
      return driver != null && driver.isShocked() && isDrawn(driver);
    }
    if (key.endsWith(NOISE)) {
      Noise noise = scenario.noises().get(key.substring(0, key.length() - NOISE.length()));
      return noise != null && isDrawn(noise);
    }
    return false;
  }

  /** Returns whether a number of the law, whatever regimes change in it, comes from joint draws. */
  private static boolean isDrawn(Object law) {
    return Declaration.of(law.getClass()).components().stream()
        .anyMatch(key -> key.in(law) instanceof Value.Draw);
  }
}
