package io.corridor.why;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What variants of a scenario, on the same random numbers, come to in one outcome.
 *
 * @param target the outcome
 * @param aim whether it is to be made large or small; absent: neither
 * @param choice the variant of the best mean, and so of the least mean regret; absent without aim
 * @param variants by name, the file as it stands among them
 * @param boxes by variant, where it beats the choice; empty without aim
 */
public record LeverResult(
    Target target,
    Optional<Aim> aim,
    Optional<String> choice,
    Map<String, Variant> variants,
    Map<String, List<Box>> boxes) {

  /** Copies the maps, keeping their order. */
  public LeverResult {
    variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    boxes = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
  }

  /** What is wanted of an outcome. */
  public enum Aim {
    /** As much as possible. */
    MAXIMISE,
    /** As little as possible. */
    MINIMISE
  }

  /**
   * What a variant comes to.
   *
   * @param paths that count
   * @param mean of the outcome over these; NaN if there are none
   * @param standardError of the mean
   * @param regret absent without aim
   */
  public record Variant(long paths, double mean, double standardError, Optional<Regret> regret) {}

  /**
   * What is lost, path by path, against the path's best variant.
   *
   * @param best share of the paths on which no variant is better
   * @param mean loss
   * @param standardError of the mean loss
   * @param percentile95 the least loss that 95 % of the paths don't exceed
   */
  public record Regret(double best, double mean, double standardError, double percentile95) {}
}
