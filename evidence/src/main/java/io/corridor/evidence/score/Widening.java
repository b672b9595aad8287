package io.corridor.evidence.score;

import io.corridor.internal.random.NormalQuantile;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How much wider the spread of a fit should be, by what its forecasts missed.
 *
 * @param metric whose forecasts these were
 * @param windows N, how many pairs of an origin and a horizon there are
 * @param effective as how many independent ones they count: N²/Σ r², where r is the overlap of two
 *     windows over the root of the product of their lengths: the degrees of freedom of a mean of
 *     squares so correlated
 * @param rms root of the mean of z² = Φ⁻¹(u)², u the middle of each one's {@link Pit}
 * @param factor s = √max(1, (4 + effective · rms²)/(4 + effective)), at least 1: as if four
 *     forecasts more had missed by just what they should
 */
public record Widening(String metric, int windows, double effective, double rms, double factor) {
  private static final double PRIOR = 4;

  /** No forecast is further out than this: of paths none may lie beyond what happened. */
  private static final double FURTHEST = 0.0005;

  /**
   * Returns the widening by forecasts.
   *
   * @param metric whose they are
   * @param forecasts at least one; a window begins with its origin and is as long as its horizon
   */
  public static Widening of(String metric, List<Scored> forecasts) {
    int n = forecasts.size();
    if (n == 0) {
      throw new IllegalArgumentException("there are no forecasts of " + metric);
    }
    double squares = 0;
    double together = 0;
    for (Scored one : forecasts) {
      double middle = (one.pit().low() + one.pit().high()) / 2;
      double z = NormalQuantile.of(Math.min(1 - FURTHEST, Math.max(FURTHEST, middle)));
      squares += z * z;
      for (Scored other : forecasts) {
        double shared = overlap(one, other);
        together += shared * shared / ((double) one.horizon() * other.horizon());
      }
    }
    double effective = n * (double) n / together;
    double asked = (PRIOR + effective * squares / n) / (PRIOR + effective);
    return new Widening(
        metric, n, effective, Math.sqrt(squares / n), Math.sqrt(Math.max(1, asked)));
  }

  /** Returns how many months the windows of two forecasts share. */
  private static double overlap(Scored one, Scored other) {
    long later = ChronoUnit.MONTHS.between(one.origin(), other.origin());
    return Math.max(
        0, Math.min(one.horizon(), later + other.horizon()) - (double) Math.max(0, later));
  }
}
