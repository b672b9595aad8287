package io.corridor.report.words;

import io.corridor.model.Declaration;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.KeyPath;
import io.corridor.model.Noise;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.why.Cause;
import io.corridor.why.Explanation;
import io.corridor.why.Shares;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How much of an answer rests on judgement alone. Measured is what is drawn from joint draws, which
 * fits make or which were made elsewhere, and the shocks whose law is; all else is judged. A
 * measured driver that reaches the answer through an elasticity nobody measured is judged, too.
 */
public final class Judgement {
  private static final String DRAWS = "draws.";
  private static final String DRIVERS = "drivers.";
  private static final String NOISE = ".noise";
  private static final String FIT = ".fit";

  private final Scenario scenario;

  /** The drivers to which something has an elasticity that is no draw. */
  private final Set<String> carried = new HashSet<>();

  /** Looks at the numbers of {@code scenario}. */
  public Judgement(Scenario scenario) {
    this.scenario = scenario;
    Declaration.walk(
        KeyPath.ROOT,
        scenario,
        (path, value, form, key, section) -> {
          boolean judged = value instanceof Value && !(value instanceof Value.Draw);
          if (key.name().equals("elasticities") && judged && !Value.ZERO.equals(value)) {
            carried.add(path.words().get(path.words().size() - 1));
          }
          return true;
        });
  }

  /**
   * Returns the share of the variance whose causes are judged alone: of those that have several
   * members, all of them.
   */
  public double share(Shares shares) {
    return shares.causes().stream()
        .filter(cause -> cause.members().stream().allMatch(this::isJudged))
        .mapToDouble(cause -> cause.share().value())
        .sum();
  }

  /** Returns whether no data have a part in what stands at a key, or in how it is carried on. */
  private boolean isJudged(String key) {
    return !isMeasured(key)
        || carried.stream()
            .map(id -> KeyPath.of("drivers", id))
            .anyMatch(
                driver ->
                    key.equals(driver.toString()) || key.equals(DRAWS + DrawTable.ofFit(driver)));
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
    return percent(shares)
        .map(share -> share + " of the variance of this answer rests on judgement alone.");
  }

  /** Returns that share in per cent; empty if nothing of the scenario is measured. */
  public Optional<String> percent(Shares shares) {
    return shares.causes().stream().noneMatch(this::isMeasured)
        ? Optional.empty()
        : Optional.of(Digits.percent(Math.min(1, Math.max(0, share(shares)))));
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
