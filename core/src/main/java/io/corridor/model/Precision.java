package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.List;

/**
 * How precise the results of a run are to be.
 *
 * <p>Precise enough means, for each question that comes true or not, that half the width of its 95
 * % interval is below {@code target}; for each that counts months, that 1.96 standard errors are
 * below {@code target} of the mean, or of one month where the mean is less; for each of {@code
 * metrics}, that in every month the standard error of the mean is below {@code target} of the mean.
 *
 * @param target a fraction, above 0 and below 1: 0.5 % is 0.005
 * @param metrics ids of reported metrics; may be none
 * @param maxPaths where the run ends at the latest, from 1 to {@link Limits#PATHS}
 */
@Withers
public record Precision(double target, List<String> metrics, long maxPaths)
    implements PrecisionWithers {

  /** Most paths where nobody says otherwise. */
  public static final long MAX_PATHS = 10_000_000;

  /** Copies the list, and checks the numbers. */
  public Precision {
    if (!Range.PRECISION.contains(target)) {
      throw new IllegalArgumentException(
          "precision: " + target + ", must be " + Range.PRECISION.words());
    }
    if (maxPaths < 1 || maxPaths > Limits.PATHS) {
      throw new IllegalArgumentException(
          "max paths: " + maxPaths + ", must be from 1 to " + Limits.PATHS);
    }
    metrics = List.copyOf(metrics);
  }

  /** Returns a precision of the questions' answers, within {@link #MAX_PATHS} paths. */
  public static Precision of(double target) {
    return new Precision(target, List.of(), MAX_PATHS);
  }
}
